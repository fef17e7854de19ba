"""The published schema of an observation line and the reader of such lines say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from debadge.knowledge.pack import DATA
from debadge.model.observation import SUBJECT_KEYS, SUBJECT_KINDS
from debadge.sources.importers import observations
from debadge.sources.limits import MAX_CELL
from debadge.sources.read import FileReading

SCHEMA = json.loads((DATA / "schemas" / "observation.schema.json").read_text("utf-8"))
LINES = (Path(__file__).parent / "importers" / "observations" / "lines.jsonl").read_text("utf-8").splitlines()


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """The few words of JSON Schema that ours uses."""
    kinds: dict[str, type] = {"object": dict, "string": str, "null": type(None)}
    wanted = schema.get("type", [])
    if wanted and not isinstance(value, tuple(kinds[k] for k in ([wanted] if isinstance(wanted, str) else wanted))):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, str):
        return (
            schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
            and re.search(schema.get("pattern", ""), value) is not None
            and (
                schema.get("format") != "date-time"
                or re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value) is not None
            )
        )
    if not isinstance(value, dict):
        return True
    parts = schema.get("properties", {})
    return (
        set(schema.get("required", [])) <= set(value)
        and (schema.get("additionalProperties", True) or set(value) <= set(parts))
        and ("anyOf" not in schema or any(fits(value, one) for one in schema["anyOf"]))
        and all(fits(value[k], parts[k]) for k in value if k in parts)
    )


def test_schema_names_its_version_and_draft() -> None:
    assert (SCHEMA["schema_version"], SCHEMA["$schema"]) == (1, "https://json-schema.org/draft/2020-12/schema")
    assert SCHEMA["required"] == ["subject", "field", "value"]


def test_schema_has_the_words_of_the_model() -> None:
    parts = SCHEMA["properties"]
    assert parts["subject"]["properties"]["kind"]["enum"] == list(SUBJECT_KINDS)
    assert [*parts["subject"]["properties"]] == ["kind", *SUBJECT_KEYS]
    assert parts["origin"]["properties"]["method"]["enum"] == list(observations.METHODS)
    assert parts["value"]["maxLength"] == MAX_CELL


@pytest.mark.parametrize(
    "line",
    [line for line in LINES if line and "ud800" not in line],
    ids=range(sum(1 for x in LINES if x and "ud800" not in x)),
)
def test_reader_takes_what_the_schema_takes(line: str, read: Callable[..., FileReading]) -> None:
    reading = read(line, format="observations")
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    assert fits(value, SCHEMA) is (reading.rejects == ())


def test_example_lines_fit_the_schema(examples: Path) -> None:
    lines = (examples / "harbour-office" / "discovery.jsonl").read_text("utf-8").splitlines()
    assert all(fits(json.loads(line), SCHEMA) for line in lines if line)
