"""What a status says about use; a wrong "not used" would hide a unit, a wrong "used" would accuse its keeper."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.text.status import Statuses, Use


@pytest.fixture(scope="module")
def statuses(world: World) -> Statuses:
    return world.words.statuses


@pytest.mark.parametrize(
    "status",
    [
        *(
            "Débranchée",
            "Entreposée",
            "Retiré du service",
            "Retirées du service",
            "Éliminée 2024",
            "En stock",
            "hors service",
        ),
        *(
            "In storage",
            "SPARE",
            "Not in use",
            "Disposed",
            "Removed 2023-04-05",
            "retired",
            "Unplugged (room 4)",
            "non utilisée",
        ),
        *("Stock", "Warehouse", "On order", "Not yet installed", "Pas encore installée", "No longer in use", "Stockée"),
        *("Returned to supplier", "Sold", "Donated 2024", "Destroyed", "Stolen", "Remplacée par C-12", "Inactive"),
    ],
)
def test_kept_and_not_used(status: str, statuses: Statuses) -> None:
    assert statuses.use(status) is Use.NO


@pytest.mark.parametrize(
    "status",
    [*("In use", "En service", "installed", "Active", "", "Bon état", "Deployed", "OK", "Opérationnelle", "live")],
)
def test_in_use(status: str, statuses: Statuses) -> None:
    assert statuses.use(status) is Use.YES


@pytest.mark.parametrize(
    "status",
    [
        *("Stored footage server", "Disposed? no", "Sparerib", "to be removed", "not active", "Zone 4", "under review"),
        *("Removed from storage, in use", "En stock jusqu'en 2023, installée depuis", "Storage room camera - live"),
        *(
            "never used",
            "Received - not installed",
            "jamais utilisé",
            "plus en usage",
            "Used (in storage)",
            "sold (paid)",
        ),
        *("installed 2019; removed 2024", "was in use", "Online until 2023", "in use?", "fonctionne pas"),
    ],
)
def test_what_is_not_understood_or_doubted_is_open(status: str, statuses: Statuses) -> None:
    assert statuses.use(status) is Use.UNKNOWN
