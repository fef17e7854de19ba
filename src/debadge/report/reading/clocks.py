"""The clock of a duty in words: from which event on, how long, until when."""

from __future__ import annotations

from debadge.model.duty import Deadline, Duty, Term
from debadge.report.reading.speech import Wording


def clock(duty: Duty, words: Wording) -> str:
    """When a duty has to be done, as far as the text says."""
    event = words.word("start_event", duty.event)
    if duty.by:
        return words.say("clock.by", day=duty.by)
    term = duty.within or duty.every
    if term is None:
        told = words.say("clock.open", event=event)
    else:
        told = words.say("clock.within" if duty.within else "clock.every", term=length(term, words), event=event)
    return words.say("clock.starts", clock=told, day=duty.starts) if duty.starts else told


def length(term: Term, words: Wording) -> str:
    """A term in words."""
    one = ".one" if term.length == 1 else ""
    return words.say(f"term.{term.unit}{one}", **({} if one else {"n": term.length}))


def when(one: Deadline, words: Wording) -> str:
    """Until when, and from what that was counted."""
    told = clock(one.duty, words)
    if one.due is None:
        return words.say("deadline.beyond" if one.beyond else "deadline.open", clock=told)
    if one.due.earliest != one.due.latest:
        return words.say("deadline.window", day=one.due)
    if one.supposed:
        return words.say("deadline.supposed", day=one.due, from_day=one.counted_from)
    return words.say("deadline.due", day=one.due)
