"""The days on which a purchase may have been made: a month or a year has many, a day that reads in two ways has two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from debadge.model.days import Window
from debadge.text.dates import Ambiguous, fills_a_field, read_day

SOURCES = ("line", "question", "unread")
"""Where a day comes from: the line, the question where the line has none, the question since that of the line is none."""


@dataclass(frozen=True, slots=True)
class OrderDays:
    """Days on which rules are asked, earliest first."""

    days: tuple[date, ...]
    source: str  # one of SOURCES


@lru_cache(maxsize=16384)
def order_days(text: str | None, asked: date) -> OrderDays:
    """The days that a line's text stands for.

    Args:
        text: As written; None where the line says nothing.
        asked: The day of the question, which counts where the line tells none.

    Returns:
        One day; or of a month, a year or a doubtful day the first of every month in it and its last, since rules change.
        A day that only fills a field, 1900-01-01, is unread: it must not clear what is bought now.
    """
    if not text:
        return OrderDays((asked,), "question")
    match read_day(text):
        case None:
            return OrderDays((asked,), "unread")
        case Ambiguous(readings):
            days = tuple(day for day in readings if not fills_a_field(day.isoformat(), asked))
            return OrderDays(days, "line") if days else OrderDays((asked,), "unread")
        case told if fills_a_field(told, asked):
            return OrderDays((asked,), "unread")
        case told:
            return OrderDays(tuple(_asked_in(Window.parse(told))), "line")


def _asked_in(window: Window) -> Iterator[date]:
    day = window.earliest
    while day < window.latest:
        yield day
        day = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    yield window.latest
