"""Where a line names somebody."""

from __future__ import annotations

from itertools import pairwise

import pytest

from debadge.screen.lines.namings import Naming
from debadge.screen.lines.reading import LineReader


def found(reader: LineReader, text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in reader._namings.find(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hikvision DS-2CD2143G2-I dome", [("name", "Hikvision"), ("number", "DS-2CD2143G2-I")]),
        ("采购海康威视摄像机", [("name", "海康威视")]),
        ("ADI-DS-2CD2143G2-I", [("number", "DS-2CD2143G2-I")]),
        ('"DS-2CD2143G2-I",', [("number", "DS-2CD2143G2-I")]),
        ("licence SmartPSS Lite", [("program", "SmartPSS Lite")]),
        ("a red bicycle, 26 in", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_numbers_and_programs_are_found_in_their_order(
    text: str, told: list[tuple[str, str]], reader: LineReader
) -> None:
    assert found(reader, text) == told


def test_namings_do_not_lie_inside_each_other(reader: LineReader) -> None:
    spans = [
        (one.start, one.end)
        for one in reader._namings.find("Dahua DH-IPC-HFW2431S, Hikvision HikCentral, 华为 S5735-L24T4S-A")
    ]
    assert len(spans) >= 5
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def naming(reader: LineReader, text: str) -> Naming:
    return reader._namings.find(text)[0]


def test_badge_puts_its_makers_in_question(reader: LineReader) -> None:
    one = naming(reader, "EZVIZ")
    assert (one.key, one.makers) == ("ezviz", frozenset({"hikvision"}))


def test_shape_that_others_use_too_is_not_sure(reader: LineReader) -> None:
    assert naming(reader, "DS-2CD2143G2-I").is_sure
    assert not any(one.is_sure for one in reader._namings.find("DS923+"))


def test_line_of_a_thousand_words_is_read_in_bounds(reader: LineReader) -> None:
    assert len(reader.read("DS-2CD2143G2-I " * 1_000).goods) <= 60


@pytest.mark.parametrize("filling", ["0", "A", "-", "DS-", "海", "ds 2cd ", "(", "A1-"])
def test_hostile_text_is_read_without_end_or_fault(filling: str, reader: LineReader) -> None:
    assert len(reader.read((filling * 70_000)[:70_000]).line) <= 2_000
