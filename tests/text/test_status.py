"""What a status says about use; a wrong "not used" would hide a unit, a wrong "used" would accuse its keeper."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.text.status import idle_pattern, is_idle


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
    ],
)
def test_kept_and_not_used(status: str, world: World) -> None:
    words = world.vocabulary.ordered
    assert is_idle(status, idle_pattern(words["idle_words"], words["in_use_words"]))


@pytest.mark.parametrize(
    "status",
    [
        *(
            "In use",
            "En service",
            "installed",
            "Active",
            "",
            "to be removed",
            "not retired",
            "pas débranchée",
            "Sparerib",
        ),
        *(
            "Removed from storage, in use",
            "En stock jusqu'en 2023, installée depuis",
            "storage room camera, in service",
        ),
    ],
)
def test_in_use_or_not_said(status: str, world: World) -> None:
    words = world.vocabulary.ordered
    assert not is_idle(status, idle_pattern(words["idle_words"], words["in_use_words"]))
