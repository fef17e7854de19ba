"""Workbooks as batches, one sheet after the other: read by the code that reads inventories, with the same limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from debadge.model.errors import FileError
from debadge.model.observation import Reject, Skip
from debadge.sources.importers.spreadsheet import is_prose, sheets_of, table_of
from debadge.sources.interface import ReadContext
from debadge.sources.rows import Row, Table, filled_in, likely_headings, merged_counts
from debadge.sources.streaming.batch import Rows, Told
from debadge.sources.streaming.checking import Checker, text_of_row
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.objects import BATCH
from debadge.sources.streaming.opening import Opened
from debadge.sources.streaming.settling import Settled, no_columns, settle
from debadge.sources.values import damage, is_blank, text_of
from debadge.text.tables import HEADER_SEARCH_ROWS


def read_sheets(opened: Opened, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    """Every row of every sheet. A sheet of prose is one skip, one without a column that we know a reject.

    Raises:
        FileError: Not readable as a workbook, too large, or no sheet has a column that says what was bought.
    """
    problems: list[tuple[Table, list[list[str]]]] = []
    waiting: list[Told] = []
    last: Rows | None = None
    number = 1
    for name, cells, merges in sheets_of(opened.whole(), context.columns.secrets.cut):
        table = table_of(opened.name, name, cells, merges)
        width = max((len(row) for _, row in table.rows), default=0)  # cells beside the last heading have none
        top = [_padded(map(text_of, row), width) for _, row in table.rows[:HEADER_SEARCH_ROWS]]
        settled = settle(top, kind.name, f"{opened.name}:{name}", context)
        if settled is None:
            if table.rows and is_prose(table):
                waiting.append((0, _prose(table, context)))
            elif table.rows:
                problems.append((table, top))
            continue
        for last in _sheet(table, settled, context, kind, number=number, told=waiting):
            number = last.first + last.count
            yield last
        waiting = []
    if last is None:
        raise no_columns(_first(problems[0][1]), kind, context) if problems else FileError("workbook_without_list")
    waiting += [(0, _without_columns(table)) for table, _ in problems]
    if waiting:
        yield Rows(layout=last.layout, rows=[], prefix=last.prefix, places=(), first=number, told=tuple(waiting))


def _padded(cells: Iterable[str], width: int) -> list[str]:
    told = list(cells)
    return [*told, *[""] * (width - len(told))]


def _prose(table: Table, context: ReadContext) -> Skip:
    """A sheet of text: all its rows stand aside."""
    texts = tuple(text_of_row(list(map(text_of, cells)), context.columns.secrets.cut) for _, cells in table.rows)
    return Skip(locator=f"{table.file}:{table.sheet}", reason="prose_sheet", texts=texts)


def _title(table: Table, row: Row, settled: Settled) -> Skip:
    text = text_of_row(list(map(text_of, row[1])), settled.row.cut)
    return Skip(locator=table.place(row[0]), reason="title_row", texts=(text,))


def _first(top: Sequence[Sequence[str]]) -> Sequence[str]:
    return next((row for row in top if any(cell.strip() for cell in row)), ())


def _without_columns(table: Table) -> Reject:
    given = {"columns": ", ".join(likely_headings(table))}
    return Reject(locator=f"{table.file}:{table.sheet}", reason="sheet_without_columns", given=given)


def _sheet(
    table: Table, settled: Settled, context: ReadContext, kind: Kind, *, number: int, told: list[Told]
) -> Iterator[Rows]:
    layout, prefix = settled.table, f"{table.file}:{table.sheet}!"
    told += [
        (0, _title(table, (row, cells), settled))
        for row, cells in table.rows[: settled.row_index]
        if not is_blank(cells)
    ]
    own = dict(table.rows[settled.row_index + 1 :])
    shared = merged_counts(own, layout, table.merges or ())
    filled = filled_in(own, layout, table.merges or (), table.sheet)
    sample = [[text_of(cell) for cell in cells] for cells in list(filled.values())[:HEADER_SEARCH_ROWS]]
    checker = Checker(settled, sample, context, kind, exact=False)
    checker.number = number
    rows: list[list[str]] = []
    places: list[int | str] = []
    for row, cells in filled.items():
        if row in shared:
            given = {"value": context.columns.secrets.cut(shared[row])}
            told.append((len(rows), Reject(locator=table.place(row), reason="quantity_merged", given=given)))
        else:
            rows.append(_texts((row, cells), settled, table, context))
            places.append(row)
        if len(rows) + len(told) >= BATCH:
            yield checker.batch(prefix, rows, places, told)
            rows, places, told = [], [], []
    yield checker.batch(prefix, rows, places, told)


def _texts(row: Row, settled: Settled, table: Table, context: ReadContext) -> list[str]:
    """The cells as text; a code that the spreadsheet has turned into a day or rounded is left out, and that is told."""
    number, cells = row
    told = [text_of(cell) for cell in cells]
    for column, target in settled.table.of.items():
        if target.form == "code" and column < len(cells) and (why := damage(cells[column])):
            cut = context.columns.secrets.cut
            heading = cut(settled.row.headings[column])
            context.report.note(table.place(number), why, column=heading, value=cut(told[column][:80]))
            told[column] = ""
    return told
