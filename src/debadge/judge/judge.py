"""Judging: every measure's row of tests, and the outcome by Kleene's rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from debadge.judge import binding, item
from debadge.judge.duties import duties
from debadge.judge.entity import party_asked, roads
from debadge.judge.exceptions import weigh
from debadge.judge.law import Law
from debadge.judge.matter import Matter, matters
from debadge.judge.road import Question, Road
from debadge.model.finding import Finding, TestAnswer
from debadge.model.regime import LegalException, Regime
from debadge.model.situation import Situation
from debadge.model.source import Source
from debadge.model.words import HEADLINE_ORDER, Answer, Outcome, Reading, Test, all_of

SETTLING_ORDER = (
    Test.PRODUCT,
    Test.ACQUIRED,
    Test.ACTOR,
    Test.ACT,
    Test.PURPOSE,
    Test.SITE,
    Test.FUNDING,
    Test.ENTITY,
    Test.CERTIFICATE,
    Test.COMPONENT,
    Test.DATE,
    Test.FORCE,
)
"""Cheapest question first: look it up, ask a colleague, go and look, ask another firm, ask counsel or an authority."""

_NEEDS = {Answer.YES: 0, Answer.UNKNOWN: 1, Answer.NO: 2}
Three = tuple[TestAnswer, TestAnswer, TestAnswer]


def judge(situation: Situation, regimes: Sequence[Regime], *, as_of: date, law: Law) -> tuple[Finding, ...]:
    """Say what each measure requires of one situation on ``as_of``.

    One finding per measure, in the order given, also for measures that do not reach the situation: those name every
    test that failed. An outcome rests on its weakest premise.

    Args:
        situation: One subject and one act; a missing fact is unknown, never no.
        regimes: Loaded and checked; dates are inclusive days of the issuer's calendar.
        as_of: Day, not instant; may lie ahead, for rules already published.
        law: Who is who and who owns whom.

    Source: the reading rules in docs/decisions/0004-three-valued-tests.md.
    """
    asked = heard(situation, law)
    return tuple(answer(matter, asked) for matter in matters(regimes, as_of, law))


def heard(situation: Situation, law: Law) -> Situation:
    """The situation without a badge that no test can ask: one that nobody knows, on a thing whose maker nobody knows.

    A register may hold a hundred thousand different words in that column; they all get the same answer.
    """
    brand, maker = situation.facts["brand"], situation.facts["maker"]
    if not brand.known or maker.known or maker.others or brand.value in law.names:
        return situation
    return replace(situation, facts={name: fact for name, fact in situation.facts.items() if name != "brand"})


def headline(findings: Iterable[Finding]) -> Finding:
    """Of one regime's findings the first in the order prohibited, undetermined, conditional, report duty, not reached."""
    return min(findings, key=lambda finding: HEADLINE_ORDER.index(finding.outcome))


def answer(matter: Matter, situation: Situation) -> Finding:
    """One measure's answer; see `judge`."""
    because = _tests(matter, situation)
    told = all_of(row.answer for row in because)
    if told is Answer.NO:
        return _finding(matter, situation, because, Outcome.NOT_REACHED)
    applied, open_ = weigh(matter.ways, situation)
    if told is Answer.UNKNOWN:
        return _finding(matter, situation, because, Outcome.UNDETERMINED, applied, open_)
    outcome = Outcome.CONDITIONAL if applied else matter.measure.effect
    return _finding(matter, situation, because, outcome, applied, open_)


def _finding(
    matter: Matter,
    situation: Situation,
    because: tuple[TestAnswer, ...],
    outcome: Outcome,
    applied: tuple[LegalException, ...] = (),
    open_: tuple[str, ...] = (),
) -> Finding:
    measure = matter.measure
    obliges = outcome is not Outcome.NOT_REACHED and outcome is not Outcome.UNDETERMINED
    return Finding(
        regime=matter.regime.id,
        measure=measure.id,
        act=situation.facts["act"].value,
        force=matter.regime.force,
        outcome=outcome,
        condition=_condition(matter, applied) if outcome is Outcome.CONDITIONAL else (),
        because=because,
        questions=_questions(because) if outcome is Outcome.UNDETERMINED else (),
        open_exceptions=open_,
        applied_exceptions=tuple(way.id for way in applied),
        not_looked=_not_looked(matter, situation, because[4]),
        duties=duties(matter, situation) if obliges and matter.duties else (),
        citations=_citations(measure.source, applied) if applied else (measure.source,),
        contested=matter.contested,
        fragile=outcome is Outcome.PROHIBITED and rests_on_one(because, situation),
        as_of=matter.day,
    )


def _condition(matter: Matter, applied: tuple[LegalException, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(way.kind for way in applied)) or matter.measure.condition


def _citations(clause: Source, applied: tuple[LegalException, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys((clause, *(way.source for way in applied))))


def _tests(matter: Matter, situation: Situation) -> tuple[TestAnswer, ...]:
    """The row of named tests, always in this order."""
    measure = matter.measure
    return (
        matter.force,
        matter.in_force,
        binding.actor(measure, situation),
        binding.act(measure, situation),
        *behind(matter, situation),
        matter.site or item.site(measure, situation),
        matter.acquired or item.acquired(measure, situation),
        matter.funding or item.funding(measure, situation),
        matter.certificate or item.certificate(measure, situation),
    )


def behind(matter: Matter, situation: Situation) -> Three:
    """Entity, product and purpose by the road that leads furthest; among equals the surer entity, then the first."""
    several = roads(Question(matter.measure, situation, matter.day, matter.law, matter.held))
    if len(several) == 1:
        return _along(several[0], matter, situation)
    return min((_along(road, matter, situation) for road in several), key=_far)


def _far(three: Three) -> tuple[int, int]:
    return _NEEDS[all_of(row.answer for row in three)], _NEEDS[three[0].answer]


def _along(road: Road, matter: Matter, situation: Situation) -> Three:
    return (
        road.row,
        item.product(matter.measure, road.listing, situation, road.part),
        item.purpose(matter.measure, road.listing, situation),
    )


def _questions(because: tuple[TestAnswer, ...]) -> tuple[Test, ...]:
    return tuple(sorted((r.test for r in because if r.answer is Answer.UNKNOWN), key=SETTLING_ORDER.index))


def _not_looked(matter: Matter, situation: Situation, behind: TestAnswer) -> tuple[str, ...]:
    """What nobody examined, where the entity test says no: an answer, but not omniscience."""
    test = matter.measure.entity
    if behind.answer is not Answer.NO or not (test.named or test.countries):
        return ()
    who = party_asked(matter.measure, situation, matter.law)
    names = (who,) if who else ("entity", "maker")
    person = next((value for name in names if (value := situation.facts[name].value)), None)
    missing = []
    by_part = who is None and test.components is not Reading.EXCLUDED
    if by_part and not situation.facts["component"].known:
        missing.append("component")
    if test.affiliates.kind != "excluded" and person and not matter.law.graph.knows(matter.law.entity_of(person)):
        missing.append("ownership")
    return tuple(missing)


def rests_on_one(because: tuple[TestAnswer, ...], situation: Situation) -> bool:
    """Whether one single record carries the entity test: all that names maker and legal person, or the part, is that one."""
    behind = next(row for row in because if row.test in {Test.ENTITY, Test.COMPONENT})
    names = ("component",) if behind.test is Test.COMPONENT else ("maker", "entity")
    return len({record for name in names for record in situation[name].rests_on}) == 1
