"""How many: whole units, or a measure such as 37.5 hours; a return is below 0. Each spelling is read once."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from debadge.text.numbers import MAX_UNITS, decimal_mark, read_decimal, read_quantity
from debadge.text.tables import is_nothing

_TWO_WAYS = re.compile(r"\d{1,3}[.,]\d{3}")
_PLAINEST = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,2})?")
_MINUS = re.compile(r"^\s*[-\u2212]\s*(?=\d)|(?<=\d)\s*-\s*$")  # "-3", and "3-" as SAP writes it
_MAX_KNOWN = 10_000  # spellings that are remembered
_LONGEST = 60  # characters of a quantity


@lru_cache(maxsize=8192)
def read_amount(text: str, words: frozenset[str], mark: str | None = None) -> int | float | None:
    """The number, or None if this is none, or could be two: ``1,000`` is one or a thousand.

    Args:
        text: As seen.
        words: Folded words that may stand beside the number ("qte", "units").
        mark: Of decimals in its column, if that is settled: beside ``1.200,000`` a ``1,000`` is one.
    """
    if len(text) > _LONGEST:
        return None
    bare, minus = _MINUS.subn("", text.strip())
    told = read_decimal(bare, words, mark)
    if told is None:
        told = read_quantity(bare, words)
    if told is None or told > MAX_UNITS:
        return None
    return -told if minus else told


def has_two_readings(text: str) -> bool:
    """Whether this is a number that nobody can read for certain."""
    bare = _MINUS.sub("", text.strip())
    return _TWO_WAYS.fullmatch(bare) is not None and decimal_mark(bare) is None


class Amounts:
    """The spellings of one column, each looked at once."""

    def __init__(self, words: frozenset[str], nothing: Collection[str], mark: str | None = None) -> None:
        self._words, self._nothing, self._mark = words, nothing, mark
        self._met: set[str] = {""}

    def untold(self, texts: set[str]) -> dict[str, str]:
        """Spellings that say no number, met for the first time, and why: no number, or one that could be two."""
        fresh = texts - self._met
        if not fresh:
            return {}
        if len(self._met) > _MAX_KNOWN:
            self._met = {""}
        self._met |= fresh
        whys = ((text, self._why(text)) for text in sorted(fresh) if not _PLAINEST.fullmatch(text))
        return {text: why for text, why in whys if why}

    def _why(self, text: str) -> str | None:
        if is_nothing(text, self._nothing) or read_amount(text, self._words, self._mark) is not None:
            return None
        return "amount_two_ways" if has_two_readings(text) else "amount_not_a_number"
