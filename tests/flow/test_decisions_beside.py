"""A dismissed pair stays dismissed until query, row or policy changes, or its last day is over; nothing is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from debadge.flow.decisions import Desk, Rows, Said, decide, kept_decisions
from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.decision import Decision, Kind, Record, Revocation
from debadge.model.errors import ToldError
from debadge.model.listing import Address, ListedName, ListRow, Snapshot
from debadge.model.query import Owner, Query
from debadge.screen.names.answer import NameAnswer

DAY = date(2026, 11, 22)
ROW = ListRow(list="own-a", ref="1", names=(ListedName(text="Nightjar Optics Co., Ltd."),), locator="a.csv:2")
ASKED = Query(text="Nightjar Optics Inc.", country="CA")


def snapshot(*rows: ListRow) -> tuple[Snapshot, ...]:
    lists = sorted({row.list for row in rows})
    return tuple(
        Snapshot(
            list=list_,
            digest="ab" * 32,
            published=None,
            imported=DAY,
            count=1,
            persons=0,
            files=(),
            rows=tuple(row for row in rows if row.list == list_),
        )
        for list_ in lists
    )


def said(**told: object) -> Said:
    given = {"kind": Kind.DISMISS, "by": "A. Clerk", "why": "another firm", "day": DAY, "expires": None}
    return Said(**{**given, "pair": ("own-a", "1"), **told})  # type: ignore[arg-type]


def decided(world: World, query: Query = ASKED, *rows: ListRow, **told: object) -> list[Decision]:
    lists = snapshot(*(rows or (ROW,)))
    return list(decide([query], said(**told), NameScreen(world, lists, as_of=DAY), Rows(world, lists)))


def beside(
    world: World, records: Sequence[Record], *rows: ListRow, query: Query = ASKED, day: date = DAY
) -> NameAnswer:
    lists = snapshot(*(rows or (ROW,)))
    screen = NameScreen(world, lists, as_of=day)
    return Desk(screen, Rows(world, lists), records).laid_beside(query, screen.screen(query))


def test_dismissed_answer_keeps_what_it_is_and_says_who(world: World) -> None:
    told = beside(world, decided(world))
    assert (told.answer, told.revived) == ("listed", None)
    assert told.dismissed is not None
    assert {key: told.dismissed[key] for key in ("by", "when", "why", "expires")} == {
        "by": "A. Clerk",
        "when": "2026-11-22",
        "why": "another firm",
        "expires": None,
    }


def test_confirmed_answer_still_counts(world: World) -> None:
    told = beside(world, decided(world, kind=Kind.CONFIRM))
    assert told.dismissed is None
    assert told.confirmed


@pytest.mark.parametrize("text", ["NIGHTJAR OPTICS, INC.", "Nightjar  Optics Inc.", "nightjar optics inc"])
def test_name_that_reads_the_same_is_the_same_query(world: World, text: str) -> None:
    assert beside(world, decided(world), query=replace(ASKED, text=text)).dismissed


@pytest.mark.parametrize(
    "query",
    [
        replace(ASKED, text="Nightjarr Optics Inc."),
        replace(ASKED, text="Nightjar Optics GmbH"),
        replace(ASKED, country="CN"),
        replace(ASKED, country=None),
        replace(ASKED, identifiers=("91330000733796106P",)),
    ],
)
def test_another_query_is_not_dismissed(world: World, query: Query) -> None:
    assert beside(world, decided(world), query=query).dismissed is None


def test_changed_row_revives_the_answer_and_says_so(world: World) -> None:
    other = replace(ROW, addresses=(Address(text="Toronto", country="CA"),))
    told = beside(world, decided(world), other)
    assert (told.dismissed, told.revived) == (None, "row")


def test_row_that_only_moved_in_its_file_stays_dismissed(world: World) -> None:
    assert beside(world, decided(world), replace(ROW, locator="b.csv:99")).dismissed


def test_another_row_of_the_same_party_revives_the_answer(world: World) -> None:
    told = beside(world, decided(world), ROW, replace(ROW, list="own-b", ref="7"))
    assert (told.dismissed, told.revived) == (None, "row")


def test_another_policy_revives_the_answer(world: World) -> None:
    (one,) = decided(world)
    assert beside(world, [replace(one, policy="names-0")]).revived == "policy"
    read = replace(one.asked, read=("otherwise",))
    assert beside(world, [replace(one, asked=read)]).revived == "policy"


@pytest.mark.parametrize(("day", "revived"), [(date(2026, 12, 31), None), (date(2027, 1, 1), "expired")])
def test_decision_holds_through_its_last_day(world: World, day: date, revived: str | None) -> None:
    told = beside(world, decided(world, expires=date(2026, 12, 31)), day=day)
    assert (told.revived, bool(told.dismissed)) == (revived, revived is None)


def test_decision_is_not_in_force_before_it_was_taken(world: World) -> None:
    told = beside(world, decided(world), day=date(2026, 11, 21))
    assert (told.dismissed, told.revived) == (None, None)


def test_revoked_decision_is_as_if_it_had_not_been_taken_and_may_be_taken_again(world: World) -> None:
    (one,) = decided(world)
    ended = Revocation(of=one.id, by="B. Chief", day=DAY, why="was wrong")
    assert beside(world, [one, ended]).dismissed is None
    assert beside(world, [one, ended, one]).dismissed
    assert [kept.state(DAY) for kept in kept_decisions([one, ended, one])] == ["revoked", "kept"]


def test_last_decision_about_a_pair_counts(world: World) -> None:
    told = beside(world, [*decided(world), *decided(world, kind=Kind.CONFIRM)])
    assert (told.dismissed, bool(told.confirmed)) == (None, True)


def test_dismissing_one_row_of_a_party_dismisses_all_its_rows(world: World) -> None:
    both = (ROW, replace(ROW, list="own-b", ref="7"))
    records = decided(world, ASKED, *both)
    assert {(one.list, one.ref) for one in records} == {("own-a", "1"), ("own-b", "7")}
    assert beside(world, records, *both).dismissed


def test_other_party_beside_a_dismissed_one_keeps_the_answer_open(world: World) -> None:
    both = (ROW, ListRow(list="own-b", ref="7", names=(ListedName(text="Nightjar Optiks"),)))
    assert [one.ref for one in decided(world, ASKED, *both)] == ["1"]
    assert beside(world, decided(world, ASKED, *both), *both).dismissed is None
    assert beside(world, decided(world, ASKED, *both, pair=None), *both).dismissed


def test_that_a_named_party_owns_a_part_cannot_be_dismissed(world: World) -> None:
    query = Query(text="Prairie Freight", owners=(Owner(name="Nightjar Optics"),))
    assert decided(world, query, pair=None) == []
    owned = replace(ASKED, owners=(Owner(name="Nightjar Optics", share=10.0),))
    assert decided(world, owned) == []


def test_name_with_an_owner_whom_nobody_names_can_be_dismissed(world: World) -> None:
    query = replace(ASKED, owners=(Owner(name="Maple Ridge Roofing", share=100.0),))
    records = decided(world, query)
    assert [one.ref for one in records] == ["1"]
    assert beside(world, records, query=query).dismissed


@pytest.mark.parametrize(
    "told", [{"by": " "}, {"why": ""}, {"expires": date(2026, 11, 21)}], ids=["by", "why", "expires"]
)
def test_decision_needs_a_person_a_reason_and_days_in_order(told: dict[str, object]) -> None:
    with pytest.raises(ToldError):
        said(**told)


def test_every_decision_that_an_answer_rests_on_is_in_force(world: World) -> None:
    rows = (ROW, replace(ROW, list="own-b", ref="7"))
    lists = snapshot(*rows)
    screen = NameScreen(world, lists, as_of=DAY)
    taken = list(decide([ASKED], said(pair=None), screen, Rows(world, lists)))
    desk = Desk(screen, Rows(world, lists), taken)
    assert desk.laid_beside(ASKED, screen.screen(ASKED)).dismissed
    assert len(taken) == 2
    assert {(one.list, count) for one, count in desk.in_force.values()} == {("own-a", 1), ("own-b", 1)}


@pytest.mark.parametrize(("kind", "revived"), [(Kind.CONFIRM, "gone"), (Kind.DISMISS, None)])
def test_confirmed_match_whose_row_vanished_leaves_a_trace(kind: Kind, revived: str | None, world: World) -> None:
    other = replace(ROW, ref="9", names=(ListedName(text="Rail Drones"),))
    lists = snapshot(other)
    screen = NameScreen(world, lists, as_of=DAY)
    desk = Desk(screen, Rows(world, lists), decided(world, kind=kind))
    row = replace(ASKED, text="Owl Roofing", names=(ASKED.text,))
    for query in (ASKED, row):
        answer = desk.of_row(query, screen.each(query))
        assert (answer.answer, answer.revived) == ("no_match", revived)
