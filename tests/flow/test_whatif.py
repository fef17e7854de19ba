"""A run as if a regime fell: what may stop, what must not be undone, what was already spent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from debadge.cli.main import main
from debadge.flow.asking import Aside, ask
from debadge.flow.judge import judge_facts
from debadge.flow.whatif import WhatIf, whatif
from debadge.flow.world import World
from debadge.model.errors import InputError
from debadge.model.finding import Finding

ROOT = Path(__file__).parents[2]
PUBLIC, OWN = "ca-gov-hikvision-use-ban-2025", "harbour-office-direction"
DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whatif") / "run"
    evidence = str(ROOT / "examples" / "harbour-office")
    assert main(["check", evidence, "--as-of", "2026-11-22", "-o", str(path), "--quiet"]) == 0
    return path


def told(folder: Path, world: World, *without: str) -> WhatIf:
    return whatif(folder, without, DAY, world)


def test_what_the_own_direction_also_forbids_must_not_be_undone(folder: Path, world: World) -> None:
    found = told(folder, world, PUBLIC)
    assert found.may_stop == ()
    assert {rule for one in found.must_not_be_undone for rule, *_ in one.also} >= {OWN}


def test_what_only_the_own_direction_forbids_may_stop(folder: Path, world: World) -> None:
    found = told(folder, world, OWN)
    assert {one.regime for one in found.may_stop} == {OWN}
    assert all(PUBLIC not in [rule for rule, *_ in one.also] for one in found.may_stop if one.act == "use")


def test_without_both_nothing_holds_the_use(folder: Path, world: World) -> None:
    both = told(folder, world, PUBLIC, OWN, "ca-gov-property-review-2025")
    assert both.must_not_be_undone == ()
    assert sum(one.units for one in both.may_stop if one.act == "use" and one.regime == PUBLIC) > 0


def test_units_are_parted_and_none_is_lost(folder: Path, world: World) -> None:
    found = told(folder, world, OWN)
    mine = [g for g in found.assessment.groups if g.finding.regime == OWN and g.finding.outcome == "prohibited"]
    parted = [*found.may_stop, *found.must_not_be_undone]
    assert sorted(s for one in parted if one.outcome == "prohibited" for s in one.subjects) == sorted(
        s for group in mine for s in group.subjects
    )


def test_the_day_before_it_falls_is_judged_with_it(folder: Path, world: World) -> None:
    assert told(folder, world, PUBLIC).day == DAY
    assert whatif(folder, [PUBLIC], None, world).day == date(2026, 11, 22)


def test_rules_that_take_over_its_list_are_named(folder: Path, world: World) -> None:
    assert ("us-bis-affiliates-rule", "export-to-affiliate") in told(folder, world, "us-bis-entity-list").resting


def test_regime_that_nobody_knows_is_refused(folder: Path, world: World) -> None:
    with pytest.raises(InputError, match="did you mean `ca-gov-hikvision-use-ban-2025`"):
        told(folder, world, "ca-gov-hikvision-use-ban")


CAMERA = {"jurisdiction": "CA", "actor": ["federal_department"], "act": "use", "maker": "hikvision"}


@pytest.mark.parametrize(
    ("as_of", "start", "outcome"),
    [
        ("2026-11-22", None, "not_reached"),
        ("2026-11-22", date(2026, 11, 22), "not_reached"),
        ("2026-11-22", date(2026, 11, 23), "prohibited"),
    ],
)
def test_given_facts_are_judged_as_if_a_rule_had_fallen(
    as_of: str, start: date | None, outcome: str, world: World
) -> None:
    asking = ask(world, org=None, beside=(), as_of=date.fromisoformat(as_of), known_by=None)
    asking = replace(asking, aside=Aside(regimes=(PUBLIC,), day=start))
    judged = judge_facts(CAMERA, world, "facts", as_of=asking.as_of, asking=asking)
    assert {f.outcome for f in judged.findings if f.regime == PUBLIC} == {outcome}
    assert judged.plain()["supposed"]["without"] == [PUBLIC]
    assert [f for f in judged.findings if f.regime != PUBLIC] == others(world, asking.as_of)


def others(world: World, as_of: date) -> list[Finding]:
    return [f for f in judge_facts(CAMERA, world, "facts", as_of=as_of).findings if f.regime != PUBLIC]


def test_day_without_a_rule_and_unknown_rule_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("{jurisdiction: CA, act: use, maker: hikvision}", "utf-8")
    assert main(["judge", str(facts), "--from", "2026-12-01"]) == 2
    assert "--without" in capsys.readouterr().err
    assert main(["judge", str(facts), "--without", "ca-gov-ban"]) == 2
    assert "not a known regime" in capsys.readouterr().err
    assert main(["judge", str(facts), "--without", PUBLIC, "--as-of", "2026-12-01"]) == 0
    assert f"As if {PUBLIC} were quashed, stayed or repealed from 2026-12-01 on" in " ".join(
        capsys.readouterr().out.split()
    )


def test_fall_in_hindsight_is_judged_on_the_day_of_the_run(folder: Path, world: World) -> None:
    found = whatif(folder, (PUBLIC,), date(2025, 6, 27), world)
    assert (found.start, found.day) == (date(2025, 6, 27), date(2026, 11, 22))
    assert found.may_stop == ()
    assert {rule for one in found.must_not_be_undone for rule, *_ in one.also} >= {OWN}


def test_policy_is_never_told_as_a_prohibition(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", str(folder), "--without", PUBLIC]) == 0
    told = capsys.readouterr().out
    assert "contrary to policy" in told
    assert "prohibited" not in told
