"""Content of lists beside their rows: counted by kind, and missed where a copy has lost most of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.flow.lists import context_of
from debadge.flow.lists_content import contents, lost_content
from debadge.flow.world import World
from debadge.model.listing import CONTENTS, Address, ListedName, ListRow, Snapshot
from debadge.sources.lists.read import layout_of, look_at, read_together

FULL = ListRow(
    list="own-x",
    ref="1",
    names=(ListedName(text="Crake"), ListedName(text="Crake Works"), ListedName(text="秧鸡", kind="alias")),
    kind="organisation",
    addresses=(Address(text="1 Way"),),
    identifiers=(("lei", "X"), ("ofac_ent_num", "1")),
    programs=("P",),
    start=date(2020, 1, 2),
    until=date(2024, 1, 2),
    citation="84 FR 1",
    terms=(("license_policy", "denial"), ("linked_to", "Rail")),
)
WITHOUT: dict[str, dict[str, Any]] = {
    "names": {"names": FULL.names[:1]},
    "native": {"names": (*FULL.names[:2], ListedName(text="Wachtelkönig"))},
    "addresses": {"addresses": ()},
    "identifiers": {"identifiers": (("ofac_ent_num", "1"),)},
    "programs": {"programs": ()},
    "start": {"start": None},
    "until": {"until": None},
    "citation": {"citation": None},
    "terms": {"terms": (("linked_to", "Rail"),)},
    "kind": {"kind": "unknown"},
}
BARE = ListRow(list="own-x", ref="1", names=FULL.names[:1])


def snapshot(*rows: ListRow) -> Snapshot:
    given = {"digest": "", "published": None, "imported": date(2026, 6, 1), "persons": 0, "files": ()}
    return Snapshot(list="own-x", count=len(rows), rows=rows, **given)  # type: ignore[arg-type]  # fields by name


def lost(new: list[ListRow], last: list[ListRow]) -> list[str]:
    return [doubt.given["content"] for doubt in lost_content(snapshot(*new), snapshot(*last), None)]


def test_every_kind_of_content_is_counted() -> None:
    assert contents([FULL, BARE]) == {kind: 2 if kind == "names" else 1 for kind in CONTENTS}
    assert WITHOUT.keys() == set(CONTENTS)


@pytest.mark.parametrize("kind", CONTENTS)
def test_kind_that_is_gone_from_every_row_is_missed(kind: str) -> None:
    poor = replace(FULL, **WITHOUT[kind])
    assert lost([poor] * 40, [FULL] * 40) == ([kind] if kind != "names" else ["names", "native"])


@pytest.mark.parametrize(
    ("new", "last", "missed"),
    [
        pytest.param((24, 16), (40, 0), False, id="six in ten are left"),
        pytest.param((20, 20), (40, 0), True, id="every second one is gone"),
        pytest.param((0, 40), (1, 39), False, id="rare: one item in forty rows"),
        pytest.param((0, 4), (2, 2), False, id="two may always go"),
        pytest.param((0, 4), (3, 1), True, id="three of a short list"),
        pytest.param((15, 0), (40, 0), False, id="rows are gone, and only their content with them"),
        pytest.param((40, 60), (40, 0), False, id="poorer rows came, and nothing left"),
    ],
)
def test_loss_is_told_where_much_of_what_was_common_is_gone(
    new: tuple[int, int], last: tuple[int, int], *, missed: bool
) -> None:
    poor = replace(FULL, addresses=())
    one, other = ([FULL] * full + [poor] * rest for full, rest in (new, last))
    assert lost(one, other) == (["addresses"] if missed else [])


def test_selection_is_not_held_against_what_is_usual_for_the_whole(world: World) -> None:
    facts = world.lists["us-bis-entity-list"]
    rows = [replace(BARE, ref=str(number)) for number in range(40)]
    assert [one.reason for one in lost_content(snapshot(*rows), None, facts)] == ["lists.doubt.usual"] * 5
    assert list(lost_content(snapshot(*rows), None, None)) == []


@pytest.mark.parametrize(
    ("list_", "names"),
    [
        ("us-bis-entity-list", "us_entity_list_2025-11-08.json"),
        ("us-bis-entity-list", "csl_sample_28col_2019.csv"),
        ("us-ns-cmic", "ofac_ns_cmic_prim.csv ofac_ns_cmic_alt.csv ofac_ns_cmic_add.csv"),
        ("us-ofac-sdn", "ofac_sdn.csv ofac_sdn_alt.csv"),
    ],
)
def test_copies_hold_what_is_said_to_be_usual(shared: Path, world: World, list_: str, names: str) -> None:
    files, context = [look_at(shared / "data" / "lists" / name) for name in names.split()], context_of(world)
    rows = read_together(layout_of(files[0], context), files, context).rows[list_]
    found, usual = contents(rows), world.lists[list_].usual
    assert usual
    assert {kind: min(found[kind] * 100 // len(rows), least) for kind, least in usual.items()} == usual


def test_names_of_ofac_without_their_aliases_are_missed(shared: Path, world: World) -> None:
    context = context_of(world)
    file = look_at(shared / "data" / "lists" / "ofac_ns_cmic_prim.csv")
    rows = read_together(layout_of(file, context), [file], context).rows["us-ns-cmic"]
    told = lost_content(snapshot(*rows), None, world.lists["us-ns-cmic"])
    assert [one.given["content"] for one in told] == ["names", "addresses"]
