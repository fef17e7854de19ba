"""Which measures of a public regime an organisation's own direction takes over, for which days, and what it cannot take over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from debadge.model.errors import ToldError
from debadge.model.regime import InForce, Measure, Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A public measure and its days in the direction."""

    public: Measure
    start: date
    until: date | None


def carried(regime: Regime, start: date, users: Sequence[str] = ()) -> tuple[Carried, ...]:
    """The measures that can be taken over on ``start``, in their order.

    What the public text begins later begins later here too, unless nothing of it has begun by then: an organisation may
    begin before the law does. A rule that is over is taken as it last stood, without an end. Suspensions and withdrawals
    are the authority's and are not taken over.

    Args:
        regime: The public rule.
        start: The first day of the direction.
        users: Other rules that take its list, told where it asks for no act itself.

    Raises:
        ToldError: Nothing can be taken over; the sentence says why.
    """
    speaking = [measure for measure in regime.measures if measure.acts or measure.acts_argued]
    if not speaking:
        raise ToldError("error.adopt.no_act", regime=regime.id, users=", ".join(users) or "—")
    if not any(_is_readable(measure) for measure in speaking):
        raise ToldError("error.adopt.unread_list", regime=regime.id)
    standing, over = _standing(speaking, start)
    origin = min(first_day(measure.in_force) for measure in standing)
    return tuple(
        Carried(
            public=measure if over else _without_past_ways(measure, start),
            start=start if first_day(measure.in_force) == origin else max(start, _surely_begun(measure)),
            until=None if over else last_day(measure),
        )
        for measure in standing
    )


def _without_past_ways(measure: Measure, start: date) -> Measure:
    """The measure without exceptions that are over: nobody could claim one under the direction."""
    return replace(measure, exceptions=tuple(w for w in measure.exceptions if w.until is None or w.until >= start))


def first_day(days: InForce) -> date:
    """The first day on which a measure may apply; of one announced without a day, that of the announcement."""
    day = days.start.earliest if days.start else days.announced
    assert day is not None  # the loader asks for one of the two
    return day


def last_day(measure: Measure) -> date | None:
    """The last day of a measure: its own, or that of the last party that it names."""
    test = measure.entity
    others = test.countries or test.countries_argued or test.made_in or test.made_outside or test.designated_by
    ends = [listing.until for listing in test.named.values()]
    if measure.in_force.until or others or not ends or None in ends:
        return measure.in_force.until
    return max(end for end in ends if end)


def _surely_begun(measure: Measure) -> date:
    """The day from which it surely applies, where it begins on one at all."""
    first = first_day(measure.in_force)
    return measure.in_force.start.latest if measure.in_force.start else first


def _is_readable(measure: Measure) -> bool:
    """Whether it says itself whom it is about, or at least partly: a list that nobody has read names nobody."""
    test = measure.entity
    return bool(
        test.named or test.countries or test.countries_argued or test.made_in or test.made_outside or test.anyone
    )


def _standing(measures: Sequence[Measure], start: date) -> tuple[list[Measure], bool]:
    """Those that are not over by a day; where all are, the last of them, and that it is so."""
    ends = [(measure, last_day(measure)) for measure in measures]
    standing = [measure for measure, until in ends if until is None or until >= start]
    if standing:
        return standing, False
    last = max(until for _, until in ends if until)
    return [measure for measure, until in ends if until == last], True
