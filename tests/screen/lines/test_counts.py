"""How many units a text speaks of."""

from __future__ import annotations

import pytest

from debadge.screen.lines.reading import LineReader


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("qty: 12 dome", 12), ("12 x dome", 12), ("dome, 4 pcs", 4), ("摄像机 20台", 20), ("数量 3", 3), ("12 cameras", 12),
        ("dome camera x 3", 3), ("dome camera x3", 3), ("camera ×3", 3), ("摄像机*3", 3), ("dome camera (3)", 3),
        ("nvr, 2 x dome, new", 2), ("supply 5 cameras", 5), ("fourniture de 8 cameras", 8), ("qte 2", 2), ("3 units", 3),
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
        "16ch nvr",
        "",
        "po 4500012345",
        "1/2 x",
        "qty 12/3",
    ],
)
def test_number_that_counts_nothing_is_none(line: str, reader: LineReader) -> None:
    assert reader.count_of(line) is None
