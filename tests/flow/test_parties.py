"""Looking a party up: its owners on a day, what ended, who makes its goods, and which regimes name it."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.parties import Profile, named_by, party, plain_profile, profile
from debadge.flow.world import World
from debadge.model.errors import InputError
from debadge.model.party import Tie

DAY = date(2026, 11, 22)


def pairs(ties: tuple[Tie, ...]) -> set[tuple[str, str]]:
    return {(tie.owner, tie.owned) for tie in ties}


@pytest.fixture(scope="module")
def hikvision(world: World) -> Profile:
    return profile(world, "hikvision", DAY)


@pytest.mark.parametrize("name", ["hikvision", "海康威视", "Hangzhou Hikvision Digital Technology Co., Ltd."])
def test_party_is_found_by_any_of_its_names(name: str, world: World) -> None:
    assert party(world, name).id == "hikvision"


def test_name_of_nobody_is_refused_with_the_nearest(world: World) -> None:
    with pytest.raises(InputError, match="did you mean `hikvision`"):
        party(world, "hikvison")


def test_owners_and_those_behind_them_are_told(hikvision: Profile) -> None:
    assert {("cetc", "hikvision"), ("sasac", "hikvision")} <= pairs(hikvision.owners)
    assert {("sasac", "cetc"), ("prc_government", "sasac")} <= pairs(hikvision.above)
    assert ("hikvision", "hikvision_canada") in pairs(hikvision.owned)


def test_finding_is_told_from_its_day_on(world: World) -> None:
    before = profile(world, "hikvision", date(2026, 6, 7))
    assert ("sasac", "hikvision") not in pairs(before.owners)


@pytest.mark.parametrize(
    ("day", "owner", "former"), [("2022-11-23", "dahua", {"flir"}), ("2022-11-25", "skywatch", {"flir", "dahua"})]
)
def test_former_owner_is_told_apart_from_owner(day: str, owner: str, former: set[str], world: World) -> None:
    told = profile(world, "lorex", date.fromisoformat(day))
    assert [tie.owner for tie in told.owners] == [owner]
    assert {tie.owner for tie in told.former} == former
    assert {tie.called(told.day) for tie in told.former} == {"former_subsidiary"}


def test_maker_that_stays_after_the_sale_is_no_owner(world: World) -> None:
    told = plain_profile(profile(world, "lorex", DAY))
    assert [(one["kind"], one["maker"], one["verified"]) for one in told["goods"]] == [
        ("continuing_oem_of", "dahua", False)
    ]
    assert [one["owner"] for one in told["owned_by"]] == ["skywatch"]


def test_regimes_that_name_a_party_are_told_with_their_first_day(world: World) -> None:
    told = {one.regime: str(one.since) for one in named_by("hikvision", world.law)}
    assert told["us-889a1a"] == "2019-08-13"
    assert told["ca-ica-hikvision-2025"] == "2025-06-27"


def test_rule_for_affiliates_alone_does_not_name_the_listed_party(world: World) -> None:
    assert "us-bis-affiliates-rule" not in {one.regime for one in named_by("hikvision", world.law)}


def test_listing_that_ended_has_a_last_day(world: World) -> None:
    ends = {one.regime: one.until for one in named_by("megvii", world.law)}
    assert ends["us-1260h"] == date(2025, 1, 6)


def test_numbers_are_told_with_whether_they_were_checked(hikvision: Profile) -> None:
    told = plain_profile(hikvision)
    assert {(one["scheme"], one["value"], one["verified"]) for one in told["identifiers"]} >= {
        ("uscc", "91330000733796106P", True),
        ("fcc_grantee", "2ADTD", True),
    }
    assert all(one["source"]["title"] for one in told["identifiers"])
