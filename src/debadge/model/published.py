"""What we know of a list before we read it: who publishes it and where, how it looks, and what it cannot have lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from debadge.model.source import Source, Text

PAGE = "page"
"""What an address serves where people read it and no program does: a page or a PDF."""

MOST_LOST = 5
"""Percent of the last snapshot's rows that may be gone at once, where the file of the list says nothing else.

A release takes off a few rows: the 16 rows of the Entity List in a public copy of 2019 all stand in that of November 2025, and of
33 names of the section 1260H list of January 2025 one or two had left 17 months later.
What takes off more, such as the end of a whole programme, is news, and the person who takes the list in can name it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """An official address."""

    url: str  # https
    serves: str  # a layout of debadge.sources.lists, or PAGE
    checked: bool  # whether we saw it answer with that
    source: Source  # who says that this is the address

    @property
    def fetchable(self) -> bool:
        """Whether a program can read what lies there."""
        return self.serves != PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntry:
    """A name that cannot vanish from the list without news of it."""

    name: str  # as the list writes it
    entity: str | None = None  # the party of ours that it names


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedList:
    """A list that an authority publishes: knowledge/data/lists/<id>.yaml."""

    id: str  # that of the regime, where there is one
    title: Text
    publisher: Text
    says: Text  # what being on it means
    downloads: tuple[Download, ...]
    csl: tuple[str, ...] = ()  # texts of the column `source` in the Consolidated Screening List
    programs: tuple[str, ...] = ()  # OFAC programmes that stand on this list alone
    signs: tuple[str, ...] = ()  # OFAC programmes of which one row shows that a file is this list
    at_least: int | None = None  # rows that the whole list has, persons not counted; None: not known
    at_most: int | None = None
    most_lost: int = MOST_LOST  # percent of the last snapshot's rows; more at once has to be explained
    usual: Mapping[str, int] = field(
        default_factory=dict
    )  # one of CONTENTS -> so many for a hundred rows of a whole copy
    known: tuple[KnownEntry, ...] = ()
    recheck_days: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """A way in which other facts stand inside a name."""

    id: str
    pattern: re.Pattern[str]  # groups: name (the party itself), alias, former, other (another party), told (words)
    whole: bool = False  # the name as written stays the primary one, since the party's own part says too little alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """How a text tells that further names follow, and what stands between them."""

    pattern: re.Pattern[str]  # group `former`: they are former names
    between: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words and spellings of lists: knowledge/data/lists/reading.yaml."""

    embedded: tuple[Embedded, ...] = ()
    following: Following | None = None
    damaged: Mapping[str, str] = field(default_factory=dict)  # characters of a wrong encoding -> what they were
    identifiers: tuple[tuple[str, str], ...] = ()  # (label as written, scheme), longest label first
    days: tuple[tuple[str, str], ...] = ()  # (label as written, term), longest first
    countries: Mapping[str, str] = field(default_factory=dict)  # folded name -> ISO 3166 alpha-2
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # target -> folded headings of plain tables
    fragments: frozenset[str] = frozenset()  # folded splinters that stand as an alias and name nobody
    kinds: Mapping[str, str] = field(default_factory=dict)  # folded word of a column `type` -> kind of row
