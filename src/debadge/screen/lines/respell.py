"""Model numbers and names of a purchase line as their makers write them: separators put back, O read as 0, slips mended.

Nothing is mended into a number that no grammar reads, and nothing that a grammar reads already is touched.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Protocol

from debadge.model.screening import Spellings
from debadge.screen.lines.separators import Separators
from debadge.text.folding import plain

CUT_LEAST = 4  # letters of a name that was cut off
CUT_AT = 30  # characters: fields of 30, 35 and 40 cut what is longer, so a last word may be the beginning of one
CUT_FIELD = 5  # characters of a field of its own: "HIKVI"
_ALIKE = {"0": "[0O]", "1": "[1IL]", "O": "[O0]", "I": "[I1L]", "S": "[S5]"}
_AS_DIGITS = {
    "o": "o0",
    "i": "i1",
    "l": "l1",
    "s": "s5",
    "e": "e3",
}  # letters of a name, and the digits that look like them
_GAP = r"[ ._/\u2010-\u2015-]{0,2}"
_KINDS = r"(?!(?:NVR|DVR|XVR|CAM|IP|POE|PTZ|PC|EA|FOR|NEW|QTY|W)(?![0-9A-Z]))"  # words behind a number that are no part of it
_TAIL = (
    r"(?P<tail>[ ._-]?(?=[A-Z]{0,4}\d)[0-9A-Z][0-9A-Z()/._-]*"
    rf"(?: {_KINDS}(?:[A-Z]{{1,3}}\d?|H[A-Z]{{3}}|G\d[A-Z]{{0,4}})(?![0-9A-Z]))*)"
)
_SERIES = re.compile(r"(?<=\d)-(?=(?:H[A-Z]{3}|NX?I)(?![0-9A-Z]))")  # "DS 7208 HUHI K1"
_ZERO = re.compile(r"(?<=\d)O(?=[0-9A-Z]|$)|(?<=[A-Z])O(?=\d\d)", re.IGNORECASE)
_ONE = re.compile(r"(?<=\d)[IL](?=\d)")
_SQUEEZED = re.compile(r"(?<![0-9A-Za-z-])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{7,24}(?![0-9A-Za-z-])")
_WORDS = re.compile(  # of letters; or with digits for some, and no part of a number
    r"(?<![^\W_-])(?=[A-Za-z]*\d)[0-9A-Za-z]{5,14}(?![^\W_-])|(?<![^\W\d_])[^\W\d_]{5,14}(?![^\W\d_])"
)
_SHORT = 5  # letters: a shorter name, or one as long, is mended only where two letters changed places


class _Read(Protocol):
    def __call__(self, found: str, told: str, *, is_guess: bool = False) -> str: ...


@dataclass(frozen=True, slots=True)
class Mended:
    """A stretch of the text that was read as something else."""

    found: str
    read: str
    is_guess: bool = False  # a name that may be somebody else's


class Respelling:
    """The spellings, compiled when first asked for."""

    def __init__(
        self, spellings: Spellings, reads: Callable[[str], bool], known: Mapping[str, object], separators: Separators
    ) -> None:
        """Take what is known.

        Args:
            spellings: Heads of numbers, and names as they are taken apart.
            reads: Whether a grammar reads a number.
            known: Names in small letters, which are never mended into others.
            separators: Puts the hyphens of a grammar back.
        """
        self._spellings, self._reads, self._known, self._separators = spellings, reads, known, separators
        self._near = frozenset(spellings.near)
        self.joined = {_small(text): name for text, name in spellings.joined.items()}
        self.joined |= {" ".join(name): name for name in spellings.near}  # "H I K V I S I O N"

    def respell(self, text: str, *, is_field: bool = False) -> tuple[str, tuple[Mended, ...]]:
        """The text with what was mended in it; the text itself where nothing was.

        Args:
            text: A line, or a cell.
            is_field: Whether it is a name in a field of its own, which may be cut off wherever the field ends.
        """
        mended: list[Mended] = []

        def read(found: str, told: str, *, is_guess: bool = False) -> str:
            mended.append(Mended(found, told, is_guess))
            return told

        told = self._names.sub(lambda hit: self._joined_name(hit[0], read), text)
        told = _WORDS.sub(lambda hit: self._name(hit[0], read), told)
        told = self._cut(told, read, CUT_FIELD if is_field else CUT_AT)
        told = self._numbers.sub(lambda hit: self._number(hit, read), told)
        told = _SQUEEZED.sub(lambda hit: self._squeezed(hit[0], read), told)
        return told, tuple(mended)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        signs_known = {name for name in self._known if not name.isascii()}  # "大华股份" is left as it is, "大华" is not
        words = sorted({*self.joined, *signs_known}, key=lambda word: (-len(word), word))
        latin = "|".join(re.escape(word).replace(r"\ ", r"[ _.-]") for word in words if word.isascii())
        signs = "|".join(re.escape(word) for word in words if not word.isascii())
        return re.compile(rf"(?<![0-9A-Za-z])(?:{latin})(?![0-9A-Za-z])|(?:{signs})", re.IGNORECASE)

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        heads = sorted({*self._spellings.heads, *self._spellings.bare}, key=lambda head: (-len(head), head))
        spelled = "|".join(_GAP.join(_ALIKE.get(sign, sign) for sign in head) for head in heads)
        return re.compile(rf"(?<![0-9A-Za-z-])(?P<head>{spelled}){_TAIL}", re.IGNORECASE)

    @cached_property
    def slips(self) -> Mapping[str, str]:
        """Words that are read as a name one slip away."""
        near = self._spellings.near
        told = {slip: name for name in near for slip in _slips(name) if slip not in self._known}
        return told | {text: name for name in near for text in _in_digits(name) if text != name}

    def _joined_name(self, found: str, read: _Read) -> str:
        told = self.joined.get(_small(found))
        if told is None or _small(found) in self._known:
            return found
        return read(
            found,
            told,
            is_guess=((" " in found or "-" in found) and found.lower() not in self._spellings.joined)
            or not found.isascii(),
        )

    def _name(self, word: str, read: _Read) -> str:
        small = plain(word)
        if not word.isascii() and small in self._near:
            return read(word, small)  # "Hikvísion"
        return read(word, self.slips[small], is_guess=small.isalpha()) if small in self.slips else word

    def _cut(self, text: str, read: _Read, at: int) -> str:
        """A name that the end of the field cut off: "… DOME CAMERA HIKVIS"."""
        last = text.rsplit(maxsplit=1)[-1] if len(text) >= at else ""
        small = plain(last)
        begun = [
            name
            for name in self._spellings.near
            if len(small) >= CUT_LEAST and name.startswith(small) and name != small
        ]
        return (
            text[: -len(last)] + read(last, begun[0], is_guess=True)
            if len(begun) == 1 and text.endswith(last)
            else text
        )

    def _number(self, hit: re.Match[str], read: _Read) -> str:
        first = hit[0].split(maxsplit=1)[0]
        if self._reads(first):
            return hit[0]
        for told in self._spelled(hit["head"], hit["tail"]):
            if self._reads(told):
                return read(hit[0], told)
        return hit[0]

    def _squeezed(self, word: str, read: _Read) -> str:
        if self._reads(word):
            return word
        for bare in dict.fromkeys((word.upper(), _digits(word.upper()))):
            told = next(filter(self._reads, self._separators.spelled(bare)), None)
            if told is not None:
                return read(word, told)
        return word

    def _spelled(self, head: str, tail: str) -> Iterator[str]:
        bare = re.sub(r"[^0-9A-Z]", "", head.upper())
        for known in (self._spellings.heads, self._spellings.bare):
            for squeezed, spelled in known.items():
                if len(squeezed) == len(bare) and re.fullmatch("".join(_ALIKE.get(s, s) for s in squeezed), bare):
                    rest = tail.strip(" ._-").upper().replace(" ", "-").replace("_", "-")
                    yield _digits(spelled + rest)
                    yield _digits(f"{spelled}-{rest}")  # "ZXHNF670L"
                    yield _digits(spelled + rest.partition("-")[0])
                    yield _digits(spelled + _SERIES.sub("", rest, count=1))


def _digits(tail: str) -> str:
    return _ONE.sub("1", _ZERO.sub("0", tail))


def _small(text: str) -> str:
    return re.sub(r"[ _.-]", " ", text.lower())


def _in_digits(name: str) -> Iterator[str]:
    """The name with digits for letters that look like them."""
    return map("".join, product(*(_AS_DIGITS.get(letter, letter) for letter in name)))


def _slips(name: str) -> Iterator[str]:
    """Every word one slip away: two letters changed places, or one stands twice; in a longer name one is another, or too many."""
    for at in range(len(name) - 1):
        yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    for at in range(len(name)):
        yield name[:at] + name[at] + name[at:]
    if len(name) <= _SHORT:
        return
    for at in range(len(name) + 1):
        yield name[:at] + name[at + 1 :]
        for letter in string.ascii_lowercase:
            yield name[:at] + letter + name[at:]
            yield name[:at] + letter + name[at + 1 :]
