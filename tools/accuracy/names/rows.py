"""The lists of the shared folder as snapshots: read here on purpose, so that a fault of the product's own readers shows."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from debadge.model.listing import Address, ListedName, ListRow, Snapshot
from tools.table import ROOT

LISTS = ROOT.parent / "shared" / "data" / "lists"
ENTITY_LIST, SDN, CMIC = "us-bis-entity-list", "us-ofac-sdn", "us-ns-cmic"
DAY = date(2026, 11, 22)  # on which the copies were taken in
_NOTHING = "-0-"
_COUNTRIES = {
    "China": "CN", "Hong Kong": "HK", "Iran": "IR", "Russia": "RU", "Syria": "SY", "Pakistan": "PK", "Panama": "PA",
    "Colombia": "CO", "Mexico": "MX", "Venezuela": "VE", "United Kingdom": "GB", "United Arab Emirates": "AE",
    "Lebanon": "LB", "Iraq": "IQ", "Germany": "DE", "Burma": "MM", "Turkey": "TR", "Peru": "PE", "Bolivia": "BO",
    "Ecuador": "EC", "Spain": "ES", "Costa Rica": "CR", "Honduras": "HN", "Guatemala": "GT", "Belarus": "BY",
    "Ukraine": "UA", "Serbia": "RS", "Zimbabwe": "ZW", "Afghanistan": "AF", "Sudan": "SD", "Yemen": "YE", "India": "IN",
}  # fmt: skip
_PROGRAMS = {"IRAN": "IR", "IFSR": "IR", "SYRIA": "SY", "CUBA": "CU", "DPRK": "KP", "BELARUS": "BY", "VENEZUELA": "VE",
             "IRAQ2": "IQ", "BURMA": "MM", "SUDAN": "SD", "DARFUR": "SD", "LEBANON": "LB"}  # fmt: skip


def snapshots(folder: Path = LISTS) -> tuple[Snapshot, ...]:
    """Entity List, SDN and CMIC without vessels and aircraft; none where the files are absent."""
    entity, sdn, cmic = (
        folder / name for name in ("us_entity_list_2025-11-08.json", "ofac_sdn.csv", "ofac_ns_cmic_prim.csv")
    )
    if not entity.is_file():
        return ()
    listed = _ofac_rows(SDN, sdn, folder / "ofac_sdn_alt.csv")
    companies = _ofac_rows(CMIC, cmic, folder / "ofac_ns_cmic_alt.csv")
    return (
        _snapshot(ENTITY_LIST, _entity_rows(entity), date(2025, 11, 8), entity),
        _snapshot(SDN, listed, None, sdn),
        _snapshot(CMIC, companies, date(2025, 12, 19), cmic),
    )


def suppliers(folder: Path = LISTS) -> tuple[str, ...]:
    """Ordinary suppliers of one government, as their file has them."""
    path = folder / "ca_supplier_names_40k.txt"
    return tuple(path.read_text("utf-8").splitlines()) if path.is_file() else ()


def _snapshot(list_: str, rows: Iterable[ListRow], published: date | None, path: Path) -> Snapshot:
    kept = tuple(sorted(rows, key=lambda row: row.ref))
    lines = "\n".join(json.dumps(row.plain(), sort_keys=True, ensure_ascii=False) for row in kept)
    return Snapshot(
        list=list_,
        digest=hashlib.sha256(lines.encode()).hexdigest(),
        published=published,
        imported=DAY,
        count=len(kept),
        persons=0,
        files=((path.name, hashlib.sha256(path.read_bytes()).hexdigest()),),
        rows=kept,
    )


def _entity_rows(path: Path) -> Iterable[ListRow]:
    """Rows of the JSON copy of the Entity List; persons are among them and are not told apart there."""
    for number, told in enumerate(json.loads(path.read_text("utf-8"))["entities"]):
        aliases = ", ".join(told["alternateNames"]).split(";")  # the copy has cut "…, Ltd." at its comma
        addresses = "; ".join(told["addresses"]).split(";")
        yield ListRow(
            list=ENTITY_LIST,
            ref=str(number),
            names=_names(told["name"], (alias.strip() for alias in aliases)),
            addresses=tuple(_address(text.strip()) for text in addresses if text.strip()),
            start=_day(told.get("effectiveDate")),
            citation=told.get("federalRegisterCitation"),
            locator=f"{path.name}:entities[{number}]",
        )


def _day(text: str | None) -> date | None:
    """An ISO day; a few rows say "Various"."""
    return date.fromisoformat(text) if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


def _names(primary: str, aliases: Iterable[str]) -> tuple[ListedName, ...]:
    told = dict.fromkeys(alias for alias in aliases if len(alias) > 1)
    told.pop(primary, None)
    return (ListedName(text=primary), *(ListedName(text=alias, kind="alias") for alias in told))


def _address(text: str) -> Address:
    last = text.rsplit(",", 1)[-1].strip()
    return Address(text=text, country=last if re.fullmatch("[A-Z]{2}", last) else None)


def _ofac_rows(list_: str, primary: Path, alternative: Path) -> Iterable[ListRow]:
    """Organisations of a headerless OFAC file with their other names; the country is of the remarks, else of the program."""
    also: dict[str, list[str]] = {}
    for line in _table(alternative):
        also.setdefault(line[0], []).append(line[3])
    for number, line in enumerate(_table(primary), 1):
        if line[2].strip() != _NOTHING:  # vessels and aircraft
            continue
        country = _country(line[11], line[3])
        yield ListRow(
            list=list_,
            ref=line[0],
            names=_names(line[1], also.get(line[0], ())),
            kind="organisation",
            addresses=(Address(text=country, country=country),) if country else (),
            programs=tuple(line[3].split("] [")),
            remarks=None if line[11].strip() == _NOTHING else line[11],
            locator=f"{primary.name}:{number}",
        )


def _table(path: Path) -> Iterable[Sequence[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from (line for line in csv.reader(file) if len(line) > 3)


def _country(remarks: str, programs: str) -> str | None:
    for name in re.findall(r"\(([A-Z][A-Za-z ]+)\)", remarks):
        if name in _COUNTRIES:
            return _COUNTRIES[name]
    return next((code for start, code in _PROGRAMS.items() if start in programs), None)
