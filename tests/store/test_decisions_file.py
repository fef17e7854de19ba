"""Decisions are lines that are only added, whole or not at all, and a line that was changed is told."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from debadge.model.decision import Asked, Decision, Kind, Revocation, record_of
from debadge.model.errors import ToldError
from debadge.store.decisions import append, decisions_file, read_decisions

ONE = Decision(
    kind=Kind.DISMISS,
    asked=Asked(written="Nightjar Optics", read=("nightjar optics",), circumstances={"country": "CA"}),
    list="own-a",
    ref="1",
    row="ab" * 32,
    policy="names-1",
    by="A. Clerk",
    day=date(2026, 11, 22),
    why="another firm: its number differs",
    expires=date(2027, 11, 22),
)


def test_record_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    ended = Revocation(of=ONE.id, by="B. Chief", day=date(2026, 11, 23), why="was wrong")
    path = decisions_file(tmp_path)
    append(path, [ONE, replace(ONE, expires=None)])
    append(path, [ended])
    assert read_decisions(path) == (ONE, replace(ONE, expires=None), ended)
    assert path.read_bytes().count(b"\n") == 3


def test_earlier_lines_are_never_written_over(tmp_path: Path) -> None:
    append(tmp_path / "d", [ONE])
    first = (tmp_path / "d").read_bytes()
    append(tmp_path / "d", [replace(ONE, why="again")])
    assert (tmp_path / "d").read_bytes().startswith(first)


def _many(path: Path, by: str) -> None:
    for number in range(50):
        append(path, [replace(ONE, by=by, why=f"{number} " + "x" * 3000)])


def test_two_processes_lose_no_line(tmp_path: Path) -> None:
    path = tmp_path / "d"
    workers = [multiprocessing.get_context("fork").Process(target=_many, args=(path, by)) for by in ("a", "b")]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    told = read_decisions(path)
    assert [sum(one.by == by for one in told) for by in ("a", "b")] == [50, 50]


def test_line_that_a_kill_cut_off_was_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "d"
    append(path, [ONE])
    with path.open("ab") as stream:
        stream.write(b'{"by":"A. Cl')
    assert read_decisions(path) == (ONE,)
    append(path, [replace(ONE, why="next")])
    assert read_decisions(path) == (ONE, replace(ONE, why="next"))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("A. Clerk", "B. Clerk"),
        lambda text: text.replace('"form":1', '"form":2'),
        lambda text: text.replace('"dismiss"', '"approve"'),
        lambda text: text.replace(":", ": ", 1),
        lambda _: "\n",
        lambda _: "[]\n",
        lambda _: "[" * 100_000 + "\n",
        lambda _: "null\n",
    ],
)
def test_line_that_was_changed_is_named(tmp_path: Path, change: object) -> None:
    path = tmp_path / "d"
    append(path, [ONE])
    path.write_text(change(path.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    with pytest.raises(ToldError) as told:
        read_decisions(path)
    assert (told.value.reason, told.value.given["line"]) == ("screen_desk.line_bad", "1")


def test_no_file_is_no_decision_and_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "absent") == ()
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ToldError, match="unwritable"):
        append(tmp_path / "file" / "d", [ONE])


def test_id_is_of_all_that_was_decided() -> None:
    others = (
        replace(ONE, why="x"),
        replace(ONE, row="cd" * 32),
        replace(ONE, expires=None),
        replace(ONE, kind=Kind.CONFIRM),
    )
    assert len({ONE.id, *(one.id for one in others)}) == 5
    with pytest.raises(ValueError, match=ONE.id):
        record_of({**ONE.plain(), "by": "somebody else"})
