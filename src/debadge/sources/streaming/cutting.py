"""Blocks of text to rows of cells. Where every row is one line, the parser runs through the block at once.

Only a block with rows of several lines is walked row by row, so that a quotation mark that is never closed costs its own line
and no other: reading starts again on the next one, as in `delimited.records`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from debadge.sources.delimited import LONG_CELL_LINES, lines_of, swallowed
from debadge.sources.limits import MAX_CELL, MAX_LINE

_MAX_HELD = 4 * MAX_LINE  # characters of a row of several lines that a block leaves to the next


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no row."""

    line: int
    last: int  # the last line that it would have drawn in
    reason: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The rows of one block, blank ones too (as no cells), and the lines on which they begin."""

    rows: list[list[str]]
    lines: Sequence[int]
    broken: Sequence[tuple[int, Broken]] = ()  # with the index of the row before which it stands
    has_end: bool = True  # the last line is ended by a line end


class Cutter:
    """Cuts blocks, one after the other."""

    def __init__(self, separator: str, skip_lines: int = 0) -> None:
        self.separator, self.skip = separator, skip_lines
        self.width = 0  # cells of a row: tells a swallowed neighbour from a cell of several lines
        self.is_settled = False  # by the header; until then it is that of the widest row of one line
        self._line, self._rest = 1, ""  # the line on which the next block begins, and what the last one left to it

    def cut(self, blocks: Iterable[str | None]) -> Iterator[Cut]:
        """Every block as rows."""
        for block in blocks:
            if block is None:
                yield from self._end()
                broken = Broken(self._line, self._line, "row_unreadable")
                self._line += 1
                yield Cut([], [], [(0, broken)])
            elif text := self._after_skipped(self._rest + block if self._rest else block):
                yield self._block(text)
        yield from self._end()

    def _end(self) -> Iterator[Cut]:
        if self._rest:
            yield self._walk(self._rest, is_last=True)

    def _after_skipped(self, text: str) -> str:
        """Without the lines that only name the separator."""
        while self.skip and text:
            line = lines_of(text[:1024])[0]
            text, self.skip, self._line = text[len(line) :], self.skip - 1, self._line + 1
        return text

    def _block(self, text: str) -> Cut:
        if not text.endswith(("\n", "\r")):
            return self._walk(text, is_last=True)
        if _may_hold_long(text):
            return self._walk(text, is_last=False)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.separator)
        try:
            rows = list(reader)
        except csv.Error:
            return self._walk(text, is_last=False)
        count = len(rows)
        is_open = _last_line(text).count('"') % 2 == 1
        if reader.line_num != count or is_open:
            return self._walk(text, is_last=False) if is_open else self._of_several_lines(text)
        self._widen(rows)
        first, self._line, self._rest = self._line, self._line + count, ""
        return Cut(rows, range(first, first + count))

    def _of_several_lines(self, text: str) -> Cut:
        """Row by row only if one of the rows of several lines is not sound."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.separator)
        rows: list[list[str]] = []
        ends: list[int] = [0]
        for row in reader:
            rows.append(row)
            ends.append(reader.line_num)
        lines = lines_of(text)
        self._widen([row for row, start, end in zip(rows, ends, ends[1:], strict=False) if end == start + 1])
        for row, start, end in zip(rows, ends, ends[1:], strict=False):
            if end - start > 1 and self._why_broken(lines[start:end], row):
                return self._walk(text, is_last=False)
        first, self._line, self._rest = self._line, self._line + len(lines), ""
        return Cut(rows, [first + start for start in ends[:-1]])

    def _walk(self, text: str, *, is_last: bool) -> Cut:
        """Row by row; a row that may go on in the next block is left to it."""
        lines = lines_of(text)
        feed = _Feed(lines)
        reader = csv.reader(feed, delimiter=self.separator)
        rows: list[list[str]] = []
        starts: list[int] = []
        broken: list[tuple[int, Broken]] = []
        self._rest = ""
        while feed.given < len(lines):
            start = feed.given
            feed.limit = start + LONG_CELL_LINES + 1
            cells, why = self._row(reader, lines, feed, start)
            held = lines[start:] if feed.given == len(lines) and not is_last else ()
            if held and len(held) <= LONG_CELL_LINES and _is_open(held):
                self._rest = "".join(held)
                feed.given = start
                break
            if why:
                broken.append((len(rows), Broken(self._line + start, self._line + feed.given - 1, why)))
                feed.given = start + 1
            else:
                rows.append(cells)
                starts.append(self._line + start)
                self._widen([cells] if feed.given == start + 1 else [])
        self._line += feed.given
        return Cut(rows, starts, broken, lines[-1].endswith(("\n", "\r")))

    def settle(self, width: int) -> None:
        """Take the width of the header."""
        self.width, self.is_settled = width, True

    def _widen(self, rows: list[list[str]]) -> None:
        if not self.is_settled:
            self.width = max(self.width, *map(len, rows), 0)

    def _row(
        self, reader: Iterator[list[str]], lines: list[str], feed: _Feed, start: int
    ) -> tuple[list[str], str | None]:
        try:
            cells = next(reader, [])
        except csv.Error:
            feed.given = max(feed.given, start + 1)
            return [], "row_unreadable"
        taken = lines[start : feed.given]
        if len(taken) == 1 and feed.given == len(lines) and _is_quoted(taken[0], self.separator):
            return cells, "quote_not_closed"  # on the very last line
        return cells, self._why_broken(taken, cells)

    def _why_broken(self, taken: list[str], cells: list[str]) -> str | None:
        """The reason if the lines of one row are none; None if they are sound."""
        if any(len(cell) > MAX_CELL for cell in cells):
            return "cell_too_long"
        why = swallowed(taken, self.separator, self.width)
        return None if why and self._is_whole(taken, cells) else why

    def _is_whole(self, taken: list[str], cells: list[str]) -> bool:
        """Whether a row of several lines is as wide as the header and well quoted; its lines may hold separators, as prose does.

        Not if each line inside it is cut like a row: then two quotation marks that were never closed have met.
        """
        if len(cells) != self.width or len(taken) > LONG_CELL_LINES:
            return False
        inside = [line.count(self.separator) for line in taken[1:-1]]
        if inside and self.width > 2 and set(inside) == {self.width - 1}:
            return False
        try:
            return len(list(csv.reader(taken, delimiter=self.separator, strict=True))) == 1
        except csv.Error:
            return False


class _Feed:
    """Lines one by one up to a limit, counting them."""

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.given, self.limit = lines, 0, 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.given >= min(len(self.lines), self.limit):
            raise StopIteration
        self.given += 1
        return self.lines[self.given - 1]


def _may_hold_long(text: str) -> bool:
    """Whether a stretch without a line end is long enough to lie inside a cell that is longer than any cell can be."""
    step = MAX_CELL // 2
    return any(text.find("\n", at, at + step) < 0 for at in range(0, len(text) - step, step))


def _last_line(text: str) -> str:
    """The last line of a text that ends with a line end."""
    end = len(text) - (2 if text.endswith("\r\n") else 1)
    return text[max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1 :]


def _is_open(lines: Sequence[str]) -> bool:
    """Whether a cell may go on behind these lines."""
    return sum(line.count('"') for line in lines) % 2 == 1 and sum(map(len, lines)) <= _MAX_HELD


def _is_quoted(line: str, separator: str) -> bool:
    """Whether one cell of the line begins with a quotation mark that is never closed."""
    try:
        return not list(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        return line.count('"') % 2 == 1
