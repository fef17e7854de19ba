"""Days as people write them, in English and French. A day that can be read two ways is not read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from debadge.text.folding import fold

ORDERS = ("dmy", "mdy", "ymd")
"""What a person may say of the order of day, month and year."""

_ISO = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]\d{1,2}:\d{2}.{0,20})?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_PARTIAL = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?")
_THREE = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}[:hH]\d{2}.{0,15})?")
_WORDS = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+)(?: (\d{1,2})(?:er|st|nd|rd|th)?)? (\d{4})")
_MONTHS = (
    ("january", "janvier", "jan", "janv"),
    ("february", "fevrier", "feb", "fevr", "fev"),
    ("march", "mars", "mar"),
    ("april", "avril", "apr", "avr"),
    ("may", "mai"),
    ("june", "juin", "jun"),
    ("july", "juillet", "jul", "juil"),
    ("august", "aout", "aug"),
    ("september", "septembre", "sep", "sept"),
    ("october", "octobre", "oct"),
    ("november", "novembre", "nov"),
    ("december", "decembre", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
OLDEST = date(
    1990, 1, 1
)  # nobody bought such equipment before: an older day fills a field (1900-01-01, 1899-12-30, 1970-01-01)
YEARS_AHEAD = 10  # beyond the day asked about nobody orders: a later one fills a field (2099-12-31, 9999-12-31)
_LAST_YEAR = 2068  # that two digits can name
_FILLS = frozenset({"2000-01-01", "2001-01-01"})  # where clocks and systems begin, and no shop is open
TWO_DIGIT_PIVOT = 69  # 69 to 99 are 1969 to 1999, as POSIX strptime has it; nothing we read is older


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A day with several readings, earliest first."""

    readings: tuple[date, ...]


def read_day(text: str, order: str | None = None) -> str | Ambiguous | None:
    """The day as ISO text (``2024-08-07``, or ``2024-08`` and ``2024`` where no more is said).

    Args:
        text: As seen.
        order: One of `ORDERS`, said by a person or settled by the column; None if nobody knows.

    Returns:
        ISO text, the readings if there are several, or None if this is no day of the calendar.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        day = _day(found[1], found[2], found[3])
        return day.isoformat() if day else None
    if _PARTIAL.fullmatch(text):
        return text
    readings = _readings(text)
    if readings:
        chosen = {readings[order]} if order in readings else set(readings.values()) if order is None else set()
        if len(chosen) == 1:
            return chosen.pop().isoformat()
        return Ambiguous(tuple(sorted(chosen))) if chosen else None
    return _of_words(text)


def fills_a_field(day: str, asked: date | None = None) -> bool:
    """Whether a day (ISO text, or a month or year) stands where a system wants one, and nothing was bought on it.

    Args:
        day: As `read_day` gives it.
        asked: The day asked about, as far as it is known.
    """
    year = int(day[:4])
    return day in _FILLS or not OLDEST.year <= year <= (asked.year + YEARS_AHEAD if asked else _LAST_YEAR)


def settle_order(texts: Iterable[str]) -> str | None:
    """The one order in which every day of a column can be read, if there is exactly one."""
    possible: set[str] | None = None
    for text in texts:
        if found := _readings(text.strip()):
            possible = set(found) if possible is None else possible & set(found)
    return possible.pop() if possible and len(possible) == 1 else None


def _readings(text: str) -> dict[str, date]:
    """Order -> day, for each order that gives a day of the calendar."""
    found = _THREE.fullmatch(text)
    if not found:
        return {}
    first, mark, second, third = found.groups()
    tried = {"dmy": _day(third, second, first), "mdy": _day(third, first, second)}
    if len(third) == 2 and mark == "-":  # 24-08-07: a short ISO day, as written in Quebec
        tried["ymd"] = _day(first, second, third)
    return {order: day for order, day in tried.items() if day}


def _of_words(text: str) -> str | None:
    found = _WORDS.fullmatch(fold(text))
    if not found or found[2] not in _MONTH or (found[1] and found[3]):
        return None
    month = _MONTH[found[2]]
    number = found[1] or found[3]
    if number is None:
        return f"{found[4]}-{month:02}"
    day = _day(found[4], str(month), number)
    return day.isoformat() if day else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(year)
    if len(year) <= 2:
        number += 1900 if number >= TWO_DIGIT_PIVOT else 2000
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
