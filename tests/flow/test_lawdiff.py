"""Two days of the law: what differs is what the date and entity tests answer differently, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.choosing import Wanted, chosen
from debadge.flow.lawdiff import Difference, lawdiff
from debadge.flow.world import World
from debadge.judge.binding import in_force
from debadge.model.words import Answer


def told(world: World, first: str, second: str, party: str | None = None) -> tuple[Difference, ...]:
    found = chosen(Wanted(party=world.law.parties[party] if party else None), world.law)
    return lawdiff(found, world.law, date.fromisoformat(first), date.fromisoformat(second), party)


def of(regime: str, several: tuple[Difference, ...]) -> list[tuple[str, str | None]]:
    return [(one.kind, one.measure) for one in several if one.regime == regime]


def test_suspension_of_the_affiliates_rule_is_the_difference_of_its_day(world: World) -> None:
    several = told(world, "2025-11-09", "2025-11-10")
    assert of("us-bis-affiliates-rule", several) == [("ended", "export-to-affiliate")]
    one = next(one for one in several if one.regime == "us-bis-affiliates-rule")
    assert one.before is not None
    assert one.after is not None
    assert (one.before.says, one.after.says) == ("date.yes", "date.suspended")
    assert "90 FR" in one.sources[-1].title
    assert "hikvision" in one.parties


def test_return_that_nobody_verified_makes_the_rule_doubtful(world: World) -> None:
    assert of("us-bis-affiliates-rule", told(world, "2026-11-09", "2026-11-10")) == [
        ("doubtful", "export-to-affiliate")
    ]


def test_window_is_doubtful_inside_and_certain_from_its_last_day(world: World) -> None:
    regime = "us-fcc-prior-grants-2026"
    assert of(regime, told(world, "2026-07-05", "2026-07-06")) == [("doubtful", "import-and-market")]
    assert of(regime, told(world, "2026-07-30", "2026-07-31")) == [("began", "import-and-market")]


def test_new_edition_tells_who_entered_and_who_left(world: World) -> None:
    several = [one for one in told(world, "2025-01-06", "2025-01-07") if one.regime == "us-1260h"]
    parties = {one.kind: set(one.parties) for one in several}
    assert parties["left"] == {"megvii"}
    assert {"autel", "quectel", "chengdu_dahua_wisdom"} <= parties["entered"]
    assert all(one.binds_nobody for one in several)


def test_party_asked_for_is_the_only_one_told(world: World) -> None:
    several = told(world, "2021-01-01", "2022-12-31", "dahua")
    assert {name for one in several for name in one.parties} == {"dahua"}


def test_case_and_unverified_listing_are_told_as_what_they_are(world: World) -> None:
    kinds = [kind for kind, _ in of("ca-ica-hikvision-2025", told(world, "2025-06-26", "2025-09-30"))]
    assert [kind for kind in kinds if kind != "duty"] == ["began", "perhaps_named", *["contested"] * 3]


def test_duties_come_with_their_measure(world: World) -> None:
    several = told(world, "2019-08-12", "2019-08-13")
    assert {one.duty for one in several if one.kind == "duty" and one.regime == "us-889a1a"} == {
        "first-report",
        "first-report-on-notice",
        "follow-up-report",
        "annual-representation",
    }


@pytest.mark.parametrize(("first", "second"), [("2018-01-01", "2026-11-22"), ("2025-11-09", "2025-11-10")])
def test_differences_are_exactly_those_of_the_date_test(first: str, second: str, world: World) -> None:
    several = told(world, first, second)
    found = {(one.regime, one.measure) for one in several if one.after}
    days = date.fromisoformat(first), date.fromisoformat(second)
    measures = [m for regime in world.law.regimes.values() for m in regime.measures]
    changed = {(m.regime, m.id) for m in measures if len({in_force(m, day).answer for day in days}) == 2}
    assert found == changed
    assert {one.after.answer for one in several if one.after and one.kind == "began"} <= {Answer.YES}


def test_same_day_has_no_difference(world: World) -> None:
    assert told(world, "2026-11-22", "2026-11-22") == ()
