"""Numbers of registers that stand beside a name, in every form that files and programs write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from debadge.flow.asked_names import names_at_hand, names_of_source
from debadge.flow.read import Reading, rows_context
from debadge.flow.screening import screen_names
from debadge.flow.world import World
from debadge.model.listing import ListedName, ListRow, Snapshot
from debadge.sources.streaming.opening import bytes_source

NUMBER, DAY = "91330000733796106P", date(2026, 11, 22)
ROW = ListRow(list="own", ref="1", names=(ListedName(text="Crake Optics"),), identifiers=(("uscc", NUMBER),))


@pytest.mark.parametrize("key", ["identifiers", "identifier"])
@pytest.mark.parametrize(
    "told",
    [
        NUMBER,
        [NUMBER],
        ["7", NUMBER],
        f"1234567; {NUMBER}",
        f"1234567|{NUMBER}",
        f"1234567,{NUMBER}",
        f"USCC: {NUMBER}",
        {"uscc": NUMBER},
        {"cnpj": NUMBER},
        {"cnpj": ["7", NUMBER]},
        [{"scheme": "uscc", "id": NUMBER}],
    ],
)
def test_number_in_any_form_is_compared(key: str, told: Any, world: World) -> None:
    lists = (
        Snapshot(list="own", digest="ab" * 32, published=DAY, imported=DAY, count=1, persons=0, files=(), rows=(ROW,)),
    )
    (answer,) = screen_names([{"query": "Owl Roofing", key: told}], world, lists, DAY)
    assert (answer["answer"], answer["channel"]) == ("listed", "identifier")


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ({"identifiers": {"cnpj": "1", "bn": "2"}}, ("2", "1")),
        ({"identifiers": [{"scheme": "cnpj", "id": "1", "legalName": "Owl"}, {"id": "2"}]}, ("1", "2")),
        ({"uscc": ["1", "2"]}, ("1", "2")),
        ({"Siren": "1", "CRN": "2"}, ("1", "2")),
        ({"identifiers": 7}, ("7",)),
        ({"id": "7"}, ()),
    ],
)
def test_every_number_is_asked_about_once(told: Mapping[str, Any], numbers: tuple[str, ...], world: World) -> None:
    (query,) = names_at_hand([{"query": "Owl", **told}], world)
    assert sorted(query.identifiers) == sorted(numbers)


@pytest.mark.parametrize("mapping", [("identifiers=Whatever",), ()])
def test_column_of_numbers_is_read_by_its_heading_or_as_it_is_mapped(mapping: tuple[str, ...], world: World) -> None:
    heading = "Whatever" if mapping else "Identifiers"
    context = rows_context(world, Reading(mapping=mapping), "parties")
    source = bytes_source(f"Name,{heading}\nOwl,1 2; 3\n".encode(), "a.csv")
    assert next(names_of_source(source, context, world)).identifiers == ("1 2", "3")
