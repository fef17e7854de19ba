"""A text as every reading of lines takes it: full-width letters narrow, look-alikes Latin, marks and codes out of the way."""

from __future__ import annotations

import re
from unicodedata import normalize

from debadge.text.lookalikes import as_latin

_MARKS = str.maketrans(dict.fromkeys("™®©℠", " "))  # NFKC would make letters of them: "HikvisionTM"
ESCAPE = "\x1b"  # begins the codes by which terminals colour texts
_CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])?")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_NO_WORD = re.compile(r"[^\w\x1e]|_")


def settled(text: str) -> str:
    """The text in one form of Unicode (NFKC), without marks of trade, codes of terminals and signs that nobody sees."""
    if ESCAPE in text:
        text = _CODES.sub("", text)
    return text if text.isascii() else as_latin(_UNSEEN.sub("", normalize("NFKC", text.translate(_MARKS))))


def words_apart(text: str) -> str:
    """The text with a blank for every sign that is no letter and no digit, and for no record separator."""
    return _NO_WORD.sub(" ", text)
