"""The one table of what may be done: from which states, by whom, with which fields, and what has to be true.

Every action writes one event. What is not in the table is not possible.
"""

from __future__ import annotations

from dataclasses import dataclass

from debadge.cases import effects, guards
from debadge.cases.effects import OnBook, OnCase
from debadge.cases.refusal import Guard
from debadge.model.case import Role, State

_COORDINATOR, _REVIEWER, _DECIDER, _APPROVER = Role.COORDINATOR, Role.REVIEWER, Role.DECIDER, Role.APPROVER
_TECHNICIAN, _CUSTODIAN, _OUTSIDER = Role.TECHNICIAN, Role.CUSTODIAN, Role.OUTSIDER
_ANYBODY = frozenset(Role)
_INSIDE = _ANYBODY - {_OUTSIDER}
_BEFORE_WORK = frozenset({State.TO_REMOVE, State.TO_ISOLATE, State.KEPT, State.DISMISSED, State.REFERRED, State.UPHELD})
_GONE = frozenset({State.DISMANTLED, State.DISPOSED, State.VERIFIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action."""

    action: str
    roles: frozenset[Role]
    of: frozenset[State] | None = None  # states of its cases; None: it is about no case's state
    to: State | None = None  # where they are afterwards; None: where the effect says
    needs: tuple[str, ...] = ()  # fields of `given`
    may: tuple[str, ...] = ()  # fields that may stand there, too
    reason: bool = False  # whether a reason is needed
    guards: tuple[Guard, ...] = ()
    case: OnCase | None = None
    book: OnBook = effects.nothing


def _by(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_TABLE = (
    # ---- the ledger itself
    Step(action="init", roles=_by(_COORDINATOR), needs=("name", "separate", "quiet_days", "looks"), may=("key", "org"),
         book=effects.begun),
    Step(action="import", roles=_by(_COORDINATOR, _REVIEWER), needs=("run", "as_of", "pack", "opened", "seen", "absent"),
         may=("uncovered", "files"), guards=(guards.is_up_to_date,), book=effects.imported),
    Step(action="grant", roles=_by(_COORDINATOR), needs=("person", "as"), guards=(guards.first_is_coordinator,),
         book=effects.granted),
    Step(action="withdraw", roles=_by(_COORDINATOR), needs=("person", "as"), reason=True, book=effects.withdrawn),
    Step(action="delegate", roles=_INSIDE, needs=("to", "as", "until"), book=effects.delegated),
    Step(action="revoke", roles=_INSIDE, needs=("to", "as"), book=effects.revoked),
    Step(action="note", roles=_ANYBODY, needs=("text",)),
    # ---- review and decision
    Step(action="review", roles=_by(_REVIEWER, _DECIDER), of=frozenset({State.OPEN}), to=State.IN_REVIEW),
    Step(action="decide", roles=_by(_DECIDER), of=frozenset({State.IN_REVIEW}), needs=("what",), reason=True,
         may=("authority", "controls", "expires", "evidence", "refer_to"),
         guards=(guards.has_reason, guards.says_what_is_needed), case=effects.decided),
    Step(action="approve", roles=_by(_APPROVER), of=frozenset({State.PROPOSED}), guards=(guards.is_another,),
         case=effects.approved),
    Step(action="refuse", roles=_by(_APPROVER), of=frozenset({State.PROPOSED}), reason=True,
         guards=(guards.has_reason, guards.is_another), case=effects.undecided),
    Step(action="reconsider", roles=_by(_REVIEWER, _DECIDER), reason=True, guards=(guards.has_reason,),
         of=_BEFORE_WORK | {State.PROPOSED, State.SCHEDULED, State.ISOLATED}, case=effects.undecided),
    # ---- removal
    Step(action="order", roles=_by(_COORDINATOR, _DECIDER), of=frozenset({State.TO_REMOVE, State.TO_ISOLATE}),
         needs=("order", "day"), may=("site", "route", "crew"), case=effects.ordered, book=effects.order_made),
    Step(action="cancel", roles=_by(_COORDINATOR, _DECIDER), of=frozenset({State.SCHEDULED}), reason=True,
         guards=(guards.has_reason,), case=effects.unordered),
    Step(action="split", roles=_by(_REVIEWER, _TECHNICIAN), of=frozenset(State) - _GONE, needs=("into",),
         guards=(guards.leaves_one, guards.splits_off_new_ones), book=effects.split_up),
    Step(action="isolate", roles=_by(_TECHNICIAN), of=frozenset({State.SCHEDULED}), to=State.ISOLATED, needs=("means",),
         may=("port", "vlan")),
    Step(action="dismantle", roles=_by(_TECHNICIAN), of=frozenset({State.ISOLATED}), needs=("serial", "serial_again", "photos"),
         may=("place", "tag"), guards=(guards.is_to_be_removed, guards.is_one_unit, guards.serial_is_read_twice,
                                       guards.has_photos), case=effects.taken_down),
    Step(action="sanitise", roles=_by(_TECHNICIAN, _CUSTODIAN), of=frozenset({State.DISMANTLED}), needs=("operator",),
         may=("media", "no_media"), guards=(guards.media_are_named,), case=effects.wiped),
    Step(action="hand_over", roles=_by(_TECHNICIAN, _CUSTODIAN), of=frozenset({State.DISMANTLED}), needs=("to",), may=("place",),
         guards=(guards.is_custodian,), case=effects.handed_over),
    Step(action="dispose", roles=_by(_CUSTODIAN, _TECHNICIAN), of=frozenset({State.DISMANTLED}), needs=("how", "certificate"),
         may=("authority",), case=effects.disposed_of,
         guards=(guards.is_custodian, guards.is_sanitised, guards.certificate_is_whole, guards.is_not_passed_on)),
    Step(action="verify", roles=_by(_REVIEWER, _DECIDER), of=frozenset({State.DISPOSED}), to=State.VERIFIED,
         guards=(guards.was_looked_for,)),
    Step(action="found", roles=_INSIDE, of=_GONE, needs=("place",), may=("link",), case=effects.back),
    # ---- disputes
    Step(action="dispute", roles=_by(_OUTSIDER, _COORDINATOR), of=frozenset(State), needs=("dispute", "standing"),
         may=("due", "says"), reason=True, guards=(guards.has_reason, guards.dispute_is_new), book=effects.dispute_filed),
    Step(action="reply", roles=_INSIDE, needs=("dispute", "text"), guards=(guards.dispute_is_open,),
         book=effects.dispute_answered),
    Step(action="settle", roles=_by(_DECIDER, _APPROVER), needs=("dispute", "outcome"), reason=True,
         guards=(guards.has_reason, guards.dispute_is_open, guards.has_outcome), book=effects.dispute_settled),
    Step(action="appeal", roles=_by(_OUTSIDER, _COORDINATOR), needs=("dispute",), may=("to", "due"), reason=True,
         guards=(guards.has_reason, guards.dispute_is_closed), book=effects.dispute_appealed),
    # ---- clocks
    Step(action="happened", roles=_INSIDE, needs=("event", "day"), book=effects.happened),
    Step(action="stay", roles=_by(_COORDINATOR, _DECIDER), needs=("regime", "day"), reason=True, guards=(guards.has_reason,),
         book=effects.stayed),
    Step(action="lift", roles=_by(_COORDINATOR, _DECIDER), needs=("regime", "day"), guards=(guards.is_stayed,),
         book=effects.lifted),
    # ---- questions, plans, money, statements
    Step(action="ask", roles=_INSIDE, needs=("questions",), may=("sheet",)),
    Step(action="answer", roles=_ANYBODY, needs=("answers",), may=("sheet",)),
    Step(action="plan", roles=_by(_COORDINATOR, _DECIDER, _TECHNICIAN), of=frozenset(State), needs=("model",),
         may=("maker", "statement", "cents", "currency"), book=effects.planned),
    Step(action="budget", roles=_by(_COORDINATOR, _DECIDER), needs=("cents", "currency"), book=effects.budgeted),
    Step(action="spend", roles=_by(_COORDINATOR, _TECHNICIAN, _CUSTODIAN), needs=("cents", "currency"), may=("for",),
         book=effects.paid),
    Step(action="attest", roles=_by(_COORDINATOR, _DECIDER), needs=("kind", "head", "as_of"), may=("gaps",)),
)  # fmt: skip

STEPS = {step.action: step for step in _TABLE}
"""By action."""
