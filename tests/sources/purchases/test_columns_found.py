"""Which columns of a file are taken, and what is said where none is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from debadge.model.errors import FileError

Take = Callable[..., Any]
HEAD = "PO Number,Description,Manufacturer,Qty\n"


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("colour,size\nred,1\nblue,2\n", "po.csv", "rows_without_columns"),
        ("1,2\n3,4\n", "po.csv", "rows_without_header"),
        ("", "po.csv", "rows_empty"),
        (b"%PDF-1.7", "po.pdf", "file_is_pdf"),
        ("<?xml version='1.0'?><bom/>", "bom.xml", "file_of_nobody"),
        (bytes(range(256)) * 20, "po", "file_of_controls"),
        ('{"colour": "red"}\n{"colour": "blue"}\n', "po.jsonl", "rows_without_columns"),
        ('{\n"a": [', "po.json", "json_unread"),
        ('{"rows12": [{"a22": 1}], "b": 2}', "po.json", "rows_without_columns"),
    ],
)
def test_file_without_a_usable_column_is_an_error(content: Any, name: str, reason: str, take: Take) -> None:
    with pytest.raises(FileError) as told:
        take(content, name)
    assert told.value.reason == reason


def test_object_that_is_cut_off_is_rejected(take: Take) -> None:
    assert take('{"a": [', "po.json").rejects == [("po.json:1", "line_not_json")]


def test_error_names_the_headings_found(take: Take) -> None:
    with pytest.raises(FileError) as told:
        take("colour,size\nred,1\nblue,2\n")
    assert (told.value.given["columns"], told.value.given["example"]) == ("colour, size", "colour")


def test_error_recommends_only_targets_that_are_accepted(take: Take) -> None:
    with pytest.raises(FileError) as told:
        take("colour,size\nred,1\nblue,2\n")
    targets = [told.value.given["target"], *told.value.given["targets"].split(", ")]
    assert targets == ["description", "maker", "part_number", "model", "item_number", "description"]
    for target in targets:
        assert take("colour,size\nred,1\nblue,2\n", mapping={target: "colour"}).lines


def test_person_names_a_column(take: Take) -> None:
    taken = take("Truc,Machin\nHikvision,turret camera\n", mapping={"maker": "Truc", "description": "Machin"})
    assert (taken.line.maker, taken.line.description) == ("Hikvision", ("turret camera",))


def test_column_that_is_named_and_not_there_is_an_error(take: Take) -> None:
    with pytest.raises(FileError) as told:
        take(HEAD + "1,a,,1\n", mapping={"supplier": "Vendor"})
    assert told.value.given == {
        "target": "supplier", "heading": "Vendor", "columns": "PO Number, Description, Manufacturer, Qty"
    }  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "Bestellnummer;Artikelbezeichnung;Hersteller;Menge",
        "Código;Descripción;Fabricante;Cantidad",
        "Artikelnr;Beskrivning;Tillverkare;Antal",
        "Référence;Intitulé;Fabricant;Qté",
    ],
)
def test_headings_about_the_goods_are_known_in_more_languages(head: str, take: Take) -> None:
    line = take(f"{head}\n4711;Kamera;Hikvision;12\n", "po.csv").lines[0]
    assert (line.item_numbers, line.description, line.maker, line.quantity) == (("4711",), ("Kamera",), "Hikvision", 12)
