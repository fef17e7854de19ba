"""Every row of a list of purchases, in its order, in batches: the way into `debadge screen lines`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debadge.sources.interface import ReadContext
from debadge.sources.purchases.components import read_document, read_tagged
from debadge.sources.purchases.kind import PURCHASES
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.objects import rows_of
from debadge.sources.streaming.opening import Source
from debadge.sources.streaming.read import read_kind


def read_rows(source: Source, context: ReadContext) -> Iterator[Rows]:
    """The lines of a source: CSV, spreadsheet, JSON, CycloneDX, SPDX or plain text, packed or not.

    The cells of a batch are raw: `lines.LineReader` makes records of the rows that are shown, with secrets cut out. What was
    understood and left over, and notes, are in ``context.report`` when the rows are read.

    Args:
        source: A file, standard input or content at hand; read once.
        context: What the person said: mapping, order of days, format.

    Raises:
        FileError: The source cannot be read, or no column says what was bought: names the headings found. If it breaks off
            later, all rows before that have been given.
    """
    return read_kind(source, PURCHASES, context, read_document, read_tagged)


def rows_of_lines(lines: Iterable[Mapping[str, Any] | str], context: ReadContext, name: str = "-") -> Iterator[Rows]:
    """Lines that a caller has at hand: mappings with any heading that we know, or descriptions."""
    return rows_of(lines, name, PURCHASES, context)
