"""One thing that people did with cases, as a line of the ledger: chained to the line before, and bound field by field.

What may have to be kept from a reader (who, why, and each field of ``given``) goes into the event's id by a digest of its own,
under a salt: a copy that shows only the digest of a field has the same id and the same chain. The salts of the fields come from
the salt of the event, which such a copy leaves out, so that nobody can try out what a short field said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256, shake_256
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from debadge.model.ids import canonical

FORM = 1
FIRST = "0" * 64  # stands for the id of the event before the first
WHO, WHY, GIVEN = "actor", "reason", "given."  # fields that may be kept from a reader; the last begins those of `given`
_ID = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"[0-9a-f]{32}")
_TIME = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ")
_NAMES = ("action", "actor", "at", "blobs", "cases", "form", "given", "id", "previous", "reason", "role", "salt", "seq")
_TYPES = frozenset(
    (str, str, str, list, list, int, dict, str, str, reason, str, str, int) for reason in (str, type(None))
)
"""Of the fields, in the order in which a line has them."""
_SALT_DIGITS = 32  # of one field: 16 bytes


class Event(NamedTuple):
    """What was done, by whom, when, why, to which cases."""

    seq: int  # from 1 on
    previous: str  # id of the event before; `FIRST` for the first
    at: str  # UTC, to the second: "2026-11-22T10:00:00Z"
    actor: str
    role: str
    action: str
    cases: tuple[str, ...]
    reason: str | None
    given: Mapping[str, Any]
    blobs: tuple[str, ...]  # SHA-256 of files that lie beside the ledger
    salt: str  # 16 bytes in hexadecimal digits

    @property
    def day(self) -> date:
        """The day on which it was done, UTC."""
        return date.fromisoformat(self.at[:10])

    def hidden(self) -> dict[str, str]:
        """The fields that may be kept from a reader, as canonical JSON."""
        given = {f"{GIVEN}{name}": _json(self.given[name]) for name in sorted(self.given)}
        return {WHO: quoted(self.actor), **given, WHY: _json(self.reason)}

    @property
    def id(self) -> str:
        """SHA-256 over what is always shown and the digests of the rest, 64 hex digits."""
        return self._id(self.hidden())

    def told(self) -> tuple[str, bytes]:
        """The id, and the canonical bytes of the line with its line feed."""
        hidden = self.hidden()
        id_ = self._id(hidden)
        given = ",".join([f"{quoted(name[6:])}:{told}" for name, told in hidden.items() if name.startswith(GIVEN)])
        line = (
            f'{{"action":{quoted(self.action)},"actor":{hidden[WHO]},"at":"{self.at}","blobs":{_texts(self.blobs)},'
            f'"cases":{_texts(self.cases)},"form":{FORM},"given":{{{given}}},"id":"{id_}","previous":"{self.previous}",'
            f'"reason":{hidden[WHY]},"role":{quoted(self.role)},"salt":"{self.salt}","seq":{self.seq}}}\n'
        )
        return id_, line.encode()

    def _id(self, hidden: Mapping[str, str]) -> str:
        shown = (self.action, self.at, self.blobs, self.cases, self.previous, self.role, self.seq)
        salts = salts_of(self.salt, len(hidden))
        return chained(*shown, {name: bound(salt, hidden[name]) for name, salt in zip(hidden, salts, strict=True)})


def _json(value: Any) -> str:
    return quoted(value) if isinstance(value, str) else canonical(value)


def _texts(several: Iterable[str]) -> str:
    return f"[{','.join(map(quoted, several))}]"


def salts_of(salt: str, count: int) -> list[str]:
    """The salts of the fields, sorted by their names, from that of their event; from one of them no way leads to another."""
    told = shake_256(salt.encode()).hexdigest(count * _SALT_DIGITS // 2)
    return [told[at : at + _SALT_DIGITS] for at in range(0, len(told), _SALT_DIGITS)]


def bound(salt: str, told: str) -> str:
    """The digest of a field's canonical JSON under its salt, 64 hex digits."""
    return sha256(f"{salt} {told}".encode()).hexdigest()


def chained(
    action: str,
    at: str,
    blobs: Iterable[str],
    cases: Iterable[str],
    previous: str,
    role: str,
    seq: int,
    digests: Mapping[str, str],
) -> str:
    """The id of an event from what is shown of it and the digests of its other fields, sorted by name."""
    fields = ",".join([f'{quoted(name)}:"{digest}"' for name, digest in digests.items()])
    told = (
        f'{{"action":{quoted(action)},"at":"{at}","blobs":{_texts(blobs)},"bound":{{{fields}}},"cases":{_texts(cases)},'
        f'"form":{FORM},"previous":"{previous}","role":{quoted(role)},"seq":{seq}}}'
    )
    return sha256(told.encode()).hexdigest()


def event_of(told: Any) -> Event:
    """An event from its JSON form; whether it is what its id says is for the ledger to ask.

    Raises:
        ValueError: Not the form of an event.
    """
    if not isinstance(told, dict) or tuple(told) != _NAMES or told["form"] != FORM or not _is_shaped(told):
        raise ValueError("no event")
    return Event(
        told["seq"],
        told["previous"],
        told["at"],
        told["actor"],
        told["role"],
        told["action"],
        tuple(told["cases"]),
        told["reason"],
        told["given"],
        tuple(told["blobs"]),
        told["salt"],
    )


def _is_shaped(told: Mapping[str, Any]) -> bool:
    if tuple(map(type, told.values())) not in _TYPES or told["seq"] < 1:
        return False
    fits = _ID.fullmatch(told["previous"]) and _SALT.fullmatch(told["salt"]) and _TIME.fullmatch(told["at"])
    are_texts = all(type(name) is str for name in (*told["cases"], *told["blobs"]))
    return bool(fits) and are_texts and all(map(_ID.fullmatch, told["blobs"]))
