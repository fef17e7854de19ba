"""What many tests need: the knowledge that ships, loaded once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from debadge.flow.world import World

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
settings.register_profile("same", derandomize=True)  # the same cases every time: what one machine finds, all find
settings.register_profile("new", derandomize=False)
settings.load_profile("new" if os.environ.get("DEBADGE_PROVE") == "1" else "same")


@pytest.fixture(scope="session")
def world() -> World:
    """The shipped facts."""
    return World.load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Third-party samples; tests that use them are skipped where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("third-party samples are not here")
    return SHARED
