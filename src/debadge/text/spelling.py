"""Names found in running text however people write them: with or without accents, hyphens and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from debadge.text.folding import fold

_ACCENTS = re.compile("[\u0300-\u036f]")
_MAYBE_ACCENT = "[\u0300-\u036f]?"  # an accent written as a character of its own
_LETTERS = {"a": "aàâäáã", "c": "cç", "e": "eéèêë", "i": "iîïí", "n": "nñ", "o": "oôöóõ", "u": "uùûüú"}


def spelled(names: Iterable[str]) -> str:
    """A pattern for any of the names, longest first: ``cle wi fi`` is also ``Clé Wi-Fi`` and ``clé wifi``."""
    ordered = sorted({fold(name) for name in names}, key=lambda name: (-len(name), name))
    return "|".join("".join(map(_spelled, name)) for name in ordered)


def _spelled(letter: str) -> str:
    if letter == " ":
        return r"[\s_'’/-]*"
    return f"[{_LETTERS[letter]}]{_MAYBE_ACCENT}" if letter in _LETTERS else re.escape(letter)


def roots_of(names: Iterable[str], *more: str) -> tuple[str, ...]:
    """Few texts, one of which stands in every `bare` text that holds one of the names."""
    longest = {max(fold(name).split(), key=len) for name in names} | set(more)
    return tuple(sorted(w for w in longest if not any(o != w and o in w for o in longest)))


def bare(text: str) -> str:
    """Lower-case without accents."""
    return text.lower() if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())


def has_root(lowered: str, roots: tuple[str, ...]) -> bool:
    """Whether one of the roots stands in a bare text."""
    for root in roots:  # noqa: SIM110  # three times as fast as any(); this runs for every value there is
        if root in lowered:
            return True
    return False
