"""Whether the status of a thing says that it is kept and not used: in a storeroom, unplugged, taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable

from debadge.text.folding import fold

_AGREES = "(?:e|s|es)?"  # a camera is entreposée, cameras are entreposées


def idle_pattern(idle: Iterable[str], in_use: Iterable[str]) -> re.Pattern[str]:
    """Matches a folded status that begins with one of the words for idle and nowhere says that the thing is in use."""
    begins, busy = ("|".join(_AGREES.join((*_words(phrase), "")) for phrase in some) for some in (idle, in_use))
    return re.compile(rf"(?!.*\b(?<!not )(?<!non )(?<!pas )(?:{busy})\b)(?:{begins})\b")


def is_idle(status: str, pattern: re.Pattern[str]) -> bool:
    """Whether the thing is kept and not used."""
    return pattern.match(fold(status)) is not None


def _words(phrase: str) -> list[str]:
    first, *rest = [re.escape(word) for word in fold(phrase).split()]
    return [first, *(f" {word}" for word in rest)]
