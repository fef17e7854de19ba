"""Entries of public list files as they lie in a folder, for training; the product itself reads snapshots."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from debadge.flow.name_entries import pack_entries
from debadge.flow.world import World
from debadge.model.listing import Address, ListedName
from debadge.screen.names.entry import Entry

ENTITY_LIST = "us_entity_list_2025-11-08.json"
OFAC = (
    ("ofac_sdn", "ofac_sdn.csv", "ofac_sdn_alt.csv"),
    ("ofac_ns_cmic", "ofac_ns_cmic_prim.csv", "ofac_ns_cmic_alt.csv"),
)


def entries(folder: Path, world: World) -> list[Entry]:
    """Entity List, SDN without vessels and aircraft, CMIC, and the parties of the pack."""
    told = list(_entity_list(folder / ENTITY_LIST))
    for list_, primary, others in OFAC:
        told += _ofac(list_, folder / primary, folder / others)
    return [*told, *pack_entries(world.law)]


def _entity_list(path: Path) -> Iterator[Entry]:
    for number, row in enumerate(json.loads(path.read_text("utf-8"))["entities"]):
        others = [part.strip(" ;.") for part in ", ".join(row["alternateNames"]).split(";")]
        names = [ListedName(text=row["name"]), *(ListedName(text=o, kind="alias") for o in others if o)]
        places = [_address(part) for text in row["addresses"] for part in text.split(";")]
        addresses = tuple(one for one in places if one.country)
        yield Entry(list="us_entity_list", ref=str(number), names=tuple(names), addresses=addresses)


def _address(text: str) -> Address:
    parts = [part.strip() for part in text.split(",")]
    country = parts[-1] if len(parts[-1]) == 2 and parts[-1].isupper() else None  # ISO 3166 alpha-2
    return Address(text=text.strip(), city=parts[-2] if country and len(parts) > 1 else None, country=country)


def _ofac(list_: str, primary: Path, others: Path) -> Iterator[Entry]:
    aliases = defaultdict(list)
    for row in csv.reader(others.read_text("utf-8", "replace").splitlines()):
        if len(row) > 3:  # id, number, kind, name
            aliases[row[0]].append(ListedName(text=row[3].strip(), kind="former" if row[2] == "fka" else "alias"))
    for row in csv.reader(primary.read_text("utf-8", "replace").splitlines()):
        if len(row) > 3 and row[2].strip() == "-0-":
            yield Entry(list=list_, ref=row[0], names=(ListedName(text=row[1].strip()), *aliases[row[0]]))
