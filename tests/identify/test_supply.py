"""Who is behind a badge: by its model number, by the day it was bought, and what would settle it."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject
from debadge.model.words import Basis, Grade

HONEYWELL = {"brand_string": "Honeywell", "device_class_string": "camera"}
MIXED = [
    ("goods of all kinds, kind unknown", {"brand_string": "Honeywell", "model_string": "T6 Pro TH6220WF2006"}, None),
    ("goods of all kinds, a camera", HONEYWELL, "dahua"),
    ("number of the line", {"brand_string": "Advidia", "model_string": "M-46-V"}, "uniview"),
    ("number of the other line", {"brand_string": "Advidia", "model_string": "A-44-IR"}, "hikvision"),
    ("number that excludes the maker", {"brand_string": "Intelbras", "model_string": "VIP 1130 B"}, None),
    ("number of a line of the maker", {"brand_string": "Intelbras", "model_string": "VIP 3230 B"}, "dahua"),
    ("unchecked exclusion only asks", {"brand_string": "LTS", "model_string": "VSIP8822N"}, None),
    ("one number of one line", {"brand_string": "SANNCE", "model_string": "I91FX"}, "tiandy"),
    ("the same badge without it", {"brand_string": "SANNCE"}, None),
    ("the same number on another badge", {"brand_string": "Annke", "model_string": "I91FX"}, "hikvision"),
    ("bought while it was supplied", {**HONEYWELL, "acquired": "2021-03"}, "dahua"),
    ("bought after the supply ended", {**HONEYWELL, "acquired": "2023-03-01"}, None),
    ("bought in the month of its end", {**HONEYWELL, "acquired": "2022-04"}, "dahua"),
    ("installed after, acquired before", {**HONEYWELL, "acquired": "2020", "installed": "2023"}, "dahua"),
]


def identified(world: World, cells: dict[str, str]) -> Identification:
    origin = Origin(tool="test", method="record", locator="x")
    seen = [
        (f"{n}", Observation(subject=Subject(kind="device", ref="x"), field=f, value=v, collected=None, origin=origin))
        for n, (f, v) in enumerate(cells.items())
    ]
    return world.identifier.identify("x", seen)


@pytest.mark.parametrize(("what", "cells", "maker"), MIXED, ids=[row[0] for row in MIXED])
def test_maker_behind_a_badge(what: str, cells: dict[str, str], maker: str | None, world: World) -> None:
    found = identified(world, cells)
    assert found.maker == maker, what
    if maker:
        assert (found.grade, found.basis) == (Grade.POSSIBLE, Basis.INFERRED)


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ({"brand_string": "LTS", "model_string": "VSIP8822N"}, "hikvision"),
        ({**HONEYWELL, "acquired": "2023-03-01"}, "dahua"),
        ({"brand_string": "SANNCE"}, "tiandy"),
    ],
    ids=["unchecked exclusion", "another time", "line not stated"],
)
def test_maker_that_is_not_named_stays_in_question(cells: dict[str, str], asked: str, world: World) -> None:
    assert asked in {c.maker for c in identified(world, cells).candidates}


def test_checked_exclusion_ends_the_question(world: World) -> None:
    found = identified(world, {"brand_string": "Intelbras", "model_string": "VIP 1130 B"})
    assert [c.maker for c in found.candidates] == ["xiongmai"]


def test_mixed_badge_asks_for_the_label(world: World) -> None:
    assert identified(world, {"brand_string": "Honeywell"}).asks == ("fcc_id", "ic_number", "label")


def test_nothing_is_asked_where_the_unit_itself_shows_its_maker(world: World) -> None:
    found = identified(world, {"brand_string": "Honeywell", "serial_string": "7F03A1CPAG5D2E9"})
    assert (found.maker, found.basis, found.asks) == ("dahua", Basis.OBSERVED, ())


def test_model_number_of_a_badge_says_nothing_beside_another(world: World) -> None:
    found = identified(world, {"brand_string": "Axis", "model_string": "M-46-V"})
    assert all(e.signal != "line-advidia-2" for e in (*found.because, *found.against))
