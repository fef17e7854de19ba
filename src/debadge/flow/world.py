"""What every verb starts from: the pack, and what is made of it on demand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import PurePosixPath

from debadge.identify.identify import Identifier
from debadge.judge.law import Law
from debadge.judge.situate import Words
from debadge.knowledge.catalogue import read_catalogue
from debadge.knowledge.columns import columns_of
from debadge.knowledge.fingerprints import read_fingerprints
from debadge.knowledge.laws import load_law, vocabulary_of
from debadge.knowledge.lists import read_lists, read_reading
from debadge.knowledge.pack import Pack, load_pack
from debadge.knowledge.prefixes import read_prefixes
from debadge.knowledge.questions import read_answerers
from debadge.knowledge.screening_words import read_line_words
from debadge.knowledge.triage import read_weights
from debadge.knowledge.vocabulary import Vocabulary
from debadge.model.catalogue import ModelGrammar
from debadge.model.published import PublishedList, Reading
from debadge.model.question import Answerers
from debadge.model.screening import LineWords
from debadge.model.signal import Prefixes, Signal
from debadge.model.triage import Weights
from debadge.text.folding import fold
from debadge.text.sentences import LANGUAGES, Catalogue, Sentences
from debadge.text.status import Statuses
from debadge.text.tables import Columns


@dataclass(frozen=True)
class World:
    """Knowledge, loaded part by part as it is asked for."""

    pack: Pack

    @classmethod
    def load(cls) -> World:
        """The installed pack."""
        return cls(load_pack())

    def under(self, law: Law) -> World:
        """The same knowledge under another law, such as what was public by a day; what does not hang on it is shared."""
        other = World(self.pack)
        vars(other).update({name: part for name, part in vars(self).items() if name != "identifier"}, law=law)
        return other

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
        badges = {badge.id: badge for badge in self.law.badges.values()}
        return Identifier(self.signals, self.prefixes, self.law.makers, badges, self.catalogue, self.no_brand)

    @cached_property
    def no_brand(self) -> frozenset[str]:
        """Folded words that stand where a brand should, and name none."""
        return self.columns.words["nothing"] | self.columns.words["no_brand"]

    @cached_property
    def no_owner(self) -> frozenset[str]:
        """Folded words that stand where an owner should, and name none."""
        return self.columns.words["nothing"] | self.columns.words["no_owner"]

    @cached_property
    def columns(self) -> Columns:
        """What columns and cells of tables mean."""
        return columns_of(self.pack)

    @cached_property
    def line_words(self) -> LineWords:
        """What words of a purchase line say it does, and how numbers and names are misspelt."""
        return read_line_words(self.pack.family("screening"))

    @cached_property
    def catalogue(self) -> tuple[ModelGrammar, ...]:
        """How makers write their model numbers."""
        return read_catalogue(self.pack.family("models"))

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

    @cached_property
    def lists(self) -> dict[str, PublishedList]:
        """Published lists by their ids."""
        return read_lists(self.pack.family("lists"))

    @cached_property
    def list_reading(self) -> Reading:
        """How published lists are written."""
        return read_reading(self.pack.family("lists"))

    @cached_property
    def weights(self) -> Weights:
        """Points for what is known of a case."""
        return read_weights(self.pack.family("triage"))

    @cached_property
    def answerers(self) -> Answerers:
        """Who can answer what an undetermined finding asks."""
        return read_answerers(self.pack.family("questions"), frozenset(self.vocabulary.facts))

    @cached_property
    def words(self) -> Words:
        """The lists that situating reads."""
        words = self.vocabulary
        catalogue = [self.sentences(lang) for lang in LANGUAGES]
        allowed = {
            "controller": "controllers",
            "purpose": "purposes",
            "site_class": "site_classes",
            "funding": "fundings",
        }
        return Words(
            words.acts_of_kind,
            words.device_products,
            Statuses.of(words.ordered["idle_words"], words.ordered["in_use_words"], words.ordered["doubt_words"]),
            {fact: _spellings(fact, words.ordered[of], catalogue) for fact, of in allowed.items()},
            words.place,
        )

    def sentences(self, lang: str) -> Sentences:
        """The catalogue in one language; what a released pack does not say yet is said as the program says it now."""
        return Sentences(lang, self._catalogue, _installed_catalogue if self.pack.release else None)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return dict(chain.from_iterable(area.items() for area in self.pack.family("sentences").values()))


@cache
def _installed_catalogue() -> Catalogue:
    return World.load()._catalogue  # noqa: SLF001  # its own


def _spellings(fact: str, words: Iterable[str], catalogue: Iterable[Sentences]) -> dict[str, str]:
    """Folded text -> word: each word itself and its wording in the catalogue; a text that two words share is none's."""
    told: dict[str, set[str]] = {}
    for word in words:
        for text in (word, *(sentences.word(fact, word) for sentences in catalogue)):
            told.setdefault(fold(text), set()).add(word)
    return {text: several.pop() for text, several in told.items() if len(several) == 1}
