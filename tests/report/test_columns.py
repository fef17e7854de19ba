"""Lines of a fixed number of columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.report.reading.plain import harmless
from debadge.report.terminal.columns import indented, laid_out, pad, width, wrap


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("海康威视", 8), ("e\u0301", 1), ("Ｈ", 2)])
def test_wide_characters_count_two_and_combining_ones_none(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(max_size=200), st.integers(2, 90))
def test_no_wrapped_line_is_too_wide_and_nothing_is_lost(text: str, columns: int) -> None:
    lines = wrap(harmless(text), columns)
    assert max(map(width, lines)) <= columns
    assert "".join(lines).replace(" ", "") == harmless(text).replace(" ", "")


def test_a_cell_set_to_the_right_ends_at_its_column() -> None:
    assert pad("7", 4, right=True) == "   7"
    assert laid_out(["a b c", "9"], [3, 5], [False, True]) == ["a b      9", "c"]


def test_indents_hold_on_every_line() -> None:
    assert indented("one two three", "- ", "  ", 9) == ["- one two", "  three"]


@pytest.mark.parametrize("bad", ["\x1b[2J", "a\u202eb", "\x9b31m", "\ud800", "x\ufffey", "\u2066z"])
def test_nothing_that_moves_a_cursor_or_turns_the_text_is_shown(bad: str) -> None:
    assert not set(harmless(bad)) & set("\x1b\x9b\u202e\u2066\ud800\ufffe")


def test_french_and_chinese_are_shown_as_they_are() -> None:
    assert harmless("Dépôt « 海康 »") == "Dépôt « 海康 »"
