"""The sentences that people read, by id, in English and French."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

LANGUAGES = ("en", "fr")
Catalogue = Mapping[str, Mapping[str, str]]
"""Id -> language -> text with {named} places."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """One language of the catalogue."""

    lang: str
    told: Catalogue
    newer: Callable[[], Catalogue] | None = (
        None  # of the program, where ``told`` is of an older pack and lacks a sentence
    )

    def say(self, id_: str, **given: object) -> str:
        """The sentence with its places filled.

        Raises:
            KeyError: No such sentence, or a place that nobody fills: a mistake of ours that a test finds.
        """
        words = {k: str(v) for k, v in given.items()}
        try:
            return _typeset(self.told[id_][self.lang], self.lang).format_map(words)
        except KeyError:
            if self.newer is None:
                raise
            return _typeset(self.newer()[id_][self.lang], self.lang).format_map(words)

    def word(self, kind: str, value: str) -> str:
        """A word of the vocabulary as people read it; the word itself where the catalogue has none."""
        known = self.told.get(f"{kind}.{value}")
        return _typeset(known[self.lang], self.lang) if known else value

    def values(self, kind: str) -> frozenset[str]:
        """The values of a kind for which there is a word."""
        return frozenset(id_.removeprefix(f"{kind}.") for id_ in self.told if id_.startswith(f"{kind}."))

    def has(self, id_: str) -> bool:
        """Whether there is such a sentence."""
        return id_ in self.told


@cache
def _typeset(text: str, lang: str) -> str:
    """French as it is set: a colon and quotation marks stay with their word, by a space at which no line is broken."""
    if lang != "fr":
        return text
    return text.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
