"""A CSV table with a header of known columns: every cell by its name, and what is left over told."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.sources.lists.delimited import records
from debadge.sources.lists.interface import ListContext, ListFile
from debadge.text.folding import fold


def first_line(head: str) -> list[str]:
    """The columns that the first line names, lower-case; nothing if it is no row of a CSV file."""
    line = next((line for line in head.removeprefix("\ufeff").splitlines() if line.strip()), "")
    try:
        return [cell.strip().casefold() for cell in next(csv.reader([line]), [])]
    except csv.Error:
        return []


@dataclass(frozen=True, slots=True)
class Table:
    """A file and the columns that are read of it."""

    file: ListFile
    context: ListContext
    columns: tuple[str, ...]


def table(told: Table) -> Iterator[tuple[str, dict[str, str] | Reject]]:
    """(place, column -> cell) of every row; a column that is not there is empty.

    Raises:
        FileError: No header.
    """
    with told.file.text() as text:
        rows = records(text)
        header = next(rows, None)
        if header is None or header.broken:
            raise FileError("lists.file.header")
        names = [cell.casefold() for cell in header.cells]
        told.context.report.left_over |= {name for name in names if name and name not in told.columns}
        for row in rows:
            place = f"{told.file.name}:{row.line}"
            if row.broken:
                yield place, Reject(locator=place, reason=row.broken, given={})
            elif len(row.cells) != len(names):
                given = {"cells": str(len(row.cells)), "columns": str(len(names))}
                yield place, Reject(locator=place, reason="lists.reject.width", given=given)
            else:
                yield place, dict.fromkeys(told.columns, "") | dict(zip(names, row.cells, strict=True))


def entity_named(party: str, name: str, context: ListContext) -> str | None:
    """The party, if the name is one of its own: the table may mean by its id the group that the name belongs to."""
    return party if fold(name) in map(fold, context.parties.get(party, ())) else None
