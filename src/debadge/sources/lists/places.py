"""Addresses as lists write them: several in one text, a country at the end as a code or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from debadge.model.listing import Address
from debadge.model.published import Reading
from debadge.text.folding import fold

_JOINT = re.compile(r";\s*(?:and\s+)?")
_MAX = 200  # addresses of one row; the Entity List has 49


def addresses_of(text: str, reading: Reading) -> Iterator[Address]:
    """Every address of a cell. The city is not said apart, so it is not told apart."""
    parts = [part for part in _JOINT.split(text, _MAX) if fold(part)]
    for part in parts:
        yield Address(text=part.strip(" ,"), country=country_of(part.strip(" ,.").rpartition(",")[2], reading))


def country_of(text: str, reading: Reading) -> str | None:
    """The code of a country; None if this is not one that we know."""
    text = text.strip()
    if re.fullmatch("[A-Z]{2}", text):
        return text
    return reading.countries.get(fold(text))


def city_of(text: str) -> str | None:
    """The city of "Grand Cayman KY1-1104" or "Shenzhen, Guangdong"; words with digits are postal codes."""
    words = [word for word in text.partition(",")[0].split() if not any(sign.isdigit() for sign in word)]
    return " ".join(words) or None
