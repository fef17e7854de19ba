"""Text with separators to rows: which separator, where each row begins, and quotes that never close."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from debadge.sources.decode import decode
from debadge.sources.interface import EvidenceFile, ReadContext

SEPARATORS = ",;\t|"
_SEP_LINE = re.compile(r'\s*"?sep=(.)"?\s*')
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")  # no text of an office has these: NUL, escape, backspace
_LOOK_AT = 100  # rows looked at to find the separator
LONG_CELL_LINES = 50  # a cell of more lines than this has swallowed its neighbours
_MAX_REWINDS = 1_000  # each may read as much as the longest cell again: 128 MB in all, some seconds


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a text file."""

    line: int  # where it begins, from 1
    last: int  # its last line
    cells: list[str]
    broken: str | None = None  # the reason why it cannot be read


def text_of_file(file: EvidenceFile, context: ReadContext) -> str:
    """The whole text; a note says what of it is damaged, and where.

    Raises:
        FileError: Larger than a table can be.
    """
    text, encoding, damaged = decode(file.content())
    if damaged:
        context.report.note(file.name, "bytes_unreadable", encoding=encoding)
    strays = CONTROLS.findall(text)
    if strays:
        place = f"{file.name}:{len(lines_of(text[: text.index(strays[0]) + 1]))}"
        code = f"U+{ord(strays[0]):04X}"
        context.report.note(place, "characters_odd", count=str(len(strays)), code=code)
    return text


def lines_of(text: str) -> list[str]:
    """Lines with their ends kept; only the line ends of text files count, not every Unicode one."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def separator_of(text: str) -> tuple[str | None, int]:
    """(the separator, the number of lines that only name it); None if no separator gives a table."""
    lines = lines_of(text[:1_000_000])[:_LOOK_AT]
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines and (named := _SEP_LINE.fullmatch(lines[start])):
        return named[1], start + 1
    best = max(SEPARATORS, key=lambda mark: _evenness(lines, mark))
    return (best, 0) if _evenness(lines, best).cuts else (None, 0)


def looks_even(text: str) -> bool:
    """Whether a third of the lines, and two at least, are cut alike: prose has commas too, but not in step."""
    separator, named = separator_of(text)
    if separator is None:
        return False
    cut = _evenness(lines_of(text)[named:_LOOK_AT], separator)
    return cut.rows * 3 >= cut.of and (cut.rows >= 2 or cut.of <= 2)


class _Even(NamedTuple):
    """How evenly a separator cuts."""

    cuts: int = 0  # in step
    width: int = 0  # cells of the rows that are cut alike
    rows: int = 0  # number of those
    of: int = 0  # rows that are not blank


def _evenness(lines: list[str], mark: str) -> _Even:
    if not any(mark in line for line in lines):
        return _Even()
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=mark) if any(cells)]
    except csv.Error:
        widths = [line.count(mark) + 1 for line in lines if line.strip()]
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return _Even()
    width, rows = max(counts.items(), key=lambda item: (item[1] * (item[0] - 1), item[0]))
    return _Even(rows * (width - 1), width, rows, len(widths))


def records(text: str, separator: str, skip_lines: int = 0) -> Iterator[Record]:
    """Every row, blank ones too.

    A row whose quote never closes would draw its neighbours into one cell: its first line is given as broken, and reading
    starts again on the next line.
    """
    lines = lines_of(text)[skip_lines:]
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=separator)
    width = rewinds = 0
    while True:
        start = feed.given
        try:
            cells = next(reader)
            broken = swallowed(lines[start : feed.given], separator, width)
        except StopIteration:
            return
        except csv.Error:
            cells, broken = [], "row_unreadable"
        if broken and feed.given > start + 1 and rewinds < _MAX_REWINDS:
            feed.given = start + 1
            rewinds += 1
        elif not broken and feed.given == start + 1:
            width = max(width, len(cells))
        yield Record(start + skip_lines + 1, feed.given + skip_lines, [] if broken else cells, broken)


class _Feed:
    """Lines one by one, counting them."""

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.given = lines, 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.given >= len(self.lines):
            raise StopIteration
        self.given += 1
        return self.lines[self.given - 1]


def swallowed(taken: list[str], separator: str, width: int) -> str | None:
    """The reason if a quote that was never closed has drawn other rows into this one, which has these lines."""
    if len(taken) == 1:
        return None
    if len(taken) > LONG_CELL_LINES or sum(line.count('"') for line in taken) % 2:
        return "quote_not_closed"
    full = sum(1 for line in islice(taken, 1, None) if width > 1 and line.count(separator) >= width - 1)
    return "quote_not_closed" if full > 1 else None
