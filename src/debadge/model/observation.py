"""What was seen: one thing, once. Nothing here says who made a device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from debadge.model.ids import digest

SUBJECT_KINDS = ("device", "lot", "channel", "purchase_line", "component", "party")
SUBJECT_KEYS = ("ref", "ip", "mac", "serial", "uuid", "hostname", "row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an observation is about, under the keys as seen."""

    kind: str = "device"            # one of SUBJECT_KINDS
    ref: str | None = None          # the caller's own name for it, echoed and never read
    ip: str | None = None
    mac: str | None = None
    serial: str | None = None
    uuid: str | None = None
    hostname: str | None = None
    row: str | None = None          # place in its file, for things that have no other key

    def plain(self) -> dict[str, str]:
        """The JSON form; absent keys are left out."""
        return {f.name: v for f in fields(self) if (v := getattr(self, f.name)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """By what means something came to us, and where to look for it."""

    tool: str                       # "nmap", "sadp-tool", "debadge"
    method: str                     # probe | capture | import | record | derived
    locator: str                    # "po.csv:41", "registre.xlsx:Caméras!7"
    rule: str | None = None         # of a derived observation: the rule that read it
    parent: str | None = None       # of a derived observation: the id of what it was read from

    def plain(self) -> dict[str, str]:
        """The JSON form; absent keys are left out."""
        return {f.name: v for f in fields(self) if (v := getattr(self, f.name)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing seen once. Never says who made a device; that is an Identification."""

    subject: Subject
    field: str                      # an identity channel or a circumstance of the vocabulary
    value: str                      # as seen, after secrets were cut out
    origin: Origin
    collected: datetime | None      # UTC; when it was seen, never when we imported it; None if the source does not say
    raw: str | None = None          # SHA-256 of the packet or row as kept

    def content(self) -> dict[str, Any]:
        """What the id is made of: everything but the locator (STYLE.md section 3)."""
        origin = {k: v for k, v in self.origin.plain().items() if k != "locator"}
        return {"subject": {k: v for k, v in self.subject.plain().items() if k != "row"},
                "field": self.field, "value": self.value, "origin": origin,
                "collected": self.collected.isoformat() if self.collected else None, "raw": self.raw}

    def id(self) -> str:
        """Digest of the content; equal observations share it and are told apart by number when kept."""
        return digest(self.content())

    def plain(self) -> dict[str, Any]:
        """The JSON form, as in observations.jsonl."""
        return {**self.content(), "subject": self.subject.plain(), "origin": self.origin.plain()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A row that could not be read, kept as a value: counted, shown, never dropped in silence."""

    locator: str                    # "po.csv:41"
    reason: str                     # an id of the sentence catalogue
    given: Mapping[str, str]        # the words to put into the sentence, secrets cut out

    def plain(self) -> dict[str, Any]:
        """The JSON form, as in rejects.jsonl."""
        return {"locator": self.locator, "reason": self.reason, "given": dict(sorted(self.given.items()))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A row that was read and set aside for a reason: a total, a blank line, a host that is down, a phone."""

    locator: str
    reason: str                     # an id of the sentence catalogue
    units: int = 1
    address: str | None = None      # of a host that was asked and did not answer: it counts as looked at

    def plain(self) -> dict[str, Any]:
        """The JSON form, as counted in coverage.json."""
        told = {"locator": self.locator, "reason": self.reason, "units": self.units, "address": self.address}
        return {k: v for k, v in told.items() if v is not None}
