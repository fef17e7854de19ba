"""What tests of readers need: the shipped column knowledge, and a way to read some bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from debadge.knowledge.columns import read_columns
from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.sources.interface import EvidenceFile, ReadContext
from debadge.sources.read import FileReading, read_file
from debadge.text.tables import Columns

Read = Callable[..., FileReading]


@pytest.fixture(scope="session")
def columns() -> Columns:
    """The shipped column knowledge."""
    return read_columns({f"columns/{path.stem}": read_yaml(path) for path in (DATA / "columns").glob("*.yaml")})


@pytest.fixture(scope="session")
def context(columns: Columns) -> ReadContext:
    """A person who said nothing."""
    return ReadContext(columns=columns)


@pytest.fixture(scope="session")
def read(context: ReadContext) -> Read:
    """Read some bytes as if they were a file of that name."""

    def reading(content: bytes | str, name: str = "evidence", **said: object) -> FileReading:
        held = content.encode() if isinstance(content, str) else content
        return read_file(EvidenceFile(name=name, held=held), replace(context, **said))  # type: ignore[arg-type]  # a test says what it means

    return reading


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example folders."""
    return Path(__file__).parent.parent.parent / "examples"
