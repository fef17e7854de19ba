"""What tests of purchase lines need: a way to read some bytes as lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from debadge.model.observation import Reject, Skip
from debadge.model.purchase import PurchaseLine
from debadge.sources.interface import ReadContext, Report
from debadge.sources.purchases.lines import LineReader
from debadge.sources.purchases.read import read_rows
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.opening import bytes_source
from debadge.text.tables import Columns


@dataclass(frozen=True, slots=True)
class Taken:
    """What one source gave."""

    answers: list[PurchaseLine | Reject]
    skips: list[Skip]
    batches: list[Rows]
    report: Report

    @property
    def lines(self) -> list[PurchaseLine]:
        return [told for told in self.answers if isinstance(told, PurchaseLine)]

    @property
    def rejects(self) -> list[tuple[str, str]]:
        return [(told.locator, told.reason) for told in self.answers if isinstance(told, Reject)]

    @property
    def line(self) -> PurchaseLine:
        (only,) = self.lines
        return only

    def notes(self) -> list[str]:
        return [note.reason for note in self.report.notes]


Take = Callable[..., Taken]


@pytest.fixture(scope="session")
def take(columns: Columns) -> Take:
    """Read some bytes as if they were a file of that name."""

    def taking(content: bytes | str, name: str = "po.csv", **said: object) -> Taken:
        held = content.encode() if isinstance(content, str) else content
        context = ReadContext(columns=columns, report=Report(), **said)  # type: ignore[arg-type]  # a test says what it means
        taken = Taken([], [], [], context.report)
        reader = LineReader(context)
        for rows in read_rows(bytes_source(held, name), context):
            taken.batches.append(rows)
            taken.answers.extend(reader.lines(rows))
            taken.skips.extend(told for _, told in rows.told if isinstance(told, Skip))
        return taken

    return taking


@pytest.fixture(scope="session")
def synthetic() -> Path:
    """Lists written by hand."""
    return Path(__file__).parent / "synthetic"
