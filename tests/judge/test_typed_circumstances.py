"""Circumstances of records as people write them, typed for the rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from debadge.flow.world import World
from debadge.model.days import Window


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("purpose", "public safety", ("public_safety",)),
        ("purpose", "Sécurité publique", ("public_safety",)),
        ("site_class", "SECRET", ("secret",)),
        ("controller", "le bailleur", "landlord"),
        ("funding", "federal grant", ("federal_grant",)),
        ("made_in", "China", "CN"),
        ("ship_from", "États-Unis", "US"),
        ("controlled_us_content", "Oui", True),
        ("on_core_network", "no", False),
        ("claims", "interconnection, no_routing", ("interconnection", "no_routing")),
        ("acquired", "2024-08", Window(date(2024, 8, 1), date(2024, 8, 31))),
        ("purpose", "decoration", None),
        ("made_in", "Mars", None),
        ("routes_traffic", "perhaps", None),
        ("acquired", "soon", None),
    ],
)
def test_circumstance_is_read_as_people_write_it(fact: str, text: str, value: Any, world: World) -> None:
    assert world.words.value(fact, text) == value
