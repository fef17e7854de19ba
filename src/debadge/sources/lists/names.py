"""Names as lists write them: damage undone, other facts taken out, aliases apart. What was written stays findable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from debadge.model.listing import ListedName
from debadge.model.published import Reading
from debadge.text.folding import fold
from debadge.text.following import names_following

_RUN = re.compile(r"[\u0080-\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{2,}")  # what bytes beyond ASCII look like in cp1252
_READ_WRONGLY = 2  # times that a text may have gone through it
_LOST = re.compile(r"(?<=[^\W\d])\?(?=[^\W\d])|\ufffd")  # a letter or apostrophe that some program could not write
_ACRONYM = re.compile(r".{4,} \(([A-Z][A-Z0-9&-]{1,7})\)")
_AND = re.compile(r"^(?:and|&) +", re.IGNORECASE)
_TIMES = 4  # facts that are taken out of one name
MAX_NAME = 1_000  # characters; the longest name of the Entity List has 420


@dataclass(slots=True)
class Told:
    """What one text of names says."""

    names: list[ListedName] = field(default_factory=list)
    terms: dict[str, list[str]] = field(default_factory=dict)  # listed_under, reaches


def repaired(text: str, reading: Reading) -> str:
    """The text with a wrong encoding undone, where that gives sound text; other damage as the facts say."""
    if not text.isascii():
        for _ in range(_READ_WRONGLY):
            text, before = _RUN.sub(_read_back, text), text
            if text == before:
                break
        for damage, sound in reading.damaged.items():
            text = text.replace(damage, sound)
    return " ".join(text.split())


def _read_back(found: re.Match[str]) -> str:
    """UTF-8 that somebody read as a Western code page, read as UTF-8; what is no UTF-8 was meant so."""
    try:
        return b"".join(map(_byte, found[0])).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(sign: str) -> bytes:
    """The byte of a sign in the Western code page; five that it leaves free are taken as they are."""
    return sign.encode("latin-1" if "\x80" <= sign <= "\x9f" else "cp1252")


def has_lost(text: str) -> bool:
    """Whether a character of a name was lost; what it was, nobody can say."""
    return bool(_LOST.search(text))


def announced(text: str, reading: Reading) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What stands before "the following four aliases:", and each name behind it with its kind; else the text alone."""
    told = reading.following
    return names_following(text, told.pattern, told.between) if told else (text, ())


def apart(text: str) -> Iterator[str]:
    """The names of a cell that joins them with semicolons; those in brackets are not joints."""
    start = depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")" and depth > 0)
        if sign == ";" and depth == 0:
            yield from _one(text[start:at])
            start = at + 1
    rest = text[start:]
    yield from (name for part in rest.split(";") for name in _one(part)) if depth else _one(rest)


def _one(text: str) -> Iterator[str]:
    name = _AND.sub("", text.strip(" ,")).strip(" ,")
    if fold(name):
        yield name


def names_of(text: str, kind: str, reading: Reading) -> Told:
    """The names inside one name: itself, aliases, former names; and what else it tells.

    A further name that is a mere splinter ("Ltd.", "JSC", "and") names nobody and is left out.
    """
    told, names = Told(), [(text.strip(" ,;"), kind)]
    for _ in range(_TIMES):
        names, before = [name for one in names for name in _opened(*one, told, reading)], names
        if names == before:
            break
    for name, what in names:
        if what != "primary" and fold(name) in reading.fragments:
            continue
        told.names.append(ListedName(text=name, kind=what))
        if (found := _ACRONYM.fullmatch(name)) and fold(found[1]) not in reading.fragments:
            told.names.append(ListedName(text=found[1], kind="weak"))
    return told


def _opened(text: str, kind: str, told: Told, reading: Reading) -> Iterator[tuple[str, str]]:
    """(name, kind) of the names in a text by the first pattern that fits it; itself where none does."""
    for way in reading.embedded if len(text) <= MAX_NAME else ():
        if not (found := way.pattern.fullmatch(text)):
            continue
        parts = {name: part.strip() for name, part in found.groupdict().items() if part and part.strip()}
        for group, term in (("other", "listed_under"), ("told", "reaches")):
            if group in parts and parts[group] not in told.terms.setdefault(term, []):
                told.terms[term].append(parts[group])
        yield (f"{parts['other']}, {parts['alias']}" if way.whole else parts["name"]), kind
        yield from ((parts[group], group) for group in ("alias", "former") if group in parts)
        return
    yield text, kind


def without_repeats(names: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """The names in their order, each once, under its first kind."""
    once: dict[str, ListedName] = {}
    for name in names:
        once.setdefault(name.text, name)
    return tuple(once.values())


def joined(terms: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Several values of one term as one text."""
    return {term: "; ".join(values) for term, values in terms.items()}
