"""Judging many situations: what a measure does not ask cannot change its answer, so equal questions share one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from debadge.judge import binding
from debadge.judge.judge import answer, heard, rests_on_one
from debadge.judge.law import Law
from debadge.judge.matter import Matter, matters
from debadge.model.finding import FindingGroup
from debadge.model.regime import Measure, Regime
from debadge.model.situation import Fact, Situation
from debadge.model.words import Answer, Outcome

Asked = tuple[Matter, tuple[str, ...]]
"""A measure on a day, and the facts that it may ask."""
_ALWAYS = ("act", "actor", "brand", "component", "controller", "entity", "jurisdiction", "maker")


def reads(measure: Measure) -> tuple[str, ...]:
    """The facts that a measure's tests and exceptions may ask."""
    listings = measure.entity.named.values()
    wanted = {
        "maker_country": bool(measure.entity.countries or measure.entity.countries_argued),
        "supplier": measure.entity.of_supplier,
        "personal_data": measure.personal_data,
        "certificate": bool(measure.certificates),
        "product": bool(measure.products or any(x.products for x in listings)),
        "purpose": bool(measure.purposes or any(x.purposes for x in listings)),
        "site_class": bool(measure.sites),
        "on_core_network": measure.core_network,
        "acquired": bool(measure.acquired_after or measure.acquired_until),
        "funding": bool(measure.funding),
        "authorised": measure.authorised_before is not None or measure.authorisation,
        "made_in": bool(measure.entity.made_in or measure.entity.made_outside or measure.subject_to == "ear"),
        **dict.fromkeys(("ship_from", "controlled_us_content"), measure.subject_to == "ear"),
    }
    asked = {name for name, is_asked in wanted.items() if is_asked} | {
        name for way in measure.exceptions for name in way.when
    }
    return (*_ALWAYS, *sorted(asked - set(_ALWAYS)))


def judge_many(
    situations: Iterable[Situation], regimes: Sequence[Regime], *, as_of: date, law: Law
) -> list[FindingGroup]:
    """As `judge` for each situation, equal findings listed once with their subjects; in the order of the regimes."""
    return judge_asked(situations, asked_on(regimes, as_of, law), law)


def asked_on(regimes: Sequence[Regime], as_of: date, law: Law) -> list[Asked]:
    """Every measure of some regimes on one day."""
    return [(matter, reads(matter.measure)) for matter in matters(regimes, as_of, law)]


def that_bind(asked: Iterable[Asked], situation: Situation) -> list[Asked]:
    """Those whose force, date and actor do not say no: for one organisation they are the same whatever the item is."""
    return [
        one
        for one in asked
        if Answer.NO not in (one[0].force.answer, one[0].in_force.answer)
        and binding.actor(one[0].measure, situation).answer is not Answer.NO
    ]


def judge_asked(situations: Iterable[Situation], asked: Sequence[Asked], law: Law) -> list[FindingGroup]:
    """As `judge_many`, of measures that are at hand."""
    groups: dict[tuple[object, ...], FindingGroup] = {}
    for alike in _alike(heard(situation, law) for situation in situations):
        bare = {name: fact._replace(rests_on=()) for name, fact in alike[0].facts.items()}
        for number, (matter, names) in enumerate(asked):
            key = (number, *(bare.get(name) for name in names))
            group = groups.get(key)
            if group is None:
                part = Situation(facts={name: bare[name] for name in names if name in bare})
                group = groups[key] = FindingGroup(finding=answer(matter, part))
            group.subjects.extend(s.subject for s in alike)
            if group.finding.outcome is Outcome.PROHIBITED:
                group.fragile.extend(s.subject for s in alike if rests_on_one(group.finding.because, s))
    return [_sorted(group) for _, group in sorted(groups.items(), key=lambda pair: (pair[0][0], pair[1].id))]


def _alike(situations: Iterable[Situation]) -> Iterator[list[Situation]]:
    """Situations whose facts are equal but for the records behind them."""
    found: dict[tuple[tuple[object, ...], ...], list[Situation]] = {}
    for situation in situations:
        found.setdefault(tuple(_key(situation.facts)), []).append(situation)
    return iter(found.values())


def _key(facts: Mapping[str, Fact]) -> Iterator[tuple[object, ...]]:
    """In the order in which the facts stand: another order is judged apart and shares its finding all the same."""
    for name, (value, basis, grade, _, others) in facts.items():
        yield name, value, basis, grade, others


def _sorted(group: FindingGroup) -> FindingGroup:
    group.subjects.sort()
    group.fragile.sort()
    return group
