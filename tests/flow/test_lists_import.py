"""Taking lists in: good ones are kept, doubtful ones refused with their numbers, and what stood there still stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.sources.lists.conftest import SDN, csl, whole

from debadge.flow.lists import home_of, load_snapshots
from debadge.flow.lists_guard import doubts
from debadge.flow.lists_import import Imported, Order, import_files
from debadge.flow.world import World
from debadge.model.errors import TamperError, ToldError
from debadge.model.listing import ListedName, ListRow, Snapshot

KNOWN = (
    "Hangzhou Hikvision Digital Technology Co., Ltd.",
    "Dahua Technology",
    "Zhejiang Uniview Technologies Co., Ltd.",
)
DAY = date(2026, 6, 1)


@cache
def named() -> tuple[str, ...]:
    """What the list's file names, and the parties that the regime names: a first copy has to have them."""
    world, list_ = World.load(), "us-bis-entity-list"
    parties = {party for measure in world.law.regimes[list_].measures for party in measure.entity.named}
    known = (entry.name for entry in world.lists[list_].known)
    return tuple(dict.fromkeys((*KNOWN, *known, *(world.law.parties[one].name for one in sorted(parties)))))


def names(count: int, without: Iterable[str] = ()) -> list[str]:
    """So many names of an Entity List, known ones first."""
    return [name for name in (*named(), *(f"Crake {n}" for n in range(count - len(named())))) if name not in without]


Take = Callable[..., Imported]


@pytest.fixture
def take(tmp_path: Path, world: World) -> Take:
    """Import an Entity List of some names."""

    def taken(listed: Iterable[str | dict[str, str]], *, more: str = "", day: date = DAY, **said: Any) -> Imported:
        path = tmp_path / "consolidated.csv"
        path.write_text(csl(row if isinstance(row, dict) else whole(row) for row in listed) + more, "utf-8")
        return import_files([path], Order(home=tmp_path, day=day, **said), world)

    return taken


def reasons(done: Imported) -> list[list[str]]:
    return [[doubt.reason.rpartition(".")[2] for doubt in one.doubts] for one in done.taken]


def test_whole_list_is_kept_and_loaded(take: Take, tmp_path: Path) -> None:
    assert take(names(2600)).whole
    [told] = load_snapshots(tmp_path, DAY)
    assert (told.list, told.count, len(told.rows), told.day) == ("us-bis-entity-list", 2600, 2600, DAY)
    assert load_snapshots(tmp_path, date(2026, 5, 31)) == ()


def test_count_out_of_range_is_refused_and_the_last_good_one_stands(take: Take, tmp_path: Path) -> None:
    take(names(2600))
    done = take(names(900))
    assert (done.whole, reasons(done)) == (False, [["count", "lost"]])
    assert dict(done.taken[0].doubts[1].given) == {"lost": "1700", "of": "2600", "percent": "65", "most": "5"}
    assert load_snapshots(tmp_path, DAY)[0].count == 2600


def test_loss_little_by_little_is_noticed(take: Take) -> None:
    counts = (2800, 2700, 2600, 2500)
    told = [reasons(take(names(count))) for count in counts]
    assert told == [[[]], [[]], [[]], [["worn"]]]


@pytest.mark.parametrize("change", [("dahua,", "dahua_not,"), ("2025-01-07,,", "2025-01-07,2026-01-01,")])
def test_known_party_cannot_vanish_or_end_in_silence(change: tuple[str, str], tmp_path: Path, world: World) -> None:
    path = tmp_path / "facts.csv"
    rows = [f"{maker},{maker.title()} Ltd.,2025-01-07,,\n" for maker in ("hikvision", "huawei", "dahua")]
    head = "entity_id,name_as_listed,editions_listed,removed_on,listed_under_parent\n"
    path.write_text(head + "".join(rows), "utf-8")
    import_files([path], Order(home=tmp_path, day=DAY, accept="for the test"), world)
    path.write_text(head + "".join([*rows[:2], rows[2].replace(*change)]), "utf-8")
    told = reasons(import_files([path], Order(home=tmp_path, day=DAY), world))[0]
    assert "known" in told


