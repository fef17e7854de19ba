"""Makers, legal persons, the ties between them, and the badges they put on things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from debadge.model.signal import Signal
from debadge.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A dated edge: ``owner`` owns or controls ``owned``."""

    owner: str
    owned: str
    relation: str  # subsidiary: controlled | affiliate: tied, control not known
    share: float | None  # percent; None: not found
    start: date | None  # None: as far back as is known
    until: date | None  # last day; None: still
    verified: bool  # whether the tie itself is
    share_verified: bool
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A legal person, or a group of them that rules name together."""

    id: str
    name: str
    country: str | None
    native_names: Mapping[str, str]
    aliases: tuple[str, ...]
    ties: tuple[Tie, ...]  # who owns it


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
