"""A table to items: titles, the header, rows, totals and remarks; merged cells filled, secret columns cut first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from debadge.model.errors import FileError
from debadge.model.observation import Reject, Skip
from debadge.sources.cells import RowReader
from debadge.sources.interface import Item, ReadContext
from debadge.sources.limits import MAX_ROWS
from debadge.sources.row_kinds import RowKinds
from debadge.sources.values import Cell, is_blank, text_of
from debadge.text.dates import settle_order
from debadge.text.tables import HEADER_SEARCH_ROWS, Layout, find_layout, may_be_heading

Row = tuple[int, list[Cell]]
"""The number of a row in its file or sheet, from 1, and its cells."""

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of a merged cell: rows from 1, columns from 0."""

_MAX_FILL = 2 * MAX_ROWS  # cells that merged ranges may cover; honest ones do not overlap
_CARRIED = ("site",)  # columns in which a blank below a value repeats it, where merged cells are not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table as a reader gives it."""

    file: str
    sheet: str | None
    place: Callable[[int], str]  # row number -> locator
    rows: list[Row]
    merges: Sequence[Merge] | None  # None: not known
    exact_width: bool  # a cell beyond the header means that a separator went astray


def too_many(sheet: str | None = None) -> FileError:
    """The error for a file, or a sheet, with more rows than we read."""
    return FileError("file_too_long", limit=MAX_ROWS, **about(sheet))


def about(sheet: str | None) -> dict[str, str]:
    """What an error says of its place beside the file."""
    return {"sheet": sheet} if sheet else {}


def layout_of(table: Table, context: ReadContext) -> Layout | None:
    """Which column is what, or None if no row looks like a header."""
    top = [[text_of(cell) for cell in cells] for _, cells in table.rows[:HEADER_SEARCH_ROWS]]
    return find_layout(top, context.columns.tables["inventory"], context.columns.secrets, context.mapping)


def no_columns(table: Table) -> FileError:
    """The error for a table without a column that we understand."""
    seen = likely_headings(table)
    if not seen:
        return FileError("table_without_header", **about(table.sheet))
    return FileError("table_without_columns", columns=", ".join(seen), example=seen[0], **about(table.sheet))


