"""The quick look says no only where reading finds nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.accuracy.lines.generate import generate
from tools.accuracy.lines.labelled import hand

from debadge.flow.screen_lines import line_screener
from debadge.flow.world import World
from debadge.model.screened import LineCells
from debadge.screen.lines.screener import LineScreener

WORLD = World.load()
SCREENER = line_screener(WORLD)
SIGNALS = WORLD.identifier.signals.values()
NUMBERS = sorted({e.text for s in SIGNALS if s.field in {"model_string", "software_name"} for e in s.examples})
NAMES = sorted(WORLD.identifier.matcher.names.spellings)
RULED = [text for rule in WORLD.line_words.rules for text in rule.examples]
SPELT = [*WORLD.line_words.spellings.joined, *WORLD.line_words.spellings.programs]
WORDS = st.sampled_from(
    [
        *NUMBERS[::3],
        *NAMES[::5],
        *SPELT[::3],
        "camera",
        "switch",
        "radio",
        "for",
        "-",
        "12 x",
        "(",
        "摄像机",
        "new",
        "unit",
        "V5",
    ]
)


def texts() -> Iterator[str]:
    yield from NUMBERS
    yield from (text.replace("-", " ") for text in NUMBERS)
    yield from (text.replace("-", "").lower() for text in NUMBERS)
    yield from (f"{text} camera switch radio" for text in (*NUMBERS, *NAMES, *SPELT))
    yield from (*NAMES, *RULED, *SPELT)
    yield from (str(line.shown["description"]) for line in (*hand(), *generate(range(1, 6))))


def reads(screener: LineScreener, text: str) -> bool:
    return bool(screener.screen(LineCells(texts=(text,))).goods)


def test_what_is_left_unread_names_nobody() -> None:
    asked = list(dict.fromkeys(texts()))
    unread = [text for text, may in zip(asked, SCREENER.may_name(asked), strict=True) if not may]
    assert len(asked) > 4_000
    assert [text for text in unread if reads(SCREENER, text)] == []
    assert len(unread) > 100


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=5), st.sampled_from([" ", ",", "-", "", "/", "\n"]))
def test_mixture_of_words_that_is_left_unread_names_nobody(words: list[str], between: str) -> None:
    text = between.join(words)
    (may,) = SCREENER.may_name([text])
    assert may or not reads(SCREENER, text)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(NUMBERS), st.data())
def test_number_with_slips_that_is_left_unread_names_nobody(number: str, data: st.DataObject) -> None:
    swaps = {"0": "O", "O": "0", "1": "I", "I": "1", "-": data.draw(st.sampled_from(["", " ", ".", "_"]))}
    text = "".join(swaps[sign] if sign in swaps and data.draw(st.booleans()) else sign for sign in number) + " camera"
    (may,) = SCREENER.may_name([text])
    assert may or not reads(SCREENER, text)


@given(st.lists(st.text(max_size=12), max_size=6))
def test_many_texts_at_once_are_told_as_each_alone(asked: list[str]) -> None:
    assert SCREENER.may_name(asked) == [SCREENER.may_name([text])[0] for text in asked]


@pytest.mark.parametrize(
    "text", ["office chairs", "printer paper, A4, 500 sheets", "toner 12A", "blue ink", "", "2 nights hotel"]
)
def test_most_lines_are_told_by_their_words_alone(text: str) -> None:
    assert SCREENER.may_name([text]) == [False]
