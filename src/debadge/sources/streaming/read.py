"""Which reader a source is for, by its first bytes; the name only tells a table from prose."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator

from debadge.model.errors import FileError
from debadge.sources.delimited import CONTROLS
from debadge.sources.discover import REMEDIES
from debadge.sources.importers import spreadsheet
from debadge.sources.interface import ReadContext
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.documents import row_lists_of
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.objects import read_lines, read_list
from debadge.sources.streaming.opening import Opened, Source
from debadge.sources.streaming.sheets import read_sheets
from debadge.sources.streaming.tables import read_table

Document = Callable[[Opened, ReadContext], Iterator[Rows]]
_STRAY_FREE, _STRAY_SHARE = 3, 100  # control characters that a text may hold: some, or one in so many
_BOM_XML = b"http://cyclonedx.org/schema/bom/"
_BOM_SIGNS = (b'"bomFormat"', b'"spdxVersion"', b'"SPDXID"', b'"@graph"')


def read_kind(
    source: Source, kind: Kind, context: ReadContext, document: Document, tagged: Document | None = None
) -> Iterator[Rows]:
    """The rows of a source in its order.

    Args:
        source: What to read.
        kind: Of table.
        context: What the person said.
        document: Reads one JSON object that is no row: a bill of materials, a download.
        tagged: Reads a bill of materials in lines of tags.

    Raises:
        FileError: It cannot be opened, is damaged, or no column says what a row is about; rows that were read before have been
            given.
    """
    opened = Opened(source)
    try:
        yield from _rows(opened, kind, context, document, tagged)
    finally:
        opened.close()


def _rows(
    opened: Opened, kind: Kind, context: ReadContext, document: Document, tagged: Document | None
) -> Iterator[Rows]:
    match context.format or _format(opened, kind, context):
        case "spreadsheet":
            return read_sheets(opened, kind, context)
        case "jsonl":
            return read_lines(opened, kind, context)
        case "json_list":
            return read_list(opened, kind, context)
        case "json":
            if opened.head.lstrip().startswith(b"["):
                return read_list(opened, kind, context)
            return document(opened, context)
        case "spdx" if tagged is not None and not opened.head.lstrip().startswith(b"{"):
            return tagged(opened, context)
        case "spdx" | "cyclonedx" if tagged is not None:
            return document(opened, context)
        case "csv" | "text" | "table":
            return read_table(opened, kind, context)
        case other:
            raise FileError("rows_no_format", format=other, formats=", ".join(kind.formats))


def _format(opened: Opened, kind: Kind, context: ReadContext) -> str:
    head = opened.head
    start = head.lstrip()
    if not start:
        raise FileError("rows_empty")
    if spreadsheet.sniff(head, opened.name):
        return "spreadsheet"
    if start.startswith(b"["):
        return "json_list"
    if start.startswith(b"{"):
        return "jsonl" if _is_lines(start, context.columns.tables[kind.name].words["row_lists"]) else "json"
    if b"SPDXVersion:" in head and "spdx" in kind.formats:
        return "spdx"
    if start.startswith(b"<") and _BOM_XML in head and "cyclonedx" in kind.formats:
        return "cyclonedx"
    if start.startswith((b"<", b"%PDF", b"PK\x03\x04", b"\x1f\x8b")) or _is_binary(head):
        reason = next(told for magic, told in REMEDIES if start.startswith(magic))
        signs = CONTROLS.findall(head.decode("utf-8", "replace"))
        if reason == "file_of_nobody" and signs and not start.startswith(b"<"):
            raise FileError("file_of_controls", count=len(signs), code=f"U+{ord(signs[0]):04X}")
        raise FileError(reason, formats=", ".join(kind.formats))
    return "table"


def _is_lines(start: bytes, row_lists: Collection[str]) -> bool:
    """Whether the first line is an object by itself that is a row: no bill of materials, nothing that holds rows."""
    line, end, rest = start.partition(b"\n")
    if any(sign in line for sign in _BOM_SIGNS):
        return False
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        # the first line of an object over several, a line that is cut off, or a damaged one
        return line.strip() != b"{" and (not end or b"\n{" in rest)
    return bool(rest.strip()) or not row_lists_of(value, row_lists)


def _is_binary(head: bytes) -> bool:
    text = head.decode("utf-8", "replace")
    return len(CONTROLS.findall(text)) > max(_STRAY_FREE, len(text) // _STRAY_SHARE)
