"""Every measure over the whole finite vocabulary: what it can answer, what it never does, and where two measures disagree.

The tests of a measure fall into groups that read different facts (`GROUPS`), so the answers of each group over all values of its
facts give every answer of the measure by Kleene's *and*: millions of situations by some thousand evaluations. That a test reads
no fact of another group is checked on every row, which names the facts it asked. Days are walked one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import combinations, product
from typing import Any

from debadge.flow.world import World
from debadge.judge import binding, item
from debadge.judge.judge import answer, behind
from debadge.judge.matter import Matter
from debadge.judge.road import listed
from debadge.model.days import Window
from debadge.model.finding import TestAnswer
from debadge.model.regime import Measure, Regime
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Answer, Outcome

OTHER = "somebody_else"
FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2036, 12, 31)
PLACE, ACT = "jurisdiction", "act"  # the two facts that more than one group reads
GROUPS: Mapping[str, tuple[str, ...]] = {
    "actor": ("actor",),
    "act": ("controller", "personal_data"),
    "behind": (
        "maker", "entity", "brand", "supplier", "component", "maker_country", "made_in", "product", "purpose", "ship_from",
        "controlled_us_content",
    ),
    "site": ("site_class", "on_core_network"),
    "acquired": ("acquired",),
    "funding": ("funding",),
    "certificate": ("authorised", "certificate"),
}  # fmt: skip
Values = tuple[Any, ...]


@dataclass
class Told:
    """What one regime showed."""

    situations: int = 0  # covered, by the product of the groups
    wrong: list[str] = field(default_factory=list)
    boundaries: int = 0


def exhaust(regime: Regime, world: World) -> Told:
    """Walk one regime."""
    told, domain = Told(), Domain(regime, world)
    yes: dict[str, dict[str, set[Values]]] = {}
    for measure in regime.measures:
        matter = Matter.of(regime, measure, _a_day(measure), world.law)
        answers = {name: domain.answers(name, matter) for name in GROUPS}
        told.situations += domain.size()
        told.wrong += [f"{regime.id}/{measure.id}: {said}" for said in _faults(matter, answers)]
        yes[measure.id] = {
            name: {values for values, several in found.items() if set(several) == {Answer.YES}}
            for name, found in answers.items()
        }
    told.wrong += [f"{regime.id}: {said}" for said in _contradictions(regime, yes)]
    for said, count in _boundaries(regime):
        told.boundaries += count
        told.wrong += [f"{regime.id}: {one}" for one in said]
    return told


class Domain:
    """The values of every fact that the measures of one regime could tell apart."""

    def __init__(self, regime: Regime, world: World) -> None:
        words, tests = world.vocabulary, [measure.entity for measure in regime.measures]
        named = sorted({party for test in tests for party in test.named})
        places = sorted({p for t in tests for p in (*t.countries, *t.countries_argued, *t.made_in, *t.made_outside)})
        listings = [x for t in tests for x in t.named.values()]
        asks_product = any(m.products for m in regime.measures) or any(x.products for x in listings)
        asks_purpose = any(m.purposes for m in regime.measures) or any(x.purposes for x in listings)
        ear = any(m.subject_to for m in regime.measures)
        cutoffs = {
            day for m in regime.measures for day in (m.acquired_after, m.acquired_until, m.authorised_before) if day
        }
        around = [None, *(Window(d + timedelta(n), d + timedelta(n)) for d in sorted(cutoffs) for n in (-1, 0, 1))]
        parties = [None, *named, OTHER]
        several = any(test.of_supplier for test in tests)
        self.values: dict[str, Sequence[Any]] = {
            "actor": [None, *((role,) for role in words.ordered["roles"])],
            "controller": [None, *words.ordered["controllers"]],
            "personal_data": [None, True, False],
            "maker": parties,
            "entity": [None, *named[:2], OTHER],
            "brand": [None, "somebody_elses_badge"],
            "supplier": parties if several else [None],
            "component": [
                None,
                *((Component(maker=one, part=part),) for one in named[:1] for part in ("recorder", "lens")),
            ],
            "maker_country": [None, *places, "XX"] if places else [None],
            "made_in": [None, *places, "US", "XX"] if places or ear else [None],
            "product": [None, *map(partial(words.value, "product"), words.ordered["products"])]
            if asks_product
            else [None],
            "purpose": [None, *((word,) for word in words.ordered["purposes"])] if asks_purpose else [None],
            "ship_from": [None, "US", "XX"] if ear else [None],
            "controlled_us_content": [None, True, False] if ear else [None],
            "site_class": [None, *((word,) for word in words.ordered["site_classes"])],
            "on_core_network": [None, True, False],
            "acquired": around,
            "funding": [None, *((word,) for word in words.ordered["fundings"])],
            "authorised": around,
            "certificate": [None, True, False, "another_kind"],
            PLACE: [None, *sorted({m.jurisdiction for m in regime.measures}), "XX"],
            ACT: [None, *words.ordered["acts"]],
        }

    def size(self) -> int:
        """How many situations there are."""
        count = 1
        for values in self.values.values():
            count *= len(values)
        return count

    def answers(self, group: str, matter: Matter) -> dict[Values, tuple[Answer, ...]]:
        """Values of the group's facts, with place and act -> the answers of its tests."""
        told = {}
        names = (*_shared(group), *GROUPS[group])
        for values in product(*(self._few(name, group, matter) for name in names)):
            situation = _situation(names, values)
            rows = _rows(group, matter, situation)
            if strangers := {name for row in rows for name in row.asked} - set(names):
                raise SystemExit(f"{matter.regime.id}: tests of `{group}` read {sorted(strangers)}")
            told[values] = tuple(row.answer for row in rows)
        return told

    def _few(self, name: str, group: str, matter: Matter) -> Sequence[Any]:
        """Of the acts only those that the entity test tells apart: one about the thing, one about another party."""
        if name != ACT or group == "act":
            return self.values[name]
        parties = matter.law.counterparty_acts
        return [
            None,
            *(sorted({a for a in self.values[ACT] if a}, key=lambda a: (a in parties, a))[i] for i in (0, -1)),
        ]