ENTITY = {"name": "Crake", "addresses": ["1 Way, DE"], "licenseRequirement": "All", "effectiveDate": "2020-01-02"}


@pytest.mark.parametrize(
    ("head", "doubt"), [({"count": 9}, "said"), ({"count": 1, "lastUpdate": "2030-01-01T00:00:00Z"}, "ahead")]
)
def test_file_that_contradicts_itself_or_the_calendar_is_doubted(
    head: dict[str, object], doubt: str, tmp_path: Path, world: World
) -> None:
    path = tmp_path / "entities.json"
    path.write_text(json.dumps({"entities": [ENTITY], **head}), "utf-8")
    done = import_files([path], Order(home=tmp_path, day=DAY), world)
    assert doubt in reasons(done)[0]


def test_known_name_cannot_vanish_in_silence(take: Take) -> None:
    done = take(names(2600, without=["Dahua Technology"]))
    assert (reasons(done), dict(done.taken[0].doubts[0].given)) == ([["known"]], {"name": "Dahua Technology"})


def test_party_of_ours_cannot_vanish_though_the_file_of_the_list_does_not_name_it(take: Take) -> None:
    listed = [name.replace("Huawei Technologies Co., Ltd.", "HUAWEI TECHNOLOGIES (HW)") for name in names(2600)]
    assert take(listed).whole  # without its legal form, and with an acronym behind it
    done = take([name for name in listed if "HUAWEI" not in name])
    assert (reasons(done), dict(done.taken[0].doubts[0].given)) == ([["known"]], {"name": "HUAWEI TECHNOLOGIES (HW)"})


def test_first_copy_has_the_parties_that_the_regime_names_by_then(take: Take) -> None:
    without = [name for name in names(2600) if not name.startswith("Huawei")]
    assert reasons(take(without)) == [["known"]]
    assert reasons(take(without, published=date(2019, 1, 1), day=date(2019, 1, 2))) == [[]]  # not named yet


def test_accepting_keeps_the_reason_and_the_doubts(take: Take, tmp_path: Path) -> None:
    assert take(names(900), accept="sample for training").whole
    [told] = load_snapshots(tmp_path, DAY)
    assert (told.accepted, told.doubts) == ("sample for training", ("lists.doubt.count",))


def test_reason_is_kept_only_where_something_spoke_against_it(take: Take, tmp_path: Path) -> None:
    take(names(2600), accept="just in case")
    assert load_snapshots(tmp_path, DAY)[0].accepted is None


def test_list_of_unknown_length_falls_with_the_file_it_is_in(take: Take) -> None:
    unverified = csl([{"name": "Rail", "source": "Unverified List (UVL) - Bureau of Industry and Security"}])
    done = take(names(900), more=unverified.split("\n", 1)[1])
    assert reasons(done) == [["count"], ["file"]]
    assert reasons(take(names(2600), more=unverified.split("\n", 1)[1])) == [[], []]


def test_rows_that_cannot_be_read_speak_against_the_file(take: Take) -> None:
    assert reasons(take(names(2600), more="a,b\n" * 60)) == [["unreadable"]]
    assert reasons(take(names(2600), more="a,b\n" * 10)) == [[]]


def test_rows_of_lists_that_nobody_knows_do_not(take: Take) -> None:
    moon = csl({"name": f"Rail {n}", "source": "Moon List"} for n in range(200)).split("\n", 1)[1]
    assert take(names(2600), more=moon).whole


def test_persons_are_counted_in_the_snapshot(tmp_path: Path, world: World) -> None:
    people = [{"name": f"Doe {n}", "source": SDN, "type": "Individual"} for n in range(5)]
    (tmp_path / "x.csv").write_text(csl([*people, {"name": "Crake", "source": SDN}]), "utf-8")
    done = import_files([tmp_path / "x.csv"], Order(home=tmp_path, day=DAY, accept="test"), world)
    assert [(one.snapshot.count, one.snapshot.persons) for one in done.taken] == [(1, 5)]
    kept = [p.read_text("utf-8") for p in (tmp_path / "lists").rglob("*") if p.is_file()]
    assert not any("Doe" in text for text in kept)


