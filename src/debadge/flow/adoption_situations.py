"""Situations for an adopted rule: its plainest case on each side of each day and test, with the answers that the file gives.

They are there to be read before the direction is used, and to notice a slip in the file afterwards. They rest on one named
party and not on all, since the list follows the public one and may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from debadge.flow.adoption_case import Case, Known, Row, owned_by
from debadge.flow.plainest import plain_case
from debadge.judge.law import Law
from debadge.judge.matter import Matter
from debadge.model.days import Window
from debadge.model.regime import Measure
from debadge.model.situation import plain_value


def situations(known: Known, published: date) -> list[Row]:
    """All of them, measure by measure; ``published`` is the day of the organisation's own text."""
    return [one for measure in known.own.measures for one in _of(known, measure, published)]


def _of(known: Known, measure: Measure, published: date) -> Iterator[Row]:
    start = _first(measure)
    case = Case(known, measure, _plainest(known, measure, start), start)
    groups = {
        "days": case.days(published),
        "who": case.who(),
        "acts": case.acts(),
        "behind": case.behind(),
        "item": case.item(),
        "ways_out": case.ways_out(),
    }
    for name, rows in groups.items():
        if told := list(rows):
            says = known.english.say(f"adopt.case.{name}", measure=measure.id)
            yield {"name": says, "given": case.base, "measure": measure.id, "cases": told}


def _plainest(known: Known, measure: Measure, day: date) -> Row:
    """The facts of the plainest case, with the first party for which the measure has its effect on its first day."""
    matter = Matter.of(known.own, measure, day, known.law)
    several = _candidates(measure, known.law, matter.held[0], day)
    plain = [_plain(plain_case(matter, party).facts) for party in several]
    return next(
        (one for one in plain if (said := known.find(measure, one, day)) and said.outcome is measure.effect), plain[0]
    )


def _candidates(measure: Measure, law: Law, held: Iterable[str], day: date) -> tuple[str, ...]:
    """Who may stand in the plainest case: parties named on the day, or those under the law of a country that is asked."""
    test = measure.entity
    named = tuple(held) or tuple(test.named)
    if test.affiliates.only:
        named = tuple(one for owner in named for one in owned_by(owner, law, day) if one not in test.named) or named
    places = (*test.countries, *test.made_in, *test.countries_argued)
    here = tuple(party for place in places for party in law.established.get(place, ()))
    makers = tuple(maker.entity for maker in law.makers.values() if maker.entity in here)
    return named or tuple(dict.fromkeys((*makers, *here))) or ("hikvision",)


def _first(measure: Measure) -> date:
    start = measure.in_force.start
    assert start is not None  # an adopted measure has a day
    return start.earliest


def _plain(facts: Mapping[str, Any]) -> Row:
    """Stated facts as a file writes them."""
    return {name: _written(fact.value) for name, fact in facts.items()}


def _written(value: Any) -> Any:
    if isinstance(value, Window):
        return value.earliest.isoformat()
    return plain_value(value)
