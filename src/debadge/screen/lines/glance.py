"""A quick look at a text: whether anybody could be named in it. Most purchase lines name nobody, and need no more than this.

Sound, and no more: where it says no, reading the line finds nothing (a test holds both to the same lines).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from debadge.identify.names import Names
from debadge.identify.rules import Rules
from debadge.model.screening import Spellings
from debadge.model.signal import Signal
from debadge.screen.lines.respell import CUT_LEAST, Respelling
from debadge.text.folding import plain, tidy

_BREAKS = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum() and sign != "\x1e"} | {"\u00a0": " ", "\u2019": " "})
_NUMBERS = re.compile(r"(?:([^\W\d_]\S\S+)[\s,]+)?(\S*\d\S*)")
_DIGIT = re.compile(r"\d")
_BETWEEN = "\x1e"
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

    def may_name(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text may name somebody; many at once, since most of the cost is in asking."""
        joined = _BETWEEN.join(texts)
        plain_texts = (joined.lower() if joined.isascii() else plain(normalize("NFC", joined))).translate(_BREAKS)
        told = plain_texts.split(_BETWEEN)
        if len(told) != len(texts):  # a text that holds the sign that stands between texts
            return [self.may_name([text.replace(_BETWEEN, " ")])[0] for text in texts]
        names = self._names
        return [
            not names.isdisjoint(words.split()) or (_DIGIT.search(words) is not None and self._may_number(text))
            for words, text in zip(told, texts, strict=True)
        ] if joined.isascii() else [
            max(text, default="") >= _FIRST_SIGN or not names.isdisjoint(words.split()) or (_DIGIT.search(words) is not None and self._may_number(text))
            for words, text in zip(told, texts, strict=True)
        ]

    def _may_number(self, text: str) -> bool:
        """Whether a word with a digit, or the word before it, may begin a number: "IPC-HFW2431S", "IdeaHub S2"."""
        return any(
            self._may_begin(number) or (before and self._may_begin(before)) for before, number in _NUMBERS.findall(text)
        )

    def _may_begin(self, word: str) -> bool:
        words = _words(word)
        first = words[0] if words else ""
        return first[:3] in self._starts or first[:2] in self._starts or (len(words) > 1 and first in self._whole)


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
