"""A long text in stretches, each read with what stands around it: a tender of forty pages is a cell, too.

Names, grammars and words for actions are looked for in texts of a bounded length, so that each takes a bounded time. A text that
is longer is cut; reading all of it takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TEXT = 512  # characters that are read at once, as everywhere in `identify`
_AROUND = (
    96  # characters of a neighbour that a stretch sees: a name, the number behind it and the words right before it
)
_LEAST = 256  # characters that a stretch has for itself, its neighbours' left aside, unless a sentence ends earlier
_ENDS = re.compile(r"[;!?\n。；！？]\s?|\.\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text."""

    text: str
    at: int  # where it begins in the whole
    begin: int  # from where in the whole it answers for what is named
    end: int  # up to where


def stretches(text: str) -> Iterator[Stretch]:
    """The text in parts of at most `MAX_TEXT` characters that overlap; each place is answered for by one of them."""
    at = begin = 0
    while len(text) - at > MAX_TEXT:
        end = _border(text, at + _LEAST, at + MAX_TEXT - _AROUND)
        yield Stretch(text[at : at + MAX_TEXT], at, begin, end)
        at, begin = _word(text, end - _AROUND, end), end
    yield Stretch(text[at:], at, begin, len(text))


def _border(text: str, least: int, most: int) -> int:
    """Where the last sentence ends between two places, else the last word."""
    ends = [hit.end() for hit in _ENDS.finditer(text, least, most)]
    return ends[-1] if ends else text.rfind(" ", least, most) + 1 or most


def _word(text: str, least: int, most: int) -> int:
    """Where the first whole word begins between two places."""
    return text.find(" ", least, most) + 1 or least
