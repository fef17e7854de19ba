"""The two example folders hold the same estate, kept tidily and untidily."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from debadge.sources.interface import ReadContext
from debadge.sources.read import FileReading, read_all

CANARY = "canary-pw-7Q2"


@pytest.fixture(scope="module")
def tidy(examples: Path, context: ReadContext) -> list[FileReading]:
    return list(read_all([examples / "harbour-office"], context))


@pytest.fixture(scope="module")
def untidy(examples: Path, context: ReadContext) -> list[FileReading]:
    return list(read_all([examples / "untidy"], context))


def units(readings: list[FileReading]) -> Counter[str]:
    """Units of tables by format and kind."""
    told: Counter[str] = Counter()
    for reading in readings:
        counts = {seen.subject.row: int(seen.value) for seen in reading.observations if seen.field == "quantity"}
        kinds = {seen.subject.row: seen.subject.kind for seen in reading.observations if seen.subject.row}
        for row, kind in kinds.items():
            told[f"{reading.record_kind} {kind}"] += counts.get(row, 1)
    return told


def test_every_file_is_read(tidy: list[FileReading], untidy: list[FileReading]) -> None:
    assert [reading.error for reading in [*tidy, *untidy]] == [None] * 10


def test_both_give_the_same_units(tidy: list[FileReading], untidy: list[FileReading]) -> None:
    assert units(tidy) == units(untidy)
    assert units(tidy)["purchase_orders lot"] == 40


def test_both_accept_and_reject_as_many_records(tidy: list[FileReading], untidy: list[FileReading]) -> None:
    for readings in (tidy, untidy):
        assert (sum(r.accepted for r in readings), sum(r.rejected for r in readings)) == (16 + 21 + 16 + 4 + 2, 1)


def test_both_have_the_same_days_and_keys(tidy: list[FileReading], untidy: list[FileReading]) -> None:
    def told(readings: list[FileReading]) -> set[tuple[str | None, str, str]]:
        return {
            (seen.subject.ref, seen.field, seen.value)
            for reading in readings
            for seen in reading.observations
            if seen.field in {"acquired", "installed", "serial_string", "order_number", "order_line", "asset_tag"}
        }

    assert told(tidy) == told(untidy)


def test_rejected_row_is_where_it_is_expected(tidy: list[FileReading], untidy: list[FileReading]) -> None:
    assert [reject.locator for reading in [*tidy, *untidy] for reject in reading.rejects] == [
        "asset-register.csv:16",
        "registre.xlsx:Siège!19",
    ]


def test_both_discovery_files_give_equal_observations(tidy: list[FileReading], untidy: list[FileReading]) -> None:
    one, two = (
        {seen.id() for reading in readings if reading.format == "observations" for seen in reading.observations}
        for readings in (tidy, untidy)
    )
    assert one == two


def test_password_column_is_dropped_and_told(untidy: list[FileReading]) -> None:
    assert [reading.dropped for reading in untidy if reading.name == "registre.xlsx"] == [("Mot de passe / Password",)]
    assert CANARY not in repr(untidy)


def test_sweep_tells_what_was_looked_at(tidy: list[FileReading]) -> None:
    (sweep,) = (sweep for reading in tidy for sweep in reading.sweeps)
    assert (len(sweep.looked_at), sweep.up, sweep.down, sweep.complete) == (127, 16, 111, True)
    assert (sweep.targets, sweep.excluded) == (("192.0.2.0/25",), ("192.0.2.126",))
