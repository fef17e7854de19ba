"""Values of JSON as the text that a table would have in their place."""

from __future__ import annotations

from typing import Any

from debadge.sources.limits import MAX_CELL

_MAX_PARTS = 2_000  # of one list


def text_of(value: Any, joint: str = "; ") -> str:
    """A text, a number, or a list of them joined; nothing for what is neither, and for `null`."""
    match value:
        case str():
            return value if value.isascii() else value.encode("utf-8", "replace").decode()  # half a character is none
        case bool() | None:
            return ""
        case int() | float():
            return str(value)
        case list():
            return joint.join(part for part in (text_of(one) for one in value[:_MAX_PARTS] if _is_plain(one)) if part)
        case _:
            return ""


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def is_long(told: dict[str, Any]) -> bool:
    """Whether a value of an object is longer than a cell of a table may be."""
    return any(len(text_of(value)) > MAX_CELL for value in told.values())
