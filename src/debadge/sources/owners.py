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
    return _with_share(name.strip(), share)


def _with_share(name: str, value: Any) -> Owner:
    if value is None or isinstance(value, str):
        return owner_with(name, value or "")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:  # percent
        raise ValueError(value)
    return _held(name, float(value), is_percent=False)


def owner_with(name: str, share: str) -> Owner:
    """The owner with its share as written, in percent: ``49.5`` of "49,5 %".

    "majority" and "50-60 %" are no single share, and nobody tells it; "0.49" may be of one or of a hundred: both are kept, as the
    least and the most that it can be.
    """
    found = _SHARE.fullmatch(share.strip())
    held = float(found[1].replace(",", ".")) if found else 101
    return Owner(name=name) if not found or held > 100 else _held(name, held, is_percent=bool(found[2]))


def _held(name: str, share: float, *, is_percent: bool) -> Owner:
    is_open = 0 < share <= 1 and not is_percent
    return Owner(name=name, share=share, most=round(100 * share, 6) if is_open else None)


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
    plain = [{"name": one.name, "share": _as_written(one)} for one in owners]
    return {**told, "owners": [*(beside if isinstance(beside, list) else [beside]), *plain]}


def _as_written(owner: Owner) -> str:
    """The share as a text from which the same share is read again."""
    if owner.share is None:
        return ""
    return f"{owner.share:f}" if owner.most is not None else f"{owner.share:g} %"


def _is_compact(value: Any) -> bool:
    """Whether owners are told otherwise than as one name, or as objects."""
    if isinstance(value, list):
        return not all(isinstance(one, dict) for one in value)
    return isinstance(value, int | float) or (isinstance(value, str) and _SAID.fullmatch(value) is not None)
