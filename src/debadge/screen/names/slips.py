"""Words one slip of the pen away from the word by which a named party is known: "Huawai", "Senseime".

Such a word may be another syllable of pinyin, and so another name; but to miss a named party costs more than a look. A word and
another that is one slip away lose a letter each and become the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debadge.screen.names.near import Alike

_LEAST = 6  # letters of a known word; shorter ones have too many neighbours
_KEPT = 100_000  # words kept: some 10 MB; then all are forgotten


class Slips:
    """Known words, to be asked by one that may be written wrong."""

    def __init__(self, words: Iterable[str], alike: Alike) -> None:
        """``alike`` counts edits."""
        self._alike = alike
        self._of: dict[str, list[str]] = {}
        for word in sorted(words):
            if len(word) >= _LEAST:
                for rest in _less(word):
                    self._of.setdefault(rest, []).append(word)
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """Words that one may be meant for; of itself nothing."""
        told = self._known.get(word)
        if told is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            found = dict.fromkeys(known for rest in _less(word) for known in self._of.get(rest, ()))
            told = tuple(known for known in found if word[:1] == known[:1] and self._alike.edits(word, known) == 1)
            self._known[word] = told
        return told


def _less(word: str) -> Iterator[str]:
    """A word, and all that is left of it without one letter."""
    yield word
    yield from {word[:at] + word[at + 1 :] for at in range(len(word))}
