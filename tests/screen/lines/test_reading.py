"""Which names of a line are meant, and what goods they make."""

from __future__ import annotations

import pytest

from debadge.screen.lines.reading import LineReader


def named(reader: LineReader, text: str, commodity: str = "") -> list[str]:
    return [" ".join(one.text for one in good.namings) for good in reader.read(text, commodity).goods]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hikvision DS-2CD2143G2-I dome camera", ["Hikvision DS-2CD2143G2-I"]),
        ("Hikvision and Dahua cameras", ["Hikvision", "Dahua"]),
        ("Axis Q6135-LE camera", ["Axis Q6135-LE"]),
        ("海康威视 摄像机", ["海康威视"]),
    ],
)
def test_names_and_numbers_that_stand_together_are_one_good(text: str, told: list[str], reader: LineReader) -> None:
    assert named(reader, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Painting, 12 Axis Road", "visit to the Bosch museum", "axis of rotation",
        "Synology DS923+", "Rigol DS1054Z oscilloscope",
        "IPC-A-610 training", "HPE S5720 chassis", "PD785 pump", "LTS support",
        "CMIP6 model run", "HAC-rated headset", "AR651 valve",
        "中华为人民", "中兴路 5 号", "réparation, 15 rue de la Bosch",
    ],
)  # fmt: skip
def test_what_looks_like_a_name_or_number_is_none(text: str, reader: LineReader) -> None:
    assert not {"hikvision", "dahua", "huawei", "zte", "hytera", "uniview"} & {
        maker for good in reader.read(text).goods for maker in good.makers
    }


def test_short_number_counts_beside_its_kind_of_equipment(reader: LineReader) -> None:
    assert named(reader, "S5720 chassis") == []
    assert named(reader, "S5720-52X-SI-AC switch") == ["S5720-52X-SI-AC"]
    assert named(reader, "PD785G") == []
    assert named(reader, "PD785G", "two-way radio") == ["PD785G"]


def test_name_behind_a_number_of_its_own_is_the_same_good(reader: LineReader) -> None:
    assert named(reader, "DS-2CD2143G2-I dome, Hikvision") == ["DS-2CD2143G2-I Hikvision"]


def test_own_bracket_of_a_maker_is_a_part(reader: LineReader) -> None:
    (good,) = reader.read("Hikvision DS-1273ZJ-140").goods
    assert good.role.action == "spare_or_licence"


def test_program_is_a_licence(reader: LineReader) -> None:
    assert [good.role.action for good in reader.read("HikCentral 64 channels").goods] == ["spare_or_licence"]


@pytest.mark.parametrize(
    ("cell", "texts", "alone", "told"),
    [
        ("AXIS Q6135-LE", "camera", True, "AXIS Q6135-LE"), ("DS-2CD2143G2-I", "", True, "DS-2CD2143G2-I"),
        ("DS-2CD2143G2-I", "", False, "DS-2CD2143G2-I"), ("S5720", "switch", True, None), ("AR651W", "", True, None),
        ("AR651W", "router", True, "AR651W"),
        ("S5720-52X", "switch", False, None), ("12345", "camera", True, None), ("", "", True, None), ("axis 12", "", True, None),
    ],
)  # fmt: skip
def test_number_of_a_cell(cell: str, texts: str, *, alone: bool, told: str | None, reader: LineReader) -> None:
    assert reader.number_of(cell, texts, alone=alone) == told
