"""Every sample beside its expected reading. Write the expected file by hand, or print it and check every line of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from debadge.model.observation import Observation, Reject, Skip
from debadge.sources.discover import formats
from debadge.sources.interface import Item
from debadge.sources.read import FileReading

HERE = Path(__file__).parent
SAMPLES = sorted(path for path in HERE.glob("*/*") if path.is_file() and not path.name.endswith(".expected.json"))
CANARY = "canary-pw"


def plain(reading: FileReading) -> dict[str, Any]:
    """The reading in the form of an expected file."""
    notes = [[note.locator, note.reason, dict(note.given)] for note in reading.notes]
    return {
        "format": reading.format,
        "error": reading.error.plain() if reading.error else None,
        "accepted": reading.accepted,
        "items": list(_items(reading.items)),
        "dropped": list(reading.dropped),
        "cut": list(reading.cut),
        "left_over": list(reading.left_over),
        "notes": notes,
    }


def _items(items: Any) -> Iterator[Any]:
    for (kind, at), group in groupby(items, key=_place):
        for item in [list(group)] if kind == "observation" else [[one] for one in group]:
            yield {"at": at, **_told(item)}


def _place(item: Item) -> tuple[str, str]:
    match item:
        case Observation():
            return "observation", item.origin.locator
        case Reject() | Skip():
            return "other", item.locator


def _told(items: list[Item]) -> dict[str, Any]:
    match items[0]:
        case Reject(reason=reason, given=given):
            return {"reject": reason, "given": dict(given)}
        case Skip(reason=reason, units=units, address=address):
            return {"skip": reason, "units": units, **({"address": address} if address else {})}
        case Observation(subject=subject, origin=origin, collected=collected):
            told = [f"{item.field}: {item.value}" for item in items if isinstance(item, Observation)]
            when = collected.isoformat() if collected else None
            return {
                "subject": {k: v for k, v in subject.plain().items() if k != "row"},
                "by": f"{origin.tool}, {origin.method}",
                "collected": when,
                "told": told,
            }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sample_reads_as_expected(sample: Path, read: Callable[..., FileReading]) -> None:
    reading = read(sample.read_bytes(), sample.name)
    expected = json.loads(sample.with_name(f"{sample.name}.expected.json").read_text("utf-8"))
    assert plain(reading) == expected
    assert reading.format == sample.parent.name


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_secret_of_a_sample_is_in_its_reading(sample: Path, read: Callable[..., FileReading]) -> None:
    assert CANARY not in repr(read(sample.read_bytes(), sample.name))


def test_every_format_has_a_sample() -> None:
    assert {path.parent.name for path in SAMPLES} == set(formats())
