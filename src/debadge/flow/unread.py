"""What of a list is read as nothing although it names somebody: told at the end, and no gate is passed with it.

A column whose heading nobody knows may say what was bought, what it replaces or who sat beside it. So nobody is accused by it;
but nor is it left in silence. Looked at are cells with letters alone, equal ones once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from operator import itemgetter

from debadge.flow.line_cells import NUMBERS, READ, cells_that_tell, makers_of
from debadge.model.observation import Skip
from debadge.model.screened import LineCells, Unread
from debadge.screen.lines.screener import LineScreener
from debadge.sources.interface import ReadContext, Report
from debadge.sources.purchases.lines import LineReader
from debadge.sources.streaming.batch import RowLayout, Rows, Told

ABOUT = ("supplier", "supplier_country", "supplier_number", "buyer", "made_in", "ship_from")
"""Columns about others than the goods: whom they name, other questions are asked of."""
BESIDE = ("commodity", "purl")
"""Columns of which no answer is made, and that may name somebody."""
_ALWAYS = frozenset({"column", "cell", "part"})  # each of their places is of a line of its own
_NUMERIC = re.compile(r"[\W\d_TZ]*")  # numbers, amounts, days and times
_MAX_KEPT = 100_000  # cells that name nobody
_LONG = 200  # characters of a cell that is worth keeping


class Overlooked:
    """Collects it while the batches of a list pass."""

    def __init__(self, screener: LineScreener) -> None:
        self._screener = screener
        self._silent = set[str]()
        self._found: dict[tuple[str, str], Unread] = {}

    def rows(self, rows: Rows, texts: Sequence[str], named: Sequence[bool], context: ReadContext) -> None:
        """The columns of a batch that are not read, and the other cells of rows without any text.

        Args:
            rows: The batch.
            texts: What is read of each row.
            named: Whether that may name somebody.
            context: Of the reading.
        """
        reader = LineReader(replace(context, report=Report()))  # whatever it notes is noted when the line is read
        for column in (*rows.layout.unread, *_asked(rows.layout)):
            self._column(rows, column, range(len(rows.rows)), named, reader)
        numbers = [column for target in NUMBERS for column in rows.layout.columns.get(target, ())]
        shown = list(compress(range(len(named)), named)) if len(numbers) > 1 else ()
        for column in numbers if shown else ():
            self._column(rows, column, shown, named, reader)
        mute = _mute(texts)
        for column in _others(rows.layout) if mute else ():
            self._column(rows, column, mute, named, reader)
        self._aside(rows.told)
        self.parts(context)

    def parts(self, context: ReadContext) -> None:
        """What else the file holds."""
        parts, context.report.parts = context.report.parts, []
        for one, makers in zip(parts, self._named([one.text for one in parts]), strict=True):
            if makers:
                self._add("part" if one.is_thing else "beside", one.name, one.locator, makers)

    def told(self, makers: Collection[str]) -> list[Unread]:
        """All of it; titles, totals and what stands beside things only where no line names the same.

        Args:
            makers: Whom the lines name.
        """
        return [one for one in self._found.values() if one.what in _ALWAYS or not one.makers.keys() <= set(makers)]

    def _column(
        self, rows: Rows, column: int, indices: Iterable[int], named: Sequence[bool], reader: LineReader
    ) -> None:
        cells = rows.rows if isinstance(indices, range) else [rows.rows[index] for index in indices]
        may = self._that_may(set(map(itemgetter(column), cells)))
        if not may:
            return
        is_known = any(column in several for several in rows.layout.columns.values())
        heading = rows.layout.cut(rows.layout.headings[column])
        for index in indices:
            if rows.rows[index][column] in may and (makers := self._missed(rows, index, column, reader, named)):
                self._add("cell" if is_known else "column", heading, rows.locator(index), makers)

    def _that_may(self, cells: set[str]) -> frozenset[str]:
        """Those that may name somebody."""
        new = [cell for cell in cells - self._silent if not _NUMERIC.fullmatch(cell)]
        told = frozenset(cell for cell, may in zip(new, self._screener.may_name(new), strict=True) if may)
        if len(self._silent) > _MAX_KEPT:
            self._silent.clear()
        self._silent.update(cell for cell in new if cell not in told and len(cell) <= _LONG)
        return told

    def _missed(
        self, rows: Rows, index: int, column: int, reader: LineReader, named: Sequence[bool]
    ) -> dict[str, None]:
        """Whom a cell names, and what is read of its row does not."""
        cells = cells_that_tell(reader.line(rows, index, 0), self._screener)
        text = rows.layout.cut(rows.rows[index][column].strip())
        is_number = any(column in rows.layout.columns.get(target, ()) for target in NUMBERS)
        kind = "" if is_number else " ".join(cells.texts)  # a short number of the buyer may be of anything
        told = makers_of(self._screener.screen(LineCells(texts=(text,), commodity=kind)))
        own = makers_of(self._screener.screen(cells)) if told and named[index] else {}
        return {maker: None for maker in told if maker not in own}

    def _aside(self, told: Iterable[Told]) -> None:
        """Rows that are no lines."""
        asides = [(one, text) for _, one in told if isinstance(one, Skip) for text in one.texts]
        for (one, _), makers in zip(asides, self._named([text for _, text in asides]), strict=True):
            if makers:
                self._add("row", one.reason, one.locator, makers)

    def _named(self, texts: Sequence[str]) -> Iterator[dict[str, None]]:
        for text, may in zip(texts, self._screener.may_name(texts), strict=True):
            yield makers_of(self._screener.screen(LineCells(texts=(text,)))) if may else {}

    def _add(self, what: str, name: str, place: str, makers: Iterable[str]) -> None:
        self._found.setdefault((what, name), Unread(what, name)).add(place, makers)


def _mute(texts: Sequence[str]) -> list[int]:
    """Rows of which nothing is read."""
    return [] if all(map(str.strip, texts)) else [index for index, text in enumerate(texts) if not text.strip()]


def _asked(layout: RowLayout) -> Iterator[int]:
    """Columns that are read for the kind of goods alone, or to be shown."""
    return (column for name in BESIDE for column in layout.columns.get(name, ()))


def _others(layout: RowLayout) -> Iterator[int]:
    """Columns that are read, and not for the goods."""
    apart = (*READ, *ABOUT, *BESIDE)
    return (column for name, several in layout.columns.items() if name not in apart for column in several)
