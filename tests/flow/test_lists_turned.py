"""Copies whose names slipped against the rest of their rows, and editions that changed as lists do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from debadge.flow.lists_import import Order, import_files
from debadge.flow.lists_turned import MOST_TURNED, turned
from debadge.flow.world import World
from debadge.model.listing import Address, ListedName, ListRow, Snapshot

DAY = date(2026, 11, 20)


def row(number: int) -> ListRow:
    return ListRow(
        list="own",
        ref=str(number),
        names=(ListedName(text=f"Firm {number}"), ListedName(text=f"Alias {number}")),
        addresses=(Address(text="1 Way", country="CN" if number % 2 else "RU"),),
        identifiers=(("lei", str(number)), ("ofac_ent_num", "1")),
        start=DAY - timedelta(days=number),
    )


ROWS = [row(number) for number in range(40)]


def doubts(rows: Sequence[ListRow]) -> list[str]:
    old, new = (
        Snapshot(list="own", digest="", published=None, imported=DAY, count=len(r), persons=0, files=(), rows=tuple(r))
        for r in (ROWS, rows)
    )
    return [doubt.given["content"] for doubt in turned(new, old)]


def slipped(count: int) -> list[ListRow]:
    """The first rows with the names of the next ones."""
    return [replace(one, names=ROWS[(at + 1) % count].names) if at < count else one for at, one in enumerate(ROWS)]


def test_names_that_slipped_are_doubted_by_all_that_is_firm() -> None:
    assert doubts(slipped(40)) == ["addresses", "identifiers", "start"]
    others = [replace(one, names=(one.names[0], ROWS[at - 1].names[1])) for at, one in enumerate(ROWS)]
    assert doubts(others) == ["names"]


@pytest.mark.parametrize(("share", "is_doubted"), [(MOST_TURNED, False), (MOST_TURNED + 5, True)])
def test_some_parties_may_turn(share: int, *, is_doubted: bool) -> None:
    assert bool(doubts(slipped(40 * share // 100))) is is_doubted


def test_order_new_rows_and_what_one_side_does_not_tell_are_no_turn() -> None:
    bare = [replace(one, addresses=(), identifiers=(("ofac_ent_num", "2"),), start=None) for one in ROWS[:20]]
    assert doubts([*reversed(ROWS[20:]), *bare, row(99)]) == []
    assert doubts([*(replace(one, names=ROWS[0].names) for one in ROWS)]) == []  # one name tells none of its rows


def test_shuffled_copy_is_refused_unless_a_person_accepts_it(tmp_path: Path, world: World) -> None:
    names = [f"Firm {number} Optics" for number in range(30)]
    order = Order(home=tmp_path / "home", day=DAY, list="own-x", mapping={"name": "Firm", "start": "Since"})

    def imported(firms: list[str], accept: str | None = None) -> bool:
        days = [(DAY - timedelta(days=at)).isoformat() for at in range(30)]
        lines = [f"{firm},{since}" for firm, since in zip(firms, days, strict=True)]
        (tmp_path / "own.csv").write_text("\n".join(("Firm,Since", *lines)), "utf-8")
        return import_files([tmp_path / "own.csv"], replace(order, accept=accept), world).whole

    assert imported(names)
    assert not imported(names[::-1])
    assert imported(names[::-1], accept="the register was numbered anew")
