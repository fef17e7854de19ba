"""Items of one line: what stands beside counted goods says nothing of them, and each good keeps its own number and action."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debadge.model.screened import LineAnswer

Ask = Callable[..., LineAnswer]


@pytest.mark.parametrize(
    "text",
    [
        "10 x Hikvision DS-2CD2047G2-L, labour 16 h",
        "10 x Hikvision DS-2CD2047G2-L\nMaintenance 1 year",
        "10 x Hikvision DS-2CD2047G2-L\nRemoval of old cameras",
        "Hikvision DS-2CD2047G2-L (10)\nDisposal of packaging",
        "1) Rack 42U Legrand\n2) 10 x DS-2CD2047G2-L\n3) Labour 16 h",
        "4) Labour 16 h\n3) 10 x Hikvision DS-2CD2047G2-L",
        "Hikvision DS-2CD2143G2-I, 12 each, 3 year warranty, training",
        "Hikvision DS-2CD2143G2-I, audit log feature",
        "Supply Hikvision DS-7616NXI-K2 NVR, training of staff",
        "Hikvision DS-7616NXI-K2, formation du personnel",
        "Remove old cameras / Hikvision DS-2CD2143G2-I x 12",
        "Dépose incluse, 12 caméras Hikvision DS-2CD2143G2-I",
        "拆除旧摄像机,新装海康威视DS-2CD3T46WDV3-I3 10台",
        "旧设备拆除及海康威视DS-2CD3T46WDV3-I3安装",
    ],
)
def test_other_items_leave_goods_bought(text: str, ask: Ask) -> None:
    assert [one.action for one in ask(text).goods] == ["buy"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("12 Hikvision DS-2CD2143G2-I cameras - removal", "removal"),
        ("12 Hikvision DS-2CD2143G2-I, to be removed", "removal"),
        ("4 Hikvision DS-7616NI-K2 (maintenance)", "service"),
        ("Hikvision CCTV system\nAnnual maintenance", "service"),
        ("Hikvision camera system, removal of old cameras", "removal"),
        ("Removal of 10\nHikvision cameras", "removal"),
        ("Training, Hikvision cameras", "mention"),
    ],
)
def test_what_is_said_of_the_goods_still_counts(text: str, action: str, ask: Ask) -> None:
    assert [one.action for one in ask(text).goods] == [action]


@pytest.mark.parametrize(
    ("text", "gone", "come"),
    [
        ("Replace 10 Hikvision cameras with Hikvision DS-2CD2047G2-L", None, "DS-2CD2047G2-L"),
        ("Remplacement de 10 caméras Hikvision par des Hikvision DS-2CD2047G2-L", None, "DS-2CD2047G2-L"),
        (
            "Remplacement de caméras Hikvision DS-2CD2142FWD-I par DS-2CD2047G2-L, qté 10",
            "DS-2CD2142FWD-I",
            "DS-2CD2047G2-L",
        ),
        (
            "Supply 10 Hikvision DS-2CD2047G2-L. Remove 10 Hikvision DS-2CD2142FWD-I.",
            "DS-2CD2142FWD-I",
            "DS-2CD2047G2-L",
        ),
    ],
)
def test_what_comes_and_what_goes_of_one_maker_are_two(text: str, gone: str | None, come: str, ask: Ask) -> None:
    told = [(one.action, one.found.model) for one in ask(text).goods]
    assert told == [("buy", come), ("removal", gone)]


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("Hikvision DS-2CD2143G2-I 4 EA\nHikvision DS-7616NI-I2 1 EA", ["DS-2CD2143G2-I", "DS-7616NI-I2"]),
        ("Hikvision DS-2CD2143G2-I, DS-2CD2142FWD-I", ["DS-2CD2143G2-I", "DS-2CD2142FWD-I"]),
        ("Hikvision DS-2CD2143G2-I x4\nEZVIZ C6N x2", ["DS-2CD2143G2-I", "C6N"]),
        ("Hikvision DS-2CD2143G2-I (replaces discontinued DS-2CD2142FWD-I) x 6", ["DS-2CD2143G2-I"]),
        ("Hikvision DS-2CD2143G2-I (DS-2CD2143G2-I 4MM)", ["DS-2CD2143G2-I"]),
    ],
)
def test_several_goods_of_one_maker_keep_their_numbers(text: str, models: list[str], ask: Ask) -> None:
    assert [one.found.model for one in ask(text).goods] == models


def test_second_number_is_as_sure_as_the_first(ask: Ask) -> None:
    assert {one.found.grade.value for one in ask("Hikvision DS-2CD2143G2-I, DS-2CD2142FWD-I").goods} == {"probable"}


def test_what_stays_is_not_bought(ask: Ask) -> None:
    told = ask("Existing Hikvision NVR DS-7616NI-I2 to remain. Supply 4 Axis P3265").goods
    assert [(one.found.maker, one.action) for one in told] == [("axis", "buy"), ("hikvision", "mention")]
    told = ask("Not Dahua: Hikvision only. 5 domes").goods
    assert [(one.found.maker, one.action) for one in told] == [("hikvision", "buy"), ("dahua", "mention")]


@pytest.mark.parametrize(
    "text",
    [
        "The existing system consists of 40 Hikvision cameras. Contractor shall quote Axis cameras.",
        "The site currently has 12 Hikvision cameras. The vendor must supply new Hanwha cameras.",
        "Cameras on site are Hikvision; supply 3 Axis cameras",
        "现场摄像机为海康威视，本次采购硬盘",
        "Existing: 30 Hikvision cameras. New: 30 Axis P3265-LVE.",
        "There are 30 Hikvision cameras currently installed at the site.",
        "Le système actuel comprend 40 caméras Hikvision. L'entrepreneur doit fournir des caméras Axis.",
        "L'école possède 20 caméras Hikvision; on demande des caméras Axis.",
        "现有海康威视摄像机40台，拟采购安讯士摄像机",
    ],
)
def test_what_is_said_to_be_there_is_not_bought(text: str, ask: Ask) -> None:
    assert [one.action for one in ask(text).goods if one.found.maker == "hikvision"] == ["mention"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The building has 12 Hikvision cameras to be removed", "removal"),
        ("现有海康威视摄像机维护保养", "service"),
        ("拆除现有海康威视摄像机", "removal"),
        ("Existing Hikvision NVR needs repair", "service"),
        ("采购海康威视摄像机20台及支架", "buy"),
        ("采购海康威视网络摄像机30台、硬盘录像机2台及配套支架", "buy"),
        ("海康威视交换机和光模块", "buy"),
        ("海康威视摄像机及硬盘维修", "service"),
        ("海康威视硬盘和支架", "spare_or_licence"),
        ("Décommissionner les caméras Hikvision", "removal"),
        ("Haul away Hikvision cameras", "removal"),
        ("Supply and install 18 no. Hikvision DS-2CD2143G2-I cameras", "buy"),
        ("Remove 18 no. Hikvision cameras", "removal"),
        ("IP camera, no Hikvision", "mention"),
        ("Discard Hikvision cameras", "removal"),
        ("Hikvision cams - pull & scrap", "removal"),
    ],
)
def test_what_is_done_to_what_is_there_or_comes_with_parts(text: str, action: str, ask: Ask) -> None:
    assert [one.action for one in ask(text).goods] == [action]
