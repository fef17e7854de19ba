"""What a step changes: in each of its cases, or in what belongs to all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from debadge.cases.book import Book, Delegation, Dispute, Order, Rules, Stay
from debadge.model.case import DECIDED, Case, Look, Made, Role, State, What
from debadge.model.event import Event

OnCase = Callable[[Book, Case, Event], Case]
OnBook = Callable[[Book, Event], None]

# ---- of cases


def decided(book: Book, case: Case, event: Event) -> Case:
    """It waits for another's word, where the organisation asks for one."""
    what = What(event.given["what"])
    given = {name: told for name, told in event.given.items() if name != "what"}
    made = Made(what, event.actor, book.behalf(event), event.day, event.seq, given)
    return case._replace(state=State.PROPOSED if book.rules.separate else DECIDED[what], decision=made)


def approved(_: Book, case: Case, event: Event) -> Case:
    """The decision is in force."""
    assert case.decision is not None
    made = case.decision._replace(approved_by=event.actor)
    return case._replace(state=DECIDED[made.what], decision=made)


def undecided(_: Book, case: Case, __: Event) -> Case:
    """Back to review; what was decided is history."""
    return case._replace(state=State.IN_REVIEW, decision=None, order=None, resumes=None)


def ordered(_: Book, case: Case, event: Event) -> Case:
    """In a work order, until it is done or cancelled."""
    return case._replace(state=State.SCHEDULED, resumes=case.state, order=str(event.given["order"]))


def unordered(_: Book, case: Case, __: Event) -> Case:
    """As before the order."""
    return case._replace(state=case.resumes or State.TO_REMOVE, resumes=None, order=None)


def taken_down(_: Book, case: Case, event: Event) -> Case:
    """Its serial is on record, and whoever took it down has it."""
    serial = str(event.given["serial"]).strip()
    return case._replace(state=State.DISMANTLED, serial=serial, dismantled=event.day, custodian=event.actor, looks=())


def wiped(_: Book, case: Case, __: Event) -> Case:
    """Nothing is left on its media."""
    return case._replace(sanitised=True)


def handed_over(_: Book, case: Case, event: Event) -> Case:
    """Somebody else has it now."""
    return case._replace(custodian=str(event.given["to"]))


def disposed_of(_: Book, case: Case, __: Event) -> Case:
    """Nobody here has it any more."""
    return case._replace(state=State.DISPOSED, custodian=None)


def back(_: Book, case: Case, __: Event) -> Case:
    """Seen again: all proof of its absence is void."""
    return case._replace(
        state=State.IN_REVIEW,
        decision=None,
        order=None,
        resumes=None,
        looks=(),
        sanitised=False,
        returned=case.returned + 1,
    )


# ---- of what belongs to all


def begun(book: Book, event: Event) -> None:
    """What the organisation chose."""
    told = event.given
    book.rules = Rules(told["separate"], told["quiet_days"], told["looks"])
    book.name, book.key = told["name"], told.get("key")


def imported(book: Book, event: Event) -> None:
    """Cases of what a run found; what it found again, and what it looked for and did not find."""
    told, day = event.given, event.day
    book.runs.append({name: told[name] for name in ("run", "as_of", "pack")} | {"seq": event.seq})
    for item in told["opened"]:
        book.cases[item["case"]] = Case(item["case"], item, State.OPEN, day)
        book.history[item["case"]] = [event.seq]
    for item in told["seen"]:
        case = book.cases[item["case"]]
        book.also |= dict.fromkeys(item.get("also", ()), case.id)
        gone = case.state in {State.DISMANTLED, State.DISPOSED, State.VERIFIED}
        renewed = case._replace(item=item)
        book.cases[case.id] = back(book, renewed, event) if gone else renewed
        book.history[case.id].append(event.seq)
    for one in told["absent"]:
        case = book.cases[one["case"]]
        look = Look(told["run"], date.fromisoformat(one["day"]), tuple(one["networks"]), tuple(one["means"]))
        book.cases[case.id] = case._replace(looks=(*case.looks, look))
        book.history[case.id].append(event.seq)


def granted(book: Book, event: Event) -> None:
    """Somebody has a role from now on."""
    book.roles.setdefault(event.given["person"], set()).add(Role(event.given["as"]))


