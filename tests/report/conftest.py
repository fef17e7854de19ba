"""What tests of reports need: the catalogue, and one small estate."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.model.assessment import Assessment
from debadge.testing.assessments import assessment
from debadge.text.sentences import Sentences


@pytest.fixture(scope="session")
def english(world: World) -> Sentences:
    return world.sentences("en")


@pytest.fixture(scope="session")
def french(world: World) -> Sentences:
    return world.sentences("fr")


@pytest.fixture(scope="session")
def estate() -> Assessment:
    return assessment()
