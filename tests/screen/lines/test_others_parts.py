"""Parts and licences for a thing that somebody else makes."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Ask

from debadge.model.words import Grade

WATCHED = {"hikvision", "dahua", "hytera", "huawei"}


def acted(ask: Ask, text: str, **cells: str) -> list[tuple[str | None, str, Grade]]:
    goods = ask(text, **cells).goods
    return [
        (one.found.maker, one.action, one.found.grade)
        for one in goods
        if one.action != "mention" and one.found.maker in WATCHED
    ]


@pytest.mark.parametrize("maker", ["Axis", "StarTech", "Ubiquiti", "Crake Optics"])
@pytest.mark.parametrize(
    "text",
    [
        "Wall mount for Hikvision DS-2CD2143G2-I dome", "Power supply for Dahua IPC-HFW2431S",
        "Bloc d'alimentation pour caméra Hikvision DS-2CD2143G2-I", "Device licence for Hikvision DS-2CD2143G2-I",
    ],
)  # fmt: skip
def test_part_of_the_maker_in_the_column_accuses_nobody_else(text: str, maker: str, ask: Ask) -> None:
    assert acted(ask, text, maker=maker) == []


@pytest.mark.parametrize(
    "text",
    [
        "Axis bracket for Hikvision camera", "Tripp Lite power supply for Dahua NVR", "Patch cords for Hikvision cameras",
        "Câble HDMI pour enregistreur Hikvision", "SD card for Dahua camera",
        "VMS device licences (Axis, Hikvision, Dahua)", "Licence VMS, prend en charge Hikvision et Dahua",
        "Genetec licence, supports Axis and Hikvision", "Video gateway software (Dahua and Hikvision supported)",
    ],
)  # fmt: skip
def test_part_that_the_text_gives_to_somebody_else_accuses_nobody(text: str, ask: Ask) -> None:
    assert acted(ask, text) == []


@pytest.mark.parametrize(
    "text", ["Wall bracket for Hikvision DS-2CD2143G2-I", "Injecteur PoE pour caméra Hikvision DS-2CD2143G2-I"]
)
def test_part_for_a_thing_that_nobody_is_told_to_make_is_in_question(text: str, ask: Ask) -> None:
    assert acted(ask, text) == [("hikvision", "spare_or_licence", Grade.POSSIBLE)]


def test_part_that_only_its_maker_makes_stays_as_sure(ask: Ask) -> None:
    told = ("hikvision", "spare_or_licence", Grade.PROBABLE)
    assert acted(ask, "Wall mount for Hikvision dome, DS-1272ZJ-110") == [told]
    assert acted(ask, "Licence HikCentral pour 64 canaux, Hikvision") == [told]
    assert acted(ask, "Wall mount for dome", maker="Hikvision", part_number="DS-1272ZJ-110") == [told]
    (one,) = acted(ask, "Wall mount for Hikvision dome", maker="ADI", part_number="DS-1272ZJ-110")
    assert one[:2] == told[:2]


def test_other_work_on_the_thing_is_not_of_the_maker_in_the_column(ask: Ask) -> None:
    assert acted(ask, "Removal of Hikvision cameras", maker="Maple Security")[0][:2] == ("hikvision", "removal")
    assert acted(ask, "Hikvision NVR repair", maker="Maple Security")[0][:2] == ("hikvision", "service")
