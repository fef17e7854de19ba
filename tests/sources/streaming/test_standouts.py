"""Which rows are looked at by themselves."""

from __future__ import annotations

import pytest

from debadge.sources.interface import ReadContext, Report
from debadge.sources.streaming.settling import settle
from debadge.sources.streaming.standouts import StandOuts
from debadge.text.tables import Columns

HEAD = ["PO Number", "Description", "Manufacturer", "Qty"]


def stand_outs(columns: Columns, rows: list[list[str]]) -> StandOuts:
    context = ReadContext(columns=columns, report=Report())
    settled = settle([HEAD, *rows], "purchases", "po.csv", context)
    assert settled is not None
    return StandOuts(settled, rows[:60], context)


@pytest.mark.parametrize("order", ["45{:06}", "PO-{}", "Total-{}", "{}"])
def test_ordinary_rows_are_never_looked_at_one_by_one(
    order: str, columns: Columns, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [[order.format(n), f"Turret camera {n}", "Hikvision" if n % 2 else "", "1"] for n in range(5_000)]
    seen = stand_outs(columns, rows)
    looked: list[list[str]] = []

    def look(_: StandOuts, row: list[str]) -> bool:
        looked.append(row)
        return False

    monkeypatch.setattr(StandOuts, "_is_aside", look)
    assert list(seen.find(rows)) == []
    assert len(looked) <= (len(rows) if order.startswith("Total") else 3)


@pytest.mark.parametrize(
    "row",
    [
        ["Total", "", "", "43"],
        ["", "Total", "", "43"],
        ["", "", "Sous-total :", "43"],
        ["TOTAUX", "", "", "1 200"],
        HEAD,
        ["* without tax", "", "", ""],
    ],
)
def test_row_that_stands_out_is_found_among_many(row: list[str], columns: Columns) -> None:
    rows = [[f"45{n:06}", f"Turret camera {n}", "Hikvision", "1"] for n in range(500)]
    seen = stand_outs(columns, rows)
    assert list(seen.find([*rows, row, *rows])) == [500]
