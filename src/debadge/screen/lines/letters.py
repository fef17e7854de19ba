"""A text as every reading of lines takes it: full-width letters narrow, look-alikes Latin, marks and codes out of the way."""

from __future__ import annotations

import re
from unicodedata import normalize

from debadge.text.lookalikes import as_latin

_MARKS = str.maketrans(dict.fromkeys("™®©℠", " "))  # NFKC would make letters of them: "HikvisionTM"
ESCAPE = "\x1b"  # begins the codes by which terminals colour texts
_CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])?")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_BLANKS = str.maketrans(dict.fromkeys("~`|\\•·—", " "))  # what catalogues write in place of a blank
_STAR = re.compile(r"\*(?!\s?\d{1,3}(?![\w.-]))")  # "CAMERA*IP*DS-2CD…", and not "camera*12"
_GLUED = re.compile(
    r"(?<![\w.-])\d{1,3}[xX×](?=[A-Z]{2,4}-?\d)"  # a count: "2xDS-2CD…"
    r"|(?<![^\W_])[^\W\d_]{1,6}[.#](?=[A-Z]{2,4}-\d)"  # a label: "réf.DS-2CD…", and no host: "www.TP-Link.com"
    r"|(?<=[^\W\d_]{3})_(?=[A-Z]{1,4}-?\d)"  # a word: "CAMERA_DS-2CD…"
)
"""What stands right before a number and is no part of it."""
_NO_WORD = re.compile(r"[^\w\x1e]|_")


def settled(text: str) -> str:
    """The text in one form of Unicode (NFKC), without marks of trade, codes of terminals and signs that nobody sees."""
    if ESCAPE in text:
        text = _CODES.sub("", text)
    text = _GLUED.sub(_parted, _STAR.sub(" ", text.translate(_BLANKS)))
    return text if text.isascii() else as_latin(_UNSEEN.sub("", normalize("NFKC", text.translate(_MARKS))))


def _parted(hit: re.Match[str]) -> str:
    return " " if hit[0] == "_" else f"{hit[0]} "


def words_apart(text: str) -> str:
    """The text with a blank for every sign that is no letter and no digit, and for no record separator."""
    return _NO_WORD.sub(" ", text)
