"""Inventories and purchase lists as XLSX, XLS or ODS: every sheet, hidden or not, header found by content.

A row that a filter hides is a row. Formulas are read as the text or number that was stored with them, and never run.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from debadge.model.errors import FileError
from debadge.model.observation import Reject, Skip
from debadge.sources.interface import EvidenceFile, Item, ReadContext
from debadge.sources.limits import MAX_ROWS
from debadge.sources.rows import Merge, Row, Table, layout_of, likely_headings, no_columns, read_table, too_many
from debadge.sources.sheet_child import can_limit, parse_apart
from debadge.sources.sheet_safety import check
from debadge.sources.values import Cell, LostDigits, is_blank, text_of
from debadge.text.numbers import number_text

NAME = "spreadsheet"
DESCRIPTION = "format_spreadsheet"
GENERAL = False
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PANIC = "PanicException"  # of the parser's language; its class cannot be imported
_TABLE_WIDTH = 3  # filled cells in one row, in two rows: less is prose

Sheet = tuple[str, Sequence[Sequence[Any]], list[Merge] | None]
"""Name, rows of cells as the parser gives them, merged ranges if they are known."""


def sniff(head: bytes, name: str) -> bool:  # noqa: ARG001  # a name proves nothing
    """Whether this is a zip file with the parts of a workbook, or an old compound file."""
    if head.startswith(_OLE):
        return True
    return head.startswith(_ZIP) and (b"xl/" in head or b"application/vnd.oasis.opendocument.spreadsheet" in head[:200])


def read(file: EvidenceFile, context: ReadContext) -> Iterator[Item]:
    """Every row of every sheet. A sheet of prose is one skip.

    Raises:
        FileError: Not readable as a workbook, too large, or no sheet has a column that says what the things are.
    """
    content = file.content()
    problems: list[tuple[str, Table]] = []
    tables = 0
    for name, cells, merges in _shown(sheets(content), context.columns.secrets.cut):
        place = f"{file.name}:{name}"
        table = _table(file.name, name, cells, merges)
        layout = layout_of(table, context)
        if not table.rows:
            continue
        if layout is not None:
            tables += 1
            yield from read_table(table, layout, context)
        elif _is_prose(table):
            yield Skip(locator=place, reason="prose_sheet")
        else:
            problems.append((place, table))
    if problems and not tables:
        raise no_columns(problems[0][1])
    for place, table in problems:
        yield Reject(
            locator=place, reason="sheet_without_columns", given={"columns": ", ".join(likely_headings(table))}
        )
    if not tables:
        raise FileError("workbook_without_list")


def sheets(content: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook, whichever kind it is.

    Raises:
        FileError: Not readable as a workbook, or too large.
    """
    return _old_sheets(content) if content.startswith(_OLE) else _sheets(content)


def _shown(sheets: Iterator[Sheet], cut: Callable[[str], str]) -> Iterator[Sheet]:
    """The sheets with secrets cut out of their names, still told apart."""
    seen: Counter[str] = Counter()
    for title, cells, merges in sheets:
        name = cut(title)
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", cells, merges


def _sheets(content: bytes) -> Iterator[Sheet]:
    """The sheets of a new workbook, one at a time."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415  # loaded only for such a file

    check(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            ranges = sheet.merged_cell_ranges
            merges = None if ranges is None else [(r0 + 1, c0, r1 + 1, c1) for (r0, c0), (r1, c1) in ranges]
            yield title, sheet.to_python(skip_empty_area=False) if sheet.start is not None else [], merges
    except PasswordError as bad:
        raise FileError("workbook_encrypted") from bad
    except (CalamineError, OSError) as bad:
        raise _damaged(str(bad)) from bad
    except BaseException as bad:  # the parser's own panics are no Exception
        if type(bad).__name__ != _PANIC:
            raise
        raise _damaged("the parser gave up") from bad


def _old_sheets(content: bytes) -> Iterator[Sheet]:
    """The sheets of an old workbook, parsed in a process of its own."""
    if not can_limit():
        raise FileError("workbook_old")
    told = parse_apart(content)
    if told is None or "error" in told:
        raise _damaged(told["error"] if told else "the parser broke off")
    for title, sheet in told["sheets"].items():
        merges = None if sheet["merges"] is None else [(r0 + 1, c0, r1 + 1, c1) for r0, c0, r1, c1 in sheet["merges"]]
        yield title, sheet["rows"], merges


def _damaged(why: str) -> FileError:
    return FileError("workbook_damaged", why=why[:200])


def _table(file_name: str, title: str, cells: Sequence[Sequence[Any]], merges: list[Merge] | None) -> Table:
    """One sheet: the rows that hold something, with their numbers as the spreadsheet program shows them."""
    rows: list[Row] = []
    for number, row in enumerate(cells, 1):
        told = [_cell(cell) for cell in row]
        if not is_blank(told):
            rows.append((number, told))
        if len(rows) > MAX_ROWS:
            raise too_many(title)
    return Table(
        file=file_name,
        sheet=title,
        place=lambda number: f"{file_name}:{title}!{number}",
        rows=rows,
        merges=merges,
        exact_width=False,
    )


def _cell(value: Any) -> Cell:
    """A cell as text or a day. A boolean is looked at before a number, a time of day before its day."""
    told: Cell
    match value:
        case bool():
            told = "true" if value else "false"
        case int() | float():
            text = number_text(value)
            told = LostDigits(repr(value)) if text is None else text
        case datetime():
            told = value.date()
        case date():
            told = value
        case {"day": str() as day}:
            told = date.fromisoformat(day)
        case _:
            told = str(value)
    return told


def _is_prose(table: Table) -> bool:
    """Whether this is a cover, a letter or a legend: hardly two rows with three cells side by side."""
    wide = sum(1 for _, cells in table.rows if sum(1 for cell in cells if text_of(cell).strip()) >= _TABLE_WIDTH)
    return wide < 2
