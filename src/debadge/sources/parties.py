"""Names to screen: suppliers, bidders, customers, from a table, plain text or JSON, in their order and in constant memory."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from debadge.model.observation import Reject
from debadge.model.query import PARTY_KINDS, NameQuery, Owner
from debadge.sources.interface import ReadContext
from debadge.sources.owners import owner_texts, owner_with, owners_of, with_plain_owners
from debadge.sources.streaming.batch import RowLayout, Rows
from debadge.sources.streaming.cells import RowCells
from debadge.sources.streaming.documents import read_object
from debadge.sources.streaming.json_values import BadValue
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.objects import rows_of
from debadge.sources.streaming.opening import Source
from debadge.sources.streaming.read import read_kind
from debadge.text.folding import fold_name
from debadge.text.tables import TableKnowledge, is_nothing


def _rewritten(row: dict[str, Any], table: TableKnowledge) -> dict[str, Any]:
    """A row of JSON with its owners as objects."""
    headings = table.targets["owner"].headings
    owners = {key for key in row if fold_name(key) in headings}
    if any(_is_nameless(one, key, headings) for key in owners for one in _objects(row[key])):
        raise BadValue("screen.refused.owners")
    try:
        return with_plain_owners(row, {key: key in owners for key in row})
    except ValueError as bad:
        raise BadValue("screen.refused.owners") from bad


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _is_nameless(owner: Mapping[str, Any], key: str, headings: Collection[str]) -> bool:
    """Whether none of the keys of an owner is one that names it."""
    return bool(owner) and not any(below == "name" or fold_name(f"{key} {below}") in headings for below in owner)


NAMES = Kind(name="parties", plain="name", needed=("name", "role_name", "other_name"), rewrite=_rewritten)
SCHEMES = (
    *("business_number", "cage", "company_number", "duns", "identifiers", "lei", "tax_id", "uei", "uscc", "vat"),
)
"""Registers by their columns; ``identifiers`` are numbers of any."""
_NUMBER = re.compile(r"\d+")
_SEVERAL = re.compile(r"[;|,\n]")
_BETWEEN_NAMES = re.compile(r"[;|]")
_NAMED = re.compile(r"[^\W\d_][^\d:=]{1,30}[:=]\s*(?=\S)")  # "USCC: 9133…" in a cell of any numbers


def read_names(source: Source, context: ReadContext) -> Iterator[Rows]:
    """The rows of a list of names: CSV, spreadsheet, JSON or plain text with one name a line, packed or not.

    The cells of a batch are raw: `QueryReader` makes records of them, with secrets cut out. A row without a name is a reject
    in its place.

    Args:
        source: A file, standard input or content at hand; read once.
        context: What the person said: mapping, format.

    Raises:
        FileError: The source cannot be read, or no column holds names: names the headings found. If it breaks off later, all
            rows before that have been given.
    """
    return read_kind(source, NAMES, context, lambda opened, said: read_object(opened, NAMES, said))


def rows_of_names(names: Iterable[Mapping[str, Any] | str], context: ReadContext, place: str = "-") -> Iterator[Rows]:
    """Names that a caller has at hand: mappings with any heading that we know, or bare names."""
    return rows_of(names, place, NAMES, context)


class QueryReader:
    """Makes records of rows."""

    def __init__(self, context: ReadContext) -> None:
        self._context = context

    def queries(self, rows: Rows) -> Iterator[NameQuery | Reject]:
        """Every row of a batch and every reject, in order."""
        for number, told in rows.answers():
            yield told if isinstance(told, Reject) else self.query(rows, told, number)

    def query(self, rows: Rows, index: int, number: int) -> NameQuery:
        """One row; its number is that of `Rows.answers`."""
        layout, row = rows.layout, rows.rows[index]
        cells = RowCells(layout, row, rows.locator(index), self._context)
        first, *others = _names(cells)
        kinds = cells.words("kind", PARTY_KINDS)
        return NameQuery(
            number=number,
            locator=cells.locator,
            query=first,
            names=tuple(others),
            country=cells.text("country"),
            address=", ".join(cells.texts("address")) or None,
            identifiers=tuple((scheme, value) for scheme in SCHEMES for value in _numbers_told(cells, scheme)),
            owners=tuple(_owners(layout, row)),
            kind=kinds.pop() if len(kinds) == 1 else None,
            ref=cells.text("ref"),
            given=cells.given(),
        )


def _names(cells: RowCells) -> list[str]:
    """Every name, the one to ask for first: ``Supplier`` stands behind ``Legal name``, what a firm trades as behind both.

    Where nothing else is told, whatever stands there is asked for, "N/A" too.
    """
    layout, row = cells.layout, cells.row
    whole = [column for target in NAMES.needed[:2] for column in layout.columns.get(target, ())]
    others = (name for text in cells.values("other_name") for name in _BETWEEN_NAMES.split(text))
    told = [*(layout.cut(row[column]) for column in whole), *map(str.strip, others)]
    names = [name for name in told if not is_nothing(name, layout.nothing)]
    if not names:
        filled = (row[column] for target in NAMES.needed for column in layout.columns.get(target, ()))
        names = [next(layout.cut(cell) for cell in filled if cell.strip())]
    once: dict[str, str] = {}
    for name in names:
        once.setdefault(name.strip(), name)
    return list(once.values())


def _numbers_told(cells: RowCells, scheme: str) -> tuple[str, ...]:
    """Every number of a register, also where several stand in one cell, each once."""
    pieces = (piece.strip() for text in cells.values(scheme) for piece in _SEVERAL.split(text))
    return tuple(dict.fromkeys(_NAMED.sub("", piece, count=1) for piece in pieces if piece))


def _owners(layout: RowLayout, row: list[str]) -> Iterator[Owner]:
    """Every owner with its share: the share that has the same number in its heading, or that follows it."""
    owners = sorted(layout.columns.get("owner", ()))
    shares = sorted(layout.columns.get("owner_share", ()))
    for place, column in enumerate(owners):
        name = layout.cut(row[column].strip())
        if not name:
            continue
        after = owners[place + 1] if place + 1 < len(owners) else layout.width
        near = [c for c in shares if _numbers(layout, c) == _numbers(layout, column)]
        if not _numbers(layout, column):
            near = [c for c in shares if column < c < after] or (shares if len(owners) == 1 else [])
        share = next(filter(None, (row[told].strip() for told in near)), "")
        if share or "=" not in name:
            yield owner_with(name, share)
        else:
            yield from (owner for text in owner_texts(name) for owner in owners_of(text))


def _numbers(layout: RowLayout, column: int) -> list[str]:
    return _NUMBER.findall(layout.headings[column])
