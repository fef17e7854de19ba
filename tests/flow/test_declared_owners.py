"""What is answered through an owner that the input states: the row, the day and the text are those of the owner."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.listing import ListedName, ListRow, Snapshot
from debadge.model.query import Owner, Query

DAY = date(2026, 11, 22)
ROWS = tuple(
    ListRow(
        list="own", ref=ref, names=(ListedName(text=name),), citation=f"91 FR {ref}", start=DAY, locator=f"a.csv:{ref}"
    )
    for ref, name in (("1", "Nightjar Optics Co., Ltd."), ("2", "Crake Drones GmbH"))
)


@pytest.fixture(scope="module")
def screen(world: World) -> NameScreen:
    lists = Snapshot(list="own", digest="ab" * 32, published=DAY, imported=DAY, count=2, persons=0, files=(), rows=ROWS)
    return NameScreen(world, (lists,), as_of=DAY)


def asked(name: str, *owners: tuple[str, float | None]) -> Query:
    return Query(text=name, owners=tuple(Owner(name=owner, share=share) for owner, share in owners))


@pytest.mark.parametrize(("share", "answer"), [(60.0, "affiliate"), (10.0, "cannot_tell"), (None, "cannot_tell")])
def test_row_day_and_text_are_those_of_the_owner(share: float | None, answer: str, screen: NameScreen) -> None:
    told = screen.screen(asked("Owl Ltd.", ("Nightjar Optics", share))).plain()
    assert (told["answer"], told["list"], told["ref"], told["row"]) == (answer, "own", "1", "a.csv:1")
    assert (told["since"], told["citation"], told["name"]) == ("2026-11-22", "91 FR 1", "Nightjar Optics Co., Ltd.")
    assert (told["channel"], [one["listed"] for one in told["matched"]]) == ("owner", ["nightjar", "optics"])


def test_measures_that_name_the_owner_are_told(screen: NameScreen) -> None:
    told = screen.screen(asked("Owl Ltd.", ("Huawei", 60.0)))
    assert (told.entity, told.list) == ("huawei", "pack")
    assert "us-889a1a" in told.regimes


def test_of_several_owners_the_surest_and_greatest_stands(screen: NameScreen) -> None:
    told = screen.screen(asked("Owl Ltd.", ("China Telecom", 30.0), ("Nightjar Optics", 20.0), ("Crake Drones", 50.0)))
    assert (told.answer, told.ref, len(told.ties)) == ("affiliate", "2", 3)


def test_owner_that_is_only_possible_makes_no_affiliate(screen: NameScreen) -> None:
    assert screen.screen("China Telecom").answer == "possible"
    assert screen.screen(asked("Owl Ltd.", ("China Telecom", 60.0))).answer == "cannot_tell"


def test_what_the_name_itself_is_like_stands_among_the_others(screen: NameScreen) -> None:
    told = screen.screen(asked("China Telecom", ("Nightjar Optics", 60.0)))
    assert (told.answer, told.ref, told.others[0]["ref"]) == ("affiliate", "1", "china_telecom")


def test_owner_of_nothing_is_behind_nobody(screen: NameScreen) -> None:
    told = screen.screen(asked("Owl Ltd.", ("Nightjar Optics", 0.0)))
    assert (told.answer, told.list, told.ties[0]["share"]) == ("no_match", None, "0 %")
