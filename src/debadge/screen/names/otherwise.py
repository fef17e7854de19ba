"""Further ways to read what somebody wrote: catalogue order, words run together at a hump or with a legal form, hyphens gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from debadge.screen.names.words import NameWords

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
_HUMPS = 2  # capitals inside words from which on all of them begin words
_PIECE = 4  # letters of both halves of a word with one hump, for it to be read as two
_PLAIN = re.compile(r"[^\W_]+")
_INVERTED = 2  # words behind the comma of a catalogue
_FORM, _REST = 3, 4  # letters of a legal form, and of what is left, where both are written as one word
_REST_SPOKEN = 6  # letters left where the form is a syllable that words end in: "interest" is not "Inter, est."
_VOWELS = frozenset("aeiouy")
_HYPHENED = re.compile(r"\b([A-Za-z]{2,3})-(?=[A-Za-z]{3})")


class Otherwise:
    """Finds such readings; one for a set of words."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        single = {form[0] for form in words.end if len(form) == 1 and form[0].isascii()}
        self._known = single | set(words.canon)
        self._joined = tuple(sorted((form for form in single if len(form) >= _FORM), key=len, reverse=True))
        self._common = self._known | set(words.ordinary)

    def apart(self, text: str) -> str | None:
        """With words at humps set apart: all where there are several, one between long words or known ones: "OlidLtd."."""
        if text.isupper() or text.islower():
            return None
        humps = len(_CAMEL.findall(text))
        if not humps:
            return None
        told = _CAMEL.sub(" ", text)
        if humps >= _HUMPS:
            return told
        word = next(word for word in text.split() if _CAMEL.search(word))
        pieces = [piece.lower() for piece in _PLAIN.findall(_CAMEL.sub(" ", word))]
        is_two = len(pieces) > 1 and min(map(len, pieces)) >= _PIECE
        return told if is_two or (len(pieces) > 1 and not self._known.isdisjoint(pieces)) else None

    def without_joined_form(self, found: list[str]) -> list[str] | None:
        """With a legal form cut off the last word: "hillcorp" is "hill corp"; a word that is known stays whole."""
        last = found[-1]
        if len(last) < _FORM + _REST or last in self._common or not last.isascii():
            return None
        form = next((form for form in self._joined if last.endswith(form)), "")
        rest = last.removesuffix(form)
        least = _REST if len(form) > _FORM or _VOWELS.isdisjoint(form) else _REST_SPOKEN
        return [*found[:-1], rest, form] if form and len(rest) >= least else None

    def turned(self, text: str) -> str | None:
        """Catalogue order turned back: "Technologies Company, Huawei" is "Huawei Technologies Company"."""
        head, comma, tail = text.partition(",")
        behind = _PLAIN.findall(tail.lower())
        if not comma or "," in tail or not 0 < len(behind) <= _INVERTED or not _PLAIN.search(head):
            return None
        return (
            None if self._known.issuperset(behind) or any((w,) in self._words.end for w in behind) else f"{tail} {head}"
        )

    def unhyphened(self, text: str) -> Iterator[str]:
        """A listed name whose hyphen follows a word that does not count, as one word: "Da-Jiang" is "DaJiang"."""
        told = _HYPHENED.sub(lambda f: f[1] if f[1].lower() in self._words.silent else f[0], text)
        if told != text:
            yield told
