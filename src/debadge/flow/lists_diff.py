"""What changed between two editions of a list: rows added, removed and changed, with the fields that did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.lists import context_of
from debadge.flow.lists_import import Failed, Order, look_at_all, read_each, snapshot_of
from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.model.ids import canonical
from debadge.model.listing import ListRow, Snapshot
from debadge.store.lists import before, newest, with_rows
from debadge.text.folding import fold

_OURS = frozenset(
    {"locator", "ref", "entity", "list"}
)  # where a row stood and how it is numbered is no news of the party


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One row that stands in both editions and says something else."""

    before: ListRow
    after: ListRow
    fields: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """The JSON form: only the fields that differ."""
        old, new = self.before.plain(), self.after.plain()
        told = {name: {"before": old.get(name), "after": new.get(name)} for name in self.fields}
        return {"ref": self.after.ref, "name": self.after.names[0].text, "fields": told}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two editions and what is between them; rows in the order of their names."""

    before: Snapshot
    after: Snapshot
    added: tuple[ListRow, ...]
    removed: tuple[ListRow, ...]
    changed: tuple[Changed, ...]

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "before": self.before.plain(),
            "after": self.after.plain(),
            "added": [row.plain() for row in self.added],
            "removed": [row.plain() for row in self.removed],
            "changed": [one.plain() for one in self.changed],
        }


def difference(old: Snapshot, new: Snapshot) -> Difference:
    """What the later edition says otherwise.

    A row is found again by its number, else by its primary name: publishers number their rows anew between editions.
    """
    pairs, removed, added = _paired(old.rows, new.rows)
    changed = (_changed(*pair) for pair in pairs)
    return Difference(
        before=old,
        after=new,
        added=tuple(sorted(added, key=_by_name)),
        removed=tuple(sorted(removed, key=_by_name)),
        changed=tuple(sorted((one for one in changed if one), key=lambda one: _by_name(one.after))),
    )


def _by_name(row: ListRow) -> tuple[str, str]:
    return fold(row.names[0].text), row.ref


def _paired(
    olds: Sequence[ListRow], news: Sequence[ListRow]
) -> tuple[list[tuple[ListRow, ListRow]], list[ListRow], list[ListRow]]:
    """(pairs, rows left of the first, rows left of the second)."""
    by_ref = {row.ref: row for row in news}
    pairs = [(row, by_ref[row.ref]) for row in olds if row.ref in by_ref]
    used, found = {old.ref for old, _ in pairs}, {new.ref for _, new in pairs}
    by_name: dict[str, list[ListRow]] = defaultdict(list)
    for row in news:
        if row.ref not in found:
            by_name[fold(row.names[0].text)].append(row)
    removed = []
    for row in olds:
        if row.ref in used:
            continue
        same = by_name[fold(row.names[0].text)]
        if same:
            pairs.append((row, same.pop(0)))
        else:
            removed.append(row)
    return pairs, removed, [row for rows in by_name.values() for row in rows]


def _changed(old: ListRow, new: ListRow) -> Changed | None:
    one, other = _settled(old.plain()), _settled(new.plain())
    fields = tuple(name for name in sorted({*one, *other} - _OURS) if one.get(name) != other.get(name))
    return Changed(before=old, after=new, fields=fields) if fields else None


def _settled(told: dict[str, Any]) -> dict[str, Any]:
    """Further names and addresses in one order: in which of them they are printed means nothing."""
    first, *others = told["names"]
    told["names"] = [first, *sorted(others, key=canonical)]
    told["addresses"] = sorted(told.get("addresses", []), key=canonical)
    return told


def of_days(home: Path, list_: str, first: date | None, last: date) -> Difference:
    """The editions that stood on two days; without a first day, the last one and the one before it.

    Raises:
        ToldError: No edition by one of the days.
        TamperError: A snapshot was changed.
    """
    kept = newest(home, list_, last)
    if kept is None:
        raise ToldError("lists.none_by", list=list_, day=last)
    new = with_rows(home, kept)
    earlier = newest(home, list_, first) if first else before(home, kept)
    if earlier is None:
        reason = "lists.none_by" if first else "lists.none_before"
        raise ToldError(reason, list=list_, day=first or kept.snapshot.day)
    return difference(with_rows(home, earlier), new)


def of_files(paths: Sequence[Path], list_: str, order: Order, world: World) -> Difference | tuple[Failed, ...]:
    """The list as two files tell it, or why one of them cannot be read; nothing is kept."""
    old, new = (_edition(path, list_, order, world) for path in paths)
    if isinstance(old, Snapshot) and isinstance(new, Snapshot):
        return difference(old, new)
    return tuple(bad for found in (old, new) if not isinstance(found, Snapshot) for bad in found)


def _edition(path: Path, list_: str, order: Order, world: World) -> Snapshot | tuple[Failed, ...]:
    files, failed = look_at_all([path])
    readings, more = read_each(files, context_of(world, list_, order.mapping))
    return snapshot_of(readings[0], list_, order) if readings else (*failed, *more)
