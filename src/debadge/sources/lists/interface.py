"""What a layout is, what it is given, and what it says beside the rows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol, TextIO

from debadge.model.listing import ListRow
from debadge.model.observation import Reject, Skip
from debadge.model.published import PublishedList, Reading

Item = ListRow | Reject | Skip
PERSON = "lists.person"
"""Why a row about a natural person is set aside: organisations are screened, never persons."""

NO_PARTY = "lists.no_party"
"""Why an entry that names a kind of product and nobody is set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """One file, looked at but not held."""

    name: str  # as shown; never a path of this machine
    path: Path
    digest: str  # SHA-256, 64 hex digits
    size: int  # bytes
    encoding: str
    head: str  # the first characters

    @contextmanager
    def text(self) -> Iterator[TextIO]:
        """The content as text; bytes that are none stand as U+FFFD."""
        with (
            self.path.open("rb") as stream,
            io.TextIOWrapper(stream, self.encoding, errors="replace", newline="") as text,
        ):
            yield text


@dataclass(slots=True)
class Report:
    """What a layout says of a file beside its rows; filled while it reads."""

    published: date | None = None  # the day that the file itself tells
    said: tuple[int, int] | None = None  # entries that the file says it has, and those that it has, where they differ
    partial: set[str] = field(default_factory=set)  # ids of lists of which the file holds a selection
    left_over: set[str] = field(default_factory=set)  # columns that nothing is known of
    persons: Counter[str] = field(default_factory=Counter)  # list -> rows about natural persons
    repaired: int = 0  # texts in which a wrong encoding was undone
    doubtful: int = 0  # names in which a character was lost, kept as written


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext:
    """What the person said, and what we know about lists."""

    lists: Mapping[str, PublishedList]
    reading: Reading
    parties: Mapping[str, tuple[str, ...]]  # party of ours -> its names, the usual one first
    list: str | None = None  # --list
    mapping: Mapping[str, str] = field(default_factory=dict)  # target -> column (--map, --map-file)
    report: Report = field(default_factory=Report)


class Layout(Protocol):
    """A module of this package that reads files."""

    NAME: str
    TOGETHER: bool  # whether several files are parts of one

    def sniff(self, head: str) -> bool:
        """Whether this is such a file, by its first characters; the name is no proof of anything."""
        ...

    def read(self, files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
        """Every row of the files; what else there is goes to ``context.report``."""
        ...
