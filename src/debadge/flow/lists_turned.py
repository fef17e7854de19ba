"""Whether the rows of a copy still belong to their names: what is told of a party rarely turns into something else.

A copy whose names slipped against the rest of the rows has every row, every name and every column, and is wrong in each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from debadge.flow.lists_doubt import FEW, Doubt
from debadge.model.listing import ListRow, Snapshot
from debadge.text.folding import fold

MOST_TURNED = 25
"""Percent of the parties found again by name of which something firm may say otherwise.

Between the copies of the Entity List of 2019 and 2025 that we have, of 15 parties in both no country, no number and no further
name had turned, and one first day (7 %). Notices and terms are amended more often (13 %) and are not asked.
"""
_OF_THE_ROW = frozenset({"ofac_ent_num"})  # how the publisher numbers the row


def turned(new: Snapshot, last: Snapshot) -> Iterator[Doubt]:
    """Kinds of firm content that say something else of too many parties of one name."""
    now, before = _by_name(new.rows), _by_name(last.rows)
    again = [(before[name], now[name]) for name in before if name in now]
    for kind, has_turned in _FIRM.items():
        told = [found for old, row in again if (found := has_turned(old, row)) is not None]
        other = sum(told)
        if other > FEW and other * 100 > MOST_TURNED * len(told):
            given = {"content": kind, "turned": str(other), "of": str(len(told)), "most": str(MOST_TURNED)}
            yield Doubt(reason="lists.doubt.turned", given=given)


def _by_name(rows: Iterable[ListRow]) -> Mapping[str, ListRow]:
    """Rows by their first names; names that several rows have tell none of them."""
    told: dict[str, ListRow | None] = {}
    for row in rows:
        name = fold(row.names[0].text)
        told[name] = None if name in told else row
    return {name: row for name, row in told.items() if row is not None}


def _apart(one: Iterable[Any], other: Iterable[Any]) -> bool | None:
    """Whether nothing is the same; None where one side tells nothing."""
    mine, theirs = set(one), set(other)
    return mine.isdisjoint(theirs) if mine and theirs else None


def _names(row: ListRow) -> set[str]:
    return {fold(one.text) for one in row.names[1:]} - {""}


def _numbers(old: ListRow, new: ListRow) -> bool | None:
    """By registers that both tell."""
    both = {scheme for scheme, _ in old.identifiers} & {scheme for scheme, _ in new.identifiers} - _OF_THE_ROW
    told = [{pair for pair in row.identifiers if pair[0] in both} for row in (old, new)]
    return _apart(*told)


_FIRM: Mapping[str, Callable[[ListRow, ListRow], bool | None]] = {
    "names": lambda old, new: _apart(_names(old), _names(new)),
    "addresses": lambda old, new: _apart(
        *({one.country for one in row.addresses if one.country} for row in (old, new))
    ),
    "identifiers": _numbers,
    "start": lambda old, new: old.start != new.start if old.start and new.start else None,
}
"""By kinds of `CONTENTS`: whether a row says something else; of addresses the country."""
