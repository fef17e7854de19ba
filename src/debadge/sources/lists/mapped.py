"""Any table (CSV, workbook, JSON) whose columns are told: by --map, a saved mapping, or headings that say what they are."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from debadge.model.errors import FileError
from debadge.model.listing import Address
from debadge.model.observation import Reject
from debadge.sources import values
from debadge.sources.importers import spreadsheet
from debadge.sources.limits import HEAD_BYTES
from debadge.sources.lists.delimited import records
from debadge.sources.lists.entry import Entry, row_of
from debadge.sources.lists.interface import Item, ListContext, ListFile
from debadge.sources.lists.objects import objects
from debadge.sources.lists.places import addresses_of, country_of
from debadge.sources.lists.values import is_long, text_of
from debadge.text.folding import fold

NAME = "mapped"
TOGETHER = False
ARRAYS = ("results", "entities", "entries", "items", "data", "list", "rows")
_MARKS = ",;\t|"
_MAX_KEYS = 1_000  # columns; a sheet of an office has 300 at most
_SHOWN = 12  # columns that a message names


def sniff(head: str) -> bool:  # noqa: ARG001  # what nobody else knows is read as a person says
    """Never by itself."""
    return False


def read(files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
    """One row a record.

    Raises:
        FileError: No list was named, a column that the file does not have, or none that is a name.
    """
    if context.list is None:
        raise FileError("lists.file.no_list")
    for file in files:
        if _is_workbook(file):
            yield from _sheets(file, context)
        else:
            is_json = file.head.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}
            yield from _objects(file, context) if is_json else _table(file, context)


def _is_workbook(file: ListFile) -> bool:
    with file.path.open("rb") as stream:
        return spreadsheet.sniff(stream.read(HEAD_BYTES), file.name)


def _sheets(file: ListFile, context: ListContext) -> Iterator[Item]:
    """The rows of every sheet whose first filled row has the columns.

    Raises:
        FileError: No workbook, or the columns are in none of its sheets.
    """
    missing: list[tuple[str, FileError]] = []
    found = False
    for title, cells, merges in spreadsheet.sheets_of(file.path.read_bytes(), str):
        table = spreadsheet.table_of(file.name, title, cells, merges).rows
        rows = [(number, [values.text_of(cell) for cell in row]) for number, row in table]
        if not rows:
            continue
        header = rows[0][1]
        try:
            columns = _columns(header, context)
        except FileError as bad:
            missing.append((f"{title}: {_shown(header)}"[:80], bad))
            continue
        found = True
        for number, row in rows[1:]:
            yield _item(dict(zip(header, row, strict=False)), columns, f"{file.name}:{title}!{number}", context)
    if not found:
        raise missing[0][1] if missing else FileError("workbook_without_list")
    context.report.left_over |= {told for told, _ in missing}


def _table(file: ListFile, context: ListContext) -> Iterator[Item]:
    with file.text() as text:
        rows = records(text, _mark(file.head))
        header = next(rows, None)
        if header is None or header.broken:
            raise FileError("lists.file.header")
        columns = _columns(header.cells, context)
        for row in rows:
            place = f"{file.name}:{row.line}"
            if row.broken:
                yield Reject(locator=place, reason=row.broken, given={})
            elif len(row.cells) > len(header.cells):
                given = {"cells": str(len(row.cells)), "columns": str(len(header.cells))}
                yield Reject(locator=place, reason="lists.reject.width", given=given)
            else:
                yield _item(dict(zip(header.cells, row.cells, strict=False)), columns, place, context)


def _objects(file: ListFile, context: ListContext) -> Iterator[Item]:
    with file.text() as text:  # fields that are empty are often left out, so that no one object has them all
        rows = (told for number, told in objects(text, *ARRAYS) if number and isinstance(told, dict))
        keys = dict.fromkeys(str(key) for told in rows for key in told)
    columns = _columns(list(keys)[:_MAX_KEYS], context)
    with file.text() as text:
        for number, told in objects(text, *ARRAYS):
            if number == 0:
                continue
            place = f"{file.name}:{number}"
            if not isinstance(told, dict):
                yield Reject(locator=place, reason="lists.reject.no_object", given={})
                continue
            if is_long(told):
                yield Reject(locator=place, reason="lists.reject.cell_too_long", given={})
                continue
            yield _item({key: text_of(value) for key, value in told.items()}, columns, place, context)


def _mark(head: str) -> str:
    """The separator that cuts the first line most often."""
    line = next((line for line in head.removeprefix("\ufeff").splitlines() if line.strip()), "")

    def cuts(mark: str) -> int:
        try:
            return len(next(csv.reader([line], delimiter=mark), []))
        except csv.Error:
            return 0

    return max(_MARKS, key=cuts)


def _columns(headings: Sequence[str], context: ListContext) -> dict[str, str]:
    """Target -> heading as written."""
    told: dict[str, str] = {}
    by_fold = {fold(heading): heading for heading in reversed(headings) if heading}
    for target, wanted in context.mapping.items():
        if fold(wanted) not in by_fold:
            raise FileError("lists.file.no_column", column=wanted, columns=_shown(headings))
        told[target] = by_fold[fold(wanted)]
    for target, usual in context.reading.headings.items():
        found = next((by_fold[name] for name in usual if name in by_fold and by_fold[name] not in told.values()), None)
        if found is not None:
            told.setdefault(target, found)
    if "name" not in told:
        raise FileError("lists.file.no_name", columns=_shown(headings), example=next(filter(None, headings), "Column"))
    context.report.left_over |= {heading[:80] for heading in headings if heading and heading not in told.values()}
    return told


def _shown(headings: Sequence[str]) -> str:
    return ", ".join(heading[:40] for heading in headings[:_SHOWN] if heading) or "—"


def _item(cells: Mapping[str, Any], columns: Mapping[str, str], place: str, context: ListContext) -> Item:
    assert context.list is not None  # asked for above
    told = {target: cells.get(heading) or "" for target, heading in columns.items()}
    entry = Entry(
        list=context.list,
        locator=place,
        ref=told.get("ref") or None,
        name=told["name"],
        kind=context.reading.kinds.get(fold(told.get("kind", "")), "unknown"),
        aliases=told.get("aliases", "").replace("|", ";"),
        addresses=tuple(_addresses(told, context)),
        identifiers=tuple((scheme, told[scheme].strip()) for scheme in ("uscc", "lei") if told.get(scheme, "").strip()),
        programs=tuple(part.strip() for part in told.get("programs", "").replace("|", ";").split(";")),
        start=told.get("start", ""),
        until=told.get("until", ""),
        citation=told.get("citation", ""),
        remarks=told.get("remarks", ""),
    )
    return row_of(entry, context)


def _addresses(told: Mapping[str, str], context: ListContext) -> Iterator[Address]:
    city, country = told.get("city", "").strip(), told.get("country", "").strip()
    if not (city or country):
        yield from addresses_of(told.get("address", ""), context.reading)
        return
    parts = (" ".join(told.get("address", "").split()), city, country)
    text = ", ".join(part for part in parts if part)
    yield Address(text=text, city=city or None, country=country_of(country, context.reading))
