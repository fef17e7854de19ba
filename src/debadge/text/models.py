"""Model numbers as people write them: alone, behind a brand, with a remark in brackets, inside a sentence."""

from __future__ import annotations

import re

MAX_TEXT = 512  # characters
MAX_CANDIDATES = 12  # words of a line that could be a number
_BRACKET = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]?\s*$")
_COMMA = re.compile(r"[,;]\s")
_EDGE = " \t\u00a0_,;:.!?\"'«»“”"
_WORD = re.compile(r"[^\s,;()\[\]（）]+")  # a bracket ends a number even where no blank stands before it


def candidates(text: str) -> tuple[str, ...]:
    """What may be the model number of a cell, best first: without its remark, the whole, the first word with a digit."""
    whole = text[:MAX_TEXT].strip(_EDGE)
    bare = without_remark(whole)
    word = next(iter(numbers(bare)), "")
    return tuple(dict.fromkeys(c for c in (bare, whole, word) if c))


def without_remark(text: str) -> str:
    """The cell without what follows a comma, and without a bracket at its end."""
    return _BRACKET.sub("", _COMMA.split(text[:MAX_TEXT], maxsplit=1)[0].strip(_EDGE))


def numbers(text: str) -> tuple[str, ...]:
    """The words of a line that hold a digit, marks stripped."""
    found = (word.strip(_EDGE) for word in _WORD.findall(text[:MAX_TEXT]))
    return tuple(dict.fromkeys(w for w in found if any(c.isdigit() for c in w) and len(w) > 2))[:MAX_CANDIDATES]