def likely_headings(table: Table) -> list[str]:
    """The cells of the first row that could be headings; a row with values in it is not shown."""
    widest = max(
        (sum(1 for c in cells if text_of(c).strip()) for _, cells in table.rows[:HEADER_SEARCH_ROWS]), default=0
    )
    for _, cells in table.rows[:HEADER_SEARCH_ROWS]:
        told = [" ".join(text_of(cell).split()) for cell in cells if text_of(cell).strip()]
        if len(told) >= max(2, widest * 2 // 3):
            return told[:40] if all(map(may_be_heading, told)) else []
    return []


def read_table(table: Table, layout: Layout, context: ReadContext) -> Iterator[Item]:
    """Every row below and above the header, as observations, a reject or a skip."""
    _tell(layout, context)
    for number, cells in table.rows[: layout.row]:
        if not is_blank(cells):
            yield Skip(locator=table.place(number), reason="title_row")
    body = table.rows[layout.row + 1 :]
    rows = [(number, _without_secrets(cells, layout)) for number, cells in body]
    kinds = RowKinds(layout, context, (cells for _, cells in rows))
    own = {n: cells for (n, cells), (_, whole) in zip(rows, body, strict=True) if kinds.is_thing(cells, whole)}
    filled = (
        _carried(own, layout, table, context)
        if table.merges is None
        else filled_in(own, layout, table.merges, table.sheet)
    )
    shared = merged_counts(own, layout, table.merges or ())
    orders = {
        column: context.dates or settle_order(_texts(own.values(), column))
        for column, target in layout.of.items()
        if target.form == "day"
    }
    reader = RowReader(layout=layout, context=context, place=table.place, orders=orders)
    for (number, cells), (_, whole) in zip(rows, body, strict=True):
        if number in shared and number in own:
            yield Reject(locator=table.place(number), reason="quantity_merged", given={"value": shared[number]})
        elif number in own:
            yield from _wide(table, layout, number, cells) or reader.read(number, filled[number])
        elif not is_blank(whole):
            reason = "row_of_secrets" if is_blank(cells) else kinds.why(cells)
            yield Skip(locator=table.place(number), reason=reason)


def _wide(table: Table, layout: Layout, number: int, cells: Sequence[Cell]) -> list[Item]:
    """A reject for a row with more cells than the header has."""
    beyond = len(layout.headings)
    if not table.exact_width or is_blank(cells[beyond:]):
        return []
    given = {"cells": str(len(cells)), "columns": str(beyond)}
    return [Reject(locator=table.place(number), reason="more_cells_than_columns", given=given)]


def _texts(rows: Iterable[Sequence[Cell]], column: int) -> Iterator[str]:
    return (cell for cells in rows if column < len(cells) and isinstance(cell := cells[column], str))


def _tell(layout: Layout, context: ReadContext) -> None:
    cut = context.columns.secrets.cut
    report = context.report
    is_bought = layout.has("order_number") and layout.has("price", "order_line")
    report.record_kind = "purchase_orders" if is_bought or report.record_kind == "purchase_orders" else "asset_register"
    report.understood.update({cut(layout.heading(c)): target.name for c, target in layout.of.items()})
    report.dropped.update(cut(layout.heading(c)) for c in layout.secret)
    report.left_over.update(cut(layout.heading(c))[:120] for c in layout.left)


def _without_secrets(cells: list[Cell], layout: Layout) -> list[Cell]:
    if not layout.secret:
        return cells
    return ["" if column in layout.secret else cell for column, cell in enumerate(cells)]


def filled_in(
    own: dict[int, list[Cell]], layout: Layout, merges: Sequence[Merge], sheet: str | None
) -> dict[int, list[Cell]]:
    """The value of a merged cell in every row that it covers, in its first column.

    Not sideways: a title across ten columns is not the maker. Not for keys: one serial number is not three things.
    """
    told = {number: list(cells) for number, cells in own.items()}
    covered = 0
    for first, column, last, _ in merges:
        target = layout.of.get(column)
        if target is None or target.key or target.form == "count" or first not in told or column >= len(told[first]):
            continue
        for number in range(first + 1, last + 1):
            covered += 1
            if covered > _MAX_FILL:
                raise FileError("sheet_merged", limit=_MAX_FILL, **about(sheet))
            if number in told and column < len(told[number]) and not text_of(told[number][column]).strip():
                told[number][column] = told[first][column]
    return told


def merged_counts(own: dict[int, list[Cell]], layout: Layout, merges: Sequence[Merge]) -> dict[int, str]:
    """Rows that share one cell for their quantity: nobody can say how many each has, unless it is one each."""
    column = layout.column("quantity")
    told: dict[int, str] = {}
    for first, merged, last, _ in merges:
        if merged != column or last <= first or first not in own:
            continue
        rows = [number for number in own if first <= number <= last]
        value = text_of(own[first][merged])
        if value == str(len(rows)):
            own[first][merged] = "1"
        elif value.strip():
            told.update(dict.fromkeys(rows, value[:80]))
    return told


def _carried(own: dict[int, list[Cell]], layout: Layout, table: Table, context: ReadContext) -> dict[int, list[Cell]]:
    """A site that is named once, above the rows it is for, as a sheet with merged cells reads after saving it as text."""
    told = {number: list(cells) for number, cells in own.items()}
    for column in (c for c in map(layout.column, _CARRIED) if c is not None):
        cells = [text_of(row[column]).strip() if column < len(row) else "" for row in told.values()]
        blocks = [value for value in cells if value]
        if not cells or not cells[0] or cells.count("") * 2 < len(cells) or len(set(blocks)) < len(blocks):
            continue
        value: Cell = ""
        for row in told.values():
            if column < len(row):
                row[column] = value = row[column] if text_of(row[column]).strip() else value
        place = f"{table.file}:{table.sheet}" if table.sheet else table.file
        context.report.note(place, "site_carried_down", column=layout.heading(column), rows=str(cells.count("")))
    return told
