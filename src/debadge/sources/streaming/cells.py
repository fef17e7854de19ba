"""The cells of one row by target, with secrets cut out: what records are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from debadge.sources.interface import ReadContext
from debadge.sources.streaming.amounts import read_amount
from debadge.sources.streaming.batch import RowLayout
from debadge.text.dates import Ambiguous, fills_a_field, read_day
from debadge.text.folding import fold
from debadge.text.tables import is_nothing

_SHOWN = 80  # characters of a cell that a note repeats


class RowCells:
    """One row."""

    def __init__(self, layout: RowLayout, row: list[str], locator: str, context: ReadContext) -> None:
        self.layout, self.row, self.locator, self._context = layout, row, locator, context

    def texts(self, target: str) -> Iterator[str]:
        """What the columns of a target say, the best column first, nothing twice; words for nothing are nothing."""
        told: set[str] = set()
        for column in self.layout.columns.get(target, ()):
            text = self.row[column].strip()
            if text and text not in told and not is_nothing(text, self.layout.nothing):
                told.add(text)
                yield self.layout.cut(text)

    def text(self, target: str) -> str | None:
        """The first of these."""
        return next(self.texts(target), None) if target in self.layout.columns else None

    def amount(self, target: str, words: frozenset[str]) -> int | float | None:
        """The number of the first filled column of a target."""
        for column in self.layout.columns.get(target, ()):
            text = self.row[column].strip()
            if text and not is_nothing(text, self.layout.nothing):
                return read_amount(self.layout.cut(text), words, self.layout.marks.get(column))
        return None

    def values(self, target: str) -> Iterator[str]:
        r"""The single values of lists such as ``*SRV\n*GD``, as open data writes them."""
        for text in self.texts(target):
            parts = text.split("\n") if text.startswith("*") or "\n" in text else [text]
            yield from (bare for part in parts if (bare := part.strip().removeprefix("*").strip()))

    def words(self, target: str, allowed: Collection[str]) -> set[str]:
        """Those of some closed words that the values of a target stand for."""
        said = {fold(value) for value in self.values(target)}
        return {word for word in allowed if not said.isdisjoint(self.layout.words.get(word, ()))} if said else set()

    def day(self, target: str, *, asked: bool = False) -> str | None:
        """The ISO day of a target; a day that can be read in two ways is none, and a note says so.

        Args:
            target: Of the columns.
            asked: Rules are asked about it: one that only fills a field, 1900-01-01, is none either.
        """
        for column in self.layout.columns.get(target, ()):
            text = self.row[column].strip()
            if not text or is_nothing(text, self.layout.nothing):
                continue
            read = read_day(text, self.layout.orders.get(column))
            if isinstance(read, str) and not (asked and fills_a_field(read)):
                return read
            heading, value = self.layout.cut(self.layout.headings[column]), self.layout.cut(text[:_SHOWN])
            if asked and read is None:
                read = read_day(text)  # rules are asked about it in any order: `flow.order_days`
            why, days = _why_no_day(read, asked=asked), _days_told(read)
            self._context.report.note(self.locator, why, column=heading, value=value, **days)
        return None

    def given(self) -> tuple[tuple[str, str], ...]:
        """(heading, cell) of every filled cell, for the echo."""
        cut = self.layout.cut
        return tuple(
            (cut(heading), cut(cell))
            for heading, cell in zip(self.layout.headings, self.row, strict=False)
            if cell.strip()
        )


def _why_no_day(read: str | Ambiguous | None, *, asked: bool) -> str:
    """What is said of a cell that tells no day."""
    if isinstance(read, Ambiguous):
        return "day_two_ways" if asked else "day_ambiguous"
    if isinstance(read, str):
        return "day_fills" if fills_a_field(read) else "day_other_order"
    return "day_unread" if asked else "day_unreadable"


def _days_told(read: str | Ambiguous | None) -> dict[str, str]:
    """The days that it might be, for the sentence about it."""
    if isinstance(read, Ambiguous):
        return {"readings": ", ".join(day.isoformat() for day in read.readings)}
    return {"day": read} if read else {}
