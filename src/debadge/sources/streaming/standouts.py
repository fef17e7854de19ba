"""Rows that may be no lines: totals, remarks, headers again. A quick look at all, a careful one at those that stand out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from debadge.sources.interface import ReadContext
from debadge.sources.row_kinds import RowKinds
from debadge.sources.streaming.settling import Settled
from debadge.text.folding import fold
from debadge.text.spelling import spelled

_HEAD = 2  # letters of a cell that say whether a total or a remark may begin here
_MAX_KNOWN = 10_000  # heads that are remembered
_WELL_FILLED = 0.8  # of the first rows: a column in which a blank stands out
_BELOW_HEADER = 3  # rows that are always looked at: the header may stand there again in another language
_LETTERS = re.compile(r"[^\W\d_]+")
_UNIT = 3  # letters of "CAD" or "ea" behind the word for a total
_REMARK = re.compile(r"\s*(?:\*|[^\W\d_.]+(?:\s*[.:]){1,2}\s)")  # "* without tax", "Note: without tax"


class StandOuts:
    """Finds the rows of one table that are set aside."""

    def __init__(
        self, settled: Settled, sample: Sequence[Sequence[str]], context: ReadContext, *, has_sections: bool = True
    ) -> None:
        """Take the first rows below the header, to see in which columns a blank stands out.

        Args:
            settled: The layout.
            sample: The first rows below the header.
            context: What the person said.
            has_sections: One cell alone may be a heading for the rows below it; else it is a row that lacks something.
        """
        self._has_sections = has_sections
        self._kinds = RowKinds(settled.table, context, sample)
        self._width = settled.row.width
        self._describing = {column for column, target in settled.table.of.items() if target.names_thing}
        self._headings = {heading.strip() for heading in settled.row.headings}
        self._lead, self._second = _leads(sample, settled)
        words = [*context.columns.words["totals"], *context.columns.words["notes"]]
        self._begins = re.compile(rf"(?i)[\W\d_]*(?:{spelled(words)})(?![^\W_])")
        marks = [*words, fold(settled.row.headings[self._lead]) or " "]
        self._marks = {mark[:_HEAD] for mark in marks}
        self._plain: set[str] = set()
        self._suspect: set[str] = {""}
        self._unseen = _BELOW_HEADER

    def why(self, row: Sequence[str]) -> str:
        """The reason for setting a row aside."""
        return self._kinds.why(row)

    def find(self, rows: list[list[str]]) -> Iterator[int]:
        """The rows that are set aside, in order; all rows have a cell in each column."""
        if self._width == 1:  # no totals and remarks: each of its cells is what it lists
            yield from (index for index, row in enumerate(rows) if row[0].strip() in self._headings)
            return
        for index in sorted(self._suspects(rows)):
            if self._is_aside(rows[index]):
                yield index

    def _is_aside(self, row: list[str]) -> bool:
        if not any(row) or self._kinds.is_thing(row, row):
            return False
        match self.why(row):
            case "section_row":
                return self._has_sections
            case "note_row":  # what is described may begin with a word for a remark: "Source code escrow", "Note stand"
                column, text = next((column, cell) for column, cell in enumerate(row) if cell.strip())
                return column not in self._describing or _REMARK.match(text) is not None
            case "total_row":
                return any(self._is_total(cell) for cell in row if cell.strip())
            case _:
                return True

    def _is_total(self, cell: str) -> bool:
        """Whether a cell is a total and nothing else: "Total: 43", "Grand total CAD", and not "Total solution: 10 cameras"."""
        begun = self._begins.match(cell)
        return begun is not None and all(len(word) <= _UNIT for word in _LETTERS.findall(cell[begun.end() :]))

    def _suspects(self, rows: list[list[str]]) -> set[int]:
        lead, second = self._lead, self._second
        heads = {row[lead][:_HEAD] for row in rows}
        found: list[int] = []
        if not heads <= self._plain and self._look_at(heads - self._plain):
            found = [index for index, row in enumerate(rows) if row[lead][:_HEAD] in self._suspect]
        if second is not None:
            found += [index for index, row in enumerate(rows) if not row[second]]
        told = {index for index in found if self._stands_out(rows[index])}
        told.update(range(min(self._unseen, len(rows))))
        self._unseen = max(0, self._unseen - len(rows))
        return told

    def _stands_out(self, row: list[str]) -> bool:
        """Whether a row may be set aside: one cell alone, or a total, a remark or a heading in one of the first two."""
        filled = [cell for cell in row if cell and not cell.isspace()]
        return len(filled) < 2 or any(
            self._begins.match(cell) is not None or cell.strip() in self._headings for cell in filled[:2]
        )

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


def _leads(sample: Sequence[Sequence[str]], settled: Settled) -> tuple[int, int | None]:
    """The first two columns in which a blank cell stands out; a column that is cut out is none."""
    rows = [row for row in sample if any(row)]
    shown = [column for column in range(settled.row.width) if column not in settled.row.secret] or [0]
    filled = {column: sum(1 for row in rows if column < len(row) and row[column].strip()) for column in shown}
    good = [column for column in shown if filled[column] >= _WELL_FILLED * len(rows)]
    ordered = [*good, *sorted((c for c in shown if c not in good), key=lambda c: -filled[c])]
    return ordered[0], ordered[1] if len(good) > 1 else None
