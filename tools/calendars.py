"""Write the days of the calendars from the `holidays` library; a test holds the files to what this writes.

The days are facts of the pack, so that a run gives the same day whatever version of a library is installed where it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import holidays as library

from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml

YEARS = range(2015, 2041)
BEGIN = "holidays:\n"


def files() -> list[Path]:
    """The calendar files."""
    return sorted((DATA / "calendars").glob("*.yaml"))


def days(asked: dict[str, Any]) -> Iterator[date]:
    """The holidays that the library knows and the law counts: all, or those named."""
    names = asked.get("names")
    found = library.country_holidays(
        asked["country"],
        subdiv=asked.get("subdivision"),
        years=YEARS,
        observed=True,
        categories=("public", "government", "optional") if names else ("public",),
    )
    for day, told in sorted(found.items()):
        if day.year in YEARS and (names is None or any(_is(name, day, names) for name in told.split("; "))):
            yield day


def _is(name: str, day: date, names: list[str]) -> bool:
    """Of the days on which a Canadian holiday is observed the law counts one: 2 July, when the first is a Sunday."""
    bare = name.removesuffix(" (observed)")
    return bare in names and (name == bare or (bare == "Canada Day" and day.day == 2))  # Holidays Act, s. 2


def written(path: Path) -> str:
    """The text that a file should have: its own head, and the days."""
    text = path.read_text("utf-8")
    by_year: dict[int, list[str]] = {year: [] for year in YEARS}
    for day in days(read_yaml(path)["library"]):
        by_year[day.year].append(f'"{day:%m-%d}"')
    rows = "".join(f"  {year}: [{', '.join(several)}]\n" for year, several in by_year.items())
    return text[: text.index(BEGIN)] + BEGIN + rows


def main() -> int:
    """Write the days of every file."""
    for path in files():
        path.write_text(written(path), "utf-8")
    print(f"{len(files())} calendars, {YEARS[0]} to {YEARS[-1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
