"""The days of a regime, walked one by one: an answer changes on every day that the file names, and on no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from debadge.judge import binding
from debadge.judge.road import listed
from debadge.model.regime import Listing, Measure, Regime
from debadge.model.words import Answer

FIRST_DAY, LAST_DAY = date(1995, 1, 1), date(2036, 12, 31)
NEXT = timedelta(days=1)
DAYS = tuple(FIRST_DAY + timedelta(n) for n in range((LAST_DAY - FIRST_DAY).days + 1))


def boundaries(regime: Regime) -> Iterator[tuple[list[str], int]]:
    """For each measure and each listing: what is wrong, and how many boundaries there are."""
    for measure in regime.measures:
        changed = _changes(lambda day, one=measure: binding.in_force(one, day).answer)  # type: ignore[misc]
        yield _compared(f"{measure.id}: in force", changed, _of_measure(measure))
        for listing in measure.entity.named.values():
            yield _compared(f"{measure.id}: {listing.party}", _changes(partial(listed, listing)), _of_listing(listing))


def _changes(answer_on: Callable[[date], Answer]) -> set[date]:
    answers = [answer_on(day) for day in DAYS]
    return {day for before, now, day in zip(answers, answers[1:], DAYS[1:], strict=False) if before is not now}


def _of_measure(measure: Measure) -> set[date]:
    days = measure.in_force
    begun = {days.start.earliest, days.start.latest} if days.start else {day for day in [days.announced] if day}
    ended = {last + NEXT for last in (days.until, days.withdrawn, *(s.until for s in days.suspensions)) if last}
    return begun | ended | {stop.start for stop in days.suspensions}


def _of_listing(listing: Listing) -> set[date]:
    begun = {listing.start.earliest, listing.start.latest} if listing.start else set()
    return begun | ({listing.until + NEXT} if listing.until else set())


def _compared(what: str, changed: set[date], named: set[date]) -> tuple[list[str], int]:
    inside = {day for day in named if FIRST_DAY < day <= LAST_DAY}
    wrong = [f"{what}: an answer changes on {day}, which the file does not name" for day in sorted(changed - inside)]
    wrong += [f"{what}: the file names {day}, on which nothing changes" for day in sorted(inside - changed)]
    return wrong, len(inside)
