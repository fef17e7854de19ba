"""The clock of a duty in words: from which event on, how long, until when."""

from __future__ import annotations

from debadge.model.duty import Duty, Term
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
