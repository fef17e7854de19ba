"""Rows of a batch looked at together: which are blank, totals, headers again or wrong.

Sets of cells first; single rows only where one stands out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from debadge.model.observation import Reject, Skip
from debadge.sources.interface import ReadContext
from debadge.sources.row_kinds import RowKinds
from debadge.sources.streaming.amounts import Amounts
from debadge.sources.streaming.batch import Rows, Told
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.settling import Settled
from debadge.text.folding import fold

_HEAD = 2  # letters of a cell that say whether a total or a remark may begin here
_SHOWN = 80  # characters of a cell that a message repeats
_MAX_KNOWN = 10_000  # heads that are remembered
_WELL_FILLED = 0.8  # of the first rows: a column in which a blank stands out


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
        self._kinds = RowKinds(settled.table, context, sample)
        self._has_asides = is_table
        self._lead, self._second = _leads(sample, settled)
        words = context.columns.words
        marks = [*words["totals"], *words["notes"], fold(self.layout.headings[self._lead]) or " "]
        self._marks = {mark[:_HEAD] for mark in marks}
        self._plain: set[str] = set()
        self._suspect: set[str] = {""}
        column = self.layout.column(kind.amount) if kind.amount else None
        self._amount = column
        self._needed = self.layout.columns.get(kind.needed, ()) if kind.needed else ()
        self._amounts = Amounts(words["quantity"], words["nothing"], self.layout.headings[column or 0])
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
        for index, make in self._wrong(rows, wide, lambda at: f"{prefix}{places[at]}"):
            told.setdefault(index, make(f"{prefix}{places[index]}"))
        if told or broken:
            rows, places, marks = _parted(rows, places, told, broken)
        else:
            marks = ()
        made = Rows(layout=self.layout, rows=rows, prefix=prefix, places=places, first=self.number, told=marks)
        self.number += made.count if marks else len(rows)
        self.context.report.read += len(rows)
        return made

    def _wrong(
        self, rows: list[list[str]], wide: list[tuple[int, int]], at: Callable[[int], str]
    ) -> Iterator[tuple[int, Callable[[str], Reject | Skip]]]:
        """(index, what to make of it at its place) for rows that are no lines."""
        for index, cells in wide:
            yield index, self._reject("more_cells_than_columns", cells=str(cells), columns=str(self.width))
        yield from ((index, _skip(self._kinds.why(rows[index]))) for index in self._aside(rows))
        if needed := self._needed:
            yield from (
                (index, self._reject("row_lacks"))
                for index, row in enumerate(rows)
                if not any(row[column].strip() for column in needed)
            )
        for index, text in self._no_amount(rows, at):
            yield index, self._reject("amount_not_a_number", value=text)

    def _blank(self, rows: list[list[str]]) -> Iterator[tuple[int, int]]:
        """Blank rows of a table: the first of those that stand together, and how many there are."""
        if not self._has_asides or all(map(any, rows)):
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

    def _aside(self, rows: list[list[str]]) -> Iterator[int]:
        """Totals, remarks, headings between rows and headers again."""
        if not self._has_asides:
            return
        if self.width == 1:  # no totals and remarks: each of its cells is what it lists
            header = self.layout.headings[0].strip()
            yield from (index for index, row in enumerate(rows) if row[0].strip() == header)
            return
        lead, second = self._lead, self._second
        heads = {row[lead][:_HEAD] for row in rows}
        suspects: set[int] = set()
        if not heads <= self._plain and self._look_at(heads - self._plain):
            suspects = {index for index, row in enumerate(rows) if row[lead][:_HEAD] in self._suspect}
        if second is not None:
            suspects.update([index for index, row in enumerate(rows) if not row[second]])
        for index in sorted(suspects):
            row = rows[index]
            if any(row) and not self._kinds.is_thing(row, row):
                yield index

    def _look_at(self, heads: set[str]) -> bool:
        """Whether one of some new heads may begin a total or a remark."""
        for head in heads:
            is_suspect = not head.strip() or not head[0].isalnum() or fold(head)[:_HEAD] in self._marks
            (self._suspect if is_suspect else self._plain).add(head)
        if len(self._plain) > _MAX_KNOWN:
            self._plain.clear()
        if len(self._suspect) > _MAX_KNOWN:
            self._suspect = heads & self._suspect
        return not heads.isdisjoint(self._suspect)

    def _no_amount(self, rows: list[list[str]], at: Callable[[int], str]) -> Iterator[tuple[int, str]]:
        column = self._amount
        if column is None:
            return
        bad = self._amounts.new({row[column] for row in rows})
        if bad:
            for index, row in enumerate(rows):
                if row[column] in bad:
                    yield index, row[column]
        if self._amounts.two_ways:
            self._tell(rows, column, at)

    def _tell(self, rows: list[list[str]], column: int, at: Callable[[int], str]) -> None:
        for text in sorted(self._amounts.two_ways):
            index = next(index for index, row in enumerate(rows) if row[column] == text)
            heading, value = self.layout.cut(self.layout.headings[column]), self.layout.cut(text[:_SHOWN])
            self.context.report.note(at(index), "amount_two_ways", column=heading, value=value)
        self._amounts.two_ways.clear()

    def _reject(self, reason: str, **given: str) -> Callable[[str], Reject]:
        cut = {key: self.layout.cut(value[:_SHOWN]) for key, value in given.items()}
        return lambda place: Reject(locator=place, reason=reason, given=cut)


def _skip(reason: str) -> Callable[[str], Skip]:
    return lambda place: Skip(locator=place, reason=reason)


def _leads(sample: Sequence[Sequence[str]], settled: Settled) -> tuple[int, int | None]:
    """The first two columns in which a blank cell stands out; a column that is cut out is none."""
    rows = [row for row in sample if any(row)]
    open_ = [column for column in range(settled.row.width) if column not in settled.row.secret] or [0]
    filled = {column: sum(1 for row in rows if column < len(row) and row[column].strip()) for column in open_}
    good = [column for column in open_ if filled[column] >= _WELL_FILLED * len(rows)]
    ordered = [*good, *sorted((c for c in open_ if c not in good), key=lambda c: -filled[c])]
    return ordered[0], ordered[1] if len(good) > 1 else None


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
