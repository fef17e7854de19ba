"""`debadge regimes diff`: what the law says on one day that it did not on another, asked of the tests themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.flow.choosing import Chosen
from debadge.judge.law import Law
from debadge.judge.matter import Matter
from debadge.judge.road import listed
from debadge.model.finding import TestAnswer
from debadge.model.regime import Measure
from debadge.model.source import Source, Text
from debadge.model.words import Answer, all_of

_APPLIES = {Answer.YES: "began", Answer.NO: "ended", Answer.UNKNOWN: "doubtful"}
_NAMED = {Answer.YES: "entered", Answer.NO: "left", Answer.UNKNOWN: "perhaps_named"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One answer that the second day has and the first had not."""

    regime: str
    kind: str  # began | ended | doubtful; entered | left | perhaps_named; duty | duty_gone; contested | contested_gone
    measure: str | None = None
    parties: tuple[str, ...] = ()  # whom it names by that, or names no longer
    before: TestAnswer | None = None  # the date test on the first day
    after: TestAnswer | None = None  # on the second
    duty: str | None = None
    says: Text | None = None
    forum: str | None = None
    binds_nobody: bool = False
    sources: tuple[Source, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "regime": self.regime,
            "kind": self.kind,
            "measure": self.measure,
            "parties": list(self.parties),
            "before": self.before.plain() if self.before else None,
            "after": self.after.plain() if self.after else None,
            "duty": self.duty,
            "forum": self.forum,
            "says": dict(self.says) if self.says else None,
            "binds_nobody": self.binds_nobody,
            "sources": [source.plain() for source in self.sources],
        }


Both = tuple[Matter, Matter]
"""One measure on the first day and on the second."""


def lawdiff(
    found: Iterable[Chosen], law: Law, first: date, second: date, party: str | None = None
) -> tuple[Difference, ...]:
    """Every difference, regime by regime.

    Args:
        found: The regimes asked about, with those of their measures that are.
        law: Who is who.
        first: The day of the old answers.
        second: The day of the new ones; it may lie before the first, and is then read backwards.
        party: Of parties that enter and leave only this one.
    """
    return tuple(one for chosen in found for one in _of_regime(chosen, law, (first, second), party))


def _of_regime(chosen: Chosen, law: Law, days: tuple[date, date], party: str | None) -> Iterator[Difference]:
    measures = [measure for measure in chosen.regime.measures if measure.id in chosen.measures]
    several = [
        (Matter.of(chosen.regime, one, days[0], law), Matter.of(chosen.regime, one, days[1], law)) for one in measures
    ]
    for both in several:
        yield from _of_measure(both, chosen, party)
    yield from _of_duties(several)
    yield from _of_cases(several)


def _of_measure(both: Both, chosen: Chosen, party: str | None) -> Iterator[Difference]:
    before, after = both
    measure, changed = after.measure, before.in_force.answer is not after.in_force.answer
    parties: dict[Answer, list[str]] = {}
    for name, listing in measure.entity.named.items():
        told = [all_of((one.in_force.answer, listed(listing, one.day))) for one in both]
        if party in {None, name} and told[0] is not told[1]:
            parties.setdefault(told[1], []).append(name)
    nobody = chosen.binds_nobody
    if changed:
        yield Difference(
            regime=chosen.regime.id,
            measure=measure.id,
            binds_nobody=nobody,
            kind=_APPLIES[after.in_force.answer],
            parties=tuple(parties.pop(after.in_force.answer, ())),
            before=before.in_force,
            after=after.in_force,
            sources=_sources(after),
        )
    for answer, names in parties.items():
        yield Difference(
            regime=chosen.regime.id,
            measure=measure.id,
            binds_nobody=nobody,
            kind=_NAMED[answer],
            parties=tuple(names),
            sources=tuple(dict.fromkeys(_said_by(measure, name, answer) for name in names)),
        )


def _sources(after: Matter) -> tuple[Source, ...]:
    """Who says that a measure applies, or does not any more."""
    over = after.measure.in_force.until_source if after.in_force.answer is Answer.NO else None
    return tuple(dict.fromkeys((after.measure.source, *after.in_force.sources, *((over,) if over else ()))))


def _said_by(measure: Measure, name: str, answer: Answer) -> Source:
    """Who says that a party is named, or is not any more."""
    listing = measure.entity.named[name]
    ended = listing.until_source if answer is Answer.NO else None
    return ended or listing.source or measure.source


def _of_duties(several: Iterable[Both]) -> Iterator[Difference]:
    """Duties of measures that apply, or may."""
    told: tuple[dict[str, Difference], dict[str, Difference]] = ({}, {})
    for both in several:
        for kept, matter, kind in zip(told, both, ("duty_gone", "duty"), strict=True):
            for duty in matter.duties if matter.in_force.answer is not Answer.NO else ():
                kept[duty.id] = Difference(
                    regime=matter.regime.id, kind=kind, duty=duty.id, says=duty.says, sources=(duty.source,)
                )
    yield from _only(told[0], told[1])
    yield from _only(told[1], told[0])


def _of_cases(several: list[Both]) -> Iterator[Difference]:
    """Cases before a court or another authority."""
    if not several:
        return
    told = [{case["forum"]: case for case in matter.contested} for matter in several[0]]
    cited = {case.forum: case.source for case in several[0][1].regime.proceedings}
    for these, others, kind in ((told[0], told[1], "contested_gone"), (told[1], told[0], "contested")):
        for forum in (one for one in these if one not in others):
            yield Difference(
                regime=several[0][1].regime.id,
                kind=kind,
                forum=forum,
                says=these[forum]["says"],
                sources=(cited[forum],),
            )


def _only(these: Mapping[str, Difference], others: Mapping[str, Difference]) -> Iterator[Difference]:
    yield from (one for id_, one in these.items() if id_ not in others)
