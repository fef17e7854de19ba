"""What a person decided about a name and a row of a list: it is not that party, or it is; and that it holds no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from debadge.model.ids import digest

FORM = 1


class Kind(StrEnum):
    """What was decided of a candidate."""

    # a false match: the name is not that of the row
    DISMISS = "dismiss"
    # a match: it is
    CONFIRM = "confirm"


class Revived(StrEnum):
    """Why a decision that was taken about a name and a row is not in force any more."""

    # the row says something else, is gone, or another row stands beside it
    ROW = "row"
    # the policy is another, or reads the same name otherwise
    POLICY = "policy"
    # it was confirmed, and the row is on no list any more: the name matches nothing now
    GONE = "gone"
    # its last day is over
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The name that was decided about, with all that stood beside it: a firm elsewhere may be another firm."""

    written: str
    read: tuple[str, ...]  # every reading of the name in its normal form
    circumstances: Mapping[str, Any]  # country, address, identifiers, owners; what was not told is left out

    @property
    def by_writing(self) -> str:
        """A digest by which the same words are found again."""
        return digest({"written": " ".join(self.written.split()).casefold(), **self.circumstances})

    @property
    def by_reading(self) -> str:
        """A digest by which a name is found again that reads the same: capitals, marks and spellings aside."""
        return digest({"read": self.read, **self.circumstances})

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {"written": self.written, "read": list(self.read), **self.circumstances}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One pair of a name and a row, decided."""

    kind: Kind
    asked: Asked
    list: str
    ref: str
    row: str  # SHA-256 of what the row says, not of where it stands; 64 hex digits
    policy: str
    by: str
    day: date
    why: str
    expires: date | None  # last day on which it holds; None: until query, row or policy change

    @property
    def id(self) -> str:
        """The digest of it all."""
        return digest(self._told())

    def plain(self) -> dict[str, Any]:
        """The JSON form, as it is kept."""
        return {"id": self.id, **self._told()}

    def brief(self) -> dict[str, Any]:
        """The JSON form beside an answer."""
        return {
            "id": self.id,
            "by": self.by,
            "when": self.day.isoformat(),
            "why": self.why,
            "expires": self.expires.isoformat() if self.expires else None,
        }

    def _told(self) -> dict[str, Any]:
        return {
            "form": FORM,
            "kind": self.kind.value,
            "query": self.asked.plain(),
            "list": self.list,
            "ref": self.ref,
            "row": self.row,
            "policy": self.policy,
            "by": self.by,
            "day": self.day.isoformat(),
            "why": self.why,
            "expires": self.expires.isoformat() if self.expires else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """That every earlier decision of this id no longer holds."""

    of: str  # id of the decision
    by: str
    day: date
    why: str

    def plain(self) -> dict[str, Any]:
        """The JSON form, as it is kept."""
        told = {"form": FORM, "kind": "revoke", "of": self.of, "by": self.by, "day": self.day.isoformat()}
        return {**told, "why": self.why}


Record = Decision | Revocation


def record_of(told: Mapping[str, Any]) -> Record:
    """A record from its JSON form.

    Raises:
        ValueError: Of another form, or no longer what its id says.
        KeyError: Something is missing.
        TypeError: Something is not what it should be.
    """
    if told["form"] != FORM:
        raise ValueError(told["form"])
    day = date.fromisoformat(told["day"])
    if told["kind"] == "revoke":
        return Revocation(of=_text(told, "of"), by=_text(told, "by"), day=day, why=_text(told, "why"))
    query = dict(told["query"])
    written, read = query.pop("written"), tuple(query.pop("read"))
    one = Decision(
        kind=Kind(told["kind"]),
        asked=Asked(written=written, read=read, circumstances=query),
        list=_text(told, "list"),
        ref=_text(told, "ref"),
        row=_text(told, "row"),
        policy=_text(told, "policy"),
        by=_text(told, "by"),
        day=day,
        why=_text(told, "why"),
        expires=date.fromisoformat(told["expires"]) if told["expires"] else None,
    )
    if one.id != told["id"]:
        raise ValueError(told["id"])
    return one


def _text(told: Mapping[str, Any], key: str) -> str:
    if not isinstance(told[key], str):
        raise TypeError(key)
    return str(told[key])
