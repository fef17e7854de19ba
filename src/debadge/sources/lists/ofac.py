"""OFAC's files without a header: names (12 columns), aliases (5), addresses (6), joined on the first; ``-0-`` is nothing."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence

from debadge.model.errors import FileError
from debadge.model.listing import Address, ListedName
from debadge.model.observation import Reject
from debadge.sources.lists.delimited import Record, records
from debadge.sources.lists.entry import Entry, row_of
from debadge.sources.lists.interface import Item, ListContext, ListFile
from debadge.sources.lists.places import city_of, country_of
from debadge.sources.lists.remarks import remarks_of
from debadge.text.folding import fold

NAME = "ofac"
TOGETHER = True
PRIMARY, ALIASES, ADDRESSES = 12, 5, 6  # columns
_NAME_KINDS = {"aka": "alias", "fka": "former", "nka": "alias"}
_NOTHING = "-0-"


def sniff(head: str) -> bool:
    """Whether the first record is of one of the three kinds."""
    return _width(head) is not None


def _width(head: str) -> int | None:
    """The number of columns, where the first record is of OFAC's: a number, and nothing written as nothing."""
    lines = [line for line in head.removeprefix("\ufeff").splitlines()[:3] if line.strip()]
    try:
        cells = [cell.strip() for cell in next(csv.reader(lines[:1]), [])]
    except csv.Error:
        return None
    if not cells or not cells[0].isascii() or not cells[0].isdigit():
        return None
    match len(cells):
        case 12 if cells[1] and not cells[1].isdigit():
            return PRIMARY
        case 5 if cells[1].isdigit() and cells[2] in _NAME_KINDS:
            return ALIASES
        case 6 if cells[1].isdigit():
            return ADDRESSES
        case _:
            return None


def read(files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
    """One row a record of names, with the aliases and addresses of the other files.

    Raises:
        FileError: Aliases or addresses without the file of names.
    """
    kinds = [(_width(file.head), file) for file in files]
    if not any(width == PRIMARY for width, _ in kinds):
        raise FileError("lists.file.no_names")
    aliases: dict[str, list[ListedName]] = defaultdict(list)
    addresses: dict[str, list[Address]] = defaultdict(list)
    for width, file in kinds:
        for _, cells in _rows(file, width) if width != PRIMARY else ():
            if isinstance(cells, Reject):
                yield cells
            elif width == ALIASES:
                aliases[cells[0]].append(ListedName(text=cells[3], kind=_NAME_KINDS.get(cells[2], "alias")))
            else:
                addresses[cells[0]] += _address(cells, context)
    seen: set[str] = set()
    for width, file in kinds:
        lists = _Lists(file, context) if width == PRIMARY else None
        for place, cells in _rows(file, width) if lists else ():
            if isinstance(cells, Reject):
                yield cells
                continue
            assert lists is not None  # as asked above
            seen.add(cells[0])
            yield _item(cells, place, lists, aliases.get(cells[0], []), addresses.get(cells[0], []), context)
    for lost in sorted(({*aliases, *addresses}) - seen, key=int)[:1000]:
        yield Reject(locator=kinds[0][1].name, reason="lists.reject.orphan", given={"number": lost})


def _rows(file: ListFile, width: int | None) -> Iterator[tuple[str, list[str] | Reject]]:
    """(place, cells) of a file; nothing stands as an empty text."""
    with file.text() as text:
        for row in records(text):
            place = f"{file.name}:{row.line}"
            yield place, _reject(row, place, width) or ["" if cell == _NOTHING else cell for cell in row.cells]


def _reject(row: Record, place: str, width: int | None) -> Reject | None:
    if row.broken:
        return Reject(locator=place, reason=row.broken, given={})
    if len(row.cells) != width:
        given = {"cells": str(len(row.cells)), "columns": str(width)}
        return Reject(locator=place, reason="lists.reject.width", given=given)
    if not (row.cells[0].isascii() and row.cells[0].isdigit() and len(row.cells[0]) < 12):
        return Reject(locator=place, reason="lists.reject.number", given={"value": row.cells[0][:40]})
    return None


def _address(cells: list[str], context: ListContext) -> Iterator[Address]:
    parts = [part for part in cells[2:5] if part]
    if parts:
        country = country_of(cells[4], context.reading)
        yield Address(text=", ".join(parts), city=city_of(cells[3]), country=country)


class _Lists:
    """Which list a row of one file is on.

    One row with a programme of a sign says it of the whole file. Else each row is on the list of its programme; what a person
    names counts only where no row of the file says anything, since a file of several lists would fall together into one.
    """

    def __init__(self, file: ListFile, context: ListContext) -> None:
        signs = {program: one.id for one in context.lists.values() for program in one.signs}
        self.of = {program: one.id for one in context.lists.values() for program in one.programs}
        held = {
            program for _, cells in _rows(file, PRIMARY) if isinstance(cells, list) for program in _programs(cells[3])
        }
        self.whole = next((signs[program] for program in sorted(held) if program in signs), None)
        if self.whole is None and not held & self.of.keys():
            self.whole = context.list

    def of_row(self, programs: Sequence[str]) -> str | None:
        """The list of a row; None: nobody knows."""
        return self.whole or next((self.of[program] for program in programs if program in self.of), None)


def _programs(text: str) -> list[str]:
    """``NPWMD] [IFSR`` is two programmes."""
    return [part.strip(" []") for part in text.replace("] [", ";").split(";") if part.strip(" []")]


def _item(
    cells: list[str], place: str, lists: _Lists, aliases: list[ListedName], addresses: list[Address], ctx: ListContext
) -> Item:
    programs = _programs(cells[3])
    list_ = lists.of_row(programs)
    if list_ is None:
        return Reject(locator=place, reason="lists.reject.program", given={"programs": ", ".join(programs) or "—"})
    told = remarks_of(cells[11], ctx.reading)
    entry = Entry(
        list=list_,
        locator=place,
        ref=cells[0],
        name=cells[1],
        kind=ctx.reading.kinds.get(fold(cells[2]), "organisation") if cells[2] else "organisation",
        person=told.person,
        listed=(*aliases, *told.names),
        addresses=tuple(addresses),
        identifiers=(*told.identifiers, ("ofac_ent_num", cells[0])),
        programs=tuple(programs),
        start=told.days.get("listed", ""),
        terms={
            "linked_to": "; ".join(told.linked),
            **{term: day for term, day in told.days.items() if term != "listed"},
        },
        remarks="; ".join(told.rest),
    )
    return row_of(entry, ctx)
