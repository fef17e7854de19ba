"""Names to be screened, from CSV, workbooks, JSON lines or text, one at a time and in order: what cannot be read stays a line."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import Any, BinaryIO, cast

from debadge.model.errors import FileError, InputError
from debadge.model.query import Owner, Query
from debadge.sources.limits import MAX_LINE
from debadge.text.folding import fold

HEADING_ROWS = 20  # rows looked at for the heading; reports have titles above their tables
KEEP = 2_000  # characters kept of one cell; a name has a fifth of them
_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?")
_BETWEEN = re.compile(r"\s*[;|]\s*")
SEPARATORS = ",;\t|"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

Columns = Mapping[str, Sequence[str]]
"""What a column can be -> its folded headings, the best first."""


def queries(stream: BinaryIO, name: str, columns: Columns, column: str | None = None) -> Iterator[Query]:
    """Every name of a file, in order; blank lines are none.

    Args:
        stream: The file, read once from its beginning.
        name: Of the file, for messages and its ending.
        columns: What headings mean.
        column: The heading of the names, where the headings do not tell it.

    Raises:
        InputError: A table without a column of names.
        FileError: A workbook that cannot be read.
    """
    held: io.BufferedReader = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    )
    head = held.peek(8192)[:8192]
    if head.startswith((_ZIP, _OLE)):
        return _of_rows(_workbook(held.read()), name, columns, column)
    text = io.TextIOWrapper(held, encoding=_encoding(head), errors="replace", newline="")
    suffix = name.rpartition(".")[2].lower()
    if suffix in ("jsonl", "ndjson") or (suffix != "txt" and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
        return _of_json(_lines(text))
    sample = head.decode(_encoding(head), "replace")
    separator = _separator(sample, columns, column)
    if suffix == "txt" or (separator is None and suffix not in ("csv", "tsv")):
        return _of_text(_lines(text))
    rows = enumerate(csv.reader(_lines(text), delimiter=separator or ("\t" if suffix == "tsv" else ",")), 1)
    return _of_rows(rows, name, columns, column)


def _encoding(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head[: len(head) - 4].decode("utf-8")
    except UnicodeDecodeError as bad:
        return "utf-8-sig" if bad.start >= len(head) - 8 else "cp1252"
    return "utf-8-sig"


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Lines of bounded length: what is longer is cut, and never held whole."""
    try:
        while line := text.readline(MAX_LINE):
            yield line
            while len(line) == MAX_LINE and not line.endswith("\n"):
                line = text.readline(MAX_LINE)
    finally:
        with suppress(ValueError):  # it was closed before we came to its end
            text.detach()  # whoever opened the file closes it


def _separator(sample: str, columns: Columns, column: str | None) -> str | None:
    """By which sign the first rows fall into headings that we know; None if by none."""
    for mark in SEPARATORS:
        rows = csv.reader(sample.splitlines()[:HEADING_ROWS], delimiter=mark)
        try:
            if any(_layout(cells, columns, column) for cells in rows):
                return mark
        except csv.Error:
            continue
    return None


def _layout(cells: Sequence[Any], columns: Columns, column: str | None) -> dict[str, int]:
    """What each column of a heading row is; empty if none of them holds names."""
    headings = [fold(str(cell or "")) for cell in cells]
    told: dict[str, int] = {}
    for target, known in columns.items():
        wanted = (fold(column),) if target == "query" and column else known
        at = next((headings.index(one) for one in wanted if one in headings), None)
        if at is not None and at not in told.values():
            told[target] = at
    return told if "query" in told and (len(headings) > 1 or column or headings[0] in columns["query"]) else {}


def _of_rows(
    rows: Iterable[tuple[int, Sequence[Any]]], name: str, columns: Columns, column: str | None
) -> Iterator[Query]:
    source = iter(rows)
    first = list(islice(source, HEADING_ROWS))
    found = ((at, layout) for at, (_, cells) in enumerate(first) if (layout := _layout(cells, columns, column)))
    at, layout = next(found, (0, {}))
    if not layout:
        shown = ", ".join(str(cell) for _, cells in first[:1] for cell in cells if cell)[:200]
        raise InputError(
            f"{name}: no column of names was found; the first row has: {shown or 'nothing'}. "
            "Call the column `name` or `supplier name`, or say which it is: --column HEADING"
        )
    return _queries(chain(first[at + 1 :], source), layout)


def _queries(rows: Iterable[tuple[int, Sequence[Any]]], layout: Mapping[str, int]) -> Iterator[Query]:
    for number, cells in rows:
        told = {
            target: text
            for target, at in layout.items()
            if at < len(cells) and (text := str(cells[at] if cells[at] is not None else "").strip()[:KEEP])
        }
        if told:
            yield _query(number, told.pop("query", ""), told)


def _query(number: int, text: str, told: Mapping[str, Any]) -> Query:
    owner = told.get("owner")
    share = _share(told.get("owner_share"))
    country = told.get("country")
    return Query(
        text=text,
        line=number,
        country=country.upper() if isinstance(country, str) and len(country) == 2 else None,  # ISO 3166 alpha-2
        address=_text(told.get("address")) or (country if country and len(country) != 2 else None),
        identifiers=tuple(filter(None, _BETWEEN.split(_text(told.get("identifiers")) or ""))),
        kind=_text(told.get("kind")),
        owners=(Owner(name=owner, share=share),) if owner else (),
        given=told,
    )


def _of_text(lines: Iterable[str]) -> Iterator[Query]:
    return (Query(text=line.strip()[:KEEP], line=number) for number, line in enumerate(lines, 1) if line.strip())


def _of_json(lines: Iterable[str]) -> Iterator[Query]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield of_json(number, line.strip())


def of_json(number: int, line: str) -> Query:
    """One line: ``query``, and country, address, identifiers, kind, owners: [{name, share}]; other keys are echoed."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return Query(text=line[:KEEP], line=number, bad="screen.refused.json")
    if not isinstance(value, dict) or not isinstance(value.get("query"), str):
        return Query(text=line[:KEEP], line=number, bad="screen.refused.query")
    text = value.pop("query")[:KEEP]
    owners, identifiers = value.get("owners", ()), value.get("identifiers", ())
    if not isinstance(owners, list | tuple) or not all(isinstance(o, dict) and _text(o.get("name")) for o in owners):
        return Query(text=text, line=number, given=value, bad="screen.refused.owners")
    if isinstance(identifiers, dict):
        identifiers = list(identifiers.values())
    plain = {key: _text(value.get(key)) or "" for key in ("country", "address", "kind")}
    told = _query(number, text, plain)
    return Query(
        text=text,
        line=number,
        country=told.country,
        address=told.address,
        kind=told.kind,
        identifiers=tuple(str(one) for one in ([identifiers] if isinstance(identifiers, str) else identifiers)),
        owners=tuple(Owner(name=str(o["name"]), share=_share(o.get("share"))) for o in owners),
        given=value,
    )


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _share(value: Any) -> float | None:
    """A share in percent; None for what is no number, or no share."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value) if 0 <= value <= 100 else None  # percent
    found = _SHARE.fullmatch(str(value).strip())
    share = float(found[1].replace(",", ".")) if found else None
    return share if share is not None and share <= 100 else None


def _workbook(content: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of the first sheet that holds any."""
    from debadge.sources.importers.spreadsheet import sheets  # noqa: PLC0415  # loaded only for such a file

    for _, cells, _ in sheets(content):
        if any(any(cell not in (None, "") for cell in row) for row in cells):
            yield from enumerate(cells, 1)
            return
    raise FileError("workbook_without_list")
