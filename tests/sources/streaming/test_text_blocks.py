"""Bytes to blocks of whole lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.sources.decode import decode
from debadge.sources.interface import ReadContext, Report
from debadge.sources.streaming.opening import Opened, bytes_source
from debadge.sources.streaming.texts import texts, whole_lines
from debadge.text.tables import Columns


@pytest.fixture(scope="session")
def text_of(columns: Columns) -> Callable[[bytes], tuple[str, Report]]:
    def reading(content: bytes) -> tuple[str, Report]:
        context = ReadContext(columns=columns, report=Report())
        return "".join(texts(Opened(bytes_source(content, "x")), context)), context.report

    return reading


@given(st.lists(st.text(alphabet="ab\r\n", max_size=9), max_size=9))
def test_blocks_put_together_are_the_text_and_end_with_lines(pieces: list[str]) -> None:
    told = list(whole_lines(pieces))
    assert "".join(block or "" for block in told) == "".join(pieces)
    assert all(block and block.endswith(("\n", "\r")) for block in told[:-1])


@given(st.lists(st.text(alphabet="ab\r\n", max_size=9), max_size=9))
def test_no_line_end_is_cut_in_two(pieces: list[str]) -> None:
    told = [block or "" for block in whole_lines(pieces)]
    assert not any(a.endswith("\r") and b.startswith("\n") for a, b in pairwise(told))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_without_end_stands_as_nothing(end: str) -> None:
    pieces = [f"a{end}", "x" * 8, "x" * 8, f"x{end}b", f"c{end}"]
    assert list(whole_lines(pieces, longest=10)) == [f"a{end}", None, f"bc{end}"]


@given(st.text(max_size=30))
def test_text_is_that_of_the_whole_file(text_of: Callable[[bytes], tuple[str, Report]], text: str) -> None:
    content = (text + "é" * 70_000 + text).encode("utf-8", "replace")
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in content:
        return  # the pattern of UTF-16
    assert text_of(content)[0] == decode(content)[0].removeprefix("\ufeff")


def test_western_bytes_are_read_from_where_they_come(text_of: Callable[[bytes], tuple[str, Report]]) -> None:
    told, report = text_of(b"a" * 100_000 + "é".encode("cp1252"))
    assert (told[-1], report.notes) == ("é", [])


def test_damage_in_sound_text_is_told(text_of: Callable[[bytes], tuple[str, Report]]) -> None:
    told, report = text_of("é".encode() * 50_000 + b"\xff" + "é".encode() * 50_000)
    assert (told.count("é"), told.count("\ufffd")) == (100_000, 1)
    assert [(note.reason, note.given["encoding"]) for note in report.notes] == [("bytes_unreadable", "utf-8")]
