"""What is known of the words of firms' names, and the policy that makes an answer of a score (knowledge/data/screening)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Legal forms, places, trade words and the marks between the parts of a name; all folded."""

    end: frozenset[tuple[str, ...]]  # legal forms at the end of a name, as words
    front: frozenset[tuple[str, ...]]  # at its beginning
    joined_forms: tuple[str, ...]  # in scripts without blanks, longest first
    canon: Mapping[str, str]  # a spelling of one word -> the word that stands for it: "tech" -> "technology"
    phrases: Mapping[tuple[str, ...], str]  # the same for several words: ("hong", "kong") -> "hongkong"
    places: frozenset[str]  # words that stand for places
    trade: frozenset[str]  # words that stand for trade words
    silent: frozenset[str]  # words that do not count
    joined_places: Mapping[str, str]  # Chinese -> word
    joined_trade: Mapping[str, str]
    joined_field: tuple[str, ...]  # what the parties of our facts make and do, longest first
    joined_own: frozenset[str]  # of these the words that tell their field wherever the firm is
    parts: tuple[str, ...]  # words between parts, as written in lower case
    parents: tuple[str, ...]  # what a listed name has between its parent and itself
    labels: tuple[str, ...]
    written_out: Mapping[tuple[str, ...], tuple[str, ...]]  # an abbreviation -> the words that it stands for
    addressed: tuple[str, ...]  # how a firm is addressed, in front of its name
    remarks: tuple[str, ...]  # what a ledger writes beside a name
    behind: frozenset[tuple[str, ...]]  # phrases behind a name that tell nobody else: "and affiliates"
    branches: frozenset[tuple[str, ...]]  # words for a branch, behind its place or before it
    offices: frozenset[tuple[str, ...]]  # the same, that need a known place or a mark: "office"
    joined_branches: tuple[str, ...]  # in scripts without blanks, behind a legal form and whatever stands between
    boxes: tuple[str, ...]  # words that open a postal address: "p.o. box"
    regions: frozenset[str]  # codes behind a city: "Mississauga ON"; upper case
    group: frozenset[str]  # trade words that a firm's other companies put behind its name
    field: frozenset[str]  # trade words for what the parties of our facts make and do
    honorifics: frozenset[str]
    businesses: frozenset[str]  # words that only a firm has behind an honorific: "Mr Plumber"
    person_kinds: frozenset[str]
    shared: frozenset[str]  # words of parties of ours that others are known by as well: they name nobody by themselves
    readings: Mapping[str, str]  # Chinese words whose reading is not that of their signs one by one
    ordinary: Mapping[str, int]  # word -> in how many of `ordinary_names` names of ordinary suppliers it stands
    ordinary_names: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much differences count. All are shares of the weight of the words concerned."""

    place: float  # weight of a place word
    trade: float  # share of its IDF that a trade word weighs
    trade_most: float  # and at most so much
    form: float  # weight of a word of legal forms that stands where none was taken off
    extra: float  # a core word of the query that the listed name lacks
    missing: float  # a core word of the listed name that the query lacks
    trade_conflict: float  # trade words left on both sides
    trade_one_side: float
    bare: float  # trade words beside a listed name that has none: "Dahua Supply Chain" and the alias "Dahua"
    group: float  # the same, where they are what the firms of one group put behind its name: "ZTE Trading"
    place_conflict: float
    place_one_side: float
    cut: float  # what a field of 35 or 40 characters may have cut off
    generic: float  # weight of a whole name below which it matches exactly or not at all
    order: float  # taken off where the words stand in another order
    no_core: float  # left of the score where no core word agrees
    doubt: float  # weight that speaks against any match: the less agrees, the more it counts
    country: float  # added where countries agree, and taken off where both are known and differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The shipped way from a raw score to an answer; measured, and named in every answer."""

    id: str
    threshold: float  # score from which a candidate is told at all
    sure: float  # score from which the name itself is taken for that of the row; between the two it is `possible`
    weights: Weights
    knots: tuple[tuple[float, float], ...]  # (raw, score), both rising: the calibration
    measured: Mapping[str, str] = field(default_factory=dict)

    def score(self, raw: float) -> float:
        """The calibrated score of a raw one, in [0, 1]; between knots on a straight line."""
        at = bisect_right(self.knots, (raw, 2.0))
        if at == 0:
            return self.knots[0][1]
        if at == len(self.knots):
            return self.knots[-1][1]
        (x0, y0), (x1, y1) = self.knots[at - 1], self.knots[at]
        return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)
