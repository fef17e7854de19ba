"""Judging: every measure's row of tests, and the outcome by Kleene's rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from debadge.judge import binding, item
from debadge.judge.duties import duties
from debadge.judge.entity import roads
from debadge.judge.exceptions import weigh
from debadge.judge.law import Law
from debadge.judge.road import Road
from debadge.model.finding import Finding, TestAnswer
from debadge.model.regime import Measure, Regime
from debadge.model.situation import Situation
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

_OBLIGES = frozenset({Outcome.PROHIBITED, Outcome.CONDITIONAL, Outcome.REPORT_DUTY})
_BEST = (Answer.YES, Answer.UNKNOWN, Answer.NO)


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
    return tuple(judge_one(regime, measure, asked, as_of, law) for regime in regimes for measure in regime.measures)


def heard(situation: Situation, law: Law) -> Situation:
    """The situation without a badge that no test can ask: one that nobody knows, on a thing whose maker nobody knows.

    A register may hold a hundred thousand different words in that column; they all get the same answer.
    """
    brand, maker = situation["brand"], situation["maker"]
    if not brand.known or maker.known or maker.others or brand.value in law.names:
        return situation
    return replace(situation, facts={name: fact for name, fact in situation.facts.items() if name != "brand"})


def headline(findings: Iterable[Finding]) -> Finding:
    """Of one regime's findings the first in the order prohibited, undetermined, conditional, report duty, not reached."""
    return min(findings, key=lambda finding: HEADLINE_ORDER.index(finding.outcome))


def judge_one(regime: Regime, measure: Measure, situation: Situation, as_of: date, law: Law) -> Finding:
    """One measure's answer; see `judge`."""
    because = _tests(regime, measure, situation, as_of, law)
    applied, open_ = weigh(measure.exceptions, situation)
    outcome = _outcome(measure, because, excepted=bool(applied))
    reached = outcome is not Outcome.NOT_REACHED
    condition: tuple[str, ...] = ()
    if outcome is Outcome.CONDITIONAL:
        condition = tuple(dict.fromkeys(way.kind for way in applied)) or measure.condition
    sources = (measure.source, *(way.source for way in measure.exceptions if way in applied))
    return Finding(
        regime=regime.id,
        measure=measure.id,
        act=situation["act"].value,
        force=regime.force,
        outcome=outcome,
        condition=condition,
        because=because,
        questions=_questions(because) if outcome is Outcome.UNDETERMINED else (),
        open_exceptions=open_ if reached else (),
        applied_exceptions=tuple(way.id for way in applied) if reached else (),
        not_looked=_not_looked(measure, situation, because, law),
        duties=tuple(duties(regime, measure, situation, as_of)) if outcome in _OBLIGES else (),
        citations=tuple(dict.fromkeys(sources)),
        contested=_contested(regime, as_of),
        as_of=as_of,
        fragile=outcome is Outcome.PROHIBITED and rests_on_one(because, situation),
    )


def _tests(regime: Regime, measure: Measure, situation: Situation, as_of: date, law: Law) -> tuple[TestAnswer, ...]:
    """The row of named tests, always in this order."""
    return (
        binding.force(regime, situation),
        binding.in_force(measure, situation, as_of),
        binding.actor(measure, situation),
        binding.act(measure, situation),
        *_behind(measure, situation, as_of, law),
        item.site(measure, situation),
        item.acquired(measure, situation),
        item.funding(measure, situation),
        item.certificate(measure, situation),
    )


def _behind(measure: Measure, situation: Situation, as_of: date, law: Law) -> tuple[TestAnswer, TestAnswer, TestAnswer]:
    """Entity, product and purpose by the road that leads furthest; among equals the surer entity, then the first."""
    rows = [_along(road, measure, situation) for road in roads(measure, situation, as_of, law)]
    return min(rows, key=lambda three: (_BEST.index(all_of(r.answer for r in three)), _BEST.index(three[0].answer)))


def _along(road: Road, measure: Measure, situation: Situation) -> tuple[TestAnswer, TestAnswer, TestAnswer]:
    return (
        road.row,
        item.product(measure, road.listing, situation, road.part),
        item.purpose(measure, road.listing, situation),
    )


def _outcome(measure: Measure, because: tuple[TestAnswer, ...], *, excepted: bool) -> Outcome:
    match all_of(row.answer for row in because):
        case Answer.NO:
            return Outcome.NOT_REACHED
        case Answer.UNKNOWN:
            return Outcome.UNDETERMINED
        case Answer.YES:
            return Outcome.CONDITIONAL if excepted else measure.effect


def _questions(because: tuple[TestAnswer, ...]) -> tuple[Test, ...]:
    return tuple(sorted((r.test for r in because if r.answer is Answer.UNKNOWN), key=SETTLING_ORDER.index))


def _not_looked(measure: Measure, situation: Situation, because: tuple[TestAnswer, ...], law: Law) -> tuple[str, ...]:
    """What nobody examined, where the entity test says no: an answer, but not omniscience."""
    behind = next(row for row in because if row.test in {Test.ENTITY, Test.COMPONENT})
    if behind.answer is not Answer.NO or not measure.entity.named:
        return ()
    entity = situation["entity"].value or situation["maker"].value
    missing = []
    if measure.entity.components is not Reading.EXCLUDED and not situation["component"].known:
        missing.append("component")
    if measure.entity.affiliates.kind != "excluded" and entity and not law.graph.knows(law.entity_of(entity)):
        missing.append("ownership")
    return tuple(missing)


def rests_on_one(because: tuple[TestAnswer, ...], situation: Situation) -> bool:
    """Whether one single record carries the entity test: all that names maker and legal person, or the part, is that one."""
    behind = next(row for row in because if row.test in {Test.ENTITY, Test.COMPONENT})
    names = ("component",) if behind.test is Test.COMPONENT else ("maker", "entity")
    return len({record for name in names for record in situation[name].rests_on}) == 1


def _contested(regime: Regime, as_of: date) -> tuple[dict[str, object], ...]:
    return tuple(
        {
            "forum": case.forum,
            "status": case.status,
            "since": case.start.plain(),
            "says": dict(case.says),
            "source": case.source.plain(),
        }
        for case in regime.proceedings
        if case.start.earliest <= as_of and (case.until is None or as_of <= case.until)
    )
