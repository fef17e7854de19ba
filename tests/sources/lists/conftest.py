"""Files of lists from a few rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from debadge.flow.lists import context_of
from debadge.flow.world import World
from debadge.sources.lists.interface import ListContext
from debadge.sources.lists.read import ListReading, layout_of, look_at, read_together

OLD = [
    *("source", "entity_number", "type", "programs", "name", "title", "addresses", "federal_register_notice"),
    *("start_date", "end_date", "standard_order", "license_requirement", "license_policy", "call_sign", "vessel_type"),
    *("gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url"),
    *("alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth", "source_information_url"),
    "ids",
]
CURRENT = ["_id", *OLD]
ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"


def csl(rows: Iterable[Mapping[str, str]], columns: Iterable[str] = CURRENT) -> str:
    """A Consolidated Screening List as CSV; a row that names no source is of the Entity List."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows({"source": ENTITY_LIST, **row} for row in rows)
    return stream.getvalue()


def whole(name: str) -> dict[str, str]:
    """A row of the Entity List with everything that its rows have."""
    return {
        "name": name,
        "alt_names": f"{name} Works",
        "addresses": "1 Way, Reeds, CN; 2 Way, Reeds, CN",
        "federal_register_notice": "84 FR 54002",
        "start_date": "2019-10-09",
        "license_requirement": "For all items",
        "license_policy": "Presumption of denial",
    }


Reader = Callable[..., ListReading]


@pytest.fixture(scope="session")
def context(world: World) -> ListContext:
    """What reading lists asks of the shipped facts."""
    return context_of(world)


@pytest.fixture
def read(tmp_path: Path, world: World) -> Reader:
    """Read texts as files that are given together."""

    def read_texts(
        *texts: str | bytes | Mapping[str, Any], list_: str | None = None, mapping: Mapping[str, str] | None = None
    ) -> ListReading:
        paths = []
        for number, text in enumerate(texts):
            content = json.dumps(text) if isinstance(text, Mapping) else text
            path = tmp_path / f"file-{number}.csv"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(path)
        files, given = [look_at(path) for path in paths], context_of(world, list_, mapping)
        names = {layout_of(file, given) for file in files}
        assert len(names) == 1
        return read_together(names.pop(), files, given)

    return read_texts
