"""Makers, legal persons, the ties between them, and the badges they put on things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from debadge.model.signal import Signal
from debadge.model.source import Source, Text

UNKNOWN_HOLDER = "?"
"""The holder of a stake that somebody holds and nobody has named; it may be anybody."""

WHOLE = 100.0  # percent


def percent(at_least: float | None, at_most: float | None) -> str:
    """A share between bounds: "48 %", "30–40 %", "≥ 30 %", "≤ 40 %", or "?" where nothing is known."""
    low, high = at_least or 0.0, WHOLE if at_most is None else at_most
    if low == high:
        return f"{low:g} %"
    if low > 0 and high < WHOLE:
        return f"{low:g}–{high:g} %"
    return f"≥ {low:g} %" if low > 0 else f"≤ {high:g} %" if high < WHOLE else "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A dated edge: ``owner`` owns, directs or is ``owned``.

    A share is exact, or lies between bounds, or is not known; it is percent of ``owned``.
    """

    owner: str  # a party, or UNKNOWN_HOLDER
    owned: str
    # subsidiary: owned and controlled | affiliate: tied, control not known | controlled: directed without a share |
    # organ: a part of the owner, as a ministry is of a government | brand: a name of the owner's, and no person
    relation: str
    share: float | None  # exact; None: bounds, or not found
    start: date | None  # None: as far back as is known
    until: date | None  # last day; None: still, unless `former`
    verified: bool  # whether the tie itself is
    share_verified: bool
    source: Source
    at_least: float | None = None
    at_most: float | None = None
    share_as_of: date | None = None  # the day for which the share was told; None: for the days of the tie
    share_source: Source | None = None  # where the share stands, if not where the tie does
    former: bool = False  # it has ended; without `until`, on a day that is not known and before its source was read
    note: Text | None = None  # what the source says, where a word does not tell it
    denied: Text | None = None  # what those concerned say against it

    @property
    def sure(self) -> bool:
        """Whether a yes may rest on it: checked, not denied, with days that are known; a mere holding with its share checked."""
        known = self.verified and self.denied is None and not (self.former and self.until is None)
        return known and (self.relation != "affiliate" or self.share is None or self.share_verified)

    @property
    def last(self) -> date | None:
        """The last day on which it may have held; None: still."""
        if self.until is None and self.former:
            return self.source.read - timedelta(days=1)
        return self.until

    def holds(self, day: date) -> bool:
        """Whether it holds on a day, or may."""
        return (self.start is None or self.start <= day) and (self.last is None or day <= self.last)

    def called(self, day: date) -> str:
        """The relation on a day: what has ended is read as former."""
        return f"former_{self.relation}" if self.last is not None and self.last < day else self.relation

    @property
    def told_share(self) -> str:
        """The share as its source tells it, checked or not: "48 %", "30–40 %" or "?"."""
        return percent(self.at_least, self.at_most) if self.share is None else percent(self.share, self.share)

    def bounds(self) -> tuple[float, float]:
        """What the owner surely and possibly holds, in percent; a share nobody has checked may be any."""
        match self.relation:
            case "controlled":
                return 0.0, 0.0
            case "organ" | "brand":
                return (WHOLE if self.sure else 0.0), WHOLE
        if not (self.sure and self.share_verified):
            return 0.0, WHOLE
        if self.share is not None:
            return self.share, self.share
        return self.at_least or 0.0, WHOLE if self.at_most is None else self.at_most


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Who makes the goods of a party. A lead to the maker of a thing, and never a tie of ownership."""

    maker: str
    kind: str  # made_by | continuing_oem_of: still, after a tie of ownership has ended
    start: date | None
    until: date | None
    verified: bool
    source: Source
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number or code that a register gave to a party: names change, these do not."""

    scheme: str  # uscc, lei, isin, fcc_grantee … (parties/identifiers.py)
    value: str
    verified: bool
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A legal person, or a group of them that rules name together."""

    id: str
    name: str
    country: str | None
    native_names: Mapping[str, str]
    aliases: tuple[str, ...]
    ties: tuple[Tie, ...]  # who owns or directs it, or whose name it is
    supplies: tuple[Supply, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    source: Source | None = None

    @property
    def is_brand(self) -> bool:
        """Whether it is a name of others', and no person."""
        return any(tie.relation == "brand" for tie in self.ties)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Whose engineering and factory: the answer to *who made it*."""

    id: str
    name: str
    entity: str | None  # the party behind it
    brands: tuple[str, ...]  # badges of its own, normalised; a badge with its own legal person is not among them
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A badge and a maker that has supplied it."""

    maker: str
    scope: str
    share: str  # large | small: how much of what carries the badge
    start: date | None
    until: date | None
    confidence: str  # A document or registry, B independent technical evidence, C trade press, U not checked
    source: Source
    lines_only: bool = False  # it made the model numbers that the badge's lines point to, and no others


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A brand that other makers supply, or that a legal person of its own stands behind."""

    id: str
    name: str
    aliases: tuple[str, ...]
    entity: str | None  # the legal person that the badge names
    edges: tuple[Edge, ...]
    all_goods: bool  # the firm sells all kinds of goods: its name alone shows no camera or recorder
    lines: tuple[Signal, ...]  # model numbers that point to one of its makers, or away from one
    asks: tuple[str, ...]  # what would settle the maker: hardware_revision, fcc_id, ic_number …