def test_selection_never_replaces_a_whole_list_unasked(tmp_path: Path, world: World) -> None:
    table = tmp_path / "1260h.csv"
    parties = {party for measure in world.law.regimes["us-1260h"].measures for party in measure.entity.named}
    listed = [*(world.law.parties[one].name for one in sorted(parties)), *names(60)]
    table.write_text("name\n" + "".join(f'"{name}"\n' for name in listed), "utf-8")
    assert import_files([table], Order(home=tmp_path, day=DAY, list="us-1260h"), world).whole
    facts = tmp_path / "facts.csv"
    facts.write_text(
        "entity_id,name_as_listed,editions_listed,removed_on,listed_under_parent\n"
        + "".join(f'x,"{name}",2026-06-08,,\n' for name in (KNOWN[0], "Huawei Technologies Co., Ltd.")),
        "utf-8",
    )
    done = import_files([facts], Order(home=tmp_path, day=date(2026, 7, 1)), world)
    assert reasons(done) == [["partial"]]


def test_own_list_is_kept_without_facts(tmp_path: Path, world: World) -> None:
    (tmp_path / "own.csv").write_text("Firm;Since\nCrake;2024-01-01\nRail;2024-01-02\n", "utf-8")
    order = Order(home=tmp_path, day=DAY, list="own-ban", mapping={"name": "Firm", "start": "Since"})
    assert import_files([tmp_path / "own.csv"], order, world).whole
    assert [snapshot.list for snapshot in load_snapshots(tmp_path, DAY)] == ["own-ban"]


def test_import_again_changes_no_row_and_is_told(take: Take) -> None:
    take(names(2600))
    assert take(names(2600), day=date(2026, 7, 1)).taken[0].unchanged


def test_changed_snapshot_stops_import_and_loading(take: Take, tmp_path: Path) -> None:
    take(names(2600))
    [rows] = (tmp_path / "lists" / "us-bis-entity-list").glob("*.jsonl")
    rows.write_bytes(rows.read_bytes().replace(b"Crake 7", b"Clean 7"))
    with pytest.raises(TamperError):
        load_snapshots(tmp_path, DAY)
    with pytest.raises(TamperError):
        take(names(2600))


def test_file_that_fails_leaves_the_others(take: Take, tmp_path: Path, world: World) -> None:
    take(names(2600))
    (tmp_path / "bad.json").write_text('{"results": [{"source": "x"', "utf-8")
    paths = [tmp_path / "nothing.csv", tmp_path / "bad.json", tmp_path / "consolidated.csv"]
    done = import_files(paths, Order(home=tmp_path, day=DAY), world)
    assert [(bad.name, bad.reason.rpartition(".")[2]) for bad in done.failed] == [
        ("nothing.csv", "absent"),
        ("bad.json", "not_json"),
    ]
    assert [one.kept for one in done.taken] == [True]


def test_list_cannot_come_out_after_its_import(tmp_path: Path, world: World) -> None:
    with pytest.raises(ToldError, match="published_ahead"):
        import_files([], Order(home=tmp_path, day=DAY, published=date(2026, 6, 2)), world)


def test_unknown_list_is_told_with_those_there_are(tmp_path: Path, world: World) -> None:
    for text in ("us-moon", "own-../x"):
        with pytest.raises(ToldError) as bad:
            import_files([], Order(home=tmp_path, day=DAY, list=text), world)
        assert "us-bis-entity-list" in bad.value.given["known"]


def test_older_edition_is_held_against_what_stood_then(take: Take, tmp_path: Path, world: World) -> None:
    take(names(2700))
    old = tmp_path / "old.csv"
    old.write_text(csl(whole(name) for name in (*named(), *(f"Old {n}" for n in range(2600)))), "utf-8")
    done = import_files([old], Order(home=tmp_path, day=DAY, published=date(2019, 12, 3)), world)
    assert (done.whole, done.taken[0].before) == (True, None)
    assert load_snapshots(tmp_path, DAY)[0].count == 2700


