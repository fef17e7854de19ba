"""Of a listed name that begins with somebody else's, the part that names the firm itself: "Nightjar Corporation, JSC Crake".

A supplier is written by its own name, and not below its parent. A part counts only if it tells a firm: with a legal form of its
own, or behind a parent with which several rows begin. What is a place, what a firm does, or a legal form that a comma cut off,
names nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from debadge.model.listing import ListedName
from debadge.screen.names.entry import Entry
from debadge.screen.names.letters import folded
from debadge.screen.names.reading import Reader

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_PARENT = 3  # names that begin with the same words and go on behind a comma
_LEAST = 5  # letters of a word that tells a firm
Words = tuple[str, ...]


class OwnParts:
    """Finds such parts; made once for all names of all lists."""

    def __init__(self, texts: Iterable[str], reader: Reader) -> None:
        """``texts``: all listed names, by which those are known that stand before others."""
        self._reader, self._known = reader, reader.words
        behind: dict[Words, set[Words]] = defaultdict(set)
        for text in dict.fromkeys(texts):
            for head, rest in _cuts(text):
                behind[head].add(_words(rest))
        several = {head: rests for head, rests in behind.items() if len(rests) >= _PARENT}
        self._parents = {head for head, rests in several.items() if any(map(self._has_form, rests))}

    def of(self, name: ListedName) -> Iterator[ListedName]:
        """The part, if there is one; where it has no legal form of its own it is a weak name."""
        for head, rest in _cuts(name.text) if name.kind in ("primary", "alias") else ():
            words = _words(_BRACKETS.sub(" ", rest))
            if self._tells(words) and (head[-1], *words[:1]) not in self._known.end and self._is_own(head, words):
                yield ListedName(text=rest, kind="alias" if self._has_form(words) else "weak")
                return

    def _is_own(self, head: Words, words: Words) -> bool:
        """Whether what stands behind a comma is a firm: it begins with a legal form, has one as its head has, or a parent."""
        begins = any(words[:size] in self._known.front for size in range(1, len(words)))
        return begins or head in self._parents or (self._has_form(words) and self._has_form(head))

    def _has_form(self, words: Words) -> bool:
        return self._reader.without_forms(words) != words

    def _tells(self, words: Words) -> bool:
        """Whether some word is no legal form, no place, no trade word, and none of ordinary suppliers."""
        known = self._known
        common = (known.trade, known.places, known.ordinary, known.silent)
        told = (known.canon.get(word, word) for word in self._reader.without_forms(words))
        is_form = words in known.end or words in known.front
        return not is_form and any(
            len(word) >= _LEAST and word.isalpha() and not any(word in some for some in common) for word in told
        )


def with_own_parts(entries: Iterable[Entry], reader: Reader) -> Iterator[Entry]:
    """Rows of lists, each with such parts of its names behind them; our own facts have theirs apart."""
    kept = list(entries)
    parts = OwnParts((name.text for entry in kept for name in entry.names if "," in name.text), reader)
    for entry in kept:
        known = {name.text for name in entry.names}
        found = (part for name in entry.names if "," in name.text for part in parts.of(name))
        more = tuple(dict.fromkeys(part for part in found if part.text not in known))
        yield replace(entry, names=(*entry.names, *more)) if more else entry


def _cuts(text: str) -> Iterator[tuple[Words, str]]:
    """(words before a comma outside brackets, text behind it)."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]" and depth > 0)
        if sign == "," and not depth and (head := _words(text[:at])) and (rest := text[at + 1 :].strip()):
            yield head, rest


def _words(text: str) -> Words:
    return tuple(_WORD.findall(folded(text)))
