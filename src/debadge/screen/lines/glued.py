"""Names that lost the blank beside them: "HIKVISIONDS-7616NI-I2", "DAHUACAMERA", "4MPHIKVISION", "CAMERADS-2CD2143G2-I".

A long name of which nothing else is a part is taken apart from a number or a word for equipment; a short one only from a number
that a grammar reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from debadge.model.screening import Spellings

_EDGE = r"(?<![^\W_])"
_END = r"(?![^\W_])"
_NUMBER = r"(?:\d|[a-z]{1,9}-?[a-z]{0,5}\d)"


class Glued:
    """The names and words, compiled."""

    def __init__(self, spellings: Spellings, reads: Callable[[str], bool]) -> None:
        """Take them; ``reads`` tells whether a grammar reads a number."""
        self._reads = reads
        self._near, self._short, self._kinds = tuple(spellings.near), spellings.short, spellings.kinds
        names, kinds = _any(self._near), f"{_any(self._kinds)}s?"
        heads = _any({*spellings.heads.values(), *spellings.heads})
        self._long = re.compile(names, re.IGNORECASE)
        self._apart = re.compile(
            rf"{_EDGE}{names}(?={kinds}{_END}|{names}|{_NUMBER})|{_EDGE}{kinds}(?={names}|{heads})"
            rf"|{_EDGE}[^\W_]*\d[^\W\d_]{{0,3}}?(?={names})",
            re.IGNORECASE,
        )
        self._before = re.compile(rf"{_EDGE}({_any(self._short)})([a-z][^\s,;()]+)", re.IGNORECASE)

    def apart(self, text: str) -> str:
        """The text with the blanks that are missing."""
        if self._long.search(text):
            text = self._apart.sub(_with_blank, self._apart.sub(_with_blank, text))
        elif self._apart.search(text):
            text = self._apart.sub(_with_blank, text)
        return self._before.sub(self._short_apart, text)

    def may_be(self, word: str, is_numeric: Callable[[str], bool]) -> bool:
        """Whether a word of small letters and digits may hold a name or number that is glued to something.

        Args:
            word: Without marks: of "HIKVISIONDS-7616" it is "hikvisionds".
            is_numeric: Whether a word may begin a number.
        """
        if any(name in word for name in self._near):
            return word not in self._near
        leads = (lead for lead in (*self._short, *self._kinds) if word.startswith(lead) and word != lead)
        return any(is_numeric(word[len(lead) :].removeprefix("s")) or is_numeric(word[len(lead) :]) for lead in leads)

    def _short_apart(self, hit: re.Match[str]) -> str:
        return f"{hit[1]} {hit[2]}" if not self._reads(hit[0]) and self._reads(hit[2]) else hit[0]


def _with_blank(hit: re.Match[str]) -> str:
    return f"{hit[0]} "


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))})"
