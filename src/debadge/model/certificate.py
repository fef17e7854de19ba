"""What a certificate of screening states: what was checked, for whom, against what, the result, and what was not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.model.decision import Decision
from debadge.model.listing import Snapshot
from debadge.model.screened import Aside, Screened

MOST = 500  # lines, and decisions, that a certificate shows; the others are counted: nobody signs what nobody can read


MOST_REMARKS = 100  # remarks of the reader; more are a file to mend before anybody signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that the reader says of one place of the file."""

    locator: str
    reason: str  # id of a sentence
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDays:
    """The days for which the rules were asked about lines."""

    own: int = 0  # lines with a day of their own
    first: date | None = None  # of these
    last: date | None = None
    asked: int = 0  # lines without one: the day of the question
    unread: int = 0  # lines with one that is none: the day of the question


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """What was read."""

    name: str
    digest: str  # SHA-256 of its bytes, 64 hex digits
    rows: int  # rows and rejects
    rejected: int
    understood: tuple[tuple[str, str], ...]  # (heading, what it was taken as)
    left_over: tuple[str, ...]  # headings that nothing is known of
    notes: int  # remarks of the reader, such as days that can be read in two ways
    remarks: tuple[Remark, ...] = ()  # the first of them, MOST_REMARKS at the most
    aside: tuple[Aside, ...] = ()  # rows that are no lines, such as totals
    refused: tuple[Remark, ...] = ()  # the first rows that could not be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One figure of the result."""

    kind: str  # action | supplier | answer | outcome
    word: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that was not looked at, or not known."""

    reason: str  # id of a sentence
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """All of it; the same inputs, facts, lists and decisions give the same record."""

    about: str  # lines | names
    who: Mapping[str, str] | None  # names of the organisation by language; None: nobody was named
    marking: str | None
    as_of: date
    pack: str
    policy: str | None  # None: no name was compared
    file: CheckedFile
    lists: tuple[Snapshot, ...]  # without their rows
    compared: bool  # whether names were compared with lists and parties at all
    counts: tuple[Counted, ...]
    asking: int  # lines or names that need somebody
    lines: tuple[Screened, ...]  # of those the first, where lines were screened
    settled: int = 0  # lines about named makers that need nobody
    quiet: tuple[Screened, ...] = ()  # of those the first, so that an error can be seen on paper
    days: JudgedDays | None = None  # None where nothing was judged
    names: tuple[Mapping[str, Any], ...]  # of those the first, where names were screened
    decisions: tuple[tuple[Decision, int], ...]  # in force, with the answers that each stands beside
    more_decisions: int
    gaps: tuple[Gap, ...]