def _shared(group: str) -> tuple[str, ...]:
    return {"actor": (PLACE,), "act": (PLACE, ACT), "behind": (ACT,), "site": (ACT,)}.get(group, ())


def _situation(names: Sequence[str], values: Values) -> Situation:
    return Situation(facts={n: Fact(value=v) for n, v in zip(names, values, strict=True) if v is not None})


def _rows(group: str, matter: Matter, situation: Situation) -> tuple[TestAnswer, ...]:
    measure = matter.measure
    match group:
        case "actor":
            return (binding.actor(measure, situation),)
        case "act":
            return (binding.act(measure, situation),)
        case "behind":
            return behind(matter, situation)
        case "site":
            return (item.site(measure, situation),)
        case "acquired":
            return (item.acquired(measure, situation),)
        case "funding":
            return (item.funding(measure, situation),)
        case _:
            return (item.certificate(measure, situation),)


Answers = Mapping[str, Mapping[Values, tuple[Answer, ...]]]


def _faults(matter: Matter, answers: Answers) -> Iterator[str]:
    """A measure that never takes effect though nothing in its file says so; a test that never fails; a witness that errs."""
    wanted = _decides(matter)
    witness = _witness(answers, matter.law.counterparty_acts)
    if witness is None and wanted:
        yield "no situation of the vocabulary makes it take effect"
    if witness is not None:
        outcome = answer(matter, witness).outcome
        expected = matter.measure.effect if wanted else Outcome.UNDETERMINED
        if not matter.regime.force.binds:
            expected = Outcome.NOT_REACHED
        if outcome is not expected:
            yield f"where every test says yes the outcome is {outcome.value}, not {expected.value}"
        yield from _dead_exceptions(matter, witness)
    for name in GROUPS:
        seen = {one for several in answers[name].values() for one in several}
        listed_elsewhere = name == "behind" and matter.measure.entity.designated_by
        if len(seen) > 1 and Answer.NO not in seen and not listed_elsewhere:
            yield f"`{name}` is asked and never says no"


def _dead_exceptions(matter: Matter, witness: Situation) -> Iterator[str]:
    for way in matter.measure.exceptions:
        values = {name: (wanted,) if name == "claims" else wanted for name, wanted in way.when.items()}
        claimed = Situation(facts={**witness.facts, **{name: Fact(value=value) for name, value in values.items()}})
        if way.id not in answer(matter, claimed).applied_exceptions and matter.regime.force.binds:
            yield f"the exception `{way.id}` never applies"


def _decides(matter: Matter) -> bool:
    """Whether its own words let a measure take effect: in force some day, verified, somebody bound, somebody named."""
    measure, test = matter.measure, matter.measure.entity
    somebody = any(x.verified for x in test.named.values()) or test.countries or test.made_in or test.made_outside
    if test.affiliates.only:
        somebody = any(_owned(matter, party) for party in matter.law.parties)
    bound = bool(measure.roles and measure.acts and somebody)
    return matter.regime.force.binds and matter.regime.verified and matter.in_force.answer is Answer.YES and bound


def _owned(matter: Matter, party: str) -> bool:
    test, graph = matter.measure.entity, matter.law.graph
    return any(one.answer is Answer.YES for one in graph.standings(party, test.named, matter.day, test.affiliates))


