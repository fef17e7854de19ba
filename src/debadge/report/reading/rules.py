"""What a regime says beside its measures, a sentence for each part: duties, history, statements, cases, clauses, sources."""

from __future__ import annotations

from debadge.model.duty import Duty
from debadge.model.regime import Clause, Event, Proceeding, Regime
from debadge.model.source import Source, Text
from debadge.report.reading.clocks import clock
from debadge.report.reading.speech import Wording


def head(one: Regime, words: Wording) -> str:
    """Its id, place, force and issuer."""
    return words.say(
        "regimes.head",
        id=one.id,
        jurisdiction=words.word("place", one.jurisdiction),
        force=words.word("force", one.force.value),
        issuer=one.issuer,
    )


def reasons(one: Regime, words: Wording) -> str:
    """Whether the authority published its reasons."""
    return words.say("regimes.reasons.yes" if one.published_reasons else "regimes.reasons.no")


def duty(one: Duty, words: Wording) -> str:
    """What has to be done, and its clock."""
    return words.say("regimes.duty", id=one.id, says=words.text(one.says), clock=clock(one, words))


def event(one: Event, words: Wording) -> str:
    """What happened to the regime."""
    kind = words.word("event_kind", one.kind)
    return words.say("regimes.event", day=one.day, kind=kind, says=words.text(one.says))


def statement(by: str, says: Text, source: Source, words: Wording) -> str:
    """What a party says about the regime."""
    return words.say("regimes.statement", party=words.name(by), says=words.text(says), title=source.title)


def proceeding(one: Proceeding, words: Wording) -> str:
    """A case about the regime."""
    return words.say("cli.contested", forum=one.forum, says=words.text(one.says))


def clause(one: Clause, words: Wording) -> str:
    """A paragraph beside the parts that carry it out, or why none does."""
    given = {"at": one.at, "says": words.text(one.says)}
    if one.not_encoded:
        return words.say("regimes.clause.not_encoded", **given, why=words.text(one.not_encoded))
    return words.say("regimes.clause.encoded", **given, parts=", ".join(one.encoded))


def source(one: Source, words: Wording) -> str:
    """Who says so, when that was published and read, and how good it is."""
    return words.say(
        "regimes.source",
        title=one.title,
        published=one.published or words.say("report.unknown"),
        read=one.read,
        grade=words.word("source_grade", one.grade),
    )


def recheck(one: Regime, words: Wording) -> str:
    """When it is to be read again, and where."""
    return words.say("regimes.recheck", days=one.recheck_days, at=words.text(one.recheck_at))
