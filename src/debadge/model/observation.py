"""What was seen: one thing, once. Nothing here says who made a device."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from debadge.model.ids import ID_LENGTH, canonical, canonical_texts

SUBJECT_KINDS = ("device", "lot", "channel", "purchase_line", "component", "party")
SUBJECT_KEYS = ("ref", "ip", "mac", "serial", "uuid", "hostname", "row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an observation is about, under the keys as seen."""

    kind: str = "device"  # one of SUBJECT_KINDS
    ref: str | None = None  # the caller's own name for it, echoed and never read
    ip: str | None = None
    mac: str | None = None
    serial: str | None = None
    uuid: str | None = None
    hostname: str | None = None
    row: str | None = None  # place in its file, for things that have no other key

    def __hash__(self) -> int:
        """Of the keys that tell subjects apart; every stage looks subjects up for every observation."""
        return hash((self.mac, self.serial, self.ref, self.ip, self.uuid, self.row))

    def plain(self) -> dict[str, str]:
        """The JSON form; absent keys are left out."""
        return {key: value for key in ("kind", *SUBJECT_KEYS) if (value := getattr(self, key)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """By what means something came to us, and where to look for it."""

    tool: str  # "nmap", "sadp-tool", "debadge"
    method: str  # probe | capture | import | record | derived
    locator: str  # "po.csv:41", "registre.xlsx:Caméras!7"
    rule: str | None = None  # of a derived observation: the rule that read it
    parent: str | None = None  # of a derived observation: the id of what it was read from

    def plain(self) -> dict[str, str]:
        """The JSON form; absent keys are left out."""
        return {
            key: value
            for key in ("tool", "method", "locator", "rule", "parent")
            if (value := getattr(self, key)) is not None
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing seen once. Never says who made a device; that is an Identification."""

    subject: Subject
    field: str  # an identity channel or a circumstance of the vocabulary
    value: str  # as seen, after secrets were cut out
    origin: Origin
    collected: datetime | None  # UTC; when it was seen, never when we imported it; None if the source does not say
    raw: str | None = None  # SHA-256 of the packet or row as kept

    def content(self) -> str:
        """What the id is made of: everything but the place, as canonical JSON (STYLE.md section 3).

        Put together from parts that many observations share, since a run asks it of every one of them.
        """
        collected = f'"{stamp(self.collected)}"' if self.collected else "null"
        raw = f'"{self.raw}"' if self.raw else "null"
        return (
            f'{{"collected":{collected},"field":{quoted(self.field)},"origin":{_origin(self.origin)},"raw":{raw},'
            f'"subject":{_subject(self.subject)},"value":{quoted(self.value)}}}'
        )

    def id(self) -> str:
        """Digest of the content; equal observations share it and are told apart by number when kept."""
        return content_id(self.content())

    def plain(self) -> dict[str, Any]:
        """The content as plain values, with the place."""
        return {
            "subject": self.subject.plain(),
            "field": self.field,
            "value": self.value,
            "origin": self.origin.plain(),
            "collected": stamp(self.collected) if self.collected else None,
            "raw": self.raw,
        }


class Kept(NamedTuple):
    """An observation with its id, the file it came from, and its content as canonical JSON."""

    id: str  # numbered where equal observations are told apart
    file: str
    seen: Observation
    text: str


def keep(file: str, seen: Observation) -> Kept:
    """The observation with its id, worked out once."""
    text = seen.content()
    return Kept(content_id(text), file, seen, text)


def content_id(text: str) -> str:
    """The id of an observation whose content is this text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


@lru_cache(maxsize=65536)
def stamp(moment: datetime) -> str:
    """ISO 8601, as in every file that we write; asked again and again for the few moments of a sweep."""
    return moment.isoformat()


@lru_cache(maxsize=262144)
def _subject(subject: Subject) -> str:
    return canonical_texts({key: value for key, value in subject.plain().items() if key != "row"})


def _origin(origin: Origin) -> str:
    known = _means(origin.tool, origin.method, origin.rule)
    return known if origin.parent is None else known.replace("{PARENT}", origin.parent)


@lru_cache(maxsize=4096)
def _means(tool: str, method: str, rule: str | None) -> str:
    told = {"tool": tool, "method": method, "rule": rule, "parent": "{PARENT}" if method == "derived" else None}
    return canonical({key: value for key, value in told.items() if value is not None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A row that could not be read, kept as a value: counted, shown, never dropped in silence."""

    locator: str  # "po.csv:41"
    reason: str  # an id of the sentence catalogue
    given: Mapping[str, str]  # the words to put into the sentence, secrets cut out
    row: Mapping[str, str] = field(default_factory=dict)  # heading -> cell, secrets cut out, where a row is echoed

    def plain(self) -> dict[str, Any]:
        """The JSON form, as in rejects.jsonl."""
        return {"locator": self.locator, "reason": self.reason, "given": dict(sorted(self.given.items()))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A row that was read and set aside for a reason: a total, a blank line, a host that is down, a phone."""

    locator: str
    reason: str  # an id of the sentence catalogue
    units: int = 1
    address: str | None = None  # of a host that was asked and did not answer: it counts as looked at
    texts: tuple[str, ...] = field(
        default=(), compare=False
    )  # what stood there, without secrets, where somebody may ask

    def plain(self) -> dict[str, Any]:
        """The JSON form, as counted in coverage.json."""
        told = {"locator": self.locator, "reason": self.reason, "units": self.units, "address": self.address}
        return {k: v for k, v in told.items() if v is not None}
