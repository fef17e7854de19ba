"""Every row of a list is found by its names, as the list writes them, and by the name of the firm that stands below a parent."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from debadge.flow.lists import load_snapshots
from debadge.flow.lists_import import Order, import_files
from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.listing import ListedName, ListRow, Snapshot

DAY = date(2026, 11, 22)
ACADEMY = "Exampleland Aerospace Science and Industry Corporation Second Academy"
ROWS = (
    "Nightjar Missile Corporation, Joint Stock Company Rychagor",
    "Nightjar Missile Corporation, AO Rychagov Concern",
    "Nightjar Missile Corporation, Oreshkino Aviation Plant",
    "Nightjar Missile Corporation, Central Design Bureau of Automation",
    "Nightjar Missile Corporation, Moscow",
    f"{ACADEMY}, 207th Research Institute",  # as the import writes "… Academy. Subordinate Institution - 207th …"
    "University of Quivering Reeds, Institute of Basic Mendicancy",
    "University of Quivering Reeds, Institute of Wading",
    "University of Quivering Reeds, Oreshkino Institute of Reedbeds",
    "Quillfeather Precision Co., Ltd. (QPC) 717th Research Institute",
    "MOBILIARIO, TRANSPORTES, Y SERVICIOS QUILLONES S.A. DE C.V.",
    "Oreshkina Instrument Design Bureau",
)


@pytest.fixture(scope="module")
def screen(world: World) -> NameScreen:
    rows = [ListRow(list="zz", ref=str(at), names=(ListedName(text=name),)) for at, name in enumerate(ROWS)]
    other = ListedName(text="Otkrytoe Aktsionernoe Obshchestvo Tikhovetrova Pribor", kind="former")
    rows[-1] = ListRow(list="zz", ref="last", names=(*rows[-1].names, other))
    kept = Snapshot(
        list="zz", digest="ab" * 32, published=DAY, imported=DAY, count=len(rows), persons=0, files=(), rows=tuple(rows)
    )
    return NameScreen(world, (kept,), as_of=DAY)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Joint Stock Company Rychagor", "listed"),
        ("Rychagov Concern AO", "listed"),
        ("Oreshkino Aviation Plant", "possible"),  # without a legal form of its own it is a weak name
        (f"{ACADEMY}. Subordinate Institution - 207th Research Institute", "listed"),
        ("JSC NIIQX, f.k.a., Otkrytoe Aktsionernoe Obshchestvo Tikhovetrova Pribor", "listed"),
    ],
)
def test_firm_is_found_by_its_own_name_and_by_its_row_as_the_list_writes_it(
    screen: NameScreen, name: str, answer: str
) -> None:
    assert screen.screen(name).answer == answer


@pytest.mark.parametrize(
    "name",
    [
        *("Central Design Bureau of Automation", "Moscow Trading House", "Institute of Basic Mendicancy"),
        *("Transportes Sabalos S.A. de C.V.", "717th Research Institute", "Servicios Quillones Y Garza"),
    ],
)
def test_part_that_names_nobody_by_itself_makes_no_name(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer in ("no_match", "refused")


def test_every_name_of_a_row_is_its_name_though_another_comes_to_the_same_words(world: World) -> None:
    names = (ListedName(text="Teterevka JSC"), ListedName(text="OAO Teterevka", kind="alias"))
    kept = Snapshot(
        list="zz", digest="ab" * 32, published=DAY, imported=DAY, count=1, persons=0, files=(),
        rows=(ListRow(list="zz", ref="1", names=names),),
    )  # fmt: skip
    asked = ("Teterevka JSC", "OAO Teterevka", "Teterevka GmbH")
    screen = NameScreen(world, (kept,), as_of=DAY)
    assert [screen.screen(name).answer for name in asked] == ["listed", "listed", "possible"]


def test_every_row_is_found_by_the_name_it_has(screen: NameScreen) -> None:
    assert [name for name in ROWS if screen.screen(name).answer not in ("listed", "possible")] == []


FILES = ("us_entity_list_2025-11-08.json", "dod_1260h_selected_facts.csv", "fcc_covered_list_facts.csv")
ASKED = 7  # one name of so many is asked for, and all that the import wrote otherwise


def test_names_of_the_given_lists_are_found_as_they_are_written(shared: Path, world: World, tmp_path: Path) -> None:
    files = [shared / "data" / "lists" / name for name in FILES]
    import_files(files, Order(home=tmp_path, day=DAY, accept="for the test"), world)
    snapshots = load_snapshots(tmp_path, DAY)
    screen = NameScreen(world, snapshots, as_of=DAY)
    kept = list(dict.fromkeys(name.text for one in snapshots for row in one.rows for name in row.names))
    written = {entry["name"] for entry in json.loads(files[0].read_text("utf-8"))["entities"]} - set(kept)
    told = [screen.screen(name) for name in (*kept[::ASKED], *sorted(written))]
    assert [one.query for one in told if one.answer not in ("listed", "possible", "refused")] == []
    refused = {one.reason for one in told if one.answer == "refused"}
    assert refused <= {
        "screen.refused.person",
        "screen.refused.long",
    }  # persons that a list does not call so; two ministries
