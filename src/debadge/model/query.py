"""A party somebody wants screened, as it was written."""

from __future__ import annotations

from dataclasses import dataclass

PARTY_KINDS = ("organisation", "person", "vessel", "aircraft")
"""What a row says it is about; organisations are screened, natural persons never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Somebody who is said to own a part of the party."""

    name: str  # as written
    share: float | None = None  # percent, 0 to 100; None: said to own, nobody says how much


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
