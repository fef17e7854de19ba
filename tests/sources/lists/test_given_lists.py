"""Files of lists from public copies, where they are at hand: every one loads, and it is told what was set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from debadge.model.errors import FileError
from debadge.sources.lists.interface import ListContext
from debadge.sources.lists.read import ListReading, layout_of, look_at, read_together


def reading(shared: Path, names: str, context: ListContext) -> ListReading:
    files = [look_at(shared / "data" / "lists" / name) for name in names.split()]
    return read_together(layout_of(files[0], context), files, context)


@pytest.mark.parametrize(
    ("names", "rows", "persons", "rejected"),
    [
        ("us_entity_list_2025-11-08.json", {"us-bis-entity-list": 3408}, 0, 0),
        ("ofac_ns_cmic_add.csv ofac_ns_cmic_alt.csv ofac_ns_cmic_prim.csv", {"us-ns-cmic": 68}, 0, 0),
        ("ofac_sdn.csv ofac_sdn_alt.csv", {"us-ofac-sdn": 4356}, 0, 0),
        ("csl_sample_28col_2019.csv", {"us-bis-entity-list": 16}, 0, 0),
        ("dod_1260h_selected_facts.csv", {"us-1260h": 45}, 0, 0),
        ("fcc_covered_list_facts.csv", {"us-fcc-covered-list": 14}, 0, 0),
    ],
)
def test_file_loads_whole(
    shared: Path, context: ListContext, names: str, rows: dict[str, int], persons: int, rejected: int
) -> None:
    told = reading(shared, names, context)
    assert {list_: len(several) for list_, several in told.rows.items()} == rows
    assert (sum(told.persons.values()), told.rejected, told.left_over) == (persons, rejected, ())


def test_sample_of_the_current_layout_holds_five_lists(shared: Path, context: ListContext) -> None:
    told = reading(shared, "csl_sample_29col_2025.csv", context)
    assert {list_.rpartition("us-")[2]: len(rows) for list_, rows in told.rows.items()} == {
        "bis-entity-list": 1,
        "bis-meu": 1,
        "bis-unverified": 1,
        "ofac-ssi": 3,
        "state-isn": 1,
    }


def test_names_of_suppliers_are_no_list(shared: Path, context: ListContext) -> None:
    with pytest.raises(FileError, match="names_only"):
        reading(shared, "ca_supplier_names_40k.txt", context)


def test_no_row_of_the_entity_list_copy_keeps_a_splinter_or_an_open_bracket_as_a_name(
    shared: Path, context: ListContext
) -> None:
    told = reading(shared, "us_entity_list_2025-11-08.json", context)
    names = [name.text for row in told.rows["us-bis-entity-list"] for name in row.names]
    assert [name for name in names if name in {"Ltd.", "and", "JSC"} or name[-1] in "(,;"] == []
    assert sum(name.count("(") > name.count(")") for name in names) == 0


def test_every_address_but_a_few_tells_its_country(shared: Path, context: ListContext) -> None:
    told = reading(shared, "us_entity_list_2025-11-08.json", context)
    places = [place for row in told.rows["us-bis-entity-list"] for place in row.addresses]
    assert sum(place.country is None for place in places) <= len(places) // 500
