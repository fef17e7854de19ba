"""The sentences that people read, by id, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Sentences:
    """One language of the catalogue."""

    lang: str
    told: Mapping[str, Mapping[str, str]]  # id -> language -> text with {named} places

    def say(self, id_: str, **given: object) -> str:
        """The sentence with its places filled.

        Raises:
            KeyError: No such sentence, or a place that nobody fills: a mistake of ours that a test finds.
        """
        return self.told[id_][self.lang].format_map({k: str(v) for k, v in given.items()})

    def word(self, kind: str, value: str) -> str:
        """A word of the vocabulary as people read it; the word itself where the catalogue has none."""
        known = self.told.get(f"{kind}.{value}")
        return known[self.lang] if known else value

    def has(self, id_: str) -> bool:
        """Whether there is such a sentence."""
        return id_ in self.told
