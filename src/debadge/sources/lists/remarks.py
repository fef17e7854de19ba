"""Remarks of OFAC rows: a list joined with semicolons, each part a label and a value, repeats after ``alt.``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from debadge.model.listing import ListedName
from debadge.model.published import Reading
from debadge.text.dates import read_day
from debadge.text.following import without_stop

_PERSON = re.compile(r"\b(?:alt\. )?(?:DOB|POB|Date of Birth|Place of Birth)\b|\bGender (?:Male|Female)\b")
_NAME = re.compile(r"(?:alt\. )?(a\.k\.a\.|f\.k\.a\.|n\.k\.a\.|Issuer Name),? (?:'(.+)'\.?|(.+))")
_KINDS = {
    "a.k.a.": "weak",
    "f.k.a.": "former",
    "n.k.a.": "alias",
    "Issuer Name": "alias",
}  # quoted a.k.a. are weak ones
_COUNTRY = re.compile(r"\s*\([A-Z][A-Za-z .,']+\)$")
_MAX_VALUE = 80  # characters of an identifier


@dataclass(slots=True)
class Remarks:
    """What the remarks of a row tell."""

    person: bool = False
    names: list[ListedName] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    days: dict[str, str] = field(default_factory=dict)  # term -> ISO day
    linked: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def remarks_of(text: str, reading: Reading) -> Remarks:
    """The parts of the remarks, each understood or kept as written."""
    told = Remarks(person=bool(_PERSON.search(text)))
    for part in _parts(text):
        if not _understood(part, told, reading):
            told.rest.append(part)
    return told


def _parts(text: str) -> Iterator[str]:
    for part in text.split(";"):
        bare = part.strip()
        if bare:
            yield bare


def _understood(part: str, told: Remarks, reading: Reading) -> bool:
    bare = part.removeprefix("alt. ")
    if found := _NAME.fullmatch(part):
        told.names.append(ListedName(text=found[2] or without_stop(found[3]), kind=_KINDS[found[1]]))
        return True
    if bare.startswith("Linked To:"):
        told.linked.append(without_stop(bare.removeprefix("Linked To:").strip()))
        return True
    return identifier(bare, told.identifiers, reading) or _day(bare, told, reading)


def identifier(text: str, into: list[tuple[str, str]], reading: Reading) -> bool:
    """Whether the text is a label of an identifier that we know and its value, as ``ISIN CNE100000PM8`` or ``ISIN, …``."""
    for label, scheme in reading.identifiers:
        if text.startswith(label) and text[len(label) : len(label) + 1] in {" ", ","}:
            value = _COUNTRY.sub("", without_stop(text[len(label) :].strip(" ,#")))
            value = re.sub(r", [A-Z]{2}$", "", value)
            if value and len(value) <= _MAX_VALUE and (scheme, value) not in into:
                into.append((scheme, value))
            return bool(value)
    return False


def _day(text: str, told: Remarks, reading: Reading) -> bool:
    for label, term in reading.days:
        if text.startswith(label):
            day = read_day(without_stop(text[len(label) :].strip()))
            if isinstance(day, str):
                told.days[term] = day
                return True
    return False
