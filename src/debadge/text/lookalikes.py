"""Letters of other alphabets that look like Latin ones, in words that were meant as Latin: "Нikvision" with a Cyrillic Н."""

from __future__ import annotations

import re

# Letters that look like Latin ones, lower case: Cyrillic, then Greek. A word that mixes alphabets was meant as Latin.
_ALIKE = dict(zip("асеорхуіјѕкмнтвгьԁһԛԝӏ", "aceopxyijskmhtbrbdhqwl", strict=True))
_ALIKE |= dict(zip("αεονρτυικχηωβγ", "aeovptuikxnwby", strict=True))
# The same in capitals, where more of them look alike; they are met in capitals before case is folded.
_ALIKE_CAPITALS = dict(zip("АСЕОРХУІЈЅКМНТВЗ", "ACEOPXYIJSKMHTB3", strict=True))
_ALIKE_CAPITALS |= dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True))
_OTHER = re.compile("[\u0370-\u052f]")
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile("[A-Za-z]")


def as_latin(text: str) -> str:
    """Words that mix alphabets, or stand among Latin words and have look-alikes only, in Latin letters."""
    has_latin = any(_LATIN.search(word) and not _OTHER.search(word) for word in _WORD.findall(text))

    def settle(found: re.Match[str]) -> str:
        word = found[0]
        if not _OTHER.search(word):
            return word
        told = "".join(_ALIKE_CAPITALS.get(sign) or _ALIKE.get(sign, sign) for sign in word)
        is_meant = bool(_LATIN.search(word)) or (has_latin and told.isascii())
        return told if is_meant else word

    return _WORD.sub(settle, text)
