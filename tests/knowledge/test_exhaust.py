"""The long proof finds what it is for: dead clauses, contradictions, days that change nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tools.prove.boundaries import boundaries
from tools.prove.exhaust import exhaust

from debadge.flow.world import World
from debadge.model.days import Window
from debadge.model.regime import InForce, LegalException, Measure, Suspension
from debadge.model.words import Force, Outcome
from debadge.testing import rules

DAY = date(2025, 7, 1)


def way(**when: Any) -> LegalException:
    return LegalException(id="way", name={}, when=when, kind="waiver", says={}, source=rules.source())


def wrong(world: World, *measures: Measure, **regime: Any) -> list[str]:
    return exhaust(replace(rules.regime("zz-use-ban", *measures), **regime), world).wrong


def test_plain_ban_has_no_fault(world: World) -> None:
    told = exhaust(rules.regime("zz-use-ban", rules.measure(exceptions=(way(claims=("waiver",)),))), world)
    assert (told.wrong, told.boundaries) == ([], 1)
    assert told.situations > 1_000


def test_rule_that_binds_nobody_is_walked_as_one(world: World) -> None:
    assert wrong(world, rules.measure(), force=Force.RESOLUTION) == []


def test_exception_that_no_situation_meets_is_dead(world: World) -> None:
    (said,) = wrong(world, rules.measure(exceptions=(way(act=("sell",), actor=("carrier",)),)))
    assert said == "zz-use-ban/use: the exception `way` never applies"


def test_measure_whose_tests_exclude_each_other_never_takes_effect(world: World) -> None:
    (said,) = wrong(world, rules.measure(market="YY"))
    assert "no situation" in said


def test_two_effects_on_one_situation_are_a_contradiction_unless_they_stand_side_by_side(world: World) -> None:
    ban, way_on = rules.measure(), rules.measure("keep", effect=Outcome.CONDITIONAL, condition=("assessment",))
    (said,) = wrong(world, ban, way_on)
    assert "`use` (prohibited) and `keep` (conditional) reach the same situation" in said
    assert wrong(world, ban, replace(way_on, beside=("use",))) == []
    assert wrong(world, ban, replace(way_on, acts=("retain",))) == []


@pytest.mark.parametrize(("last", "faults"), [(date(2025, 6, 30), 0), (DAY, 1)])
def test_measures_contradict_only_on_a_day_of_both(last: date, faults: int, world: World) -> None:
    first = rules.measure(in_force=replace(rules.measure().in_force, until=last))
    later = InForce(announced=None, start=Window(DAY, DAY), until=None)
    assert len(wrong(world, first, rules.measure("tell", effect=Outcome.REPORT_DUTY, in_force=later))) == faults


@pytest.mark.parametrize(
    ("stop", "says"), [(date(2025, 6, 20), "the file names 2025-06-20, on which nothing changes"), (DAY, None)]
)
def test_every_named_day_changes_an_answer(stop: date, says: str | None) -> None:
    held = Suspension(start=stop, until=None, resumption_verified=False, source=rules.source())
    measure = rules.measure(in_force=replace(rules.measure().in_force, suspensions=(held,)))
    told = [one for several, _ in boundaries(rules.regime("zz-use-ban", measure)) for one in several]
    assert (says is None and told == []) or (says is not None and says in " ".join(told))
