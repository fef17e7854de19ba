"""How old each list is, what changed between editions, and fetching from simulated addresses."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.error import URLError

import pytest
from tests.sources.lists.conftest import OLD, csl

from debadge.flow.lists import load_snapshots
from debadge.flow.lists_diff import Difference, difference, of_days, of_files
from debadge.flow.lists_import import Order, import_files
from debadge.flow.lists_status import Standing, status
from debadge.flow.lists_sync import Synced, sync
from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.model.listing import Address, ListedName, ListRow, Snapshot
from debadge.store.lists import Broken

DAY = date(2026, 6, 1)


def of(list_: str, standings: Iterable[Standing]) -> Standing:
    [found] = [one for one in standings if one.list == list_]
    return found


@pytest.fixture
def kept(tmp_path: Path, world: World) -> Path:
    """A home with one own list, out on 1 May 2026."""
    (tmp_path / "own.csv").write_text("name,from\nCrake,2024-01-01\nRail,2024-01-02\n", "utf-8")
    order = Order(home=tmp_path, day=DAY, list="own-ban", published=date(2026, 5, 1))
    assert import_files([tmp_path / "own.csv"], order, world).whole
    return tmp_path


def test_every_known_list_is_told_also_when_never_imported(kept: Path, world: World) -> None:
    told = status(kept, DAY, world)
    assert {one.list for one in told} == {*world.lists, "own-ban"}
    assert (of("us-uflpa", told).snapshot, of("us-uflpa", told).age_days) == (None, None)


@pytest.mark.parametrize(
    ("as_of", "age", "past"), [("2026-06-01", 31, False), ("2026-07-30", 90, False), ("2026-07-31", 91, True)]
)
def test_age_counts_from_publication_to_the_day_asked(
    kept: Path, world: World, as_of: str, age: int, *, past: bool
) -> None:
    told = of("own-ban", status(kept, date.fromisoformat(as_of), world))
    assert (told.age_days, told.past_recheck, told.recheck) == (age, past, date(2026, 7, 30))


def test_edition_of_a_later_day_does_not_stand_yet(kept: Path, world: World) -> None:
    assert of("own-ban", status(kept, date(2026, 4, 30), world)).snapshot is None


def test_changed_file_is_told_and_nothing_stands_for_its_list(kept: Path, world: World) -> None:
    [rows] = (kept / "lists" / "own-ban").glob("*.jsonl")
    rows.write_bytes(b"")
    told = of("own-ban", status(kept, DAY, world))
    assert (told.broken, told.snapshot, told.absent) == ((Broken(list="own-ban", path=rows),), None, "broken")


ROW = ListRow(list="own-x", ref="1", names=(ListedName(text="Crake"),))


def edition(*rows: ListRow) -> Snapshot:
    return Snapshot(
        list="own-x", digest="", published=None, imported=DAY, count=len(rows), persons=0, files=(), rows=rows
    )


def named(name: str, ref: str) -> ListRow:
    return replace(ROW, ref=ref, names=(ListedName(text=name),))


def test_rows_added_removed_and_changed_with_their_fields() -> None:
    new = replace(ROW, citation="84 FR 1", addresses=(Address(text="1 Way"),), locator="elsewhere.csv:9")
    told = difference(edition(ROW, named("Rail", "2")), edition(new, named("Heron", "3")))
    assert [row.names[0].text for row in (*told.added, *told.removed)] == ["Heron", "Rail"]
    assert [one.fields for one in told.changed] == [("addresses", "citation")]
    assert told.changed[0].plain()["fields"] == {
        "addresses": {"before": None, "after": [{"text": "1 Way"}]},
        "citation": {"before": None, "after": "84 FR 1"},
    }


def test_row_that_was_only_numbered_anew_or_moved_is_no_change() -> None:
    told = difference(edition(ROW), edition(replace(ROW, ref="abc", locator="x:1")))
    assert (told.added, told.removed, told.changed) == ((), (), ())


def test_order_of_aliases_and_addresses_is_no_change() -> None:
    both = (ListedName(text="A"), ListedName(text="B"))
    one, other = replace(ROW, names=(*ROW.names, *both)), replace(ROW, names=(*ROW.names, *reversed(both)))
    assert difference(edition(one), edition(other)).changed == ()


def test_namesakes_are_paired_one_by_one() -> None:
    told = difference(edition(named("Crake", "1"), named("Crake", "2")), edition(named("Crake", "3")))
    assert (len(told.removed), len(told.added)) == (1, 0)


def test_layouts_of_two_ages_compare_equal(tmp_path: Path, world: World) -> None:
    row = {"name": "Crake", "federal_register_notice": "84 FR 1", "start_date": "2020-01-01", "_id": "x"}
    (tmp_path / "new.csv").write_text(csl([row]), "utf-8")
    (tmp_path / "old.csv").write_text(csl([{k: v for k, v in row.items() if k != "_id"}], OLD), "utf-8")
    order = Order(home=tmp_path, day=DAY)
    told = of_files([tmp_path / "old.csv", tmp_path / "new.csv"], "us-bis-entity-list", order, world)
    assert isinstance(told, Difference)
    assert (told.added, told.removed, told.changed) == ((), (), ())
    assert not (tmp_path / "lists").exists()


def test_file_that_cannot_be_read_is_told_by_diff(tmp_path: Path, world: World) -> None:
    told = of_files([tmp_path / "a", tmp_path / "b"], "own-x", Order(home=tmp_path, day=DAY), world)
    assert not isinstance(told, Difference)
    assert [bad.name for bad in told] == ["a", "b"]


def test_editions_of_two_days(kept: Path, world: World) -> None:
    (kept / "own.csv").write_text("name,from\nCrake,2024-01-01\nHeron,2026-05-20\n", "utf-8")
    order = Order(home=kept, day=DAY, list="own-ban", published=date(2026, 5, 20))
    assert import_files([kept / "own.csv"], order, world).whole
    for first in (None, date(2026, 5, 19)):
        told = of_days(kept, "own-ban", first, DAY)
        assert [row.names[0].text for row in (*told.added, *told.removed)] == ["Heron", "Rail"]


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [(None, "2026-06-01", "none_before"), ("2026-04-01", "2026-06-01", "none_by"), (None, "2026-04-01", "none_by")],
)
def test_day_without_an_edition_is_told(kept: Path, first: str | None, last: str, reason: str) -> None:
    with pytest.raises(ToldError, match=f"lists.{reason}"):
        of_days(kept, "own-ban", first and date.fromisoformat(first), date.fromisoformat(last))  # type: ignore[arg-type]


class Answered(io.BytesIO):
    """An answer from an address."""

    url = "https://lists.example/"


Served = Mapping[str, bytes]
CMIC = {
    "cons_prim.csv": '1,"HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO., LTD.",-0- ,"CMIC-EO13959"' + ",-0- " * 8 + "\n",
    "cons_alt.csv": '1,2,"aka","HIKVISION",-0- \n',
    "cons_add.csv": '1,3,"555 Road","Hangzhou 310051","China",-0- \n',
}


def opener(served: Mapping[str, bytes], asked: list[str]) -> Callable[[str, float], Answered]:
    def opened(url: str, _wait: float) -> Answered:
        name = url.rpartition("/")[2]
        asked.append(name)
        if name not in served:
            raise URLError("no route")
        return Answered(served[name])

    return opened


def synced(ids: list[str], served: Mapping[str, bytes], home: Path, world: World) -> tuple[list[Synced], list[str]]:
    asked: list[str] = []
    order = Order(home=home, day=DAY, accept="test")
    return list(sync(ids, order, world, opener(served, asked), lambda: 0.0)), asked


def test_parts_of_one_list_are_fetched_together_and_kept(tmp_path: Path, world: World) -> None:
    [told], asked = synced(["us-ns-cmic"], {k: v.encode() for k, v in CMIC.items()}, tmp_path, world)
    assert (told.whole, asked) == (True, ["cons_prim.csv", "cons_alt.csv", "cons_add.csv"])
    [row] = load_snapshots(tmp_path, DAY)[0].rows
    assert ([name.text for name in row.names[1:]], row.addresses[0].city) == (["HIKVISION"], "Hangzhou")
    assert len(list((tmp_path / "lists" / "fetched").iterdir())) == 6


def test_other_addresses_are_tried_and_the_failure_told(tmp_path: Path, world: World) -> None:
    source = "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department"
    served = {"consolidated.csv": csl([{"name": "Crake", "source": source}]).encode()}
    [told], asked = synced(["us-ns-cmic"], served, tmp_path, world)
    assert (told.whole, asked) == (True, ["cons_prim.csv", "consolidated.csv"])
    assert [bad.reason for bad in told.missed] == ["lists.sync.unreachable"]


def test_address_that_serves_several_lists_is_asked_once(tmp_path: Path, world: World) -> None:
    unverified = "Unverified List (UVL) - Bureau of Industry and Security"
    served = {"consolidated.csv": csl([{"name": "Crake"}, {"name": "Rail", "source": unverified}]).encode()}
    told, asked = synced(["us-bis-entity-list", "us-bis-unverified"], served, tmp_path, world)
    assert ([one.whole for one in told], asked) == ([True, True], ["consolidated.csv"])
    assert {s.list: s.count for s in load_snapshots(tmp_path, DAY)} == {"us-bis-entity-list": 1, "us-bis-unverified": 1}


def test_list_on_a_page_is_imported_by_hand(tmp_path: Path, world: World) -> None:
    [told], asked = synced(["us-uflpa"], {}, tmp_path, world)
    assert (told.whole, told.done, asked) == (False, None, [])
    assert told.pages == ("https://www.dhs.gov/uflpa-entity-list",)


def test_page_instead_of_a_file_is_no_list(tmp_path: Path, world: World) -> None:
    [told], _ = synced(["us-bis-meu"], {"consolidated.csv": b"<html>Maintenance</html>"}, tmp_path, world)
    assert (told.whole, load_snapshots(tmp_path, DAY)) == (False, ())


def test_unknown_list_is_not_fetched(tmp_path: Path, world: World) -> None:
    with pytest.raises(ToldError, match="unknown"):
        synced(["us-moon"], {}, tmp_path, world)
