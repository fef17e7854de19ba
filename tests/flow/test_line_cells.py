"""Of several numbers of a purchase line the one that names somebody is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from debadge.flow.screen_lines import screen_lines
from debadge.flow.world import World

OWN = "301234567"
CAMERA = "DS-2CD2143G2-I"


def answer(world: World, **line: str) -> Mapping[str, Any]:
    return next(screen_lines([line], world))


@pytest.mark.parametrize(
    "line",
    [
        {"manufacturer_part_number": OWN, "material": CAMERA},
        {"manufacturer_part_number": OWN, "part_number": CAMERA},
        {"model": CAMERA, "part_number": OWN},
        {"sku": OWN, "item_code": CAMERA},
        {"manufacturer": "Hikvision", "part_number": OWN, "sku": CAMERA},
    ],
)
def test_number_that_names_somebody_is_used(line: dict[str, str], world: World) -> None:
    told = answer(world, description="dome camera", **line)
    assert (told["maker"], told["model"], told["action"]) == ("hikvision", CAMERA, "buy")


@pytest.mark.parametrize(
    "line",
    [
        {"part_number": OWN, "material": "C6N", "description": "Wi-Fi camera"},
        {"part_number": OWN, "material": "CP1", "description": "dome camera"},
        {"manufacturer": "Bosch", "part_number": OWN, "material": CAMERA, "description": "dome camera"},
    ],
)
def test_number_of_the_buyer_accuses_nobody_by_itself(line: dict[str, str], world: World) -> None:
    assert answer(world, **line)["maker"] in {None, "bosch"}


def test_number_of_the_maker_comes_first(world: World) -> None:
    told = answer(world, mpn="IPC-HDW2431T-AS", material=CAMERA, description="camera")
    assert (told["maker"], told["model"]) == ("dahua", "IPC-HDW2431T-AS")


@pytest.mark.parametrize(
    ("line", "maker", "model"),
    [
        ({"part_number": "DS_2CD2143G2_I", "description": "dome camera"}, "hikvision", CAMERA),
        ({"description": "dome DS_2CD2143G2_I"}, "hikvision", CAMERA),
        ({"part_number": "NVR5216_16P_I", "description": "recorder"}, "dahua", "NVR5216-16P-I"),
    ],
)
def test_underscores_are_read_as_hyphens(
    line: dict[str, str], maker: str | None, model: str | None, world: World
) -> None:
    told = answer(world, **line)
    assert (told["maker"], told["model"]) == (maker, model)
