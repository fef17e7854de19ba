"""Numbers and names as people spell them, that were missed once."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Ask

from debadge.model.screened import Goods


def first(ask: Ask, text: str, **cells: str) -> Goods:
    return ask(text, **cells).goods[0]


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ('16 Ch DVR "DS 7216 HUHI K2"', "hikvision"), ("ds 7608 NI K2 recorder", "hikvision"),
        ("DS-MP5504 mobile DVR", "hikvision"),
        ("Dahuatech NVR4216", "dahua"), ("萤石 C6CN 摄像头", "hikvision"),
        ("乐橙 TA2 摄像头", "dahua"), ("普联 路由器", "tp_link"), ("海思 芯片 Hi3516", "hisilicon"), ("科达摄像机", "kedacom"),
        ("大疆无人机", "dji"), ("商汤 摄像机", "sensetime"), ("同方威视 安检机", "nuctech"),
        ("Honeywell Performance Series HBW2PER1 bullet", "dahua"),
    ],
)  # fmt: skip
def test_number_or_name_is_read(text: str, maker: str, ask: Ask) -> None:
    assert first(ask, text).found.maker == maker


@pytest.mark.parametrize("number", ["HC30W45R3", "HC35W43R3"])
def test_text_and_columns_say_the_same_of_a_series(number: str, ask: Ask) -> None:
    text = first(ask, f"Honeywell {number[2:4]} Series {number} dome").found
    cells = first(ask, f"{number[2:4]} Series dome", maker="Honeywell", part_number=number).found
    assert (text.maker, text.candidates) == (cells.maker, cells.candidates)
    assert text.maker is None


def test_mineral_is_no_camera(ask: Ask) -> None:
    assert ask("萤石 矿 50吨").goods == ()
