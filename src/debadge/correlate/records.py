"""Records: the observations of one subject in one file, and the keys they bring."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from debadge.model.observation import Kept, Subject

_NOT_WORD = re.compile(r"[\W_]+")
_HEX = re.compile(r"[^0-9a-f]+")
FIELD_KEYS = {"serial_string": "serial", "mac_oui": "mac", "device_uuid": "uuid", "ip_address": "ip"}
"""Identity fields that are keys as well; a recorder's channels name other things and are not among them."""


@dataclass(frozen=True, slots=True)
class KeyRule:
    """How far one key reaches."""

    strength: str  # strong | weak
    reach: str  # anywhere | network | file
    expires_days: int | None = None


@dataclass(frozen=True, slots=True)
class JoinRules:
    """The table of keys, in order of strength, and what counts as junk."""

    keys: Mapping[str, KeyRule]
    max_units: int
    junk_serials: frozenset[str]
    junk_mac_prefixes: tuple[str, ...]

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> JoinRules:
        """From the plain form of joins.yaml."""
        keys = {name: KeyRule(**rule) for name, rule in value["keys"].items()}
        return cls(keys, value["max_units"], frozenset(value["junk_serials"]), tuple(value["junk_mac_prefixes"]))


@dataclass(slots=True)
class Record:
    """The observations of one subject in one file."""

    file: str
    subject: Subject
    kept: list[Kept] = field(default_factory=list)  # sorted by id
    seen: datetime | None = None  # when it was collected, the latest of its observations

    def keys(self, rules: JoinRules) -> set[tuple[str, str]]:
        """(key, normal form) of every key that names something."""
        subject = self.subject
        pairs = {
            ("serial", subject.serial),
            ("mac", subject.mac),
            ("uuid", subject.uuid),
            ("ip", subject.ip),
            ("ref", subject.ref),
        }
        pairs |= {(FIELD_KEYS[told.seen.field], told.seen.value) for told in self.kept if told.seen.field in FIELD_KEYS}
        return {(key, value) for key, raw in pairs if raw and (value := normal(key, raw, rules))}


def group(kept: Sequence[Kept]) -> list[Record]:
    """One record per subject and file, of observations sorted by id; a subject without any key is one each time."""
    records: dict[tuple[str, Subject], Record] = {}
    of_object: dict[int, Record] = {}  # most observations of a subject share the very object, which is found faster
    nameless: list[Record] = []
    for told in kept:
        subject, collected = told.seen.subject, told.seen.collected
        record = of_object.get(id(subject))
        if record is None or record.file != told.file:
            record = records.get((told.file, subject)) or Record(told.file, subject)
            if subject == Subject(kind=subject.kind):
                nameless.append(record)
            else:
                records[told.file, subject] = of_object[id(subject)] = record
        record.kept.append(told)
        if collected and (record.seen is None or collected > record.seen):
            record.seen = collected
    return [*records.values(), *nameless]


def normal(key: str, value: str, rules: JoinRules) -> str | None:
    """The form in which a key is compared, or None for junk."""
    match key:
        case "mac":
            return _mac(value, rules.junk_mac_prefixes)
        case "serial":
            return _serial(value, rules.junk_serials)
        case _:
            return value.strip().lower() or None


@lru_cache(maxsize=65536)
def _mac(value: str, junk: tuple[str, ...]) -> str | None:
    digits = _HEX.sub("", value.lower())
    if len(digits) != 12 or digits.startswith(junk) or int(digits[1], 16) & 0b11:
        return None  # not a MAC, a shared one, or one of the group or locally administered bits is set
    return digits


@lru_cache(maxsize=65536)
def _serial(value: str, junk: frozenset[str]) -> str | None:
    bare = _NOT_WORD.sub("", value).lower()
    if len(bare) < 4 or bare in junk or len(set(bare)) == 1:
        return None
    return bare
