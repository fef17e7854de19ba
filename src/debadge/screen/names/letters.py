"""Letters to one form, sign by sign: width, case, accents, look-alikes of other alphabets; and other scripts to Latin ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from debadge.text.lookalikes import as_latin

_ODD = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ŀ": "l",
    "ə": "e",
    "ħ": "h",
}
_QUOTES = re.compile("['’‘`´ʼʻ′]")
_ELIDED = re.compile(r"\b([ld]|qu)['’](?=\w)")
_DOTTED = re.compile(r"(?<!\w)(?:\w\.){2,}(?:\w(?!\w))?")

_OTHER = re.compile("[\u0370-\u052f]")
_WORD = re.compile(r"[^\W_]+")

JOINED = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\u3005\uac00-\ud7af\u0e00-\u0e7f\u3200-\u33ff"
"""Signs of scripts without blanks between words: Chinese, Japanese, Korean, Thai."""
HAS_JOINED = re.compile(f"[{JOINED}]")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_FOREIGN_WORD = re.compile("[\u0370-\u1fff]+")
_FOREIGN = re.compile("[\u0370-\u1fff]")  # Greek to the scripts of India and Georgia: letters that are transliterated


class _Plain(dict[int, str]):
    """The plain letter of each sign, worked out when it is met first; marks of other scripts stay."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        told = self[code] = base if base.isascii() else chr(code)
        return told


_MARKS = range(0x300, 0x370)  # combining marks of Latin letters, where no letter has taken them in
_PLAIN = _Plain({ord(sign): letters for sign, letters in _ODD.items()} | dict.fromkeys(_MARKS, ""))


def folded(text: str) -> str:
    """Lower case, plain letters, no apostrophes, no dots inside abbreviations: ``L'Été S.A.`` is ``l ete sa``."""
    if text.isascii():
        text = text.lower()
    else:
        text = unicodedata.normalize("NFKC", text)
        if _OTHER.search(text):
            text = as_latin(text)
        text = text.casefold().translate(_PLAIN)
    if "&" in text:
        text = text.replace("&", " and ")
    if "'" in text or not text.isascii():
        text = _QUOTES.sub("", _ELIDED.sub(r"\1 ", text))
    if "." in text:
        text = _DOTTED.sub(_undotted, text)
    return text


def _undotted(found: re.Match[str]) -> str:
    return found[0].replace(".", "")


HEARD = re.compile("[\u3040-\u30ff]+|[\uac00-\ud7af]+")  # kana; Hangul


def heard_words(text: str, core: str) -> list[str]:
    """Words in scripts that write foreign names by their sound, in Latin letters.

    Args:
        text: A name, or a part of it.
        core: What is left of its signs without blanks.
    """
    runs = (*_FOREIGN_WORD.findall(text), *HEARD.findall(core))
    return [told for run in runs if (told := "".join(_WORD.findall(folded(transliterated(run)))))]


def has_foreign(text: str) -> bool:
    """Whether some letters are of a script that is written with blanks, and is not Latin."""
    return not text.isascii() and bool(_FOREIGN.search(text))


_WITHOUT_VOWELS = re.compile(
    "[\u0590-\u06ff\u0750-\u077f\u0e00-\u0e7f\ufb1d-\ufdff\ufe70-\ufeff]"
)  # Hebrew, Arabic; Thai


def is_unread(text: str) -> bool:
    """Whether most letters are of a script that leaves vowels out, or has no blanks: names of lists are not found by them."""
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * len(_WITHOUT_VOWELS.findall("".join(letters))) > len(letters)


def transliterated(text: str) -> str:
    """In Latin letters, sign by sign; vowels that a script leaves out stay out."""
    return str(_anyascii()(text))


@cache
def _anyascii() -> Any:
    from anyascii import anyascii  # noqa: PLC0415  # loaded only where a name has other letters

    return anyascii


def simplified(text: str) -> str:
    """Chinese in simplified signs."""
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415  # loaded only where a name has Chinese signs

    return OpenCC("t2s")


def spelled(text: str, readings: Mapping[str, str]) -> str:
    """Chinese signs as pinyin in one word, without tones; other signs are left out."""
    for word, reading in readings.items():
        text = text.replace(word, reading)
    return "".join(_WORD.findall(transliterated(text))).lower()


_SYLLABLE = (
    r"(?:[zcs]h?(?:ua?ng|iang|[aeo]ng|ua[in]|[aeui]n|[aeu]i|[aeou]o|[aeiou]|ui|uo|un)|[bpmf](?:iao|ian|[aeo]ng|ing|[aei]n|[aeu]i|[aio][oeu]|[aeiou])"
    r"|[dtnl](?:iang|iong|uan|iao|ian|[aeo]ng|ing|[aeiu]n|[aeu]i|[aeou]o|i[aeu]|ou|[aeiouv]|ue|ve)|[gkh](?:uang|uai|uan|[aeo]ng|[aeu]n|[aeu]i|[aeou]o|ou|u[ao]|[aeou])"
    r"|[jqx](?:iang|iong|iao|ian|ing|uan|[iu]n|i[aeu]|u[e]?|i)|r(?:uan|[aeo]ng|[aeu]n|ui|[aou]o|ou|[eiu])|w(?:[ae]ng|[ae]n|[ae]i|[aou])|y(?:uan|[aio]ng|[aiu]n|[a]o|ou|ue|[aeiou])|[ae][inor]|ang|er|ou)"
)
_SYLLABLES = re.compile(rf"({_SYLLABLE})(?=(?:{_SYLLABLE})*$)")
_ALL_SYLLABLES = re.compile(rf"(?:{_SYLLABLE})+")


def syllables(word: str) -> list[str]:
    """The syllables of pinyin in one word, the longest first; none if it is no pinyin."""
    if not _ALL_SYLLABLES.fullmatch(word):
        return []
    told, at = [], 0
    while at < len(word):
        found = _SYLLABLES.match(word, at)
        if found is None:
            return []
        told.append(found[1])
        at = found.end()
    return told


_PINYIN = (
    ("hs", "x"),
    ("tz", "z"),
    ("ts", "c"),
    ("zh", "j"),
    ("ch", "j"),
    ("q", "j"),
    ("lv", "lu"),
    ("nv", "nu"),
    ("lyu", "lu"),
    ("sh", "x"),
    ("kw", "gu"),
)
_PINYIN_LAST = (("ng", "n"), ("yu", "u"), ("iu", "u"))
_PINYIN_LETTERS = str.maketrans({"v": "u", "z": "j", "c": "j", "s": "x", "w": "", "y": ""})
_KEYS_KEPT = 50_000  # words whose key is kept: some 10 MB


@lru_cache(_KEYS_KEPT)
def pinyin_key(word: str) -> str:
    """A key that the usual confusions of pinyin share: q, ch, zh and j; x, hs and sh; ü, v, yu and u; final n and ng."""
    for old, new in (*_PINYIN, *_PINYIN_LAST):
        word = word.replace(old, new)
    return word.translate(_PINYIN_LETTERS)


_SKELETON = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "8": "b", "|": "l"})


def skeleton(word: str) -> str:
    """A key that look-alikes share: zero and O, one and l and I, rn and m, vv and w."""
    return word.translate(_SKELETON).replace("rn", "m").replace("vv", "w")
