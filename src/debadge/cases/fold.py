"""Events in, state out; and whether one more event may be written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from debadge.cases.book import Book
from debadge.cases.fields import misfit
from debadge.cases.refusal import Refusal, refuse
from debadge.cases.transitions import STEPS, Step
from debadge.model.case import Case, Role
from debadge.model.errors import TransitionError
from debadge.model.event import Event


def fold(events: Iterable[Event], book: Book | None = None) -> Book:
    """The book that events make; each is checked as it was when it was written.

    Args:
        events: In order, from the first on, or those that follow what ``book`` has.
        book: What earlier events made; it is changed.

    Raises:
        TransitionError: An event that could not have been written: the table was changed, or somebody else wrote it.
    """
    book = book or Book()
    for event in events:
        apply(book, event)
    return book


def apply(book: Book, event: Event) -> None:
    """One event more.

    Raises:
        TransitionError: It is not allowed now; the book is as before.
    """
    stands_against = against(book, event)
    if stands_against is not None:
        _refused(stands_against)
    step = STEPS[event.action]
    for id_ in event.cases:
        case = book.cases[id_].on(event.day)
        if step.case is not None:
            book.cases[id_] = step.case(book, case, event)
        elif step.to is not None:
            book.cases[id_] = case._replace(state=step.to)
        book.history[id_].append(event.seq)
    step.book(book, event)
    book.last = event


def _refused(refusal: Refusal) -> NoReturn:
    raise TransitionError(refusal.reason, **refusal.given)


def against(book: Book, event: Event) -> Refusal | None:
    """What stands against an event; None: it may be written."""
    step = STEPS.get(event.action)
    if step is None:
        return refuse("no_action", action=event.action)
    if (event.action == "init") != (book.last is None):
        return refuse("begun" if book.last else "not_begun")
    return _form(step, event) or _may(book, step, event) or _cases(book, step, event)


def _form(step: Step, event: Event) -> Refusal | None:
    missing = [name for name in step.needs if event.given.get(name) in (None, "")]
    if missing:
        return refuse("field_missing", action=step.action, fields=", ".join(missing))
    strange = sorted(event.given.keys() - {*step.needs, *step.may})
    if strange:
        return refuse("field_unknown", action=step.action, fields=", ".join(strange))
    for name, value in event.given.items():
        if (told := misfit(name, value)) is not None:
            return told
    return refuse("no_reason", action=step.action) if step.reason and not (event.reason or "").strip() else None


def _may(book: Book, step: Step, event: Event) -> Refusal | None:
    """Whether somebody acts in a role that may do this, and has it where roles were given out."""
    if event.role not in step.roles:
        return refuse("role", action=step.action, role=event.role, allowed=", ".join(sorted(step.roles)))
    if book.roles and not book.holders(Role(event.role), event.actor, event.day):
        return refuse("role_not_held", person=event.actor, role=event.role)
    return None


def _cases(book: Book, step: Step, event: Event) -> Refusal | None:
    unknown = next((id_ for id_ in event.cases if id_ not in book.cases), None)
    if unknown is not None:
        return refuse("unknown_case", case=unknown)
    if step.of is None:
        return next(filter(None, (guard(book, None, event) for guard in step.guards)), None)
    if not event.cases:
        return refuse("no_case", action=step.action)
    if len(set(event.cases)) < len(event.cases):
        return refuse("case_twice", action=step.action)
    for id_ in event.cases:
        told = _case(book, step, book.cases[id_].on(event.day), event)
        if told is not None:
            return told
    return None


def _case(book: Book, step: Step, case: Case, event: Event) -> Refusal | None:
    assert step.of is not None
    if case.state not in step.of:
        allowed = ", ".join(sorted(step.of))
        return refuse("state", action=step.action, case=case.id, state=case.state.value, allowed=allowed)
    return next(filter(None, (guard(book, case, event) for guard in step.guards)), None)
