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

_BREAKS = str.maketrans(
    {sign: " " for sign in map(chr, range(128)) if not sign.isalnum() and sign != "\x1e"}
    | {"\u00a0": " ", "\u2019": " "}
)
_DIGIT = re.compile(r"\d")
_BETWEEN = "\x1e"
MANY = 500  # firsts of one second: any two letters, which tell nothing
_NONE: tuple[str, ...] = ()
_WORD = 5  # letters of a word that numbers stand behind: "ideahub s2"
_LENGTH = 3  # signs of a word that tell whether a number may begin so
_FIRST_SIGN = "\u3000"  # from here on Chinese, Japanese and Korean: written without blanks, so always read


class Glance:
    """The first words of all names, and the beginnings of all numbers."""

    def __init__(self, names: Names, rules: Rules, respelling: Respelling, spellings: Spellings) -> None:
        """Take what reading a line looks for."""
        told = {*names.spellings, *spellings.joined, *spellings.programs, *respelling.slips, *_cuts(spellings.near)}
        heads = {word for text in spellings.heads.values() for word in _words(text)[:1] if word != text.lower()}
        self._seconds: dict[
            str, frozenset[str]
        ] = {}  # first word of names -> their second words; empty: it stands alone
        for words in map(_words, (*told, *heads)):
            if words:
                known = self._seconds.get(words[0])
                alone = len(words) == 1 or known == frozenset()
                self._seconds[words[0]] = frozenset() if alone else (known or frozenset()) | {words[1]}
        self._names = frozenset(self._seconds)
        pairs: dict[str, set[str]] = {}
        starts: set[str] = set()
        begun = frozenset(rules.number_beginnings(tells_alone))
        for text in (*begun, *spellings.heads, *spellings.bare):
            words = _words(text)
            if words and " " in text:  # "MHDX 3116": words apart
                starts.update(_misread(words[0][:_LENGTH]))
            elif words and words[0] != text.lower():  # "AE-M": the first word is "ae", the second begins with "m"
                second = words[1] if len(words) > 1 else ""
                for first in _misread(words[0]):
                    pairs.setdefault(first, set()).update(_misread(second))
            elif words:
                starts.update(_misread(words[0][:_LENGTH]))
        firsts: dict[frozenset[str], list[str]] = {}
        for first, seconds in pairs.items():
            firsts.setdefault(frozenset(seconds), []).append(first)
        for seconds, several in firsts.items():
            if len(several) > MANY:  # any two letters, then "2CD": what comes behind the hyphen tells more
                starts.update(second[:_LENGTH] for second in seconds if second)
                starts.update(first[:_LENGTH] for first in several if "" in seconds)
        self._pairs = {one: tuple(told) for told, several in firsts.items() if len(several) <= MANY for one in several}
        self._starts = frozenset(starts)
        alone = (text.partition(" ")[0].lower() for text in begun if text.isascii())
        self._phrases = frozenset(word[:_WORD] for word in alone if word.isalpha())  # all that is told are letters: a word
        self._digits = frozenset(text[:_LENGTH] for text in begun if text[:_LENGTH].isdigit())
        self._short = frozenset(text for text in starts if len(text) < _LENGTH)

    def may_name(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text may name somebody; many at once, since most of the cost is in asking."""
        joined = _BETWEEN.join(texts)
        plain_texts = (joined.lower() if joined.isascii() else plain(normalize("NFC", joined))).translate(_BREAKS)
        told = plain_texts.split(_BETWEEN)
        if len(told) != len(texts):  # a text that holds the sign that stands between texts
            return [self.may_name([text.replace(_BETWEEN, " ")])[0] for text in texts]
        names, chinese = self._names, not joined.isascii()
        return [
            (not names.isdisjoint(words := bare.split()) and self._is_named(words))
            or (_DIGIT.search(bare) is not None and self._may_number(words))
            or (chinese and max(text, default="") >= _FIRST_SIGN)
            for bare, text in zip(told, texts, strict=True)
        ]

    def _is_named(self, words: Sequence[str]) -> bool:
        """Whether all of a name may stand among the words: "blue" is no Blue Coat."""
        for word in self._names.intersection(words):
            seconds = self._seconds[word]
            if not seconds or not seconds.isdisjoint(words):
                return True
        return False

    def _may_number(self, words: Sequence[str]) -> bool:
        """Whether a word may begin a number: "hfw2431s", "ideahub" of "IdeaHub S2", "ds" before "2cd2143g2"."""
        starts, short, pairs = self._starts, self._short, self._pairs
        for place, word in enumerate(words):
            if word.isalpha():
                continue  # no number, unless it stands before one
            if word.isdigit():
                if word[:3] in self._digits:
                    return True
            elif word[:3] in starts or word[:2] in short:
                return True
            before = words[max(place - 2, 0) : place + 1]
            if any(other[:_WORD] in self._phrases or other in self._phrases or (other in pairs and self._is_pair(words, place)) for other in before):
                return True
        return False

    def _is_pair(self, words: Sequence[str], place: int) -> bool:
        """Whether two words next to each other, up to a place, begin a number with a hyphen."""
        return any(
            words[at + 1].startswith(self._pairs.get(words[at], _NONE))
            for at in range(max(place - 2, 0), min(place + 1, len(words) - 1))
        )


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
