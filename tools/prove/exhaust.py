"""Every measure over the whole finite vocabulary: what it can answer, what it never does, and where two measures disagree.

The tests of a measure fall into groups that read different facts (domain.py), so the answers of each group over all values of its
facts give every answer of the measure by Kleene's *and*: millions of situations by some thousand evaluations. That a test reads
no fact of another group is checked on every row, which names the facts it asked. Days are walked one by one (boundaries.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from debadge.flow.world import World
from debadge.judge import binding
from debadge.judge.judge import answer
from debadge.judge.matter import Matter
from debadge.judge.road import listed
from debadge.model.regime import LegalException, Measure, Regime
from debadge.model.situation import Fact, Situation
from debadge.model.words import Answer, Outcome
from tools.prove.boundaries import LAST_DAY, boundaries
from tools.prove.domain import ACT, GROUPS, PLACE, SHARED, Domain, Values, kind, names_of, situation

Answers = Mapping[str, Mapping[Values, tuple[Answer, ...]]]
Shared = tuple[
    str | None, str | None
]  # the place and the kind of act that a group's answer is for; None: it asks neither


@dataclass
class Told:
    """What one regime showed."""

    situations: int = 0  # covered, by the product of the groups
    wrong: list[str] = field(default_factory=list)
    boundaries: int = 0


@dataclass(frozen=True)
class Walked:
    """One measure's answers."""

    measure: Measure
    domain: Domain
    answers: Answers

    def yes(self, group: str) -> Iterator[Values]:
        """The values for which every test of a group says yes."""
        return (values for values, told in self.answers[group].items() if {*told} == {Answer.YES})


def exhaust(regime: Regime, world: World) -> Told:
    """Walk one regime."""
    told, walked = Told(), []
    for measure in regime.measures:
        domain = Domain(Matter.of(regime, measure, a_day(measure), world.law), world)
        one = Walked(measure, domain, {name: domain.answers(name) for name in GROUPS})
        walked.append(one)
        told.situations += domain.size()
        told.wrong += [f"{regime.id}/{measure.id}: {said}" for said in _faults(domain.matter, one)]
    told.wrong += [f"{regime.id}: {said}" for said in _contradictions(walked)]
    for said, count in boundaries(regime):
        told.boundaries += count
        told.wrong += [f"{regime.id}: {one}" for one in said]
    return told


def _faults(matter: Matter, one: Walked) -> Iterator[str]:
    """A measure that never takes effect though nothing in its file says so; a test that never fails; a witness that errs."""
    wanted, witness = _decides(matter), _witness(one)
    if witness is None and wanted:
        yield "no situation of the vocabulary makes it take effect"
    if witness is not None:
        outcome, expected = answer(matter, witness).outcome, _expected(matter, decides=wanted)
        if outcome is not expected:
            yield f"where every test says yes the outcome is {outcome.value}, not {expected.value}"
        yield from _dead_exceptions(one.domain, witness)
    for name in GROUPS:
        seen = {each for several in one.answers[name].values() for each in several}
        spared = name == "behind" and (matter.measure.entity.designated_by or matter.measure.entity.anyone)
        if len(seen) > 1 and Answer.NO not in seen and not spared:
            yield f"`{name}` is asked and never says no"


def _expected(matter: Matter, *, decides: bool) -> Outcome:
    if not matter.regime.force.binds:
        return Outcome.NOT_REACHED
    return matter.measure.effect if decides else Outcome.UNDETERMINED


def _dead_exceptions(domain: Domain, witness: Situation) -> Iterator[str]:
    for way in domain.matter.measure.exceptions:
        matter = _on_its_day(domain.matter, way)
        values = {name: _met(domain, name, wanted) for name, wanted in way.when.items()}
        claimed = Situation(facts={**witness.facts, **{name: Fact(value=value) for name, value in values.items()}})
        if way.id not in answer(matter, claimed).applied_exceptions and matter.regime.force.binds:
            yield f"the exception `{way.id}` never applies"


def _on_its_day(matter: Matter, way: LegalException) -> Matter:
    """The measure on a day on which an exception exists."""
    day = way.until or way.start
    return matter if way in matter.ways or day is None else Matter.of(matter.regime, matter.measure, day, matter.law)


