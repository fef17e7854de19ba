"""A party somebody wants screened, as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from debadge.model.ids import digest

PARTY_KINDS = ("organisation", "person", "vessel", "aircraft")
"""What a row says it is about; organisations are screened, natural persons never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Somebody who is said to own a part of the party."""

    name: str  # as written
    share: float | None = None  # percent, 0 to 100; None: said to own, nobody says how much
    most: float | None = (
        None  # percent, where "0.01" may be of one or of a hundred: `share` is then the least it can be
    )

    @property
    def told(self) -> str:
        """The share as it is shown: ``30 %``, ``0.01–1 %``, ``?``."""
        if self.share is None:
            return "?"
        return f"{self.share:g} %" if self.most is None else f"{self.share:g}–{self.most:g} %"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameQuery:
    """One row of names to screen. Texts are as written with secrets cut out."""

    number: int  # its answer's number in the file, from 1: rows and rejected rows count; headers and blank rows do not
    locator: str  # "suppliers.csv:41"
    query: str  # the name
    names: tuple[str, ...] = ()  # further names in the row: native, trading as; to be asked for as well
    country: str | None = None  # as written
    address: str | None = None  # as written; street, city, region and postal code joined
    identifiers: tuple[tuple[str, str], ...] = ()  # (scheme, value), sorted: ("uscc", "91330000733796106P")
    owners: tuple[Owner, ...] = ()
    kind: str | None = None  # one of PARTY_KINDS; None: the row does not say
    ref: str | None = None  # the caller's own name for the row, echoed
    given: tuple[tuple[str, str], ...] = ()  # (heading, cell) of every filled cell that is no secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked about; only the name has to be there."""

    text: str
    line: int = 1  # of the input, from 1
    country: str | None = None  # ISO 3166 alpha-2
    address: str | None = None
    identifiers: tuple[str, ...] = ()
    kind: str | None = None  # what the input says of the kind of supplier
    owners: tuple[Owner, ...] = ()
    names: tuple[str, ...] = ()  # further names of the same party; each is asked about, and the worst answer stands
    given: Mapping[str, Any] = field(default_factory=dict)  # all that stood beside the name, to be echoed
    bad: str | None = None  # why the line is no query: an id of the sentence catalogue

    @property
    def digest(self) -> str:
        """A digest of all that an answer hangs on; where it stands, and what is only echoed, are no part of it."""
        owners = [[one.name, one.share, *([] if one.most is None else [one.most])] for one in self.owners]
        told = [self.text, self.country, self.address, list(self.identifiers), self.kind, owners, self.bad]
        return digest([*told, list(self.names)] if self.names else told)
