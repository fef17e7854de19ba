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
    """The words of the vocabulary for things that are in use and for things that are not, as patterns of folded text."""

    idle: re.Pattern[str]
    busy: re.Pattern[str]

    @classmethod
    def of(cls, idle: Iterable[str], in_use: Iterable[str]) -> Statuses:
        """From the lists of the vocabulary."""
        busy = rf"\b(?<!not )(?<!non )(?<!pas )(?:{_any(in_use)})\b"
        return cls(re.compile(rf"(?:{_any(idle)})(?P<rest>{_BEHIND})"), re.compile(busy))

    def use(self, status: str) -> Use:
        """Whether a thing of this status is used; a blank status says nothing against it."""
        told = fold(status)
        idle = self.idle.match(told)
        if idle and not self.busy.search(idle["rest"]):
            return Use.NO
        return Use.YES if not told or self.busy.search(told) else Use.UNKNOWN


def _any(phrases: Iterable[str]) -> str:
    longest = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(" ".join(re.escape(word) + _AGREES for word in phrase.split()) for phrase in longest)
