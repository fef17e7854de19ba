"""Further names that a text announces and then tells as one: "a.k.a., the following four aliases: —A; —B; and —C"."""

from __future__ import annotations

import re

_ABBREVIATED = re.compile(r"\b(?:Ltd|Inc|Co|Corp|LTD|INC|CO|CORP|S\.A|L\.P)\.$")


def names_following(
    text: str, pattern: re.Pattern[str], between: re.Pattern[str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What stands before the announcement, and each name behind it with its kind; the text alone where nothing is announced.

    Args:
        text: Of one name, or of a cell of them.
        pattern: The announcement; its group `former` says that former names follow.
        between: What parts the names, and may stand before the first.
    """
    found = pattern.search(text)
    if not found:
        return text, ()
    kind = "former" if found.groupdict().get("former") else "alias"
    pieces = (without_stop(piece.strip(" ,;")) for piece in between.split(text[found.end() :]))
    return text[: found.start()].strip(" ,;("), tuple((piece, kind) for piece in pieces if piece)


def without_stop(text: str) -> str:
    """Without the full stop at its end, which is not that of "Ltd." or "Inc."."""
    return text if _ABBREVIATED.search(text) else text.removesuffix(".")
