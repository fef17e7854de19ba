"""What names are compared with: an entry of a list, or a party of ours, under all its names."""

from __future__ import annotations

from dataclasses import dataclass

from debadge.model.listing import Address, ListedName


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a list, or one party of ours as a row of the list "pack"."""

    list: str
    ref: str
    names: tuple[ListedName, ...]
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    entity: str | None = None  # the party of ours that it is
    group: str | None = None  # entries with one group are one party: told as one candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked about; only the name has to be there."""

    text: str
    country: str | None = None  # ISO 3166 alpha-2
    address: str | None = None
    identifiers: tuple[str, ...] = ()
