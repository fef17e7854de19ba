"""Calendar files into model types: knowledge/data/calendars/<id>.yaml, written by tools/calendars.py and checked against it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.parties import source_of
from debadge.knowledge.regimes import read_sources
from debadge.model.calendar import Calendar

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_calendars(files: Mapping[str, Any]) -> dict[str, Calendar]:
    """Every calendar by its id.

    Raises:
        KnowledgeError: A file that does not load; names place and remedy.
    """
    return {
        PurePosixPath(path).name: _calendar(PurePosixPath(path).name, v, f"{path}.yaml") for path, v in files.items()
    }


def _calendar(id_: str, value: Any, place: str) -> Calendar:
    node = Node(value, place)
    node.raw("library")  # what the days were written from; tools/calendars.py reads it
    sources = read_sources(node)
    carries = node.words("carries", frozenset(WEEKDAYS), None) if "carries" in node.left else None
    years = {int(year): days for year, days in node.raw("holidays").items()}
    told = Calendar(
        id=id_,
        title=node.texts("title"),
        closed=_numbers(node.words("closed", frozenset(WEEKDAYS))),
        carries=None if carries is None else _numbers(carries),
        holidays=frozenset(_day(node, year, text) for year, days in years.items() for text in days),
        years=range(min(years), max(years) + 1),
        source=source_of(node, sources),
    )
    if sorted(years) != list(told.years):
        raise node.fail("holidays: a year between the first and the last is missing")
    node.done()
    return told


def _numbers(words: tuple[str, ...]) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(word) for word in words)


def _day(node: Node, year: int, text: str) -> date:
    try:
        return date.fromisoformat(f"{year}-{text}")
    except ValueError as bad:
        raise node.fail(f"holidays: `{text}` of {year} is not a month and day, such as 07-01") from bad
