"""The column files themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from debadge.knowledge.columns import check_mapping, read_columns, read_mapping
from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import InputError, KnowledgeError
from debadge.text.folding import fold
from debadge.text.tables import Columns, letters


def family() -> dict[str, Any]:
    return {f"columns/{path.stem}": read_yaml(path) for path in (DATA / "columns").glob("*.yaml")}


def test_no_heading_that_we_understand_is_a_secret(columns: Columns) -> None:
    known = {
        heading for table in columns.tables.values() for target in table.targets.values() for heading in target.headings
    }
    assert [heading for heading in known if columns.secrets.is_secret(heading)] == []


def test_headings_are_written_as_they_are_compared(columns: Columns) -> None:
    written = {
        h
        for name in ("inventory", "sadp")
        for t in family()[f"columns/{name}"]["targets"].values()
        for h in t["headings"]
    }
    assert [heading for heading in written if fold(heading) != heading] == []
    assert columns.tables["inventory"].targets["maker"].headings["manufacturer"] == 0


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("columns/inventory", {"targets": {"maker": {"form": "colour", "headings": ["a"]}}}),
        ("columns/inventory", {"targets": {"maker": {"key": "colour", "headings": ["a"]}}}),
        ("columns/inventory", {"targets": {"maker": {"headings": ["a"], "colour": "red"}}}),
        ("columns/words", {"totals": ["total"]}),
        ("columns/secrets", None),
    ],
)
def test_file_that_does_not_fit_is_named(place: str, value: Any) -> None:
    with pytest.raises(KnowledgeError, match=place):
        read_columns({**family(), place: value})


def test_saved_mapping_is_read(tmp_path: Path, columns: Columns) -> None:
    (tmp_path / "mapping.yaml").write_text('maker: Truc\nserial: "No de série"\n')
    assert read_mapping(tmp_path / "mapping.yaml", columns) == {"maker": "Truc", "serial": "No de série"}


def test_mapping_to_nothing_lists_what_there_is(columns: Columns) -> None:
    with pytest.raises(
        InputError,
        match=r"--map: `makr` is nothing that a column can be; did you mean `maker`\? Possible: maker, model",
    ):
        check_mapping({"makr": "Truc"}, columns, "--map")


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_column_without_a_heading_is_named_by_its_letters(column: int, name: str) -> None:
    assert letters(column) == name
