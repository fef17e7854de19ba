"""Names of makers and badges in what people write."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.identify.names import Names, normal


@pytest.fixture(scope="module")
def names() -> Names:
    known = World.load().identifier
    return Names(known.makers, known.badges)


CELLS = [
    ("Hikvision", "hikvision", ""),
    ("HIKVISION Digital Technology Co., Ltd", "hikvision", ", Ltd"),
    ("Dahua Technology", "dahua", ""),
    ("Lorex LNB8005-C", "lorex", "LNB8005-C"),
    ("cp-plus", "cp_plus", ""),
    ("TP-Link TL-WR841N", "tp_link", "TL-WR841N"),
    ("Hanwha Vision", "hanwha", ""),
    ("IMOU_IPC-C26E", "imou", "_IPC-C26E"),
    ("HP LaserJet Enterprise M507dn", "hp", "LaserJet Enterprise M507dn"),
    ("HiLook by Hikvision", "hilook", "by Hikvision"),
    ("Hikvision / HiLook", "hikvision", "/ HiLook"),
    ("Lorex (Dahua)", "lorex", "(Dahua)"),
]


@pytest.mark.parametrize(("cell", "key", "rest"), CELLS)
def test_cell_that_begins_with_a_name(names: Names, cell: str, key: str, rest: str) -> None:
    found = names.leading(cell)
    assert found is not None
    assert found.key == key
    assert found.rest.endswith(rest)


@pytest.mark.parametrize(
    "cell",
    [
        "Dahua Supply Chain",
        "Hikari",
        "Hikvisionary",
        "Shanghai Dahua Scale Factory",
        "HIKOKI",
        "",
        "Dahua County hotel 2 nights",
        "Huawei cafe 2 webcam",
        "Dahua Hikvision",
        "Dahua / Hikvision",
    ],
)
def test_cell_of_somebody_else(names: Names, cell: str) -> None:
    assert names.leading(cell) is None


def test_names_inside_a_line_are_found_once_each(names: Names) -> None:
    assert [n.key for n in names.inside("dome by Hikvision, not the Dahua; hikvision again")] == ["hikvision", "dahua"]


def test_long_prose_is_cut(names: Names) -> None:
    assert names.inside("x " * 400 + "Hikvision") == ()


def test_name_is_compared_without_case_and_blanks() -> None:
    assert normal("  Hik\u00a0 Vision ") == "hik vision"
