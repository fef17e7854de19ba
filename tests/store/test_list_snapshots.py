"""Snapshots on disk: kept whole, never written over, and noticed when somebody changed them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from debadge.model.errors import TamperError, ToldError
from debadge.model.ids import digest_bytes
from debadge.model.listing import Address, ListedName, ListRow, Snapshot
from debadge.store.lists import (
    MISSING,
    Broken,
    Kept,
    before,
    content_of,
    held,
    imports,
    is_id,
    keep,
    keep_fetched,
    newest,
    row_of,
    with_rows,
)
from debadge.store.lists_index import INDEX

ROW = ListRow(
    list="own-x",
    ref="1",
    names=(ListedName(text="Crake"), ListedName(text="Rail", kind="weak")),
    kind="organisation",
    addresses=(Address(text="1 Way", city="Reeds", country="DE"),),
    identifiers=(("lei", "X"),),
    programs=("P",),
    start=date(2020, 1, 2),
    until=date(2024, 1, 2),
    citation="84 FR 1",
    terms=(("a", "b"), ("c", "d")),
    remarks="r",
    entity="dahua",
    locator="f.csv:2",
)


def snapshot(names: Iterable[str] = ("Crake",), published: date | None = date(2026, 1, 1), **more: object) -> Snapshot:
    rows = tuple(replace(ROW, ref=str(n), names=(ListedName(text=name),)) for n, name in enumerate(names, 1))
    told = Snapshot(
        list="own-x",
        digest=digest_bytes(content_of(rows)),
        published=published,
        imported=date(2026, 6, 1),
        count=len(rows),
        persons=0,
        files=(("f.csv", "0" * 64),),
        rows=rows,
    )
    return replace(told, **more)  # type: ignore[arg-type]  # fields by name


def loaded(home: Path) -> Snapshot | None:
    kept = newest(home, "own-x", date(2026, 6, 1))
    return with_rows(home, kept) if kept else None


def test_row_comes_back_as_it_was() -> None:
    assert row_of(ROW.plain()) == ROW
    bare = ListRow(list="own-x", ref="2", names=(ListedName(text="Rail"),))
    assert row_of(bare.plain()) == bare


def test_snapshot_comes_back_as_it_was(tmp_path: Path) -> None:
    told = snapshot(["Crake", "Rail"], partial=True, accepted="a sample", doubts=("lists.doubt.count",))
    keep(tmp_path, told)
    kept = newest(tmp_path, "own-x", date(2026, 6, 1))
    assert kept is not None
    assert (with_rows(tmp_path, kept), kept.number) == (told, 1)


def test_same_snapshot_gives_the_same_bytes_under_the_same_names(tmp_path: Path) -> None:
    for home in ("a", "b"):
        keep(tmp_path / home, snapshot())
    one, other = ({p.name: p.read_bytes() for p in (tmp_path / h / "lists" / "own-x").iterdir()} for h in ("a", "b"))
    assert one == other


@pytest.mark.parametrize(
    ("as_of", "name"), [("2026-02-28", "Old"), ("2026-03-01", "New"), ("2026-12-31", "New"), ("2025-12-31", None)]
)
def test_newest_of_a_day_is_the_last_published_by_it(tmp_path: Path, as_of: str, name: str | None) -> None:
    keep(tmp_path, snapshot(["New"], date(2026, 3, 1)))
    keep(tmp_path, snapshot(["Old"], date(2026, 1, 1)))  # taken in later, published earlier
    kept = newest(tmp_path, "own-x", date.fromisoformat(as_of))
    assert (with_rows(tmp_path, kept).rows[0].names[0].text if kept else None) == name


def test_of_one_day_the_later_import_stands_and_the_earlier_is_kept(tmp_path: Path) -> None:
    keep(tmp_path, snapshot(["First"]))
    keep(tmp_path, snapshot(["Second"]))
    kept = newest(tmp_path, "own-x", date(2026, 6, 1))
    assert kept is not None
    assert kept.number == 2
    earlier = before(tmp_path, kept)
    assert earlier is not None
    assert with_rows(tmp_path, earlier).rows[0].names[0].text == "First"
    assert before(tmp_path, earlier) is None


def test_list_that_does_not_tell_its_day_stands_from_its_import_on(tmp_path: Path) -> None:
    keep(tmp_path, snapshot(published=None))
    assert newest(tmp_path, "own-x", date(2026, 5, 31)) is None
    assert newest(tmp_path, "own-x", date(2026, 6, 1)) is not None


@pytest.mark.parametrize("ending", [".jsonl", ".json"])
@pytest.mark.parametrize("harm", ["changed", "cut", "gone"])
def test_changed_file_is_noticed_and_named(tmp_path: Path, ending: str, harm: str) -> None:
    keep(tmp_path, snapshot())
    [path] = (tmp_path / "lists" / "own-x").glob(f"*{ending}")
    content = path.read_bytes()
    path.write_bytes(content.replace(b"C", b"c") if harm == "changed" else content[:-1])
    if harm == "changed" and ending == ".json":
        path.write_bytes(content.replace(b'"persons":0', b'"persons":1'))
    if harm == "gone":
        path.unlink()
    reason = MISSING if harm == "gone" else "lists.changed"
    assert list(imports(tmp_path, "own-x", rows_too=True)) == [Broken(list="own-x", path=path, reason=reason)]
    with pytest.raises(TamperError) as bad:
        loaded(tmp_path)
    assert (bad.value.reason, bad.value.given) == (reason, {"path": str(path)})


def test_older_import_never_stands_in_for_one_that_is_gone(tmp_path: Path) -> None:
    keep(tmp_path, snapshot(["Old"]))
    path = keep(tmp_path, snapshot(["New"]))
    path.unlink()
    assert [one.path for one in imports(tmp_path, "own-x") if isinstance(one, Broken)] == [path]
    for as_of in (date(2026, 6, 1), date(2020, 1, 1)):  # which day it stood for, nobody knows any more
        with pytest.raises(TamperError, match=MISSING):
            newest(tmp_path, "own-x", as_of)


@pytest.mark.parametrize(
    ("content", "reason"), [(None, MISSING), ("garbage\n", "lists.changed"), ("é", "lists.changed")]
)
def test_index_that_is_gone_or_is_none_is_noticed(tmp_path: Path, content: str | None, reason: str) -> None:
    path = keep(tmp_path, snapshot()).parent / INDEX
    path.unlink()
    if content is not None:
        path.write_text(content, "utf-8")
    assert list(imports(tmp_path, "own-x"))[-1] == Broken(list="own-x", path=path, reason=reason)


def test_imports_from_before_the_index_still_stand(tmp_path: Path) -> None:
    path = keep(tmp_path, snapshot())
    old = path.read_bytes().replace(b'"form":2', b'"form":1')
    path.unlink()
    (path.parent / INDEX).unlink()
    (path.parent / f"000001-{digest_bytes(old)}.json").write_bytes(old)
    assert loaded(tmp_path) == snapshot()
    keep(tmp_path, snapshot(["New"])).unlink()
    with pytest.raises(TamperError, match=MISSING):
        loaded(tmp_path)


def test_import_without_its_line_of_the_index_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, snapshot(["Old"]))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("debadge.store.lists_index._append", full)
    with pytest.raises(ToldError, match="No space left"):
        keep(tmp_path, snapshot(["New"]))
    assert [type(one) for one in imports(tmp_path, "own-x")] == [Kept]


def test_import_killed_before_its_line_of_the_index_still_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debadge.store.lists.enter", lambda _: None)
    keep(tmp_path, snapshot())
    assert loaded(tmp_path) == snapshot()


def test_file_that_is_sound_but_of_another_list_is_not_taken(tmp_path: Path) -> None:
    path = keep(tmp_path, snapshot())
    stranger = tmp_path / "lists" / "own-y" / path.name
    stranger.parent.mkdir()
    stranger.write_bytes(path.read_bytes())
    assert list(imports(tmp_path, "own-y")) == [Broken(list="own-y", path=stranger)]


def test_rows_that_vanish_between_two_looks_are_noticed(tmp_path: Path) -> None:
    keep(tmp_path, snapshot())
    kept = newest(tmp_path, "own-x", date(2026, 6, 1))
    assert kept is not None
    for path in (tmp_path / "lists" / "own-x").glob("*.jsonl"):
        path.unlink()
    with pytest.raises(TamperError, match="missing"):
        with_rows(tmp_path, kept)


def test_interrupted_write_leaves_nothing_that_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, snapshot(["Old"]))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ToldError, match="No space left"):
        keep(tmp_path, snapshot(["New"]))
    assert [type(one) for one in imports(tmp_path, "own-x")] == [Kept]
    assert not list((tmp_path / "lists" / "own-x").glob(".*"))


def test_folders_that_are_no_lists_are_left_alone(tmp_path: Path) -> None:
    keep_fetched(tmp_path, "https://lists.example/a", date(2026, 1, 1), b"a,b")
    (tmp_path / "lists" / "Not A List").mkdir()
    keep(tmp_path, snapshot())
    assert held(tmp_path) == ("own-x",)
    assert held(tmp_path / "nowhere") == ()


def test_fetched_bytes_are_kept_with_each_address_and_day(tmp_path: Path) -> None:
    path = keep_fetched(tmp_path, "https://lists.example/a", date(2026, 1, 1), b"a,b")
    assert keep_fetched(tmp_path, "https://lists.example/b", date(2026, 1, 2), b"a,b") == path
    assert (path.read_bytes(), path.name) == (b"a,b", digest_bytes(b"a,b"))
    told = sorted(one.read_text("utf-8") for one in path.parent.glob("*.json"))
    assert [("2026-01-01" in one, '"bytes":3' in one) for one in told] == [(True, True), (False, True)]


@pytest.mark.parametrize(
    ("text", "good"), [("own-x", True), ("../x", False), ("own-", True), ("Own", False), ("", False)]
)
def test_id_is_a_name_of_a_folder_and_no_path(text: str, *, good: bool) -> None:
    assert is_id(text) is good
