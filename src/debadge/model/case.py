"""The work on one thing: where it stands, what was decided, what was proven. Made from events alone (`cases.fold`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple


class State(StrEnum):
    """Where a case stands."""

    # found, and nobody has looked at it yet
    OPEN = "open"
    # somebody weighs it
    IN_REVIEW = "in_review"
    # decided by one person, to be approved by another
    PROPOSED = "proposed"
    # decided: it goes
    TO_REMOVE = "to_remove"
    # decided: it is cut off from the network, and stays
    TO_ISOLATE = "to_isolate"
    # decided: it stays under a waiver that has a last day
    KEPT = "kept"
    # decided: it is not what the finding says
    DISMISSED = "dismissed"
    # decided: somebody else has to decide
    REFERRED = "referred"
    # a dispute about it was upheld
    UPHELD = "upheld"
    # it stands in a work order
    SCHEDULED = "scheduled"
    # cut off from the network, with proof
    ISOLATED = "isolated"
    # taken down, with proof
    DISMANTLED = "dismantled"
    # destroyed or given back, with a certificate
    DISPOSED = "disposed"
    # not there any more: later looks that would have seen it did not
    VERIFIED = "verified"


class What(StrEnum):
    """What is decided about a case."""

    REMOVE = "remove"
    ISOLATE = "isolate"
    KEEP = "keep"
    DISMISS = "dismiss"
    REFER = "refer"


DECIDED = {
    What.REMOVE: State.TO_REMOVE,
    What.ISOLATE: State.TO_ISOLATE,
    What.KEEP: State.KEPT,
    What.DISMISS: State.DISMISSED,
    What.REFER: State.REFERRED,
}
"""The state in which a decision that is in force leaves a case."""


class Role(StrEnum):
    """In what capacity somebody acts."""

    # sets the ledger up, imports runs, gives roles
    COORDINATOR = "coordinator"
    # weighs findings, answers questions
    REVIEWER = "reviewer"
    DECIDER = "decider"
    # says yes or no to another's decision
    APPROVER = "approver"
    # isolates and dismantles
    TECHNICIAN = "technician"
    # has dismantled things until they are disposed of
    CUSTODIAN = "custodian"
    # owner, supplier, maker or landlord: objects, and answers
    OUTSIDER = "outsider"


class Made(NamedTuple):
    """A decision."""

    what: What
    by: str
    on_behalf: str  # whose role was used: the same person, or who delegated it
    day: date
    seq: int  # of its event
    given: Mapping[str, Any]  # authority, controls, expires, refer_to …
    approved_by: str | None = None

    @property
    def expires(self) -> date | None:
        """The last day of a waiver."""
        told = self.given.get("expires")
        return date.fromisoformat(told) if told else None


class Look(NamedTuple):
    """A later run that would have seen a unit, and did not."""

    run: str  # digest of its run.json
    day: date  # of its latest observation of the unit's network
    networks: tuple[str, ...]
    means: tuple[str, ...]


class Case(NamedTuple):
    """One thing, or a lot of alike things."""

    id: str  # that of the asset when it was first found
    item: Mapping[str, Any]  # as the latest run tells it: name, keys, units, site, maker, model, findings
    state: State
    opened: date
    decision: Made | None = None
    resumes: State | None = None  # where a cancelled order leaves it
    order: str | None = None
    serial: str | None = None  # read twice when it was dismantled
    dismantled: date | None = None
    sanitised: bool = False
    custodian: str | None = None
    looks: tuple[Look, ...] = ()
    disputes: tuple[str, ...] = ()  # that are open
    returned: int = 0  # how often it was seen again

    def on(self, day: date) -> Case:
        """As it stands on a day: a waiver that has ended returns the case to review."""
        if self.state is State.KEPT and self.decision and self.decision.expires and self.decision.expires < day:
            return self._replace(state=State.IN_REVIEW)
        return self

    @property
    def units(self) -> int:
        """How many things it is."""
        return int(self.item.get("units", 1))

    @property
    def is_contested(self) -> bool:
        """Whether somebody disputes it now."""
        return bool(self.disputes)
