"""Who is named in the column for makers."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Ask


def makers(ask: Ask, cell: str, text: str = "camera", number: str = "") -> list[str | None]:
    return [one.found.maker for one in ask(text, maker=cell, part_number=number).goods if one.action != "mention"]


@pytest.mark.parametrize(
    ("cell", "maker"),
    [
        ("HANGZHOU HIKVISION DIGITAL TEC", "hikvision"), ("HANGZHOU HIKVIS", "hikvision"), ("HIKVI", "hikvision"),
        ("ZHEJIANG DAHUA TECHNOL", "dahua"), ("DAHUA TECHNOLOGY CO L", "dahua"), ("HUAWEI DEVICE CO", "huawei"),
        ("HYTERA COMMUNICATIO", "hytera"), ("ZTE CORPOR", "zte"), ("ZHEJIANG UNIVIEW TECH", "uniview"),
        ("浙江大华技术", "dahua"), ("华为技术有限公", "huawei"),
    ],
)  # fmt: skip
def test_cell_that_was_cut_off_names_the_maker(cell: str, maker: str, ask: Ask) -> None:
    assert makers(ask, cell) == [maker]


@pytest.mark.parametrize(
    "cell",
    [
        "HIKVISION (PRC)", "MFR: HIKVISION", "77120 Hikvision", "HIKVISION-HK", "Fabriqué par Hikvision", "Hikvision**",
        "Hikvision or approved equal", "Hikvision ou équivalent", "Genuine Hikvision", "Hikvision, Chine", "杭州海康威视数字",
    ],
)  # fmt: skip
def test_words_beside_the_name_take_nothing_away(cell: str, ask: Ask) -> None:
    assert makers(ask, cell) == ["hikvision"]


@pytest.mark.parametrize(
    "cell",
    [
        "Not Hikvision", "non-Dahua", "other than Hikvision", "Autre que Dahua", "sans Hikvision", "Hikvision compatible",
        "Maple Security (Hikvision dealer)", "Intégrateur Dahua", "Dahua Textile", "Generic (Hikvision compatible)",
    ],
)  # fmt: skip
def test_cell_about_somebody_else_names_nobody(cell: str, ask: Ask) -> None:
    assert makers(ask, cell) == []


def test_two_makers_in_a_cell_are_both_named_and_the_number_is_of_one(ask: Ask) -> None:
    assert makers(ask, "Hikvision / Axis") == ["hikvision", "axis"]
    first, second = ask("camera", maker="Axis, Dahua", part_number="IPC-HFW2431S").goods
    assert (first.found.maker, first.found.model, second.found.model) == ("dahua", "IPC-HFW2431S", None)


def test_name_that_is_another_word_needs_a_firm_or_equipment_beside_it(ask: Ask) -> None:
    assert makers(ask, "Lorex Pharmaceuticals", "drug trial") == []
    assert makers(ask, "LOREX TECHNOLO", "4K kit") == ["dahua"]
    assert makers(ask, "Annke Innovation", "4K kit") == ["hikvision"]
    assert makers(ask, "Dahua Looms", "warp beam") == []
