"""Inventories and purchase lists as CSV, in the dialects of every office: separators, encodings, title rows above the header."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.model.observation import Reject
from debadge.sources.decode import decode
from debadge.sources.delimited import CONTROLS, looks_even, records, separator_of, text_of_file
from debadge.sources.interface import EvidenceFile, Item, ReadContext
from debadge.sources.limits import MAX_ROWS
from debadge.sources.rows import Row, Table, layout_of, no_columns, read_table, too_many

NAME = "csv_table"
DESCRIPTION = "format_csv_table"
GENERAL = True
_STRAY_SHARE = 100  # one control character in so many is a slip of some export; a binary file has one in ten
_STRAY_FREE = 3  # in a file too short for a share


def sniff(head: bytes, name: str) -> bool:  # noqa: ARG001  # a name proves nothing
    """Whether this is text in which some separator cuts lines alike; a Zeek log, which would, says what it is."""
    start = head.lstrip()[:1]
    if (
        not start
        or start in b"<{["
        or head.startswith((b"PK\x03\x04", b"%PDF"))
        or len(CONTROLS.findall(text := decode(head)[0])) > max(_STRAY_FREE, len(text) // _STRAY_SHARE)
    ):
        return False
    return not head.startswith(b"#separator") and looks_even(text)


def read(file: EvidenceFile, context: ReadContext) -> Iterator[Item]:
    """Every row of the table.

    Raises:
        FileError: No column says what the things are, or there are too many rows.
    """
    text = text_of_file(file, context)
    separator, named = separator_of(text)
    rows: list[Row] = []
    broken: list[Item] = []
    for record in records(text, separator or ",", named):
        if record.broken:
            broken.append(
                Reject(locator=f"{file.name}:{record.line}", reason=record.broken, given={"last": str(record.last)})
            )
        else:
            rows.append((record.line, list(record.cells)))
        if len(rows) > MAX_ROWS:
            raise too_many()
    table = Table(
        file=file.name,
        sheet=None,
        place=lambda number: f"{file.name}:{number}",
        rows=rows,
        merges=None,
        exact_width=True,
    )
    layout = layout_of(table, context)
    if layout is None:
        raise no_columns(table)
    yield from read_table(table, layout, context)
    yield from broken
