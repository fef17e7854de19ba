"""Records of a CSV file one by one, in bounded memory: a quote that never closes costs its own line and no other."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

from debadge.model.errors import FileError
from debadge.sources.limits import MAX_CELL

MAX_RECORD = 1_000_000  # characters; the longest row of the Entity List has 8,000
MAX_RECORD_LINES = 200  # an address of a sloppy table breaks into a dozen
MAX_RECORDS = 1_000_000  # all lists of the United States together have 30,000
_MAX_REWINDS = 1_000  # each reads as much as one record again


class Record(NamedTuple):
    """One record, or the reason why it is none."""

    line: int  # where it begins, from 1
    cells: list[str]
    broken: str | None = None  # an id of the sentence catalogue


class _Lines:
    """Lines with their numbers, which can be pushed back; one that is too long is read away and None."""

    def __init__(self, text: TextIO) -> None:
        self._text, self._back, self.number = text, list[str | None](), 0

    def next(self) -> str | None:
        """The next line with its end; empty at the end of the text."""
        if self._back:
            self.number += 1
            return self._back.pop()
        line = self._text.readline(MAX_RECORD)
        self.number += bool(line)
        if len(line) < MAX_RECORD or line.endswith("\n"):
            return line
        while line and not line.endswith("\n"):
            line = self._text.readline(MAX_RECORD)
        return None

    def push_back(self, lines: Sequence[str | None]) -> None:
        """These lines come again, the first of them first."""
        self._back += reversed(lines)
        self.number -= len(lines)


def records(text: TextIO, delimiter: str = ",") -> Iterator[Record]:
    """Every record that is not blank.

    Raises:
        FileError: More records than a list can have, or quotes that make no sense all over.
    """
    lines, rewinds, told = _Lines(text), 0, 0
    while (first := lines.next()) != "":
        start = lines.number
        if first is None:
            yield Record(start, [], "lists.reject.line_too_long")
            continue
        taken = _record(lines, first, delimiter)
        if taken is None:
            rewinds += 1
            yield Record(start, [], "lists.reject.quote")
        elif cells := _cells(taken, delimiter):
            yield cells._replace(line=start)
        told += 1
        if told > MAX_RECORDS:
            raise FileError("lists.file.too_many", most=f"{MAX_RECORDS:,}")
        if rewinds > _MAX_REWINDS:
            raise FileError("lists.file.quotes")


def _record(lines: _Lines, first: str, delimiter: str) -> str | None:
    """The lines of one record, joined; None if its quote never closes: then the next line begins a record of its own."""
    taken, size, is_open = [first], len(first), _is_open(first, delimiter)
    while is_open:
        line = lines.next()
        if not line or len(taken) >= MAX_RECORD_LINES or size + len(line) > MAX_RECORD:
            lines.push_back([*taken[1:], *([] if line == "" else [line])])
            return None
        taken.append(line)
        size, is_open = size + len(line), _is_open(line, delimiter, inside=True)
    return "".join(taken)


def _is_open(line: str, delimiter: str, *, inside: bool = False) -> bool:
    """Whether a line ends inside quotes. A quote opens a cell only where the cell begins: 19" is a width."""
    at = 0
    if not inside and line.startswith('"'):
        inside, at = True, 1
    while True:
        found = line.find('"' if inside else f'{delimiter}"', at)
        if found < 0:
            return inside
        if not inside:
            inside, at = True, found + 2
        elif line[found + 1 : found + 2] == '"':  # a doubled quote stands for itself
            at = found + 2
        else:
            inside, at = False, found + 1


def _cells(taken: str, delimiter: str) -> Record | None:
    """The cells of a record, without blanks around them; None for a blank line."""
    try:
        rows = list(csv.reader([taken], delimiter=delimiter))
    except csv.Error:
        return Record(0, [], "lists.reject.quote")
    cells = [cell.strip().removeprefix("\ufeff").removesuffix("\x1a") for cell in (rows[0] if rows else ())]
    if not any(cells):
        return None
    if max(map(len, cells)) > MAX_CELL:
        return Record(0, [], "lists.reject.cell_too_long")
    return Record(0, cells)
