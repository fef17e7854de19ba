"""One measure on one day, before any situation: what no fact can change is answered once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.judge import binding, item
from debadge.judge.law import Law
from debadge.judge.road import Held, held_on
from debadge.model.duty import Duty
from debadge.model.finding import TestAnswer
from debadge.model.regime import LegalException, Measure, Regime


@dataclass(frozen=True, slots=True)
class Matter:
    """A measure to be judged, with the rows of its tests that ask no fact."""

    regime: Regime
    measure: Measure
    day: date
    law: Law
    force: TestAnswer
    in_force: TestAnswer
    site: TestAnswer | None  # None: the situation is asked
    acquired: TestAnswer | None
    funding: TestAnswer | None
    certificate: TestAnswer | None
    held: Held
    ways: tuple[LegalException, ...]  # the exceptions that exist on the day
    duties: tuple[Duty, ...]  # that exist on the day
    contested: tuple[Mapping[str, Any], ...]

    @classmethod
    def of(cls, regime: Regime, measure: Measure, day: date, law: Law) -> Matter:
        """Prepare one measure."""
        return cls(
            regime=regime,
            measure=measure,
            day=day,
            law=law,
            force=binding.force(regime),
            in_force=binding.in_force(measure, day),
            site=None if measure.sites or measure.core_network else item.NO_SITE,
            acquired=None if measure.acquired_after or measure.acquired_until else item.NO_CUTOFF,
            funding=None if measure.funding else item.NO_FUNDING,
            certificate=None if measure.authorised_before or measure.certificates else item.NO_CERTIFICATE,
            held=held_on(measure, day),
            ways=tuple(way for way in measure.exceptions if _exists(way, day)),
            duties=tuple(duty for duty in regime.duties if measure.id in duty.of and _exists(duty, day)),
            contested=_contested(regime, day),
        )


def matters(regimes: Iterable[Regime], day: date, law: Law) -> tuple[Matter, ...]:
    """Every measure of some regimes, in their order."""
    return tuple(Matter.of(regime, measure, day, law) for regime in regimes for measure in regime.measures)


def _exists(one: Duty | LegalException, day: date) -> bool:
    return (one.start is None or one.start <= day) and (one.until is None or day <= one.until)


def _contested(regime: Regime, day: date) -> tuple[dict[str, Any], ...]:
    return tuple(
        {
            "forum": case.forum,
            "status": case.status,
            "since": case.start.plain(),
            "says": dict(case.says),
            "source": case.source.plain(),
        }
        for case in regime.proceedings
        if case.start.earliest <= day and (case.until is None or day <= case.until)
    )
