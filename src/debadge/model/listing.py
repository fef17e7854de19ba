"""A list that an authority publishes: its rows as written, and the snapshot that was kept of it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

KINDS = ("organisation", "person", "vessel", "aircraft", "unknown")
"""What a row is about. Some lists do not say it: `unknown` is screened as an organisation is; a person is never screened."""

NAME_KINDS = ("primary", "alias", "former", "weak")
"""weak: what the publisher itself calls a weak alias, or an acronym of it."""

CONTENTS = ("names", "native", "addresses", "identifiers", "programs", "start", "until", "citation", "terms", "kind")
"""What rows hold beside their first name, counted by `flow.lists_content`: `native` are names in a script that is not Latin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """One name of a row."""

    text: str  # as written
    kind: str = "primary"  # one of NAME_KINDS

    def plain(self) -> dict[str, str]:
        """The JSON form."""
        return {"text": self.text, "kind": self.kind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a listed party is said to be."""

    text: str  # as written
    city: str | None = None
    country: str | None = None  # ISO 3166 alpha-2, upper-case

    def plain(self) -> dict[str, str]:
        """The JSON form; what is not known is left out."""
        told = {"text": self.text, "city": self.city, "country": self.country}
        return {key: value for key, value in told.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One entry of a list."""

    list: str  # id of the list: knowledge/data/lists/<id>.yaml
    ref: str  # what the publisher calls the row, else a digest of its name, citation and first day
    names: tuple[ListedName, ...]  # the primary name first
    kind: str = "unknown"  # one of KINDS
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()  # (scheme, value), sorted: ("uscc", "91330000733796106P")
    programs: tuple[str, ...] = ()
    start: date | None = None  # first day on the list
    until: date | None = None  # last day on the list
    citation: str | None = None  # "84 FR 54002; 85 FR 44159"
    terms: tuple[tuple[str, str], ...] = ()  # what the row itself orders: ("license_policy", "Presumption of denial")
    remarks: str | None = None
    entity: str | None = None  # a party of ours, where the list's file or our facts name it
    locator: str = ""  # "consolidated.csv:41"

    def plain(self) -> dict[str, Any]:
        """The JSON form, as kept in a snapshot; what is not known is left out."""
        told: dict[str, Any] = {
            "list": self.list,
            "ref": self.ref,
            "names": [name.plain() for name in self.names],
            "kind": self.kind,
            "addresses": [address.plain() for address in self.addresses],
            "identifiers": [list(pair) for pair in self.identifiers],
            "programs": list(self.programs),
            "start": self.start.isoformat() if self.start else None,
            "until": self.until.isoformat() if self.until else None,
            "citation": self.citation,
            "terms": dict(self.terms),
            "remarks": self.remarks,
            "entity": self.entity,
            "locator": self.locator,
        }
        return {key: value for key, value in told.items() if value not in (None, [], {}, "")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What was kept of one list on a day."""

    list: str  # id of the list
    digest: str  # SHA-256 of the rows as canonical JSON lines, 64 hex digits
    published: date | None  # the day that the list itself tells; None if it tells none
    imported: date  # the day on which it was taken in, as told by the person or the clock of the command
    count: int  # rows, persons not counted
    persons: int  # rows about natural persons, counted and not kept
    files: tuple[tuple[str, str], ...]  # (name, SHA-256) of what it was read from
    rows: tuple[ListRow, ...] = ()  # sorted by ref
    partial: bool = False  # a selection, not the whole list: a name that is missing from it says nothing
    accepted: str | None = None  # why somebody took it in although it looked wrong, in that person's words
    doubts: tuple[str, ...] = ()  # what looked wrong: ids of sentences

    @property
    def day(self) -> date:
        """The day it stands for: when it was published, else when it was taken in."""
        return self.published or self.imported

    def plain(self) -> dict[str, Any]:
        """The JSON form without its rows."""
        return {
            "list": self.list,
            "digest": self.digest,
            "published": self.published.isoformat() if self.published else None,
            "imported": self.imported.isoformat(),
            "count": self.count,
            "persons": self.persons,
            "files": [{"name": name, "digest": digest} for name, digest in self.files],
            **({"partial": True} if self.partial else {}),
            **({"accepted": self.accepted, "doubts": list(self.doubts)} if self.accepted else {}),
        }
