"""Text from outside made harmless to show: nothing in it moves a cursor, turns the reading direction or ends a line."""

from __future__ import annotations

SHOWN = "\ufffd"  # the mark that Unicode keeps for a character that cannot be shown

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_TURNING = (
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)  # UAX #9: marks, embeddings, overrides, isolates
_NO_TEXT = (
    0x2028,
    0x2029,
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
)
_HARMLESS = {
    **dict.fromkeys((*_CONTROLS, *_TURNING, *_NO_TEXT, *range(0xD800, 0xE000)), SHOWN),
    0x09: " ",
    0x0A: " ",
    0x0D: " ",
}


def harmless(text: str) -> str:
    """One line of text that a terminal and a browser show as it is."""
    return text if text.isascii() and text.isprintable() else text.translate(_HARMLESS)


def cut(text: str, length: int) -> str:
    """At most ``length`` characters, with a mark where something was cut."""
    return text if len(text) <= length else text[: length - 1] + "…"
