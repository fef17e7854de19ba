"""A quick look at a text: whether anybody could be named in it. Most purchase lines name nobody, and need no more than this.

Sound, and no more: where it says no, reading the line finds nothing (a test holds both to the same lines).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from debadge.identify.names import Names
from debadge.identify.rules import Rules
from debadge.model.screening import Spellings
from debadge.model.signal import Signal
from debadge.screen.lines.respell import CUT_LEAST, Respelling
from debadge.text.folding import plain, tidy

_BREAKS = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum()} | {"\u00a0": " ", "\u2019": " "})
_NUMBERS = re.compile(r"(?:[^\W\d_]\S*\s+)?\S*\d\S*(?:\s[A-Za-z0-9]\S*)?")
_LENGTH = 3  # signs of a word that tell whether a number may begin so
_FIRST_SIGN = "\u3000"  # from here on Chinese, Japanese and Korean: written without blanks, so always read


class Glance:
    """The first words of all names, and the beginnings of all numbers."""

    def __init__(self, names: Names, rules: Rules, respelling: Respelling, spellings: Spellings) -> None:
        """Take what reading a line looks for."""
        told = {*names.spellings, *spellings.joined, *spellings.programs, *respelling.slips, *_cuts(spellings.near)}
        heads = {word for text in spellings.heads.values() for word in _words(text)[:1] if word != text.lower()}
        self._names = frozenset(first for text in (*told, *heads) for first in _words(text)[:1])
        whole: set[str] = set()
        starts: set[str] = set()
        for text in (*rules.number_beginnings(tells_alone), *spellings.heads, *spellings.bare):
            bare = _words(text)[:1]
            if bare and bare[0] != text.lower():
                whole.update(_misread(bare[0]))  # "AE-": the first word is "ae"
            elif bare:
                starts.update(_misread(bare[0][:_LENGTH]))
        self._whole, self._starts = frozenset(whole), frozenset(starts)

    def may_name(self, text: str) -> bool:
        """Whether a text may name somebody."""
        if not text.isascii() and max(text) >= _FIRST_SIGN:
            return True
        if not self._names.isdisjoint(_words(text)):
            return True
        numbers = _NUMBERS.findall(text)
        if not numbers:
            return False
        starts, whole = self._starts, self._whole
        words = _words(" ".join(numbers))
        return any(word in whole or word[:3] in starts or word[:2] in starts for word in words)


def tells_alone(signal: Signal) -> bool:
    """Whether a number may name somebody beside no name: by its grammar, or by a shape of one kind of equipment.

    The shape of one maker's phones is three letters and a hyphen, as of half the part numbers in the world.
    """
    if signal.strength == "shape":
        return signal.says.get("device_class", "phone") != "phone"
    return signal.strength in {"model", "brand", "line", "name", "weak"}


def _words(text: str) -> list[str]:
    return (text.lower() if text.isascii() else plain(tidy(text))).translate(_BREAKS).split()


def _cuts(names: Iterable[str]) -> Iterator[str]:
    """Names that the end of a field may have cut off."""
    yield from (name[:length] for name in names for length in range(CUT_LEAST, len(name)))


def _misread(text: str) -> Iterator[str]:
    """The text with O for 0 and I or L for 1, as people write them."""
    told = [""]
    for sign in text.lower():
        told = [begun + other for begun in told for other in _ALIKE.get(sign, sign)]
    yield from told


_ALIKE = {"0": "0o", "o": "o0", "1": "1il", "i": "i1l", "l": "l1i"}
