"""What a ledger says, read up to one event: the cases, who may do what, the disputes, the orders, the clocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from debadge.model.case import Case, Role
from debadge.model.event import Event


class Rules(NamedTuple):
    """What the organisation chose when it began the ledger."""

    separate: bool = True  # whoever decides does not approve
    quiet_days: int = 14  # between the first and the last look that proves an absence
    looks: int = 2  # such looks, at least


class Delegation(NamedTuple):
    """A role that its holder lets somebody else use."""

    by: str
    to: str
    role: Role
    until: date


class Dispute(NamedTuple):
    """An objection to findings, with what became of it."""

    id: str
    by: str
    standing: str  # owner | supplier | maker | landlord
    cases: tuple[str, ...]
    filed: date
    due: date | None  # last day for the reply
    evidence: tuple[str, ...]  # blobs
    replies: tuple[int, ...] = ()  # numbers of events
    outcome: str | None = None  # upheld | rejected
    appeals: tuple[int, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it has no outcome, or was appealed against since."""
        return self.outcome is None


class Order(NamedTuple):
    """Work at one place on one day."""

    id: str
    day: date
    cases: tuple[str, ...]
    given: dict[str, Any]  # site, route, crew …
    seq: int


class Stay(NamedTuple):
    """Days on which a regime's clocks stand still."""

    regime: str
    start: date
    until: date | None  # first day on which they run again


@dataclass(slots=True)
class Book:
    """Filled by `cases.fold` and by nothing else."""

    rules: Rules = field(default_factory=Rules)
    name: str = ""
    key: str | None = None  # the public key that signs heads
    cases: dict[str, Case] = field(default_factory=dict)
    also: dict[str, str] = field(default_factory=dict)  # another id of the same thing -> its case
    history: dict[str, list[int]] = field(default_factory=dict)  # case -> numbers of its events
    roles: dict[str, set[Role]] = field(default_factory=dict)  # empty: nobody was given any, and all act as they say
    delegations: list[Delegation] = field(default_factory=list)
    disputes: dict[str, Dispute] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    stays: list[Stay] = field(default_factory=list)
    happened: dict[str, date] = field(default_factory=dict)  # discovery, first_report … -> day
    runs: list[dict[str, Any]] = field(default_factory=list)
    plans: dict[str, dict[str, Any]] = field(default_factory=dict)  # case -> what comes in its place
    budget: dict[str, int] = field(default_factory=dict)  # currency -> cents
    spent: dict[str, int] = field(default_factory=dict)
    last: Event | None = None

    def case(self, id_: str) -> Case | None:
        """The case of an id, or of another id of the same thing."""
        return self.cases.get(self.also.get(id_, id_))

    def holders(self, role: Role, person: str, day: date) -> list[str]:
        """In whose name somebody may use a role on a day: their own first; empty where they may not."""
        own = [person] if role in self.roles.get(person, ()) else []
        lent = [one.by for one in self.delegations if (one.to, one.role) == (person, role) and day <= one.until]
        return own + [by for by in lent if role in self.roles.get(by, ())]

    def behalf(self, event: Event) -> str:
        """In whose name an event was done: its actor's, or of who lent the role."""
        held = self.holders(Role(event.role), event.actor, event.day)
        return held[0] if held else event.actor
