"""`debadge regimes timeline`: every dated thing of the law in the order of its days, and which of them nobody has verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from debadge.flow.choosing import Chosen
from debadge.model.days import Window
from debadge.model.duty import Duty
from debadge.model.regime import Listing, Measure, Regime
from debadge.model.source import Source, Text

NEXT = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One thing that happens to the law on a day, or on some day of a window."""

    day: Window
    kind: (
        str  # begins | announced | ends | suspended | resumes | withdrawn | listed | removed | cut_off | … (law.kind.*)
    )
    regime: str
    measures: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    duty: str | None = None
    says: Text | None = None  # what a proceeding, an event or a duty says
    word: str | None = None  # the forum of a proceeding, or a word of the vocabulary's `event_kinds`
    source: Source
    verified: bool = True

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "day": self.day.plain(),
            "kind": self.kind,
            "regime": self.regime,
            "measures": list(self.measures),
            "parties": list(self.parties),
            "duty": self.duty,
            "says": dict(self.says) if self.says else None,
            "word": self.word,
            "verified": self.verified,
            "source": self.source.plain(),
        }


def timeline(
    found: Iterable[Chosen], party: str | None = None, *, first: date | None = None, last: date | None = None
) -> tuple[Dated, ...]:
    """What happens from a day to a day, earliest first; a window counts where any of its days does.

    Args:
        found: The regimes asked about, with those of their measures that are.
        party: Of parties that enter and leave only this one.
        first: None: from the beginning.
        last: None: to the end, days ahead included.
    """
    told = [one for chosen in found for one in _of_regime(chosen, party)]
    inside = (one for one in told if (not first or one.day.latest >= first) and (not last or one.day.earliest <= last))
    return tuple(sorted(inside, key=lambda one: one.day))


def _of_regime(chosen: Chosen, party: str | None) -> Iterator[Dated]:
    regime = chosen.regime
    measures = [measure for measure in regime.measures if measure.id in chosen.measures]
    told = [one for measure in measures for one in _of_measure(measure, party)]
    told += [one for duty in regime.duties if set(duty.of) & set(chosen.measures) for one in _of_duty(duty, regime)]
    told += _of_cases(regime)
    for one in _together(told):
        checked = regime.verified and one.source.grade != "general_knowledge"
        yield one if checked else replace(one, verified=False)


def _together(told: Sequence[Dated]) -> Iterator[Dated]:
    """Measures that share a day and what happens on it, and parties that enter or leave together, are told once."""
    shared: dict[object, list[Dated]] = {}
    for one in told:
        says = tuple(one.says.items()) if one.says else ()
        shared.setdefault((one.day, one.kind, one.duty, one.word, one.source, one.verified, says), []).append(one)
    for several in shared.values():
        measures = dict.fromkeys(measure for one in several for measure in one.measures)
        parties = dict.fromkeys(name for one in several for name in one.parties)
        yield replace(several[0], measures=tuple(measures), parties=tuple(parties))


def _of_measure(measure: Measure, party: str | None) -> Iterator[Dated]:
    yield from _days(measure, party)
    for listing in measure.entity.named.values():
        if party in {None, listing.party}:
            yield from _of_listing(listing, measure)
    for day in (measure.acquired_after, measure.acquired_until, measure.authorised_before):
        if day:
            yield _dated(day, "cut_off", measure)


def _days(measure: Measure, party: str | None) -> Iterator[Dated]:
    days = measure.in_force
    several = [x for x in measure.entity.named.values() if party in {None, x.party}]
    named = tuple(x.party for x in several if x.verified and _from_the_start(x, measure))
    if days.start:
        yield replace(_dated(days.start, "begins", measure), parties=named)
    elif days.announced:
        yield replace(_dated(days.announced, "announced", measure), parties=named)
    for stop in days.suspensions:
        yield replace(_dated(stop.start, "suspended", measure), source=stop.source)
        if stop.until:
            back = _dated(stop.until + NEXT, "resumes", measure)
            yield replace(back, source=stop.source, verified=stop.resumption_verified)
    if days.until:
        yield replace(_dated(days.until, "ends", measure), source=days.until_source or measure.source)
    if days.withdrawn:
        yield _dated(days.withdrawn, "withdrawn", measure)


def _of_listing(listing: Listing, measure: Measure) -> Iterator[Dated]:
    """A party enters or leaves while the measure runs; who is surely named from its first day on is told there."""
    days, source = measure.in_force, listing.source or measure.source
    begun = listing.start
    if _from_the_start(listing, measure):
        begun = None if listing.verified else days.start
    if begun:
        told = _dated(begun, "listed", measure)
        yield replace(told, parties=(listing.party,), source=source, verified=listing.verified)
    if listing.until and (days.until is None or listing.until < days.until):
        told = _dated(listing.until, "removed", measure)
        ended = listing.until_source or source
        yield replace(told, parties=(listing.party,), source=ended, verified=listing.verified)


def _from_the_start(listing: Listing, measure: Measure) -> bool:
    return listing.start is None or (measure.in_force.start is not None and listing.start <= measure.in_force.start)


def _of_duty(duty: Duty, regime: Regime) -> Iterator[Dated]:
    for day, kind in (
        (duty.start, "duty_begins"),
        (duty.starts, "clock_starts"),
        (duty.by, "due"),
        (duty.until, "duty_ends"),
    ):
        if day:
            yield _of(day, kind, regime, duty.source, duty=duty.id, says=duty.says)
    for stop in duty.interruptions:
        told = {"duty": duty.id, "says": duty.says, "verified": stop.verified}
        yield _of(stop.start, "clock_stops", regime, stop.source, **told)
        yield _of(stop.until, "clock_stop_ends", regime, stop.source, **told)


def _of_cases(regime: Regime) -> Iterator[Dated]:
    for case in regime.proceedings:
        yield _of(case.start, "case_begins", regime, case.source, says=case.says, word=case.forum)
        if case.until:
            yield _of(
                case.until, "case_ends", regime, case.until_source or case.source, says=case.says, word=case.forum
            )
    for event in regime.history:
        yield _of(event.day, "event", regime, event.source, says=event.says, word=event.kind)


def _dated(day: date | Window, kind: str, measure: Measure) -> Dated:
    return Dated(day=Window.parse(day), kind=kind, regime=measure.regime, measures=(measure.id,), source=measure.source)


def _of(day: date | Window, kind: str, regime: Regime, source: Source, **more: Any) -> Dated:
    return Dated(day=Window.parse(day), kind=kind, regime=regime.id, source=source, **more)