@pytest.mark.parametrize(
    ("count", "lost", "doubted"),
    [(100, 5, False), (100, 6, True), (68, 8, True), (5, 2, False), (10, 3, True), (2, 2, True), (100, 0, False)],
)
def test_share_of_rows_that_may_leave_at_once(world: World, count: int, lost: int, *, doubted: bool) -> None:
    def snapshot(some: range) -> Snapshot:
        rows = tuple(ListRow(list="own-x", ref=str(n), names=(ListedName(text=f"Crake {n}"),)) for n in some)
        given = {"digest": "", "published": None, "imported": DAY, "persons": 0, "files": ()}
        return Snapshot(list="own-x", count=len(rows), rows=rows, **given)  # type: ignore[arg-type]  # fields by name

    found = list(doubts(snapshot(range(lost, count)), snapshot(range(count)), None, 0, world))
    assert [doubt.reason for doubt in found] == (["lists.doubt.lost"] if doubted else [])


def facts_1260h(home: Path) -> Path:
    path = home / "facts.csv"
    path.write_text(
        "entity_id,name_as_listed,editions_listed,removed_on,listed_under_parent\n"
        + "".join(f'x,"{name}",2025-01-07|2026-05-08,,\n' for name in (KNOWN[0], "Huawei Technologies Co., Ltd.")),
        "utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("said", "found"), [("2026-05-08", []), (None, []), ("2026-05-20", ["published"]), ("2025-01-07", ["published"])]
)
def test_day_that_the_file_itself_tells_is_not_overridden(
    tmp_path: Path, world: World, said: str | None, found: list[str]
) -> None:
    order = Order(home=tmp_path, day=DAY, published=date.fromisoformat(said) if said else None)
    done = import_files([facts_1260h(tmp_path)], order, world)
    told = [one for [*several] in reasons(done) for one in several if one != "count"]
    assert told == found
    if found:
        given = next(dict(one.given) for one in done.taken[0].doubts if one.reason == "lists.doubt.published")
        assert given == {"option": said, "told": "2026-05-08"}


def test_day_of_the_person_stands_where_it_is_accepted_and_that_is_kept(tmp_path: Path, world: World) -> None:
    order = Order(home=tmp_path, day=DAY, published=date(2026, 5, 20), accept="printed on the page")
    assert import_files([facts_1260h(tmp_path)], order, world).whole
    [told] = load_snapshots(tmp_path, DAY)
    assert (told.published, told.accepted) == (date(2026, 5, 20), "printed on the page")
    assert "lists.doubt.published" in told.doubts


@pytest.mark.parametrize(
    "without", ["alt_names", "addresses", "federal_register_notice", "start_date", "license_policy"]
)
def test_copy_that_lost_a_column_is_refused_with_the_right_number_of_rows(
    take: Take, tmp_path: Path, without: str
) -> None:
    lost = ["license_policy", "license_requirement"] if without == "license_policy" else [without]
    poor = [{key: value for key, value in whole(name).items() if key not in lost} for name in names(2600)]
    assert reasons(take(poor)) == [["usual"]]  # nothing stood there yet
    assert take(names(2600)).whole
    [told] = take(poor).taken
    assert [doubt.reason for doubt in told.doubts] == ["lists.doubt.content"]
    assert told.doubts[0].given["left"] == "0"
    assert load_snapshots(tmp_path, DAY)[0].doubts == ()
    assert take(poor, accept="they say so").whole
    assert load_snapshots(tmp_path, DAY)[0].doubts == ("lists.doubt.content",)


def test_lists_of_unknown_content_fall_with_the_file_that_lost_a_column(take: Take) -> None:
    source = "Unverified List (UVL) - Bureau of Industry and Security"
    more = csl([{"name": "Rail", "source": source}]).split("\n", 1)[1]
    poor = [{**whole(name), "alt_names": ""} for name in names(2600)]
    assert reasons(take(poor, more=more)) == [["usual"], ["file"]]


def test_home_is_the_one_given_then_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBADGE_HOME", "/somewhere")
    assert (home_of("here"), home_of(None)) == (Path("here"), Path("/somewhere"))
    monkeypatch.delenv("DEBADGE_HOME")
    monkeypatch.setenv("HOME", "/mine")
    assert home_of(None) == Path("/mine/.local/share/debadge")
