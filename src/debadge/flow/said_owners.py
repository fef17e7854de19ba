"""Owners as programs write them: ``"Crake=60"``, ``["Crake", 60]``, ``{"name": …, "share": …}``, or a list of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from debadge.model.query import Owner
from debadge.sources.parties import read_share


def owners_of(value: Any) -> tuple[Owner, ...]:
    """Every owner with its share in percent; None where nobody tells the share.

    Raises:
        ValueError: None of the forms, nobody named, or no share of 0 to 100 percent.
    """
    if value is None or value == "":
        return ()
    several = value if isinstance(value, Sequence) and not isinstance(value, str | bytes) else (value,)
    return tuple(map(_owner, several))


def _owner(value: Any) -> Owner:
    if isinstance(value, Mapping) and value.keys() <= {"name", "share"}:
        name, share = value.get("name"), value.get("share")
    elif isinstance(value, str):
        before, sign, after = value.rpartition("=")
        name, share = (before, after) if sign else (value, None)
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
    return float(value)
