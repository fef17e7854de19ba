"""What the status of a thing says of its use: in use, kept and not used, or nothing that we understand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from debadge.text.folding import fold

_AGREES = "(?:le|les|ne|nes|e|s|es)?"  # a camera is entreposée, fonctionnelle, bonne
_BEHIND = (
    r"(?: (?:\d.*|(?:in|at|on|since|by|to|from|as of|room|dans|a|au|le|depuis|par|chez|local|salle|en|jusqu)\b.*))?$"
)
"""What may follow: a day, a place, by whom; "Stored footage server" is no status."""


class Use(Enum):
    """Whether a thing is used."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statuses:
    """The words of the vocabulary for what is in use, what is not, and what makes it doubtful, as patterns of folded text."""

    idle: re.Pattern[str]
    idle_anywhere: re.Pattern[str]
    busy: re.Pattern[str]
    doubt: re.Pattern[str]

    @classmethod
    def of(cls, idle: Iterable[str], in_use: Iterable[str], doubt: Iterable[str]) -> Statuses:
        """From the lists of the vocabulary."""
        told = _any(idle)
        return cls(
            re.compile(rf"(?:{told})(?P<rest>{_BEHIND})"),
            re.compile(rf"\b(?:{told})\b"),
            re.compile(rf"\b(?:{_any(in_use)})\b"),
            re.compile(rf"\b(?:{_any(doubt)})\b"),
        )

    def use(self, status: str) -> Use:
        """Whether a thing of this status is used; a blank status says nothing against it, and a doubt leaves it open."""
        told = fold(status)
        idle = self.idle.match(told)
        if not told:
            return Use.YES
        if "?" in status or (idle and self.busy.search(idle["rest"])):
            return Use.UNKNOWN
        if idle:
            return Use.NO
        sure = self.busy.search(told) and not self.idle_anywhere.search(told) and not self.doubt.search(told)
        return Use.YES if sure else Use.UNKNOWN


def _any(phrases: Iterable[str]) -> str:
    longest = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(" ".join(re.escape(word) + _AGREES for word in phrase.split()) for phrase in longest)
