"""Names as people write them, read as ids: no legal name is cleared, no slip of the pen, and no stranger is accused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from debadge.flow.judge import judge_facts
from debadge.flow.world import World
from debadge.judge.judge import headline
from debadge.model.errors import InputError

ASKED = {
    "jurisdiction": "CA",
    "actor": ["federal_department"],
    "act": "use",
    "regimes": ["ca-gov-hikvision-use-ban-2025"],
}


HOLDING = [
    *(
        "Hikvision France",
        "Hikvision (Malaysia) Sdn Bhd",
        "Hikvision, Hangzhou",
        "Hikvision ou Dahua",
        "Axis Hikvision",
    ),
    *(
        "Hikvision?",
        "Hikvision (?)",
        "HikvisionClone Ltd",
        "Hikvision Technology Co Ltd",
        "Hikvision DS-2CD2143",
        "\u6d77\u5eb7",
    ),
]
"""Names that hold a watched maker's name and are none that we know."""


def outcome(world: World, **facts: Any) -> str:
    return str(headline(judge_facts({**ASKED, **facts}, world, "facts", as_of=date(2026, 11, 22)).findings).outcome)


@pytest.mark.parametrize(
    "name",
    [
        "Hikvision",
        " hikvision ",
        "Hangzhou Hikvision Digital Technology Co., Ltd.",
        "HANGZHOU HIKVISION DIGITAL TECHNOLOGY",
        "\u6d77\u5eb7\u5a01\u89c6",
        "\u676d\u5dde\u6d77\u5eb7\u5a01\u89c6\u6570\u5b57\u6280\u672f\u80a1\u4efd\u6709\u9650\u516c\u53f8",
    ],
)
def test_legal_name_in_any_script_is_the_maker(name: str, world: World) -> None:
    assert outcome(world, maker=name) == "prohibited"
    assert outcome(world, maker="hikvision", entity=name) == "prohibited"


@pytest.mark.parametrize(
    "name", ["HiLook", "Annke", "ezviz", "unknown", "inconnu", "n/a", "hickvision", "Hikvision Inc."]
)
def test_badge_nothing_and_slip_leave_the_maker_open(name: str, world: World) -> None:
    assert outcome(world, maker=name) == "undetermined"


@pytest.mark.parametrize("name", ["Acme Cameras", "axis", "Axis", "longse", "dahua"])
def test_stranger_and_other_maker_are_not_accused(name: str, world: World) -> None:
    assert outcome(world, maker=name) == "not_reached"


@pytest.mark.parametrize("brand", ["HiLook", "hilook", "HiWatch", "LTS"])
def test_second_brand_behind_a_sure_maker_stays_open_where_the_statement_is_silent(brand: str, world: World) -> None:
    assert outcome(world, maker="hikvision", brand=brand) == "undetermined"


@pytest.mark.parametrize("name", ["Huaway", "Huwei", "Z.T.E.", "HuaweiCloud", "Huawei?"])
def test_slip_of_another_named_party_is_left_open(name: str, world: World) -> None:
    asked = {"jurisdiction": "US", "act": "procure", "product": ["telecom"], "regimes": ["us-889a1a"]}
    assert outcome(world, **asked, maker=name) == "undetermined"


def test_maker_inferred_from_a_badge_never_prohibits(world: World) -> None:
    assert outcome(world, maker={"value": "hikvision", "basis": "inferred", "grade": "confirmed"}) == "undetermined"


def test_what_was_read_as_what_is_told(world: World) -> None:
    told = judge_facts({**ASKED, "maker": "HiLook"}, world, "facts", as_of=date(2026, 11, 22)).plain()
    assert told["read_as"] == [{"fact": "maker", "given": "hilook", "as": "brand", "value": "hilook"}]


def test_maker_of_a_part_is_read_as_people_write_it(world: World) -> None:
    part = {"maker": "Hangzhou Hikvision Digital Technology Co., Ltd.", "part": "firmware"}
    assert outcome(world, maker="axis", component=[part]) == outcome(
        world, maker="axis", component=[{**part, "maker": "hikvision"}]
    )
    assert outcome(world, maker="axis", component=[part]) == "undetermined"


@pytest.mark.parametrize(
    ("fact", "value", "says"),
    [
        ("as_of", "2025-07", "one day is needed"),
        ("quantity", -4, "from 0 on"),
        ("actor", ["federal_department@Mars"], "not a country or region"),
    ],
)
def test_value_that_makes_no_sense_is_refused(fact: str, value: Any, says: str, world: World) -> None:
    with pytest.raises(InputError, match=says):
        outcome(world, **{fact: value})


@pytest.mark.parametrize("name", [*HOLDING, "HiLook", "ezviz"])
def test_part_by_somebody_who_may_be_named_is_left_open(name: str, world: World) -> None:
    asked = {"jurisdiction": "US", "act": "procure", "product": ["video_surveillance"], "purpose": ["public_safety"]}
    facts = asked | {"regimes": ["us-889a1a"], "maker": "axis", "component": [{"maker": name, "part": "main_board"}]}
    assert outcome(world, **facts) == "undetermined"
    assert outcome(world, **facts | {"maker": name, "component": None}) == "undetermined"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("SASAC", "prohibited"),
        ("sasac", "prohibited"),
        ("Gem State Office Supply", "not_reached"),
        ("unknown", "undetermined"),
    ],
)
def test_seller_is_read_by_name(name: str, says: str, world: World) -> None:
    facts = {
        "jurisdiction": "US-ID",
        "actor": ["state_agency"],
        "act": "procure",
        "supplier": name,
        "certificate": True,
    }
    judged = judge_facts({**facts, "regimes": ["us-id-67-2359"]}, world, "facts", as_of=date(2025, 6, 1))
    assert min(f.outcome for f in judged.findings if f.measure == "state-owned-contractor") == says


def test_seller_that_looks_like_a_listed_party_is_not_cleared(world: World) -> None:
    facts = {"jurisdiction": "US-ID", "actor": ["state_agency"], "act": "procure", "supplier": "Hikvison"}
    judged = judge_facts({**facts, "regimes": ["us-id-67-2359"]}, world, "facts", as_of=date(2025, 6, 1))
    assert {f.outcome for f in judged.findings} == {"undetermined"}
    assert [(one.fact, one.perhaps) for one in judged.read_as] == [("supplier", "hikvision")]
