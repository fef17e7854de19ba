"""Rows that are about a person: they are refused, since organisations are screened and natural persons never."""

from __future__ import annotations

import re

from debadge.model.query import Query
from debadge.screen.names.reading import Reader
from debadge.screen.names.words import NameWords
from debadge.text.folding import fold

_MOST_WORDS = 5  # of a bare personal name with its honorific
_MOST_SIGNS = 4  # of a Chinese name before its honorific
_INITIAL = re.compile(r"[^\W\d_][\w'’-]+, [^\W\d_][\w'’-]+(?: [^\W\d_]\.)+")  # "Smith, John A."
_PATRONYMIC = re.compile(r"\w+(?:ович|евич|овна|евна|ovich|evich|ovna|evna)", re.IGNORECASE)
_RUSSIAN = 3  # words of a Russian name in full: family name, given name, patronymic


def is_person(query: Query, reader: Reader) -> bool:
    """Whether the input says so, or the name is one of a person in full, or an honorific and a bare name.

    A bare name has no legal form, no word for what a firm does, no place. An input that says what kind of supplier it is
    decides: "Mr Lube" of kind "company" is compared.
    """
    words = reader.words
    if query.kind:
        return fold(query.kind) in words.person_kinds
    if _is_in_full(query.text.strip()):
        return True
    bare = _without_honorific(query.text, words)
    if not bare or any(map(str.isdigit, query.text)) or "&" in query.text:
        return False
    forms = [form for form in reader.read(bare).forms if form.channel not in ("transliteration", "pinyin")]
    if len(forms) > 1 or any(
        form.removed or form.words in words.end or len(form.words) >= _MOST_WORDS for form in forms
    ):
        return False
    told = {word for form in forms for word in (*form.words, *form.shown)}
    return told.isdisjoint(words.trade | words.places | words.businesses)


def _is_in_full(text: str) -> bool:
    """Whether only a person is written like that: with an initial behind a comma, or with a patronymic."""
    parts = text.split()
    is_russian = len(parts) == _RUSSIAN and all(part.isalpha() for part in parts)
    return bool(_INITIAL.fullmatch(text)) or (is_russian and any(map(_PATRONYMIC.fullmatch, parts)))


def _without_honorific(text: str, words: NameWords) -> str | None:
    """What honorifics stand before, or behind in Chinese; None where there is none."""
    parts = text.split()
    count = 0
    while count < len(parts) - 1 and not words.honorifics.isdisjoint(_spellings(parts[count])):
        count += 1
    if count:
        return " ".join(parts[count:])
    behind = next((one for one in words.honorifics if not one.isascii() and text.strip().endswith(one)), None)
    rest = text.strip().removesuffix(behind).strip() if behind else ""
    return rest if 0 < len(rest) <= _MOST_SIGNS else None


def _spellings(word: str) -> tuple[str, str]:
    first = word.casefold()  # "M." only with its dot: "M Construction" is a firm
    return first, first.rstrip(".")
