"""The days of the calendars are what the holidays library says, and what the law counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tools.calendars import files, written

from debadge.flow.world import World


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_days_are_those_that_the_library_knows(path: Path) -> None:
    assert path.read_text("utf-8") == written(path), "run: python -m tools.calendars"


def test_every_duty_names_a_calendar_that_there_is(world: World) -> None:
    named = {duty.calendar for regime in world.law.regimes.values() for duty in regime.duties if duty.calendar}
    assert named <= set(world.law.calendars)


@pytest.mark.parametrize(
    ("calendar", "day", "counts"),
    [
        ("ca-federal", date(2026, 9, 30), True),
        ("ca-federal", date(2020, 9, 30), False),  # since 2021
        ("ca-federal", date(2026, 12, 26), False),  # no holiday of the Interpretation Act
        ("ca-federal", date(2026, 4, 6), True),  # Easter Monday
        ("ca-qc", date(2026, 6, 24), True),
        ("ca-qc", date(2026, 11, 11), False),
        ("ca-qc", date(2029, 7, 2), True),  # the first is a Sunday
        ("uk", date(2022, 9, 19), True),
        ("us-federal", date(2026, 7, 3), True),
    ],
)
def test_holidays_are_those_of_the_law(world: World, calendar: str, day: date, *, counts: bool) -> None:
    assert (day in world.law.calendars[calendar].holidays) is counts
