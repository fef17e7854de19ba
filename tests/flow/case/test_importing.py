"""A run is taken into the ledger as it is: what it found, what it found again, and what its silence proves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from debadge.flow.asking import ask
from debadge.flow.case.desk import Desk, Draft, Signer
from debadge.flow.case.importing import Imported, import_run
from debadge.flow.check import check
from debadge.flow.read import Reading, read
from debadge.flow.world import World
from debadge.model.case import State
from debadge.model.errors import TamperError, ToldError, TransitionError
from debadge.store.ledger import LEDGER, blob_path

EXAMPLE = Path(__file__).parents[3] / "examples" / "harbour-office"
ADA = Signer("Ada", "coordinator", "2026-11-22T10:00:00Z")


def run_of(evidence: Path, folder: Path, world: World, day: str = "2026-11-22") -> Path:
    from datetime import date  # noqa: PLC0415

    asking = ask(world, org=None, beside=(evidence,), as_of=date.fromisoformat(day), known_by=None)
    check(read([evidence], world, Reading()), asking, world, folder=folder, lang="en")
    return folder


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, world: World) -> Path:
    return run_of(EXAMPLE, tmp_path_factory.mktemp("runs") / "first", world)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    salts: Iterator[int] = count()
    told = Desk(tmp_path / "case", salt=lambda: f"{next(salts):032x}")
    told.do(
        Draft(action="init", by=ADA, given={"name": "Harbour Office", "separate": True, "quiet_days": 14, "looks": 2})
    )
    return told


@pytest.fixture
def imported(desk: Desk, run: Path, world: World) -> Imported:
    return import_run(run, desk, ADA, world)


def test_each_thing_that_a_rule_reaches_or_may_reach_is_a_case(desk: Desk, imported: Imported) -> None:
    cases = desk.book.cases
    assert len(imported.opened) == len(cases) == 12
    assert {case.state for case in cases.values()} == {State.OPEN}
    assert sorted(case.units for case in cases.values()) == [*[1] * 11, 40]
    assert all(case.item["findings"] for case in cases.values())


def test_files_of_the_run_lie_beside_the_ledger(desk: Desk, imported: Imported, run: Path) -> None:
    kept = imported.event.given["files"]
    assert {"run.json", "observations.jsonl", "findings.jsonl"} <= kept.keys()
    for name, digest in kept.items():
        assert blob_path(desk.folder, digest).read_bytes() == (run / name).read_bytes()
    assert set(kept.values()) == set(imported.event.blobs)


def test_same_run_is_taken_in_once(desk: Desk, imported: Imported, run: Path, world: World) -> None:
    with pytest.raises(ToldError, match="again"):
        import_run(run, desk, ADA, world)
    assert imported.event.seq == desk.ledger.head.seq


def test_edited_run_is_refused(desk: Desk, run: Path, world: World, tmp_path: Path) -> None:
    copy = tmp_path / "edited"
    shutil.copytree(run, copy)
    path = copy / "findings.jsonl"
    path.write_text(path.read_text("utf-8").replace("prohibited", "not_reached"), "utf-8")
    with pytest.raises(ToldError, match="edited"):
        import_run(copy, desk, ADA, world)
    assert desk.ledger.head.seq == 1


def test_later_run_finds_units_again_and_says_why_others_are_not_shown_to_be_gone(
    desk: Desk, imported: Imported, world: World, tmp_path: Path
) -> None:
    fewer = tmp_path / "fewer"
    shutil.copytree(EXAMPLE, fewer)
    register = fewer / "asset-register.csv"
    lines = register.read_text("utf-8").splitlines(keepends=True)
    register.write_text("".join(line for line in lines if "HO-1011" not in line), "utf-8")
    later = Signer("Ada", "coordinator", "2026-12-20T10:00:00Z")
    told = import_run(run_of(fewer, tmp_path / "second", world, "2026-12-20"), desk, later, world)
    assert told.opened == ()
    assert len(told.event.given["seen"]) == 11
    (unproven,) = told.unproven
    assert desk.book.cases[unproven["case"]].item["name"] == "HO-1011"
    assert unproven["why"].startswith("case.unproven.")
    assert imported.event.seq + 1 == told.event.seq


def test_desk_of_another_process_sees_what_was_done(desk: Desk, imported: Imported) -> None:
    other = Desk(desk.folder)
    assert other.read() == desk.book
    rex = Signer("Rex", "reviewer", ADA.at)
    other.do(Draft(action="review", by=rex, cases=imported.opened[:1]))
    with pytest.raises(TransitionError):
        desk.do(Draft(action="review", by=rex, cases=imported.opened[:1]))
    assert desk.book.cases[imported.opened[0]].state is State.IN_REVIEW


def test_step_can_be_looked_at_before_it_is_done(desk: Desk, imported: Imported) -> None:
    draft = Draft(
        action="decide",
        by=Signer("Dee", "decider", ADA.at),
        cases=imported.opened,
        reason="named",
        given={"what": "remove"},
    )
    refusal = desk.may(draft)
    assert refusal is not None
    assert refusal.reason == "case.refused.state"
    assert desk.ledger.head.seq == imported.event.seq


def test_time_does_not_run_backwards(desk: Desk) -> None:
    with pytest.raises(TransitionError, match="time"):
        desk.do(Draft(action="note", by=ADA._replace(at="2026-11-21T10:00:00Z"), given={"text": "late"}))


def test_changed_ledger_is_not_worked_with(desk: Desk, imported: Imported) -> None:
    path = desk.folder / LEDGER
    path.write_bytes(path.read_bytes().replace(b"Harbour", b"Harpour"))
    with pytest.raises(TamperError):
        Desk(desk.folder).read()
    assert imported.opened
