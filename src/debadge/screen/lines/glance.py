"""A quick look at a text: whether anybody could be named in it. Most purchase lines name nobody, and need no more than this.

Sound, and no more: where it says no, reading the line finds nothing (a test holds both to the same lines).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from debadge.identify.names import Names
from debadge.identify.rules import Rules
from debadge.model.screening import Spellings
from debadge.model.signal import Signal
from debadge.screen.lines.glued import Glued
from debadge.screen.lines.letters import ESCAPE, settled, words_apart
from debadge.screen.lines.namings import MOST_WORDS
from debadge.screen.lines.respell import CUT_LEAST, Respelling
from debadge.screen.lines.separators import LEAST
from debadge.text.folding import plain

_BREAKS = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum() and sign != "\x1e"})
_BETWEEN = "\x1e"
MAX_CACHED = 100_000  # words kept: some 10 MB
MANY = 500  # first words before the same second ones: any two letters, which tell nothing
_WORD = 5  # letters of a word that numbers stand behind: "ideahub s2"
_NONE: tuple[str, ...] = ()
_COUNTED = re.compile(r"\d{1,3}x(?=[a-z])")  # a count right before a number, which `settled` parts: "2xDS-2CD…"
_NOBODY = frozenset[str]()
_LENGTH = 3  # signs of a word that tell whether a number may begin so
_AHEAD = MOST_WORDS - 1  # words before the one with a digit: "FLEXIDOME IP starlight 8000i"
_SIGNS = re.compile("[\u3000-\U0010ffff]")  # Chinese, Japanese and Korean: written without blanks, so always read


class Glance:
    """The first words of all names, and the beginnings of all numbers."""

    def __init__(self, names: Names, rules: Rules, respelling: Respelling, spellings: Spellings, glued: Glued) -> None:
        """Take what reading a line looks for."""
        told = {*names.spellings, *respelling.joined, *spellings.programs, *respelling.slips, *_cuts(spellings.near)}
        heads = {word for text in spellings.heads.values() for word in _words(text)[:1] if word != text.lower()}
        self._seconds = _seconds((*told, *heads))
        self._names = frozenset(self._seconds)
        begun = frozenset(rules.number_beginnings(tells_alone))
        starts, pairs = _begun((*begun, *spellings.heads, *spellings.bare))
        self._pairs = {first: tuple(seconds) for first, seconds in _telling(pairs).items()}
        for first in pairs.keys() - self._pairs.keys():
            starts |= {second[:_LENGTH] or first[:_LENGTH] for second in pairs[first]}
        alone = (text.partition(" ")[0].lower() for text in begun if text.isascii())
        misread = (
            told for text in begun if text[:_WORD].isalnum() and not text.isalpha() for told in _misread(text[:_WORD])
        )
        phrases = {word[:_WORD] for word in alone if word.isalpha()} | {told for told in misread if told.isalpha()}
        self._phrases = frozenset(phrases)  # letters alone are told: a word, or digits misread
        self._starts = frozenset(starts)
        self._squeezed = frozenset(
            told for text in begun if "-" in text for told in _misread(text.replace("-", "")[:_LENGTH])
        )
        self._digits = frozenset(text[:_LENGTH] for text in begun if text.isdigit())
        self._numerals = frozenset(run for text in begun if (run := _words(text)[0]).isdigit())
        self._short = frozenset(text for text in starts if len(text) < _LENGTH)
        self._digit_words = frozenset(filter(str.isdigit, {*self._names, *self._pairs, *self._numerals}))
        self._glued = glued
        self._seen, self._telling, self._joined = set[str](), set[str](), set[str]()

    def may_name(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text may name somebody; many at once: a word is asked once, and most texts have none that tells."""
        joined = _BETWEEN.join(texts)
        if ESCAPE in joined:
            return self.may_name([settled(text) for text in texts])
        bare = _bare(joined) if joined.isascii() else _BETWEEN.join(map(_bare, texts))
        told = bare.split(_BETWEEN)
        if len(told) != len(texts):  # a text that holds the sign that stands between texts
            return [self.may_name([text.replace(_BETWEEN, " ")])[0] for text in texts]
        telling, chinese = self._telling_of(frozenset(bare.split())), _is_joined(joined)
        return [
            (not telling.isdisjoint(words := one.split()) and self._may_tell(words)) or (chinese and _is_joined(text))
            for one, text in zip(told, texts, strict=True)
        ]

    def _telling_of(self, words: frozenset[str]) -> set[str]:
        """Those of many words without which a text names nobody."""
        if len(self._seen) >= MAX_CACHED:
            self._seen.clear()
            self._telling.clear()
            self._joined.clear()
        numbers = set(filter(str.isdigit, words))  # another one on every line: not worth to be kept
        new = words.difference(self._seen, numbers)
        self._telling.update(filter(self._tells, new))
        self._seen |= new
        told = {word for word in self._telling & words if not self._is_half(word, words)}
        return told.union(numbers & self._digit_words, filter(self._begins, numbers) if self._digits else ())

    def _tells(self, word: str) -> bool:
        """Whether a word begins a name or a number, or may stand before a number."""
        if self._glued.may_be(word, self._is_numeric):
            self._joined.add(word)
            return True
        return word in self._names or self._is_numeric(word) or self._is_counted(word)

    def _may_tell(self, words: Sequence[str]) -> bool:
        """Whether words of which one tells something may name somebody."""
        return self._is_named(words) or self._may_number(words) or not self._joined.isdisjoint(words)

    def _is_counted(self, word: str) -> bool:
        """Whether a word is a count and what tells right behind it."""
        counted = _COUNTED.match(word)
        return counted is not None and self._is_numeric(word[counted.end() :])

    def _is_numeric(self, word: str) -> bool:
        return self._begins(word) or word[:_WORD] in self._phrases or word in self._pairs

    def _is_half(self, word: str, words: frozenset[str]) -> bool:
        """Whether a word only begins names of which no second word is among many: "office"."""
        seconds = self._seconds.get(word, _NOBODY)
        return len(seconds) > 0 and seconds.isdisjoint(words) and not self._is_numeric(word)

    def _begins(self, word: str) -> bool:
        """Whether a word alone may begin a number."""
        if word.isalpha():
            return False
        head = word[:_LENGTH]
        if word.isdigit():  # misread digits alone are no number
            return word in self._numerals or head in self._digits
        return head in self._starts or word[:2] in self._short or (len(word) >= LEAST and head in self._squeezed)

    def _is_named(self, words: Sequence[str]) -> bool:
        """Whether all of a name may stand among the words: "blue" is no Blue Coat."""
        for word in self._names.intersection(words):
            seconds = self._seconds[word]
            if not seconds or not seconds.isdisjoint(words):
                return True
        return False

    def _may_number(self, words: Sequence[str]) -> bool:
        """Whether a word may begin a number: "hfw2431s", "ideahub" of "IdeaHub S2", "ds" before "2cd2143g2"."""
        for place, word in enumerate(words):
            if word.isalpha():
                continue  # no number, unless it stands before one
            if self._begins(word) or self._is_counted(word):
                return True
            for other in words[max(place - _AHEAD, 0) : place + 1]:
                if other[:_WORD] in self._phrases or (other in self._pairs and self._is_pair(words, place)):
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