def withdrawn(book: Book, event: Event) -> None:
    """Somebody has a role no more, and nobody has it through them."""
    book.roles.get(event.given["person"], set()).discard(Role(event.given["as"]))


def delegated(book: Book, event: Event) -> None:
    """A role is lent."""
    told = event.given
    book.delegations.append(Delegation(event.actor, told["to"], Role(told["as"]), date.fromisoformat(told["until"])))


def revoked(book: Book, event: Event) -> None:
    """It is not lent any more."""
    ended = (event.actor, event.given["to"], Role(event.given["as"]))
    book.delegations = [one for one in book.delegations if (one.by, one.to, one.role) != ended]


def order_made(book: Book, event: Event) -> None:
    """One order more."""
    told = event.given
    book.orders[told["order"]] = Order(
        told["order"], date.fromisoformat(told["day"]), event.cases, dict(told), event.seq
    )


def dispute_filed(book: Book, event: Event) -> None:
    """Its cases are contested from now on."""
    told = event.given
    due = date.fromisoformat(told["due"]) if told.get("due") else None
    one = Dispute(told["dispute"], event.actor, told["standing"], event.cases, event.day, due, event.blobs)
    book.disputes[one.id] = one
    _contest(book, one)


def dispute_answered(book: Book, event: Event) -> None:
    """One reply more."""
    one = book.disputes[event.given["dispute"]]
    book.disputes[one.id] = one._replace(replies=(*one.replies, event.seq))


def dispute_settled(book: Book, event: Event) -> None:
    """Upheld: its cases are what the finding says no more. Rejected: they go on as they were."""
    one = book.disputes[event.given["dispute"]]
    book.disputes[one.id] = one._replace(outcome=event.given["outcome"])
    for id_ in one.cases:
        case = book.cases[id_]
        left = tuple(other for other in case.disputes if other != one.id)
        state = State.UPHELD if event.given["outcome"] == "upheld" else case.state
        book.cases[id_] = case._replace(disputes=left, state=state)


def dispute_appealed(book: Book, event: Event) -> None:
    """Open again."""
    one = book.disputes[event.given["dispute"]]
    due = date.fromisoformat(event.given["due"]) if event.given.get("due") else None
    again = one._replace(outcome=None, appeals=(*one.appeals, event.seq), due=due)
    book.disputes[one.id] = again
    _contest(book, again)


def _contest(book: Book, one: Dispute) -> None:
    for id_ in one.cases:
        case = book.cases[id_]
        book.cases[id_] = case._replace(disputes=(*case.disputes, one.id))


def stayed(book: Book, event: Event) -> None:
    """A regime's clocks stand still."""
    book.stays.append(Stay(event.given["regime"], date.fromisoformat(event.given["day"]), None))


def lifted(book: Book, event: Event) -> None:
    """They run again."""
    regime, day = event.given["regime"], date.fromisoformat(event.given["day"])
    book.stays = [one._replace(until=day) if one.regime == regime and one.until is None else one for one in book.stays]


def happened(book: Book, event: Event) -> None:
    """A clock starts."""
    book.happened[event.given["event"]] = date.fromisoformat(event.given["day"])


def planned(book: Book, event: Event) -> None:
    """What comes in their place."""
    book.plans |= {id_: dict(event.given) for id_ in event.cases}


def budgeted(book: Book, event: Event) -> None:
    """Money that may be spent."""
    book.budget[event.given["currency"]] = event.given["cents"]


def paid(book: Book, event: Event) -> None:
    """Money that was."""
    currency = event.given["currency"]
    book.spent[currency] = book.spent.get(currency, 0) + event.given["cents"]


def split_up(book: Book, event: Event) -> None:
    """Units that have names of their own now; what is left of the lot stays one."""
    (id_,) = event.cases
    lot = book.cases[id_]
    for item in event.given["into"]:
        book.cases[item["case"]] = lot._replace(id=item["case"], item=item)
        book.history[item["case"]] = [*book.history[id_], event.seq]
    book.cases[id_] = lot._replace(item={**lot.item, "units": lot.units - len(event.given["into"])})


def nothing(_: Book, __: Event) -> None:
    """It is told, and changes nothing."""
