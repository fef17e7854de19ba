"""What names of firms are made of: forms, places, words of trade, bricks; and which words of a name tell it from others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from debadge.text.folding import fold

FILE = Path(__file__).parent / "words.yaml"
COMMON_AMONG_SUPPLIERS = 60  # of 40,000: a word that more suppliers have tells none of them


@dataclass(frozen=True)
class Words:
    """The word lists, and how often each word occurs among ordinary suppliers and in lists."""

    lists: Mapping[str, Any]
    of_suppliers: Mapping[str, int] = field(default_factory=dict)
    of_rows: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def forms(self) -> frozenset[tuple[str, ...]]:
        """Folded legal forms, as words."""
        return frozenset(tuple(fold(form).split()) for form in self.lists["form_words"])

    @cached_property
    def places(self) -> frozenset[str]:
        """Folded words of places."""
        return frozenset(word for place in self.lists["places"] for word in fold(place).split())

    @cached_property
    def common(self) -> frozenset[str]:
        """Folded words that tell nobody: trade, places, forms."""
        trade = {word for name in self.lists["trade"] for word in fold(name).split()}
        return frozenset(trade | self.places | {word for form in self.forms for word in form})

    @cached_property
    def rare(self) -> tuple[str, ...]:
        """Words that one or two suppliers have and no list: mostly family names and made-up ones."""
        found = (w for w, n in self.of_suppliers.items() if n < 3 and 5 <= len(w) <= 9 and w.isalpha() and w.isascii())
        return tuple(sorted(word for word in found if word not in self.of_rows))

    def is_telling(self, token: str) -> bool:
        """Whether a written word, or a part of it, tells the firm from others."""
        return any(self._tells(word) for word in fold(token).split())

    def _tells(self, word: str) -> bool:
        if len(word) < 3 or not word.isalpha() or word in self.common:
            return False
        return self.of_suppliers.get(word, 0) <= COMMON_AMONG_SUPPLIERS

    def telling(self, tokens: Sequence[str], at_least: int = 3) -> list[int]:
        """Places of the telling words among written words, rarest first."""
        found = [n for n, token in enumerate(tokens) if self.is_telling(token) and len(fold(token)) >= at_least]
        return sorted(found, key=lambda n: (self._frequency(tokens[n]), n))

    def _frequency(self, token: str) -> int:
        word = fold(token)
        return self.of_suppliers.get(word, 0) + self.of_rows.get(word, 0)

    def core(self, text: str) -> tuple[str, ...]:
        """Folded words without the legal forms at either end."""
        words = tuple(fold(text).split())
        while len(words) > 1 and (form := self._form_at_end(words)):
            words = words[: -len(form)]
        while len(words) > 1 and (form := self._form_in_front(words)):
            words = words[len(form) :]
        return words

    def _form_at_end(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        return next((words[-n:] for n in range(5, 0, -1) if len(words) > n and words[-n:] in self.forms), None)

    def _form_in_front(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        return next((words[:n] for n in range(5, 0, -1) if len(words) > n and words[:n] in self.forms), None)

    def placeless(self, text: str) -> tuple[str, ...]:
        """The core without words of places, in order; the core itself if nothing is left."""
        core = self.core(text)
        return tuple(word for word in core if word not in self.places) or core


def load(suppliers: Iterable[str] = (), names: Iterable[str] = ()) -> Words:
    """The word lists of the file, with the words of suppliers and listed names counted once a name."""
    lists = yaml.safe_load(FILE.read_text("utf-8"))
    return Words(lists, _counted(suppliers), _counted(names))


def _counted(names: Iterable[str]) -> Counter[str]:
    return Counter(word for name in names for word in set(fold(name).split()))


def tokens_of(text: str) -> list[str]:
    """Written words, with their punctuation."""
    return text.split()


def tidied(text: str) -> str:
    """Single blanks, none before a comma or at a bracket's inside."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"\s+([,.;)])", r"\1", re.sub(r"\(\s+", "(", text)).strip(" ,")
