"""A long text is read to its end."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.screen.lines.conftest import Ask

from debadge.model.screened import LineAnswer
from debadge.screen.lines.reading import LineReader
from debadge.screen.lines.stretches import MAX_TEXT, stretches
from debadge.sources.limits import MAX_CELL

CLAUSE = "The contractor shall supply, install and commission all works as described in annex B of this document; "
GOODS = "24 Hikvision DS-2CD2143G2-I dome cameras"


def told(answer: LineAnswer) -> list[tuple[str | None, str]]:
    return [(one.found.maker, one.action) for one in answer.goods]


@given(st.lists(st.sampled_from(["camera", "a", "; ", ". ", " ", "摄像机", "x" * 300, "Hikvision"]), max_size=200))
def test_each_place_of_a_text_is_answered_for_once(words: list[str]) -> None:
    text = "".join(words)
    parts = list(stretches(text))
    assert [part.begin for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(text)
    for part in parts:
        assert part.text == text[part.at : part.at + len(part.text)]
        assert len(part.text) <= MAX_TEXT
        assert part.at <= part.begin <= part.end <= part.at + len(part.text)


@pytest.mark.parametrize("place", [0, 400, 470, 500, 512, 560, 900, 1400, 20_000, MAX_CELL - 120])
def test_goods_far_into_a_tender_text_are_not_silently_missed(ask: Ask, place: int) -> None:
    before = (CLAUSE * (MAX_CELL // len(CLAUSE) + 1))[:place].rpartition(" ")[0]
    assert told(ask(f"{before} {GOODS}, with brackets.")) == [("hikvision", "buy")]


def test_number_behind_sixty_short_words_is_not_silently_missed(ask: Ask) -> None:
    signs = " ".join(f"{number} {'abcdefghijklmnopqrstuvwxyz'[number % 26]}" for number in range(1, 31))
    assert told(ask(f"Fourn. et inst. de: {signs} DS-2CD2143G2-I")) == [("hikvision", "buy")]


def test_goods_of_a_long_text_are_read_with_their_own_sentence(ask: Ask) -> None:
    text = f"{CLAUSE * 7}Removal of 3 Dahua dome cameras; {CLAUSE * 9}Supply of {GOODS}."
    assert told(ask(text)) == [("dahua", "removal"), ("hikvision", "buy")]


def test_goods_between_two_stretches_are_told_once(reader: LineReader) -> None:
    for length in range(200, MAX_TEXT, 7):
        text = f"{'lot ' * (length // 4)}Hikvision DS-2CD2143G2-I dome {'and cable ' * 100}"
        assert [good.text for good in reader.read(text).goods] == ["Hikvision DS-2CD2143G2-I dome"]


def test_text_of_one_endless_word_is_read(ask: Ask) -> None:
    assert told(ask(f"{'x' * 5000} 12 Hikvision dome cameras")) == [("hikvision", "buy")]


def test_long_text_tells_what_is_done_with_the_goods_of_the_columns(ask: Ask) -> None:
    asked = ask(f"{'Works as in annex B. ' * 60}Removal of dome cameras.", maker="Hikvision")
    assert told(asked) == [("hikvision", "removal")]


@pytest.mark.parametrize("column", ["maker", "part_number"])
def test_cell_for_maker_or_number_that_holds_prose_is_read_as_prose(ask: Ask, column: str) -> None:
    cells: dict[str, Any] = {column: f"{CLAUSE * 8} {GOODS}"}
    assert ("hikvision", "buy") in told(ask("works", **cells))


def test_stretch_that_may_name_nobody_is_left_out_and_hides_nothing(reader: LineReader) -> None:
    text = "".join(f"{CLAUSE}{name} camera, {CLAUSE * 6}" for name in ("Hikvision", "Dahua", "EZVIZ", "Hikvison"))
    named = [good.text for good in reader.read(text).goods]
    assert named == ["Hikvision camera", "Dahua camera", "EZVIZ camera", "hikvision camera"]
