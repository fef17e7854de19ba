"""The law as if a regime were quashed, stayed or repealed from a day on: what went before stays as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from debadge.model.regime import InForce, Measure, Regime


def set_aside(regimes: Iterable[Regime], ids: Collection[str], day: date) -> tuple[Regime, ...]:
    """The same regimes, of which some end on the day before ``day``; nothing of them is deleted."""
    last = day - timedelta(days=1)
    return tuple(_ended(regime, last) if regime.id in ids else regime for regime in regimes)


def _ended(regime: Regime, last: date) -> Regime:
    return replace(
        regime,
        measures=tuple(replace(measure, in_force=_until(measure.in_force, last)) for measure in regime.measures),
        duties=tuple(replace(duty, until=_earlier(duty.until, last)) for duty in regime.duties),
    )


def _until(days: InForce, last: date) -> InForce:
    return replace(days, until=_earlier(days.until, last))


def _earlier(one: date | None, other: date) -> date:
    return other if one is None else min(one, other)


def resting_on(regimes: Iterable[Regime], ids: Collection[str]) -> tuple[tuple[str, str | None], ...]:
    """Rules that take over the list or the words of one of those: (regime, measure; None: the whole of it)."""
    told: list[tuple[str, str | None]] = []
    for regime in regimes:
        if regime.id in ids:
            continue
        taken = [measure.id for measure in regime.measures if _takes(measure, ids)]
        told += [(regime.id, measure) for measure in taken] or [(regime.id, None)] * bool(
            set(regime.follows) & set(ids)
        )
    return tuple(told)


def _takes(measure: Measure, ids: Collection[str]) -> bool:
    return (measure.entity.taken_from or "").partition("/")[0] in ids
