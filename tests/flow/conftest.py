"""What tests of screening need: an organisation that asks, and files read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from debadge.flow.asking import Asking, ask
from debadge.flow.world import World
from debadge.sources.interface import ReadContext, Report

Context = Callable[[], ReadContext]


@pytest.fixture(scope="session")
def department(world: World) -> Asking:
    """A federal department of Canada."""
    return ask(world, org="ca-federal-department", beside=(), as_of=date(2026, 11, 23), known_by=None)


@pytest.fixture(scope="session")
def context(world: World) -> Context:
    return lambda: ReadContext(columns=world.columns, report=Report())
