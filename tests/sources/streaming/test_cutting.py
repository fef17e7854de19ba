"""Blocks to rows: the quick way and the careful one agree, wherever the blocks are cut."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from debadge.sources.streaming.cutting import Cutter
from debadge.sources.streaming.texts import whole_lines

CELLS = st.text(alphabet='ab",\n;', max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=12)


def written(rows: list[list[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def cut(text: str, size: int) -> tuple[list[list[str]], list[int], list[tuple[int, str]]]:
    """Rows, their lines, and what was broken: (line, reason)."""
    cutter = Cutter(",")
    cutter.settle(4)
    told = list(cutter.cut(whole_lines([text[i : i + size] for i in range(0, len(text), size)])))
    rows = [row for one in told for row in one.rows]
    return (
        rows,
        [line for one in told for line in one.lines],
        [(b.line, b.reason) for one in told for _, b in one.broken],
    )


@given(ROWS, st.integers(1, 60))
def test_what_is_well_written_is_read_back(rows: list[list[str]], size: int) -> None:
    told, lines, broken = cut(written(rows), size)
    if not broken:  # a cell that is cut like a row is taken for one, and told
        assert told == rows
        assert lines == sorted(set(lines))


@given(st.text(alphabet='ab",\n', max_size=60), st.integers(1, 60))
def test_where_blocks_are_cut_does_not_matter(text: str, size: int) -> None:
    assert cut(text, size) == cut(text, 1_000)


@given(st.text(alphabet='ab",\n', max_size=60))
def test_every_line_is_in_a_row_or_broken(text: str) -> None:
    rows, lines, broken = cut(text, 1_000)
    assert len(rows) == len(lines)
    starts = {*lines, *(line for line, _ in broken)}
    count = text.count("\n") + (not text.endswith("\n") and bool(text))
    assert starts <= set(range(1, count + 1))
    assert (1 in starts) == (count > 0)


def test_line_that_names_the_separator_is_passed_over() -> None:
    told = list(Cutter(";", 1).cut(["sep=;\na;b\n", "c;d\n"]))
    assert [(one.rows, list(one.lines)) for one in told] == [([["a", "b"]], [2]), ([["c", "d"]], [3])]
