"""Every layout that is known by name, and the general ones, on lists written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from debadge.model.purchase import PurchaseLine
from debadge.text.tables import Columns

Take = Callable[..., Any]

FIRST = {
    "generic_en.csv": PurchaseLine(
        number=1,
        locator="generic_en.csv:2",
        maker="Hikvision",
        part_number="DS-2CD2143G2-I",
        description=("Turret camera, 4 MP",),
        quantity=12,
        unit="EA",
        ordered="2024-08-07",
        renews="2027-03-31",
        supplier="Harbour Supply Inc.",
        supplier_country="CA",
        made_in="China",
        ship_from="Vancouver",
        order_number="4500012345",
        order_line="10",
        price="129.00",
        buyer="Port Security",
        contract="C-104",
        notes=("deliver to dock 3, call first",),
    ),
    "generic_fr.csv": PurchaseLine(
        number=1,
        locator="generic_fr.csv:2",
        maker="Hikvision",
        part_number="DS-2CD2143G2-I",
        description=("Caméra tourelle 4 MP",),
        quantity=12,
        unit="UN",
        ordered="2024-08-07",
        renews="2027-03-31",
        supplier="Fournitures du Port inc.",
        supplier_country="CA",
        made_in="Chine",
        ship_from="Vancouver",
        order_number="4500012345",
        order_line="10",
        price="129,00",
        buyer="Sûreté portuaire",
        contract="C-104",
        notes=("quai 3",),
    ),
    "ca_proactive.csv": PurchaseLine(
        number=1,
        locator="ca_proactive.csv:2",
        description=("Accessory, cctv, pan/tilt unit", "Accessoire de télévision en circuit fermé"),
        codes=(("other", "5836"), ("other", "1256")),
        ordered="2022-07-04",
        supplier="HARBOUR SUPPLY INC.",
        supplier_country="CA",
        order_number="W1234-5",
        price="12000.00",
        buyer="Harbour Office | Bureau du port",
        kind="goods",
    ),
    "canadabuys.csv": PurchaseLine(
        number=1,
        locator="canadabuys.csv:2",
        description=(
            "Supply, install and test\ncameras, recorders and cabling",
            "Fournir et poser\ndes caméras",
            "Cameras",
            "Caméras",
        ),
        commodity=("Security cameras", "Surveillance video"),
        codes=(("unspsc", "46171610"), ("unspsc", "46171612"), ("gsin", "5836")),
        ordered="2024-06-03",
        renews="2027-03-31",
        supplier="9123-4567 Québec inc.",
        supplier_names=("Numbered Québec", "Port Vision"),
        supplier_country="Canada",
        order_number="PW-24-001",
        price="1200.00",
        buyer="Harbour Office",
        contract="C-7",
        kind="both",
    ),
    "usaspending.csv": PurchaseLine(
        number=1,
        locator="usaspending.csv:2",
        description=("CAMERA, IP, DS-2CD2143G2-I",),
        codes=(("psc", "5836"), ("naics", "334310")),
        ordered="2021-03-04",
        supplier="HARBOR SUPPLY LLC",
        supplier_ids=(("uei", "ABCDEF123456"), ("duns", "123456789")),
        made_in="CHN",
        order_number="70Z0",
        order_line="P00001",
        price="5000.00",
        buyer="Example Agency",
        notes=("MFG OUTSIDE U.S.",),
    ),
    "us_ca_orders.csv": PurchaseLine(
        number=1,
        locator="us_ca_orders.csv:2",
        description=("Dome camera, 4 MP", "Camera"),
        commodity=("Security cameras", "Surveillance", "Security", "Security equipment"),
        codes=(("unspsc", "46171610"),),
        quantity=3,
        ordered="2013-08-27",
        supplier="Harbor Supply",
        order_number="4500-1",
        price="$129.00",
        buyer="Example Department",
        kind="goods",
    ),
    "sap.tsv": PurchaseLine(  # MFRNR is a number here and names nobody
        number=1,
        locator="sap.tsv:2",
        part_number="DS-2CD2143G2-I",
        item_numbers=("000000000010012345",),
        description=("CAMERA,IP,TURRET,4MP,DS-2CD2143G2-I,FIXED",),
        commodity=("CCTV",),
        quantity=12,
        unit="EA",
        ordered="2024-08-07",
        supplier="HARBOUR SUPPLY INTERNATIONAL SECURITY CO",
        supplier_ids=(("own", "0000200345"),),
        order_number="4500012345",
        order_line="00010",
        price="129.00",
    ),
    "coupa.csv": PurchaseLine(
        number=1,
        locator="coupa.csv:2",
        maker="Dahua",
        part_number="DH-IPC-HFW2431S",
        item_numbers=("AUX-9",),
        description=("Bullet camera",),
        codes=(("unspsc", "46171610"),),
        quantity=4,
        supplier="Harbour Supply",
        order_number="PO-77",
        order_line="1",
        price="88.00",
    ),
    "order.json": PurchaseLine(
        number=1,
        locator="order.json:lines[0]",
        maker="Hikvision",
        description=("Turret camera",),
        quantity=2,
        ordered="2024-08-07",
        supplier="Harbour Supply",
        supplier_country="CA",
        order_number="PO-9",
        order_line="1",
    ),
    "lines.jsonl": PurchaseLine(
        number=1,
        locator="lines.jsonl:1",
        maker="Dahua",
        part_number="DH-IPC-HDW2431T",
        description=("Caméra dôme",),
        quantity=3,
    ),
    "array.json": PurchaseLine(number=1, locator="array.json:[0]", description=("Turret camera",), quantity=1),
    "plain.txt": PurchaseLine(
        number=1, locator="plain.txt:1", description=("12 x turret camera, DS-2CD2143G2-I, white",)
    ),
    "only_description.csv": PurchaseLine(number=1, locator="only_description.csv:2", description=("Turret camera",)),
}
COUNTS = {
    "generic_fr.csv": 2,
    "order.json": 2,
    "lines.jsonl": 3,
    "array.json": 2,
    "plain.txt": 2,
    "only_description.csv": 2,
}
UNVERIFIED = {"sap.tsv", "coupa.csv", "usaspending.csv", "us_ca_orders.csv"}


@pytest.mark.parametrize("name", sorted(FIRST))
def test_first_line_says_what_its_columns_say(name: str, take: Take, synthetic: Path) -> None:
    taken = take((synthetic / name).read_bytes(), name)
    assert replace(taken.lines[0], given=()) == FIRST[name]
    assert len(taken.answers) == COUNTS.get(name, 1)


@pytest.mark.parametrize("name", sorted(FIRST))
def test_layout_from_no_source_is_told(name: str, take: Take, synthetic: Path) -> None:
    taken = take((synthetic / name).read_bytes(), name)
    told = [note.locator for note in taken.report.notes if note.reason == "layout_unverified"]
    assert told == ([name] if name in UNVERIFIED else [])


def test_every_known_layout_has_a_list_that_shows_it(columns: Columns, take: Take, synthetic: Path) -> None:
    shown = {take((synthetic / name).read_bytes(), name).batches[0].layout.known for name in FIRST}
    assert {layout.id for layout in columns.tables["purchases"].layouts} <= shown


def test_unread_columns_are_told(take: Take, synthetic: Path) -> None:
    taken = take((synthetic / "ca_proactive.csv").read_bytes(), "ca_proactive.csv")
    assert taken.report.left_over == {"vendor_postal_code", "contract_period_start", "delivery_date"}
