"""Cells of the matrix: each is one that judging the plainest situation gives."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.matrix import Matrix, by_acts, by_parties, most_named
from debadge.flow.plainest import Say, plainest, said
from debadge.flow.world import World
from debadge.judge.matter import Matter
from debadge.model.words import Outcome

DAY = date(2026, 11, 22)


def say(world: World, regime: str, party: str, day: str = "2026-11-22") -> Say:
    return by_parties(world.law, date.fromisoformat(day), [party]).rows[regime][0].say


def test_list_that_binds_nobody_says_named(world: World) -> None:
    told = by_parties(world.law, DAY, ["hikvision"]).rows["us-1260h"][0]
    assert told.say is Say.NAMED
    assert told.finding is not None
    assert told.finding.outcome is Outcome.NOT_REACHED
    assert "force" in told.finding.failed_tests


@pytest.mark.parametrize(
    ("regime", "party", "day", "wanted"),
    [
        ("us-889a1a", "hikvision", "2026-11-22", Say.PROHIBITED),
        ("us-889a1a", "hikvision", "2019-08-12", Say.NOT_YET),
        ("us-889a1a", "megvii", "2026-11-22", Say.NOTHING),
        ("us-889a1a", "hikvision_canada", "2026-11-22", Say.PROHIBITED),
        ("us-889a1a", "ezviz", "2026-11-22", Say.UNKNOWN),
        ("ca-gov-hikvision-use-ban-2025", "hikvision", "2026-11-22", Say.POLICY),
        ("ca-ica-hikvision-2025", "hikvision_canada", "2026-11-22", Say.PROHIBITED),
        ("ca-ica-hikvision-2025", "hikvision", "2026-11-22", Say.UNKNOWN),
        ("us-bis-entity-list", "dahua", "2026-11-22", Say.CONDITIONAL),
        ("us-bis-affiliates-rule", "ezviz", "2026-03-01", Say.SUSPENDED),
        ("us-bis-affiliates-rule", "ezviz", "2026-11-22", Say.UNKNOWN),
        ("us-1260h", "megvii", "2024-06-01", Say.NAMED),
        ("us-1260h", "megvii", "2026-11-22", Say.NO_LONGER),
        ("us-1260h", "dahua", "2022-10-04", Say.NOT_YET),
        ("us-fcc-prior-grants-2026", "hikvision", "2026-07-10", Say.UNKNOWN),
        ("us-fcc-prior-grants-2026", "hikvision", "2026-11-22", Say.PROHIBITED),
        ("uk-wms-2022", "dahua", "2026-11-22", Say.PROHIBITED),
        ("ca-qc-arrete-2023", "hikvision", "2026-11-22", Say.PROHIBITED),
    ],
)
def test_cell_is_the_word_for_its_plainest_case(regime: str, party: str, day: str, wanted: Say, world: World) -> None:
    assert say(world, regime, party, day) is wanted


def test_badge_leaves_open_who_made_what_it_sells(world: World) -> None:
    assert say(world, "us-889a1a", "lorex") is Say.UNKNOWN
    assert say(world, "us-889a1a", "lorex", "2021-06-01") is Say.PROHIBITED  # an affiliate of Dahua then


def test_acts_of_one_party_have_a_column_each(world: World) -> None:
    told = by_acts(world.law, DAY, "hikvision", ["procure", "use", "retain"])
    row = dict(zip(told.columns, told.rows["ca-gov-property-review-2025"], strict=True))
    assert {act: cell.say for act, cell in row.items()} == {
        "procure": Say.NOTHING,
        "use": Say.REPORT_DUTY,
        "retain": Say.CONDITIONAL,
    }


def test_acts_asked_for_limit_what_parties_are_judged_by(world: World) -> None:
    told = by_parties(world.law, DAY, ["hikvision", "dahua"], ["export_to"])
    assert [cell.say for cell in told.rows["us-889a1a"]] == [Say.NOTHING, Say.NOTHING]
    assert [cell.say for cell in told.rows["us-bis-entity-list"]] == [Say.CONDITIONAL, Say.CONDITIONAL]


def cells(told: Matrix) -> int:
    return sum(len(row) for row in told.rows.values())


def test_matrix_has_a_cell_for_every_regime_and_party(world: World) -> None:
    parties = most_named(world.law)
    told = by_parties(world.law, DAY, parties)
    assert cells(told) == len(parties) * len(world.law.regimes)
    assert set(told.plain()["rows"]["us-1260h"]) == set(parties)


def test_most_named_are_first_and_counted_once_a_regime(world: World) -> None:
    counts = {
        party: sum(any(party in m.entity.named for m in r.measures) for r in world.law.regimes.values())
        for party in most_named(world.law)
    }
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
    assert len(most_named(world.law, 8)) == 8


def test_plainest_case_of_every_measure_meets_its_own_role_act_product_and_site(world: World) -> None:
    """Whatever else is open or over, the plainest case is never beside the point."""
    for regime in world.law.regimes.values():
        for measure in regime.measures:
            matter = Matter.of(regime, measure, DAY, world.law)
            found = plainest(matter, next(iter(measure.entity.named), "hikvision"))
            beside = set(found.failed_tests) - {"force", "date", "entity", "actor", "act"}
            assert not beside, (measure.regime, measure.id, beside)
            if measure.roles and measure.acts:
                assert not {"actor", "act"} & set(found.failed_tests), (measure.regime, measure.id)
            assert said(matter, found) in Say
