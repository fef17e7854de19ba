"""What is said of goods beside whose they are: no model, and nothing that parts a name from its number."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Ask

from debadge.flow.world import World
from debadge.model.words import Grade
from debadge.screen.lines.specifications import Specified


@pytest.fixture(scope="module")
def specified(world: World) -> Specified:
    return Specified(world.line_words.spellings.specifications)


@pytest.mark.parametrize(
    "text",
    [
        "4MP", "5 Mpx", "1080p", "4K", "3840x2160", "25X", "4x optical zoom", "120°", "F1.6", "1/2.8", "H.265+",
        "2.8mm", "2.8-12 mm", "50m", "30M IR", "32 inch", "8CH", "16-ch", "16 channel", "32 canaux",
        "16-kanals", "16-kanalig", "32 kanal", "8-Kanal",
        "48 port", "24P", "PoE+", "4TB", "100 Mbps", "12VDC", "12V/2A", "24 V AC", "4G", "5G", "WIFI6", "Cat 6",
        "IP67", "IK10", "12 pcs", "4 x", "3 years", "400万", "48口", "32路", "30倍变焦",
    ],
)  # fmt: skip
def test_specification_is_no_model(text: str, ask: Ask, specified: Specified) -> None:
    assert specified.bare(f"{text} dome").strip() == "dome"
    assert ask(f"Hikvision {text} camera").goods[0].found.model is None


@pytest.mark.parametrize(
    "text", ["DS-9632NI-M8/16P", "MF286R", "C6N", "P30", "2960X", "CP1 Pro", "NVR5216-16P-I", "X13"]
)
def test_number_is_no_specification(text: str, specified: Specified) -> None:
    assert specified.bare(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Hikvision 4MP DS-2CD2143G2-I", "HIKVISION CAMERA P/N: DS-2CD2143G2-I", "DS-2CD2143G2-I - Hikvision",
        "Dôme DS-2CD2143G2-I, fabricant: Hikvision", "海康威视 400万 DS-2CD2143G2-I",
        "Hikvision license plate camera DS-2CD2143G2-I",
        "Hikvision 2.8mm 4MP IP67 IK10 dome, model no. DS-2CD2143G2-I", "DS-2CD2143G2-I, 4MP dome, 2.8 mm, Hikvision",
        "CAMERA,HIKVISION,TURRET,4MP,2.8MM,DS-2CD2143G2-I", "海康威视 网络硬盘录像机 DS-2CD2143G2-I",
    ],
)  # fmt: skip
def test_name_and_number_with_specification_between_are_one(text: str, ask: Ask) -> None:
    (goods,) = ask(text).goods
    found = goods.found
    assert (found.grade, found.entity, found.model) == (Grade.PROBABLE, "hikvision", "DS-2CD2143G2-I")


@pytest.mark.parametrize("text", ["Dahua 4MP dome, Axis mount, IPC-HFW2431S", "Dahua camera, removal of IPC-HFW2431S"])
def test_name_of_another_or_an_action_parts_a_name_from_a_number(text: str, ask: Ask) -> None:
    assert all(one.found.grade is not Grade.PROBABLE for one in ask(text).goods if one.found.maker == "dahua")


def test_number_of_several_words_is_kept_behind_its_name(ask: Ask) -> None:
    assert ask("IdeaHub S2 65 inch board Huawei").goods[0].found.model == "IdeaHub S2"


def test_own_bracket_is_joined_with_its_maker_and_stays_a_part(ask: Ask) -> None:
    (goods,) = ask("Hikvision junction box DS-1280ZJ-DM18").goods
    assert (goods.action, goods.found.grade) == ("spare_or_licence", Grade.PROBABLE)


def test_length_behind_a_name_of_others_shows_no_equipment(ask: Ask) -> None:
    assert ask("RCA AUDIO CABLE 6FT").goods == ()
