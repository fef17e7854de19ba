"""What every verb starts from: the pack, and what is made of it on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from debadge.identify.identify import Identifier
from debadge.judge.law import Law
from debadge.knowledge.fingerprints import read_fingerprints
from debadge.knowledge.laws import load_law, vocabulary_of
from debadge.knowledge.pack import Pack, load_pack
from debadge.knowledge.prefixes import read_prefixes
from debadge.knowledge.vocabulary import Vocabulary
from debadge.model.signal import Prefixes, Signal
from debadge.text.sentences import Sentences


@dataclass(frozen=True)
class World:
    """Knowledge, loaded part by part as it is asked for."""

    pack: Pack

    @classmethod
    def load(cls) -> World:
        """The installed pack."""
        return cls(load_pack())

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The word lists."""
        return vocabulary_of(self.pack)

    @cached_property
    def law(self) -> Law:
        """Regimes, parties, makers and badges."""
        return load_law(self.pack)

    @cached_property
    def identifier(self) -> Identifier:
        """Signals, prefixes, makers and badges, ready to be asked."""
        return Identifier(
            self.signals, self.prefixes, self.law.makers, {badge.id: badge for badge in self.law.badges.values()}
        )

    @cached_property
    def signals(self) -> tuple[Signal, ...]:
        """Every rule that reads a text."""
        return read_fingerprints(
            {PurePosixPath(path).name: value for path, value in self.pack.family("fingerprints").items()}
        )

    @cached_property
    def prefixes(self) -> Prefixes:
        """The table of registered MAC blocks."""
        return read_prefixes(self.pack.family("prefixes"), self.signals)

    def sentences(self, lang: str) -> Sentences:
        """The catalogue in one language."""
        return Sentences(lang, dict(self._all_sentences()))

    def _all_sentences(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        return chain.from_iterable(area.items() for area in self.pack.family("sentences").values())
