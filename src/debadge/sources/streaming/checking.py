"""Rows of a batch looked at together: which are blank, totals, headers again or wrong.

Sets of cells first; single rows only where one stands out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import groupby

from debadge.model.observation import Reject, Skip
from debadge.sources.interface import ReadContext
from debadge.sources.streaming.amounts import Amounts
from debadge.sources.streaming.batch import Rows, Told
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.settling import Settled
from debadge.sources.streaming.standouts import StandOuts

_SHOWN = 80  # characters of a cell that a message repeats
MAX_ECHO = 1_000  # characters of a cell of a refused row
BETWEEN = " ; "  # cells of a row that is no line


class Checker:
    """Makes batches of one table."""

    def __init__(
        self,
        settled: Settled,
        sample: Sequence[Sequence[str]],
        context: ReadContext,
        kind: Kind,
        *,
        exact: bool = True,
        is_table: bool = True,
    ) -> None:
        """Take the first rows below the header to see which columns are filled, and what else tells what a row is.

        Args:
            settled: The layout.
            sample: The first rows below the header.
            context: What the person said.
            kind: Of table: what must be filled, and what must be a number.
            exact: A cell beyond the header means that a separator went astray.
            is_table: There may be totals, remarks and headers again; objects have none.
        """
        self.layout, self.context, self._exact = settled.row, context, exact
        self.width = settled.row.width
        self._asides = StandOuts(settled, sample, context, has_sections=not kind.needed) if is_table else None
        words = context.columns.words
        self._needed = [column for name in kind.needed for column in self.layout.columns.get(name, ())]
        self._amount_columns = self.layout.columns.get(kind.amount, ()) if kind.amount else ()
        self._amounts = {
            column: Amounts(words["quantity"], words["nothing"], self.layout.marks.get(column))
            for column in self._amount_columns
        }
        self.number = 1  # of the next row or reject

    def batch(
        self, prefix: str, rows: list[list[str]], places: Sequence[int | str], broken: Sequence[Told] = ()
    ) -> Rows:
        """The rows that are lines, and what stands between them."""
        wide = list(self._wide(rows))
        for column in self.layout.secret:
            for row in rows:
                row[column] = ""
        told: dict[int, Reject | Skip | None] = {}
        for first, count in self._blank(rows):
            told.update(dict.fromkeys(range(first + 1, first + count)))
            told[first] = Skip(locator=f"{prefix}{places[first]}", reason="blank_row", units=count)
        for index, make in self._wrong(rows, wide):
            told.setdefault(index, make(f"{prefix}{places[index]}"))
        self._tell_amounts(rows, told, lambda at: f"{prefix}{places[at]}")
        if told or broken:
            rows, places, marks = _parted(rows, places, told, broken)
        else:
            marks = ()
        made = Rows(layout=self.layout, rows=rows, prefix=prefix, places=places, first=self.number, told=marks)
        self.number += made.count if marks else len(rows)
        self.context.report.read += len(rows)
        return made

    def _wrong(
        self, rows: list[list[str]], wide: list[tuple[int, int]]
    ) -> Iterator[tuple[int, Callable[[str], Reject | Skip]]]:
        """(index, what to make of it at its place) for rows that are no lines."""
        for index, cells in wide:
            echo = self._echo(rows[index], is_moved=True)
            yield index, self._reject("more_cells_than_columns", echo, cells=str(cells), columns=str(self.width))
        if (asides := self._asides) is not None:
            yield from ((index, _skip(asides.why(rows[index]), self._text(rows[index]))) for index in asides.find(rows))
        if needed := self._needed:
            yield from (
                (index, self._reject("row_lacks", self._echo(row, is_moved=False)))
                for index, row in enumerate(rows)
                if not any(row[column].strip() for column in needed)
            )

    def _blank(self, rows: list[list[str]]) -> Iterator[tuple[int, int]]:
        """Blank rows of a table: the first of those that stand together, and how many there are."""
        if self._asides is None or all(map(any, rows)):
            return
        at = 0
        for is_filled, run in groupby(map(any, rows)):
            count = sum(1 for _ in run)
            if not is_filled:
                yield at, count
            at += count

    def _wide(self, rows: list[list[str]]) -> Iterator[tuple[int, int]]:
        """Rows of another width: short ones are filled up, long ones told if anything stands beyond."""
        if set(map(len, rows)) <= {self.width}:
            return
        for index, row in enumerate(rows):
            missing = self.width - len(row)
            if missing > 0:
                row.extend([""] * missing)
            elif missing < 0 and self._exact and any(cell.strip() for cell in row[self.width :]):
                yield index, len(row)

    def _tell_amounts(self, rows: list[list[str]], apart: Collection[int], at: Callable[[int], str]) -> None:
        """Note quantities that say no number, each where it stands first; their lines are lines all the same."""
        for column in self._amount_columns:
            lines = [index for index in range(len(rows)) if index not in apart] if apart else range(len(rows))
            untold = self._amounts[column].untold({rows[index][column] for index in lines})
            if not untold:
                continue
            heading = self.layout.cut(self.layout.headings[column])
            for index in lines:
                text = rows[index][column]
                if why := untold.pop(text, None):
                    self.context.report.note(at(index), why, column=heading, value=self.layout.cut(text[:_SHOWN]))

    def _text(self, row: Sequence[str]) -> str:
        """What stands in a row, secrets cut out."""
        return text_of_row(row, self.layout.cut)

    def _reject(self, reason: str, row: Mapping[str, str], **given: str) -> Callable[[str], Reject]:
        cut = {key: self.layout.cut(value[:_SHOWN]) for key, value in given.items()}
        return lambda place: Reject(locator=place, reason=reason, given=cut, row=row)

    def _echo(self, row: Sequence[str], *, is_moved: bool) -> dict[str, str]:
        """What stood in a row; where a separator went astray, nothing that may have moved out of a secret column."""
        end = min(self.layout.secret, default=self.width) if is_moved else self.width
        cells = zip(self.layout.headings[:end], row, strict=False)
        cut = self.layout.cut
        return {cut(heading): cut(cell)[:MAX_ECHO] for heading, cell in cells if cell.strip()}


def text_of_row(row: Sequence[str], cut: Callable[[str], str]) -> str:
    """The cells of a row that is no line as one text, for who asks whether it names somebody."""
    return BETWEEN.join(cut(" ".join(cell.split())) for cell in row if cell.strip())[:MAX_ECHO]


def _skip(reason: str, text: str) -> Callable[[str], Skip]:
    return lambda place: Skip(locator=place, reason=reason, texts=(text,))


def _parted(
    rows: list[list[str]], places: Sequence[int | str], told: Mapping[int, Reject | Skip | None], broken: Sequence[Told]
) -> tuple[list[list[str]], list[int | str], tuple[Told, ...]]:
    """The rows that are left, their places, and what is told in between, with the places of the rows that are left."""
    kept: list[list[str]] = []
    left: list[int | str] = []
    marks: list[Told] = []
    waiting = iter(sorted(broken, key=lambda one: one[0]))
    following = next(waiting, None)
    for index, row in enumerate(rows):
        while following is not None and following[0] <= index:
            marks.append((len(kept), following[1]))
            following = next(waiting, None)
        if index in told:
            if (item := told[index]) is not None:  # a row that another one stands for
                marks.append((len(kept), item))
        else:
            kept.append(row)
            left.append(places[index])
    while following is not None:
        marks.append((len(kept), following[1]))
        following = next(waiting, None)
    return kept, left, tuple(marks)
