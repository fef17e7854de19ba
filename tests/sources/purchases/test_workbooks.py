"""Purchase lines in workbooks: every sheet, merged cells, what a spreadsheet has done to codes."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
import xlsxwriter

from debadge.model.errors import FileError
from debadge.model.observation import Reject

Take = Callable[..., Any]
HEAD: list[Any] = ["PO Number", "Order Date", "Description", "Manufacturer", "Part Number", "Qty"]


def book(*sheets: tuple[str, list[list[Any]]], merge: str | None = None) -> bytes:
    """A workbook made in memory; ``merge`` is a range of the first sheet whose first cell holds for all of it."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets:
        sheet = made.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell, day if isinstance(cell, date) else None)
        if merge:
            sheet.merge_range(merge, "Hikvision")
            merge = None
    made.close()
    return stream.getvalue()


def test_row_of_a_sheet_is_a_line_with_its_place(take: Take) -> None:
    row = [4500012345, datetime(2024, 8, 7), "Turret camera", "Hikvision", "DS-2CD2143G2-I", 12]  # noqa: DTZ001  # a cell has no zone
    line = take(book(("Orders", [HEAD, row])), "po.xlsx").line
    assert (line.locator, line.order_number, line.ordered) == ("po.xlsx:Orders!2", "4500012345", "2024-08-07")
    assert (line.maker, line.part_number, line.quantity) == ("Hikvision", "DS-2CD2143G2-I", 12)


def test_numbers_go_on_from_sheet_to_sheet(take: Take) -> None:
    content = book(
        ("A", [HEAD, ["1", "", "a", "", "", 1], ["1", "", "b", "", "", "many"]]),
        ("Read me", [["These are the orders of the year."]]),
        ("B", [["Orders"], [], HEAD, ["2", "", "c", "", "", 1], ["", "", "Total", "", "", 2]]),
    )
    taken = take(content, "po.xlsx")
    assert [told.locator for told in taken.answers] == ["po.xlsx:A!2", "po.xlsx:A!3", "po.xlsx:B!4"]
    assert [(line.number, line.quantity) for line in taken.lines] == [(1, 1), (2, None), (3, 1)]
    assert {(skip.locator, skip.reason) for skip in taken.skips} == {
        ("po.xlsx:Read me", "prose_sheet"), ("po.xlsx:B!1", "title_row"), ("po.xlsx:B!5", "total_row")
    }  # fmt: skip


def test_merged_maker_holds_for_all_its_rows(take: Take) -> None:
    rows = [HEAD, *([n, "", f"camera {n}", "", "", 1] for n in range(3))]
    assert [line.maker for line in take(book(("A", rows), merge="D2:D4"), "po.xlsx").lines] == ["Hikvision"] * 3


def test_rows_that_share_a_quantity_are_rejected(take: Take) -> None:
    rows = [HEAD, *([n, "", f"camera {n}", "", "", ""] for n in range(3))]
    taken = take(book(("A", rows), merge="F2:F3"), "po.xlsx")
    assert [told.reason if isinstance(told, Reject) else told.number for told in taken.answers] == [
        "quantity_merged", "quantity_merged", 3
    ]  # fmt: skip


def test_code_that_a_spreadsheet_has_damaged_is_left_out_and_told(take: Take) -> None:
    rows = [HEAD, [1, "", "a", "", 1.2345678901234567e18, 1], [2, "", "b", "", date(2024, 3, 1), 1]]
    taken = take(book(("A", rows)), "po.xlsx")
    assert [line.part_number for line in taken.lines] == [None, None]
    assert taken.notes() == ["cell_lost_digits", "cell_became_day"]


def test_sheet_without_columns_beside_one_with_them_is_rejected(take: Take) -> None:
    content = book(("A", [HEAD, ["1", "", "a", "", "", 1]]), ("B", [["x", "y", "z"], ["1", "2", "3"], ["4", "5", "6"]]))
    taken = take(content, "po.xlsx")
    assert taken.rejects == [("po.xlsx:B", "sheet_without_columns")]
    assert len(taken.lines) == 1


def test_workbook_without_a_usable_column_names_its_headings(take: Take) -> None:
    with pytest.raises(FileError) as told:
        take(book(("A", [["colour", "size", "shape"], ["red", "1", "2"], ["blue", "3", "4"]])), "po.xlsx")
    assert (told.value.reason, told.value.given["columns"]) == ("rows_without_columns", "colour, size, shape")


def test_large_sheet_comes_in_batches(take: Take) -> None:
    rows = [HEAD, *([n, "", f"camera {n}", "", "", 1] for n in range(5_000))]
    taken = take(book(("A", rows)), "po.xlsx")
    assert [len(batch.rows) for batch in taken.batches] == [2_000, 2_000, 1_000]
    assert [line.order_number for line in taken.lines] == [str(n) for n in range(5_000)]
