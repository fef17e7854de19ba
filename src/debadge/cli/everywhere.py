"""`debadge judge FACTS.yaml --everywhere`: one block a place, short enough to read."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.cli.common import wrap
from debadge.flow.everywhere import Answered, Everywhere, Local
from debadge.flow.plainest import Say
from debadge.model.finding import Finding
from debadge.model.negative import Negative
from debadge.model.regime import Measure, Regime
from debadge.report.reading.clocks import clock
from debadge.report.reading.speech import Wording
from debadge.text.folding import fold


def lines(told: Everywhere, words: Wording) -> Iterator[str]:
    """The answer, place by place."""
    yield wrap(words.say("everywhere.head", day=told.as_of, pack=told.pack))
    kept = [words.fact(name, fact) for name, fact in told.asked.stated.plain().items()]
    yield wrap(words.say("everywhere.kept", facts="; ".join(kept) or words.say("report.none")))
    for local in told.places:
        yield ""
        yield from _local(local, told, words)
    yield ""
    for negative in told.not_found:
        yield wrap(_searched(negative, words), 0, 2)
    searched = {place for one in told.not_found for place in one.places}
    if unread := [words.word("place", code) for code in told.unread if code not in searched]:
        yield wrap(words.say("everywhere.unread", places=", ".join(sorted(unread, key=fold))), 0, 2)


def _searched(one: Negative, words: Wording) -> str:
    places = words.joined("place", one.places)
    return words.say("everywhere.not_found", places=places, day=one.as_of, says=words.text(one.says))


def _local(one: Local, told: Everywhere, words: Wording) -> Iterator[str]:
    yield words.say("law.place", place=words.word("place", one.place), code=one.place)
    if one.within:
        yield wrap(words.say("everywhere.within", place=words.joined("place", one.within)), 2)
    for measure, several in _by_measure(one, told):
        yield from _measure(measure, several, told.regimes[measure.regime], words)
    for say, rules in one.beside.items():
        yield wrap(words.say("everywhere.beside", say=words.word("say.means", say), rules=", ".join(rules)), 2, 4)
    for negative in one.not_found:
        says = words.text(negative.says)
        yield wrap(words.say("cli.not_found", day=negative.as_of, says=says, title=negative.source.title), 2, 4)
    if one.silent:
        yield wrap(words.counted("everywhere.silent", one.silent), 2)


def _by_measure(one: Local, told: Everywhere) -> list[tuple[Measure, list[Answered]]]:
    """The answers of each measure together, in the order of its first."""
    measures = {(m.regime, m.id): m for regime in told.regimes.values() for m in regime.measures}
    found: dict[tuple[str, str], list[Answered]] = {}
    for answered in one.answers:
        found.setdefault((answered.finding.regime, answered.finding.measure), []).append(answered)
    return [(measures[key], several) for key, several in found.items()]


def _measure(measure: Measure, several: list[Answered], regime: Regime, words: Wording) -> Iterator[str]:
    """Roles and acts of which it is not settled that the text means them are told in a line each, where others are meant."""
    roles, acts = set(measure.roles or measure.roles_argued), set(measure.acts or measure.acts_argued)
    sure = [one for one in several if roles & set(one.roles) and acts & set(one.acts)]
    for one in sure or several:
        yield from _answered(one, regime, words)
    if not sure:
        return
    for sentence, kind, told, argued in (
        ("regimes.roles_argued", "role", [role for one in several for role in one.roles], measure.roles_argued),
        ("regimes.acts_argued", "doing", [act for one in several for act in one.acts], measure.acts_argued),
    ):
        shown = {word for one in sure for word in (*one.roles, *one.acts)}
        if open_ := [word for word in argued if word in told and word not in shown]:
            yield wrap(words.say(sentence, words=words.joined(kind, open_)), 4, 6)


def _answered(one: Answered, regime: Regime, words: Wording) -> Iterator[str]:
    found = one.finding
    yield wrap(
        words.say(
            "everywhere.answer",
            say=words.outcome(found),
            acts=words.acts(one.acts),
            roles=words.joined("role", one.roles),
            rule=f"{found.regime}/{found.measure}",
        ),
        2,
        4,
    )
    if regime.own:
        yield wrap(words.say("cli.own", own=words.own(regime), title=words.regime(regime)), 4, 6)
    if found.condition:
        yield wrap(words.say("cli.condition", words=words.joined("condition", found.condition)), 4, 6)
    if found.questions:
        yield wrap(words.say("cli.questions", words=words.joined("test", found.questions)), 4, 6)
    if found.open_exceptions and one.say is not Say.UNKNOWN:
        yield wrap(words.say("cli.open", words=", ".join(ways_out(found, regime, words))), 4, 6)
    for duty in found.duties:
        roles = words.joined("role", duty.roles) or words.say("everywhere.everybody")
        yield wrap(words.say("everywhere.duty", id=duty.id, roles=roles, clock=clock(duty, words)), 4, 6)
    if found.contested:
        forums = "; ".join(case["forum"] for case in found.contested)
        yield wrap(words.say("everywhere.contested", forum=forums), 4, 6)


def ways_out(found: Finding, regime: Regime, words: Wording) -> list[str]:
    """The names of exceptions that nobody has claimed."""
    ways = {way.id: words.text(way.name) for m in regime.measures if m.id == found.measure for way in m.exceptions}
    return [ways[id_] for id_ in found.open_exceptions]
