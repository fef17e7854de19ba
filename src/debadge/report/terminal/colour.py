"""Colour for a terminal, beside the word and never instead of it."""

from __future__ import annotations

from debadge.report.reading.answers import Reply

_CODES = {Reply.NO: "1;31", Reply.ASK: "1;33", Reply.YES_IF: "36", Reply.YES: "32", Reply.NONE: "2"}


def painted(text: str, reply: Reply, *, color: bool) -> str:
    """The text in the colour of a reply (ECMA-48 SGR), or as it is."""
    return f"\x1b[{_CODES[reply]}m{text}\x1b[0m" if color and text.strip() else text


def strong(text: str, *, color: bool) -> str:
    """Bold, or as it is."""
    return f"\x1b[1m{text}\x1b[0m" if color else text