def _witness(answers: Answers, parties: frozenset[str]) -> Situation | None:
    """A situation for which every group says yes, with one place and one act for all of them."""
    good: dict[str, dict[Values, Values]] = {}  # group -> (place, kind of act) -> values
    for name, found in answers.items():
        for values, told in found.items():
            if all(one is Answer.YES for one in told):
                good.setdefault(name, {}).setdefault(_at(name, values, parties), values)
    for values in (v for v, told in answers["act"].items() if told == (Answer.YES,)):
        place, act = values[:2]
        keys = {name: _at_of(name, place, act, parties) for name in GROUPS}
        if all(keys[name] in good.get(name, {}) for name in GROUPS if name != "act"):
            chosen = {**{name: good[name][keys[name]] for name in GROUPS if name != "act"}, "act": values}
            facts = {n: v for name, told in chosen.items() for n, v in _named(name, told)}
            return _situation([*facts, PLACE, ACT], (*facts.values(), place, act))
    return None


def _named(group: str, values: Values) -> Iterator[tuple[str, Any]]:
    return zip(GROUPS[group], values[len(_shared(group)) :], strict=True)


def _at(group: str, values: Values, parties: frozenset[str]) -> Values:
    shared = dict(zip(_shared(group), values, strict=False))
    return _at_of(group, shared.get(PLACE), shared.get(ACT), parties)


def _at_of(group: str, place: str | None, act: str | None, parties: frozenset[str]) -> Values:
    """What a group has to share with the others: the place, and whether the act is about the thing or about a party."""
    names = _shared(group)
    return (place if PLACE in names else None, (act is None, act in parties) if ACT in names else None)


def _contradictions(regime: Regime, yes: Mapping[str, Mapping[str, set[Values]]]) -> Iterator[str]:
    """Two measures that reach one situation on one day with different effects, and do not say that they stand side by side."""
    for one, other in combinations(regime.measures, 2):
        if one.effect is other.effect or one.id in other.beside or other.id in one.beside:
            continue
        if one.jurisdiction != other.jurisdiction or not _a_common_day(one, other):
            continue
        if all(yes[one.id][name] & yes[other.id][name] for name in GROUPS):
            yield f"`{one.id}` ({one.effect.value}) and `{other.id}` ({other.effect.value}) reach the same situation"


def _days() -> Iterator[date]:
    day = FIRST_DAY
    while day <= LAST_DAY:
        yield day
        day += timedelta(days=1)


def _a_day(measure: Measure) -> date:
    """A day on which the measure is in force and most of its listings hold; the last such day that anybody named."""
    named = measure.entity.named.values()
    starts = [x.start.latest for x in named if x.start] + (
        [measure.in_force.start.latest] if measure.in_force.start else []
    )
    starts += [day for day in (measure.in_force.announced, measure.in_force.until) if day]
    days = sorted({*starts, *(x.until for x in named if x.until), date(2026, 7, 31), LAST_DAY}, reverse=True)
    by_answer = {answer: [d for d in days if binding.in_force(measure, d).answer is answer] for answer in Answer}
    good = by_answer[Answer.YES] or by_answer[Answer.UNKNOWN]
    return max(good, key=lambda day: sum(listed(x, day) is Answer.YES for x in named), default=LAST_DAY)


def _a_common_day(one: Measure, other: Measure) -> bool:
    marks = {m.in_force.start.latest for m in (one, other) if m.in_force.start} | {LAST_DAY}
    return any(all(binding.in_force(m, day).answer is Answer.YES for m in (one, other)) for day in marks)


def _boundaries(regime: Regime) -> Iterator[tuple[list[str], int]]:
    """Every day on which an answer changes is one that the file names, and every day that it names changes one."""
    for measure in regime.measures:
        changed = _changes(lambda day, m=measure: binding.in_force(m, day).answer)  # type: ignore[misc]
        yield _compared(f"{measure.id}: in force", changed, _named_days(measure))
        for listing in measure.entity.named.values():
            days = {listing.start.earliest, listing.start.latest} if listing.start else set()
            days |= {listing.until + timedelta(days=1)} if listing.until else set()
            told = _changes(lambda day, x=listing: listed(x, day))  # type: ignore[misc]
            yield _compared(f"{measure.id}: {listing.party}", told, days)


def _changes(answer_on: Any) -> set[date]:
    found, before = set(), None
    for day in _days():
        now = answer_on(day)
        if before is not None and now is not before:
            found.add(day)
        before = now
    return found


def _named_days(measure: Measure) -> set[date]:
    days, told = measure.in_force, set()
    told |= {days.start.earliest, days.start.latest} if days.start else {d for d in [days.announced] if d}
    for last in (days.until, days.withdrawn, *(stop.until for stop in days.suspensions)):
        told |= {last + timedelta(days=1)} if last else set()
    return told | {stop.start for stop in days.suspensions}


def _compared(what: str, changed: set[date], named: set[date]) -> tuple[list[str], int]:
    inside = {day for day in named if FIRST_DAY < day <= LAST_DAY}
    wrong = [f"{what}: an answer changes on {day}, which the file does not name" for day in sorted(changed - inside)]
    wrong += [f"{what}: the file names {day}, on which nothing changes" for day in sorted(inside - changed)]
    return wrong, len(inside)
