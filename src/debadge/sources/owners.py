"""Owners as programs and files write them: ``"Crake=60"``, ``["Crake", 60]``, ``{"name": …, "share": …}``, or a list of these."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from debadge.model.query import Owner

_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*(%|percent|pour cent|p\. ?100)?", re.IGNORECASE)
_SAID = re.compile(r"(.*)=\s*(|\d.*)", re.DOTALL)  # "Crake=60"; "E=MC Holdings" is a name
_BETWEEN = re.compile(r"[;|\n]")


def owners_of(value: Any) -> tuple[Owner, ...]:
    """Every owner with its share in percent; None where nobody tells the share.

    Raises:
        ValueError: None of the forms, nobody named, or no share of 0 to 100 percent.
    """
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return tuple(map(_owner, owner_texts(value)))
    return tuple(map(_owner, value if isinstance(value, Sequence) and not isinstance(value, bytes) else (value,)))


def owner_texts(text: str) -> list[str]:
    """The owners of one cell: "Crake=60; Rail=40" are two; without a share in each it is one name."""
    pieces = [piece.strip() for piece in _BETWEEN.split(text) if piece.strip()]
    return pieces if len(pieces) > 1 and all(_SAID.fullmatch(piece) for piece in pieces) else [text]


def _owner(value: Any) -> Owner:
    if isinstance(value, Mapping) and value.keys() <= {"name", "share"}:
        name, share = value.get("name"), value.get("share")
    elif isinstance(value, str):
        said = _SAID.fullmatch(value)
        name, share = said.groups() if said else (value, None)
    elif isinstance(value, Sequence) and not isinstance(value, bytes) and len(value) == 2:  # a pair
        name, share = value
    else:
        raise ValueError(value)
    if not isinstance(name, str) or not any(map(str.isalnum, name)):
        raise ValueError(value)
    return Owner(name=name.strip(), share=_share(share))


def _share(value: Any) -> float | None:
    if value is None or isinstance(value, str):
        return read_share(value) if value else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:  # percent
        raise ValueError(value)
    return None if 0 < value <= 1 else float(value)  # of one, or of a hundred?


def read_share(text: str) -> float | None:
    """Percent, ``49.5`` of "49,5 %"; None for what is no single share: "majority", "50-60 %", 0.49 (of one, or of a hundred?)."""
    found = _SHARE.fullmatch(text.strip())
    if not found:
        return None
    share = float(found[1].replace(",", "."))
    if share > 100 or (share <= 1 and not found[2] and share != 0):
        return None
    return share


def with_plain_owners(row: Mapping[str, Any], is_owner: Mapping[str, bool]) -> dict[str, Any]:
    """A row of JSON whose owners are objects with ``name`` and ``share``, whatever form they had; objects stay as they are.

    Args:
        row: Keys with values.
        is_owner: Of every key, whether it names owners.

    Raises:
        ValueError: Owners in none of the forms.
    """
    told = {key: value for key, value in row.items() if not (is_owner[key] and _is_compact(value))}
    owners = [owner for key, value in row.items() if key not in told for owner in owners_of(value)]
    if not owners:
        return told
    beside = told.get("owners", [])
    plain = [{"name": one.name, "share": "" if one.share is None else f"{one.share:g} %"} for one in owners]
    return {**told, "owners": [*(beside if isinstance(beside, list) else [beside]), *plain]}


def _is_compact(value: Any) -> bool:
    """Whether owners are told otherwise than as one name, or as objects."""
    if isinstance(value, list):
        return not all(isinstance(one, dict) for one in value)
    return isinstance(value, int | float) or (isinstance(value, str) and _SAID.fullmatch(value) is not None)
