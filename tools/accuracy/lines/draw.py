"""Choices of one seed, and what the development seeds never see."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from random import Random

from tools.accuracy.lines.catalogue import Subject
from tools.accuracy.lines.grammar import expand

DEV = range(1, 51)
TEST = range(1001, 1051)
HELD = 4  # one in so many phrases, names and numbers is kept for the test seeds


class Draw:
    """Choices of one seed. Development seeds never see what is held back."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311  no secret: the same lines again
        self.held = seed not in TEST

    def one(self, options: Sequence[str]) -> str:
        """One of several texts."""
        return self.rng.choice([text for text in options if not (self.held and _is_held(text))] or list(options))

    def thing(self, options: Sequence[Subject]) -> Subject:
        """One thing, each equally often."""
        return self.rng.choice(self._seen(options))

    def subject(self, options: Sequence[Subject]) -> Subject:
        """One thing, each maker equally often."""
        seen = self._seen(options)
        maker = self.rng.choice(sorted({told.maker or "" for told in seen}))
        return self.rng.choice([told for told in seen if (told.maker or "") == maker])

    def _seen(self, options: Sequence[Subject]) -> Sequence[Subject]:
        return [told for told in options if not (self.held and _is_held(told.number))] or options

    def grammar(self, options: Sequence[str]) -> str:
        """One text of one of several grammars."""
        return expand(self.one(options), self.rng)

    def language(self) -> str:
        """English most often."""
        return self.rng.choices(("en", "fr", "zh"), (58, 22, 20))[0]


def _is_held(text: str) -> bool:
    return zlib.crc32(text.encode()) % HELD == 0
