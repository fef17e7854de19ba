"""Who owned a badge on which day."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.world import World


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2011-12-31", []),
        ("2012-01-01", ["flir"]),
        ("2017-12-31", ["flir"]),
        ("2018-01-01", ["dahua"]),
        ("2022-11-23", ["dahua"]),
        ("2022-11-24", ["dahua", "skywatch"]),  # the day of the sale
        ("2022-11-25", ["skywatch"]),
    ],
)
def test_lorex_changed_hands_in_2012_2018_and_2022(day: str, wanted: list[str], world: World) -> None:
    on = date.fromisoformat(day)
    owners = [
        tie.owner
        for tie in world.law.parties["lorex"].ties
        if (tie.start is None or tie.start <= on) and (tie.until is None or on <= tie.until)
    ]
    assert owners == wanted
