"""How many units a text speaks of."""

from __future__ import annotations

import pytest

from debadge.screen.lines.reading import LineReader


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("qty: 12 dome", 12), ("12 x dome", 12), ("dome, 4 pcs", 4),
        ("摄像机 20台", 20), ("数量 3", 3), ("12 cameras", 12),
        ("dome camera x 3", 3), ("dome camera x3", 3), ("camera ×3", 3), ("摄像机*3", 3), ("dome camera (3)", 3),
        ("hikvision: 10 cameras, 2 nvr, 1 switch", 10), ("(6) hikvision dome", 6),
        ("10 ds-2cd2143g2-i", 10), ("1,000 hikvision domes", 1000),
        ("1 000 cameras", 1000), ("2.0 ea dome", 2), ("3.00 pcs dome", 3),
        ("dome camera, pack of 4", 4), ("radio pd705, lot de 25", 25),
        ("2 packs of 4", 8), ("dome pk/6", 6), ("lot de 25 cameras", 25),
        ("ten domes", 10), ("dozen domes", 12), ("dix cameras", 10),
        ("两台摄像机", 2), ("摄像机十台", 10), ("采购 20 台摄像机", 20), ("摄像机二十五台", 25), ("十五台摄像机", 15),
        ("nvr, 2 x dome, new", 2), ("supply 5 cameras", 5), ("fourniture de 8 cameras", 8),
        ("qte 2", 2), ("3 units", 3), ("supply of forty (40) crake cameras", 40), ("supply of (4) ds-2cd2143g2-i", 4),
        ("system upgrade - 45 crake cameras and 3 nvr", 45), ("25 x crake ptz", 25), ("supply of 2x ptz cameras", 2),
        ("2x ptz camera", 2), ("ptz camera 25x, 3 units", 3),
        ("ds-2cd2143g2-i dome camera, quantity 16, mounted", 16), ("cameras, qte: 8.", 8),
        ("cameras de type dome, au nombre de 12, avec supports", 12), ("ds-2cd2143g2-i 12 ea 189.00", 12), ("dome 3 pcs 100", 3),
        ("kuppelkamera, anzahl: 6", 6), ("crake switch 24x poe, 5 units", 5), ("2 x poe switch", 2), ("crake hdmi cable x 2", 2),
        ("2 x sfp-10g-sr crake", 2), ("crake nvr, 3 x", 3),
        ("fournir 16 cameras crake", 16), ("provide 16 ds-2cd2143g2-i cameras", 16), ("remplacer crake par 10 cameras", 10),
        ("摄像机采用ds-2cd2143g2-i,12台", 12), ("crake dome x5 (white)", 5), ("crake dome x4 / other dome", 4),
    ],
)  # fmt: skip
def test_count_is_told(line: str, count: int, reader: LineReader) -> None:
    assert reader.count_of(line) == count


@pytest.mark.parametrize(
    "line",
    [
        "24 port switch",
        "8 channel nvr",
        "3 year licence",
        "32 inch monitor",
        "5 metres of cable",
        "2024 camera purchase",
        "monitor 1920 x 1080",
        "camera (2024)",
        "lens 2.8 x 12 mm",
        "ds-2cd2143g2-i",
        "4mp 2.8mm",
        "qty 1,000",
        "0 x dome",
        "2.000 ea dome",
        "bracket with pack of 4 screws",
        "camera at gate ten of the yard",
        "note: 24 port switch",
        "十字路口摄像机",
        "租赁 3 个月",
        "16ch nvr",
        "",
        "po 4500012345",
        "1/2 x",
        "qty 12/3",
        "camera ptz 25x crake",
        "ptz camera 25x",
        "speed dome 44x",
        "crake 2mp 42x ptz",
        "camera 4x zoom ds-2de2a404iw",
        "crake dome 25x optical zoom",
        "recorder (16) channel",
        "system upgrade - 16 channel nvr",
        "crake switch 24x poe 4 x 10ge",
        "crake switch, 4 x 10ge sfp+ uplinks",
        "crake recorder 2 x hdmi, 1 x vga",
        "crake recorder (2 x hdmi)",
        "crake recorder, hdmi x 2",
        "crake switch 24 x 10/100/1000base-t + 4 x sfp",
        "32 kanal inspelare crake",
        "16-kanals optager",
    ],
)
def test_number_that_counts_nothing_is_none(line: str, reader: LineReader) -> None:
    assert reader.count_of(line) is None
