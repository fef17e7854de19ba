"""What the fields of events may hold, by name; a name means the same in every action. What is not listed here is text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from debadge.cases.refusal import Refusal, refuse
from debadge.model.case import Role
from debadge.model.days import Window

MOST = 20_000  # characters of one text
_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        window = Window.parse(value)
    except ValueError:
        return False
    return window.earliest == window.latest and len(value) == 10


def _is_number(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value.strip()) > 0 and len(value) <= MOST


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


_KINDS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "day": ("day", _is_day),
    "number": ("number", _is_number),
    "flag": ("flag", lambda value: isinstance(value, bool)),
    "list": ("list", _is_list),
    "mapping": ("mapping", lambda value: isinstance(value, dict)),
    "role": ("role", lambda value: value in set(Role)),
    "currency": ("currency", lambda value: isinstance(value, str) and bool(_CURRENCY.fullmatch(value))),
    "text": ("text", _is_text),
}
_OF = {
    "day": ("day", "until", "expires", "due", "as_of"),
    "number": ("quiet_days", "looks", "cents"),
    "flag": ("separate",),
    "list": (
        "opened",
        "seen",
        "absent",
        "uncovered",
        "controls",
        "photos",
        "media",
        "means",
        "into",
        "questions",
        "answers",
        "gaps",
    ),
    "mapping": ("certificate", "files"),
    "role": ("as",),
    "currency": ("currency",),
}
_KIND = {field: kind for kind, fields in _OF.items() for field in fields}


def kind_of(field: str) -> str:
    """What a field holds: a kind of this module."""
    return _KIND.get(field, "text")


def misfit(field: str, value: Any) -> Refusal | None:
    """What is wrong with a value; None: nothing."""
    kind, fits = _KINDS[kind_of(field)]
    return None if fits(value) else refuse(f"no_{kind}", field=field, text=str(value)[:80])