def _seconds(names: Iterable[str]) -> dict[str, frozenset[str]]:
    """First word of names -> their second words; none where the first is a name alone."""
    told: dict[str, frozenset[str]] = {}
    for words in filter(None, map(_words, names)):
        known = told.get(words[0])
        alone = len(words) == 1 or known == frozenset()
        told[words[0]] = frozenset() if alone else (known or frozenset()) | {words[1]}
    return told


def _begun(texts: Iterable[str]) -> tuple[set[str], dict[str, set[str]]]:
    """How the first word of a number may begin; and where a hyphen ends it, first word -> how the second may begin."""
    starts: set[str] = set()
    pairs: dict[str, set[str]] = {}
    for text in texts:
        words = _words(text)
        if not words:
            continue
        if " " in text or words[0] == text.lower():  # "MHDX 3116": words apart
            starts.update(_misread(words[0][:_LENGTH]))
        else:  # "AE-M": the first word is "ae", the second begins with "m"
            second = words[1] if len(words) > 1 else ""
            for first in _misread(words[0]):
                pairs.setdefault(first, set()).update(_misread(second))
    return starts, pairs


def _telling(pairs: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Without the first words that tell nothing: any two letters, then "2CD"; what comes behind the hyphen tells more."""
    sharing = Counter(frozenset(seconds) for seconds in pairs.values())
    return {first: seconds for first, seconds in pairs.items() if sharing[frozenset(seconds)] <= MANY}


def _is_joined(text: str) -> bool:
    return not text.isascii() and _SIGNS.search(text) is not None


def _words(text: str) -> list[str]:
    return _bare(text).split()


def _bare(text: str) -> str:
    """As `_apart` has it, quicker where the letters are those of Western Europe."""
    if text.isascii():
        return text.lower().translate(_BREAKS)
    try:
        written = text.encode("latin-1")
    except UnicodeEncodeError:
        return _apart(text)
    return _apart(text) if _SEVERAL.search(written) else written.translate(_WESTERN).decode("latin-1")


def _apart(text: str) -> str:
    """Small plain letters, words apart, whatever signs stand between them."""
    return words_apart(plain(settled(text)))


def _cuts(names: Iterable[str]) -> Iterator[str]:
    """Names that the end of a field may have cut off."""
    yield from (name[:length] for name in names for length in range(CUT_LEAST, len(name)))


@lru_cache(maxsize=65536)
def _misread(text: str) -> tuple[str, ...]:
    """The text with O for 0, I or L for 1 and 5 for S, as people write them."""
    return tuple(map("".join, product(*(_ALIKE.get(sign, sign) for sign in text.lower()))))


_ALIKE = {"0": "0o", "o": "o0", "1": "1il", "i": "i1l", "l": "l1i", "s": "s5"}

_WEST = [_apart(chr(number)) for number in range(256)]
_WESTERN = "".join(sign if len(sign) == 1 else " " for sign in _WEST).encode("latin-1", "replace")
_SEVERAL = re.compile(b"[%s]" % bytes(number for number, sign in enumerate(_WEST) if len(sign) != 1 or ord(sign) > 255))
"""Letters of ISO 8859-1 that are several signs when plain: ½, ¨."""