def _met(domain: Domain, name: str, wanted: object) -> object:
    """The value of a fact that meets a condition; the first of several words for a fact that has one."""
    one = isinstance(wanted, tuple | list) and domain.words.facts[name].kind == "word"
    return domain.words.value(name, wanted[0] if one else wanted)  # type: ignore[index]  # a sequence, as was asked


def _decides(matter: Matter) -> bool:
    """Whether its own words let a measure take effect: in force some day, verified, somebody bound, somebody named."""
    measure, test = matter.measure, matter.measure.entity
    origin = test.countries or test.made_in or test.made_outside or test.anyone
    somebody = origin or any(x.verified for x in test.named.values())
    if test.affiliates.only:
        somebody = any(_owned(matter, party) for party in matter.law.parties)
    bound = bool(measure.roles and measure.acts and somebody)
    return matter.regime.force.binds and matter.regime.verified and matter.in_force.answer is Answer.YES and bound


def _owned(matter: Matter, party: str) -> bool:
    test, graph = matter.measure.entity, matter.law.graph
    return any(one.answer is Answer.YES for one in graph.standings(party, test.named, matter.day, test.affiliates))


def _witness(one: Walked) -> Situation | None:
    """A situation for which every group says yes, with one place and one act for all of them."""
    parties = one.domain.matter.law.counterparty_acts
    good: dict[tuple[str, Shared], Values] = {}
    for name in GROUPS:
        for values in one.yes(name):
            good.setdefault((name, _shared(name, values, parties)), values)
    for values in one.yes("act"):
        keys = [(name, _wanted(name, values, parties)) for name in GROUPS if name != "act"]
        if all(key in good for key in keys):
            facts = {n: v for key in keys for n, v in zip(names_of(key[0]), good[key], strict=True)}
            facts.update(zip(names_of("act"), values, strict=True))
            return situation([*facts], (*facts.values(),))
    return None


def _shared(group: str, values: Values, parties: frozenset[str]) -> Shared:
    told = dict(zip(SHARED.get(group, ()), values, strict=False))
    return told.get(PLACE), kind(told[ACT], parties) if ACT in told else None


def _wanted(group: str, values: Values, parties: frozenset[str]) -> Shared:
    """What a group must share with values of the group `act`."""
    names = SHARED.get(group, ())
    return values[0] if PLACE in names else None, kind(values[1], parties) if ACT in names else None


def _contradictions(walked: list[Walked]) -> Iterator[str]:
    """Two measures that reach one situation on one day with different effects, and do not say that they stand side by side."""
    for one, other in combinations(walked, 2):
        first, second = one.measure, other.measure
        same = (first.effect, first.condition) == (second.effect, second.condition)
        if same or first.id in second.beside or second.id in first.beside or not _a_common_day(first, second):
            continue
        if _meet(one, other):
            effects = f"`{first.id}` ({first.effect.value}) and `{second.id}` ({second.effect.value})"
            yield f"{effects} reach the same situation"


def _meet(one: Walked, other: Walked) -> bool:
    """Whether some values of the facts that both read make every group of both say yes, at one place, by one act."""
    parties = one.domain.matter.law.counterparty_acts
    common = {}
    for name in GROUPS:
        mine, theirs = _projected(one, other, name, parties), _projected(other, one, name, parties)
        common[name] = {at for at in mine.keys() & theirs.keys() if mine[at] & theirs[at]}
    acts = {values[:2] for values in one.yes("act")} & {values[:2] for values in other.yes("act")}
    return any(all(_wanted(name, at, parties) in common[name] for name in GROUPS if name != "act") for at in acts)


def _projected(one: Walked, other: Walked, group: str, parties: frozenset[str]) -> dict[Shared, set[Values]]:
    """The values of the facts that both measures read, for which all is yes, by place and kind of act."""
    places = [n for n, name in enumerate(names_of(group)) if name in GROUPS[group] and name in other.domain.read]
    found: dict[Shared, set[Values]] = defaultdict(set)
    for values in one.yes(group):
        found[_shared(group, values, parties)].add(tuple(values[n] for n in places))
    return found


def a_day(measure: Measure) -> date:
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
