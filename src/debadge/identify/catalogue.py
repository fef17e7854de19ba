"""Reading what a model number says, by the grammars of the maker that was found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from debadge.model.catalogue import COUNTS, SAYINGS, ModelGrammar

MAX_CACHED = 50_000
MAX_TEXT = 80  # characters of a model number
Sayings = tuple[tuple[str, str], ...]
"""(what, word or figure), in the order of `SAYINGS`."""


class Catalogue:
    """The grammars by maker, compiled when first asked for."""

    def __init__(self, grammars: Iterable[ModelGrammar]) -> None:
        self._by_maker: dict[str, list[ModelGrammar]] = {}
        for grammar in grammars:
            self._by_maker.setdefault(grammar.maker, []).append(grammar)
        self._compiled: dict[str, re.Pattern[bytes]] = {}
        self._cache: dict[tuple[str, str], Sayings] = {}

    def read(self, maker: str | None, model: str | None) -> Sayings:
        """What the number says; nothing where the maker is unknown, or none of its grammars reads the number."""
        if maker is None or model is None or maker not in self._by_maker:
            return ()
        told = self._cache.get((maker, model))
        if told is None:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            told = self._cache[maker, model] = self._read(maker, model)
        return told

    def _read(self, maker: str, model: str) -> Sayings:
        told: dict[str, str] = {}
        for grammar in self._by_maker[maker]:
            found = self._pattern(grammar).search(model[:MAX_TEXT].strip().encode())
            if found is None:
                continue
            told |= {name: word for name, word in grammar.says.items() if name not in told}
            for name, raw in found.groupdict().items():
                text = (raw or b"").decode("utf-8", "replace").upper()
                word = grammar.means[name].get(text) if name in grammar.means else text
                if word:
                    told.setdefault(name, word.lstrip("0") if name in COUNTS else word)
        return tuple((name, told[name]) for name in SAYINGS if name in told)

    def _pattern(self, grammar: ModelGrammar) -> re.Pattern[bytes]:
        known = self._compiled.get(grammar.id)
        if known is None:
            known = self._compiled[grammar.id] = re.compile(grammar.pattern.encode())
        return known
