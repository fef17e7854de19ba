"""Lines that a program hands over: keys are read as headings are, and what is no line is refused in its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from debadge.flow.screen_lines import screen_lines
from debadge.flow.world import World


class Silent:
    """Does not say what it is."""

    def __str__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (None, "line_not_object"), (5, "line_not_object"), (b"Hikvision", "line_not_object"), (["Hikvision"], "line_not_object"),
        (Silent(), "line_not_object"), ({}, "line_without_text"), ({"descripton": "Hikvision"}, "line_without_text"),
        ({"Qty": 2, "supplier": "Owl Ltd."}, "line_without_text"), ({"description": 5}, "line_no_description"),
        ({"Description": True}, "line_no_description"), ({"description": b"Hikvision"}, "line_of_bytes"),
        ({"description": "x" * 70_000}, "cell_too_long"),
    ],
)  # fmt: skip
def test_what_is_no_line_is_refused_in_its_place(bad: Any, reason: str, world: World) -> None:
    told = list(screen_lines(["Hikvision camera", bad, {"description": "Dahua camera"}], world))
    assert [one["line"] for one in told] == [1, 2, 3]
    assert told[1]["rejected"]["reason"] == reason
    assert (told[0]["maker"], told[2]["maker"]) == ("hikvision", "dahua")
    assert world.sentences("fr").say(reason, **told[1]["rejected"]["given"])


@pytest.mark.parametrize("lines", ["Hikvision camera", b"", {"description": "Hikvision camera"}])
def test_one_line_alone_is_wrong_use(lines: Any, world: World) -> None:
    with pytest.raises(TypeError, match="several"):
        screen_lines(lines, world)


@pytest.mark.parametrize(
    ("line", "quantity"),
    [
        ({"Description": "Hikvision camera", "Qty": 2}, 2), ({"Désignation": "Caméra Hikvision", "Quantité": "1 200"}, 1200),
        ({"description": ["Camera", "Hikvision"], "quantity": 1.234}, 1.234),
        ({"item": {"description": "Hikvision camera"}}, None),
        ({"Item Description": "Hikvision camera", "Quantity": Decimal(3)}, 3), ("Hikvision camera", None),
        ({"description": ("Hikvision camera",), "quantity": 10**30, "ordered": date(2024, 8, 7)}, None),
        ({"maker": "Hikvision", "part_number": "DS-2CD2143G2-I", "made_in": "China", "ship_from": "CN"}, None),
    ],
)  # fmt: skip
def test_keys_are_headings(line: Any, quantity: float | None, world: World) -> None:
    (told,) = screen_lines([line], world)
    assert (told["maker"], told["quantity"]) == ("hikvision", quantity)


def test_lines_with_other_keys_stand_beside_each_other(world: World) -> None:
    several = [{"description": "Hikvision camera", f"k{n}": "x"} for n in range(1_200)]
    assert {one["maker"] for one in screen_lines(several, world)} == {"hikvision"}


def test_place_of_the_caller_is_told(world: World) -> None:
    (told,) = screen_lines([{"description": "Lamp", "locator": "orders/7"}], world)
    assert told["locator"] == "orders/7"
