"""What many tests need: the knowledge that ships, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from debadge.flow.world import World

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


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
