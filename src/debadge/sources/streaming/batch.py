"""A batch of rows with one layout: plain lists of cells, so that a row costs nothing but its parsing.

Cells are **raw**: nothing of them may be stored or shown before `Layout.cut`. Who screens a batch reads
``[row[column] for row in rows.rows]`` and makes records only of rows that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from debadge.model.observation import Reject, Skip

Told = tuple[int, Reject | Skip]
"""Something told in the place of a row: the index of the row of the batch before which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLayout:
    """Which columns hold what, the same for all rows of a batch."""

    headings: tuple[str, ...]  # as written; the letter of a column that has none
    columns: Mapping[str, tuple[int, ...]]  # target -> its columns, best heading first
    secret: tuple[int, ...]  # columns whose cells were emptied
    orders: Mapping[int, str | None]  # day column -> the order of its days: dmy | mdy | ymd; None if nobody knows
    marks: Mapping[int, str | None]  # column of numbers -> its mark of decimals, comma or point; None if nobody knows
    words: Mapping[str, frozenset[str]]  # what cells of a kind say, folded
    nothing: frozenset[str]  # folded words that say that there is nothing
    known: str | None  # the id of a layout known by name: "ca-canadabuys"
    cut: Callable[[str], str]  # takes secrets out of a cell

    @property
    def unread(self) -> Iterator[int]:
        """Columns that are read as nothing, but for secrets."""
        read = {column for several in self.columns.values() for column in several}.union(self.secret)
        return (column for column in range(self.width) if column not in read)

    @property
    def width(self) -> int:
        """Cells of every row, at the least."""
        return len(self.headings)

    def column(self, target: str) -> int | None:
        """The best column of a target."""
        columns = self.columns.get(target)
        return columns[0] if columns else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Some thousand rows at most, in the order of the file."""

    layout: RowLayout
    rows: list[list[str]]  # raw cells; every row has at least ``layout.width``
    prefix: str  # of the locators: "po.csv:", "po.xlsx:Sheet1!"
    places: Sequence[int | str]  # of each row behind the prefix: 41, "components[3]"
    first: int  # the number of the first row or reject of the batch, from 1
    told: tuple[Told, ...] = field(default=())  # rejects and skips among the rows, in their place

    def locator(self, index: int) -> str:
        """Where a row stands: "po.csv:41"."""
        return f"{self.prefix}{self.places[index]}"

    def answers(self) -> Iterator[tuple[int, int | Reject]]:
        """(number, index of the row or the reject) for everything that gets an answer, in the order of the file."""
        for number, one in self.entries():
            if not isinstance(one, Skip):
                yield number, one

    def entries(self) -> Iterator[tuple[int, int | Reject | Skip]]:
        """The same, and in between what was set aside, with the number of the line that follows it."""
        number, rest = self.first, 0
        for index, told in self.told:
            for row in range(rest, index):
                yield number, row
                number += 1
            rest = index
            yield number, told
            number += isinstance(told, Reject)
        for row in range(rest, len(self.rows)):
            yield number, row
            number += 1

    @property
    def count(self) -> int:
        """Rows and rejects: how many answers the batch gets."""
        return len(self.rows) + sum(1 for _, told in self.told if isinstance(told, Reject))
