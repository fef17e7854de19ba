"""Slips of the pen in words that everybody knows (legal forms, trade words, places) are mended before anything is compared.

"Technlogy" would else be the rarest word of its name. A word that ordinary suppliers use is never mended, and a core word is not
known here at all: whether it is nearly another is weighed, and shown.
"""

from __future__ import annotations

from debadge.screen.names.letters import syllables
from debadge.screen.names.near import Alike, Lexicon
from debadge.screen.names.words import NameWords

_SHORTEST = 5  # letters of a legal form with a slip in it
_TRADE = 7  # letters of a trade word
_PLACE = 8  # of a place: shorter ones differ by a letter from one another (Suzhou, Fuzhou)
_TWO_SLIPS = 10  # letters from which on there may be two
_PART = 6  # letters of a known word that is found at an end of a longer one
_REST = 3  # letters that have to be left beside it
_KEPT = 100_000  # words kept: some 12 MB; then all are forgotten


class Mender:
    """Mends words; the same word is looked at once."""

    def __init__(self, words: NameWords) -> None:
        forms = {word for form in (*words.end, *words.front) for word in form}
        silent = words.silent
        self._known = {*forms, *words.canon, *words.ordinary, *silent, *(w for phrase in words.phrases for w in phrase)}
        common = {word for word in forms if len(word) >= _SHORTEST}
        common |= {w for w, of in words.canon.items() if len(w) >= (_PLACE if of in words.places else _TRADE)}
        self._common = Lexicon((word for word in common if word.isascii()), Alike(), 0.84)
        self._places = words.places
        self._canon = words.canon
        self._kept: dict[str, str] = {}
        self._parts = {word for word in common if word.isascii() and len(word) >= _PART}
        self._opened: dict[str, tuple[str, ...]] = {}

    def mended(self, word: str) -> str:
        """The known word that this one nearly is, or the word itself."""
        told = self._kept.get(word)
        if told is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            told = self._kept[word] = self._mend(word)
        return told

    def _mend(self, word: str) -> str:
        if word in self._known or word.isdigit() or (len(word) < _SHORTEST - 1 and word.isalpha()):
            return word
        for old, new in (("0", "o"), ("1", "l"), ("1", "i"), ("rn", "m"), ("m", "rn"), ("5", "s")):
            if old in word and (other := word.replace(old, new)) in self._known:
                return other
        if len(word) < _SHORTEST:
            return word
        for known, likeness in self._common.near(word):
            one_slip = likeness > (0.8 if len(known) == _SHORTEST else 0.84)  # as `Alike` has them
            if word[1:] == known or (
                word[0] != known[0] and len(word) < _TWO_SLIPS
            ):  # "esolutions", "hivision": brands
                continue
            if syllables(word) and syllables(known):  # pinyin: "changxin" is a name, and no slip in "chuangxin"
                continue
            is_place = self._canon.get(known) in self._places
            if one_slip or (len(known) >= _TWO_SLIPS and not is_place and likeness > 0.79):
                return known
        return word

    def settled(self, found: list[str], *, cut: bool = False) -> list[str]:
        """Words mended, pieces of a known word put together ("sec urity"), known words cut off longer ones ("companymoscow")."""
        told: list[str] = []
        at, count = 0, len(found) - cut  # a word that may be cut off is the beginning of one, and no slip
        while at < count:
            word = found[at]
            if (
                at + 1 < count
                and (whole := word + found[at + 1]) in self._parts
                and not self._stand_alone(word, found[at + 1])
            ):
                told.append(whole)
                at += 2
                continue
            told += self._cut(word) if len(word) >= _PART + _REST else (self.mended(word),)
            at += 1
        return [*told, self._mended_end(found[-1])] if cut else told

    def _mended_end(self, word: str) -> str:
        known = self.mended(word)
        return word if known.startswith(word) or word.startswith(known) else known

    def _stand_alone(self, one: str, other: str) -> bool:
        return one in self._canon and other in self._canon

    def _cut(self, word: str) -> tuple[str, ...]:
        told = self._opened.get(word)
        if told is None:
            if len(self._opened) >= _KEPT:
                self._opened.clear()
            told = self._opened[word] = tuple(self._open(word))
        return told

    def _open(self, word: str) -> list[str]:
        whole = self.mended(word)
        return [whole] if whole != word else self._apart(word)

    def _apart(self, word: str) -> list[str]:
        """Known words at its ends, and what is left of it as it is: "oboron" beside "logistics" is no slip in "oborona"."""
        if word in self._known:
            return [word]
        for size in range(len(word) - _REST, _PART - 1, -1):
            if (head := word[:size]) in self._parts:
                return [head, *self._apart(word[size:])]
            if (tail := word[-size:]) in self._parts:
                return [*self._apart(word[:-size]), tail]
        return [word]
