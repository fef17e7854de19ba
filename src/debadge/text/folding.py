"""One form of a heading or word for comparing: no case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "№": "no"})
_HYPHENS = {0x2010: "-", 0x2011: "-", 0xFEFF: None, 0x200B: None}
_NUMBER_SIGN = re.compile(r"(?<!\w)[nN][°º]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case words without accents, joined by single blanks: ``N° de série`` is ``no de serie``."""
    text = _NUMBER_SIGN.sub("no ", text).casefold().translate(_LIGATURES)
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """As `fold`, for names of elements and keys: ``DeviceVerificationCode`` is three words."""
    return fold(_CAMEL.sub(" ", name))


def tidy(text: str) -> str:
    """The text in one form: accents on their letters, single blanks, plain hyphens, no marks of byte order."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_HYPHENS).split())


class _Plain(dict[int, str]):
    """The plain letter of each sign, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        letter = self[code] = base if len(base) == 1 else chr(code)
        return letter


_PLAIN = _Plain({ord(sign): letter for sign, letter in {"œ": "o", "Œ": "o", "æ": "a", "Æ": "a", "\u2019": "'"}.items()})


def plain(text: str) -> str:
    """The text in plain letters, sign for sign, so that places in it stay the same: ``Équipé`` is ``equipe``."""
    return text.translate(_PLAIN)
