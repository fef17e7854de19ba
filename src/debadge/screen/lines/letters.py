"""A text as every reading of lines takes it: full-width letters narrow, marks of trade and typographic signs out of the way."""

from __future__ import annotations

import re
from unicodedata import normalize

_MARKS = str.maketrans(dict.fromkeys("™®©℠", " "))  # NFKC would make letters of them: "HikvisionTM"
_NO_WORD = re.compile(r"[^\w\x1e]|_")


def settled(text: str) -> str:
    """The text in one form of Unicode (NFKC), without marks of trade."""
    return text if text.isascii() else normalize("NFKC", text.translate(_MARKS))


def words_apart(text: str) -> str:
    """The text with a blank for every sign that is no letter and no digit, and for no record separator."""
    return _NO_WORD.sub(" ", text)
