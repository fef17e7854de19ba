"""The Consolidated Screening List as CSV: 29 columns, 28 in older editions, by header name; a mark or blank line before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.sources.lists.csl import FIELDS, item_of
from debadge.sources.lists.delimited import records
from debadge.sources.lists.interface import Item, ListContext, ListFile

NAME = "csl_csv"
TOGETHER = False
_NEEDED = frozenset({"source", "name", "federal_register_notice", "alt_names"})


def sniff(head: str) -> bool:
    """Whether the first line that is not blank names the columns."""
    return _columns(head) >= _NEEDED


def _columns(head: str) -> set[str]:
    first = next((line for line in head.removeprefix("\ufeff").splitlines() if line.strip()), "")
    return {cell.strip().strip('"').casefold() for cell in first.split(",")}


def read(files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
    """One row of one list a record."""
    for file in files:
        yield from _read(file, context)


def _read(file: ListFile, context: ListContext) -> Iterator[Item]:
    with file.text() as text:
        rows = records(text)
        header = next(rows, None)
        names = [cell.casefold() for cell in header.cells] if header else []
        if not set(names) >= _NEEDED:  # a file that was sniffed and then changed
            raise FileError("lists.file.header")
        context.report.left_over |= {name for name in names if name and name not in FIELDS}
        for row in rows:
            place = f"{file.name}:{row.line}"
            if row.broken:
                yield Reject(locator=place, reason=row.broken, given={})
            elif len(row.cells) != len(names):
                given = {"cells": str(len(row.cells)), "columns": str(len(names))}
                yield Reject(locator=place, reason="lists.reject.width", given=given)
            else:
                yield item_of(dict(zip(names, row.cells, strict=True)), place, context)
