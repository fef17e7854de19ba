"""A ledger is checked with all that lies beside it; what was changed is named where it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from debadge.flow.asking import ask
from debadge.flow.case.desk import Desk, Draft, Signer
from debadge.flow.case.heads import HEADS, heads_of, sign_head
from debadge.flow.case.importing import import_run
from debadge.flow.case.verifying import Verified, verify
from debadge.flow.check import check
from debadge.flow.packs import keygen
from debadge.flow.read import Reading, read
from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.store.ledger import LEDGER, blob_path

EXAMPLE = Path(__file__).parents[3] / "examples" / "harbour-office"
ADA = Signer("Ada", "coordinator", "2026-11-22T10:00:00Z")
REVIEWER = Signer("Ada", "reviewer", "2026-11-23T10:00:00Z")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, world: World) -> Path:
    from datetime import date  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("runs") / "first"
    asking = ask(world, org=None, beside=(EXAMPLE,), as_of=date(2026, 11, 22), known_by=None)
    check(read([EXAMPLE], world, Reading()), asking, world, folder=folder, lang="en")
    return folder


@pytest.fixture
def desk(tmp_path: Path, run: Path, world: World) -> Desk:
    """Begun, a run taken in, all cases in review."""
    salts: Iterator[int] = count()
    told = Desk(tmp_path / "case", salt=lambda: f"{next(salts):032x}")
    rules = {"name": "Harbour Office", "separate": True, "quiet_days": 14, "looks": 2}
    told.do(Draft(action="init", by=ADA, given=rules))
    import_run(run, told, ADA, world)
    told.do(Draft(action="review", by=REVIEWER, cases=tuple(told.book.cases)))
    told.do(Draft(action="note", by=REVIEWER, given={"text": "photographs follow"}, files=(b"a statement",)))
    return told


def wrong(told: Verified) -> list[tuple[str, str]]:
    return [(bad.place, bad.reason) for bad in told.wrong]


def test_whole_ledger_is_whole(desk: Desk, world: World) -> None:
    told = verify(desk.folder, world)
    assert wrong(told) == []
    assert (told.name, told.head, told.runs) == ("Harbour Office", desk.ledger.head, 1)
    assert told.blobs > len(("run.json", "observations.jsonl", "findings.jsonl"))


def test_changed_line_is_named(desk: Desk, world: World) -> None:
    path = desk.folder / LEDGER
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], lines[2].replace(b"Ada", b"Eve"), *lines[3:]]))
    assert wrong(verify(desk.folder, world)) == [("ledger.jsonl:3", "case.broken.line")]


def test_line_cut_off_at_the_end_is_missed(desk: Desk, world: World) -> None:
    path = desk.folder / LEDGER
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    assert wrong(verify(desk.folder, world)) == [("ledger.jsonl:4", "case.broken.short")]


def test_file_beside_the_ledger_is_asked_for(desk: Desk, world: World) -> None:
    digest = blob_of(desk)
    blob_path(desk.folder, digest).write_bytes(b"another statement")
    assert wrong(verify(desk.folder, world)) == [(digest, "case.wrong.blob_changed")]
    blob_path(desk.folder, digest).unlink()
    assert wrong(verify(desk.folder, world)) == [(digest, "case.wrong.blob_absent")]


def blob_of(desk: Desk) -> str:
    """The statement that the note keeps."""
    assert desk.book.last is not None
    (digest,) = desk.book.last.blobs
    return digest


def test_step_that_was_not_allowed_is_told_though_its_chain_is_whole(desk: Desk, world: World) -> None:
    """Somebody with a program of their own writes an approval that nobody could have given."""
    event = desk._event(Draft(action="approve", by=REVIEWER, cases=tuple(desk.book.cases)[:1]), [])
    with desk.ledger.turn() as turn:
        list(turn.unread())
        turn.write(event)
    assert wrong(verify(desk.folder, world)) == [("ledger.jsonl:5", "case.refused.role")]


def test_run_is_judged_again(desk: Desk, world: World) -> None:
    """Findings that were written into the ledger, and that the run's own observations do not give."""
    event = next(json.loads(line) for line in (desk.folder / LEDGER).read_bytes().splitlines() if b'"import"' in line)
    findings = event["given"]["files"]["findings.jsonl"]
    path = blob_path(desk.folder, findings)
    path.write_bytes(path.read_bytes().replace(b"prohibited", b"not_reached"))
    assert wrong(verify(desk.folder, world)) == [
        (findings, "case.wrong.blob_changed"),
        ("ledger.jsonl:2", "case.wrong.run_differs"),
    ]


def test_signed_head_binds_what_was_written(desk: Desk, world: World, tmp_path: Path) -> None:
    keygen(tmp_path / "key")
    sign_head(desk.folder, desk.ledger.head, desk.book.name, tmp_path / "key")
    told = verify(desk.folder, world)
    assert (wrong(told), [one.head for one in told.signed]) == ([], [desk.ledger.head])
    (desk.folder / "head.json").unlink()
    path = desk.folder / LEDGER
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    assert wrong(verify(desk.folder, world)) == [("ledger.jsonl:4", "case.broken.short")]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'"seq":4', b'"seq":3', "case.wrong.signature"),
        (b"Harbour", b"Airport", "case.wrong.signature"),
        (b'"at":"2026', b'"at":"2025', "case.wrong.signature"),
        (b"{", b"[", "case.wrong.signature"),
    ],
)
def test_changed_head_is_no_head(old: bytes, new: bytes, reason: str, desk: Desk, world: World, tmp_path: Path) -> None:
    keygen(tmp_path / "key")
    sign_head(desk.folder, desk.ledger.head, desk.book.name, tmp_path / "key")
    path = desk.folder / HEADS
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    assert ("heads.jsonl:1", reason) in wrong(verify(desk.folder, world))


def test_head_of_another_ledger_is_told(desk: Desk, world: World, tmp_path: Path) -> None:
    keygen(tmp_path / "key")
    sign_head(desk.folder, desk.ledger.head, "Airport", tmp_path / "key")
    assert [reason for _, reason in wrong(verify(desk.folder, world))] == ["case.wrong.head_of_another"]


def test_line_that_is_no_head_has_its_number(tmp_path: Path) -> None:
    (tmp_path / HEADS).write_bytes(b"{}\nnothing\n")
    assert list(heads_of(tmp_path)) == [1, 2]


def test_folder_without_a_ledger_is_told(tmp_path: Path, world: World) -> None:
    with pytest.raises(ToldError, match="no_ledger"):
        verify(tmp_path, world)
