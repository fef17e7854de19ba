"""Runs are functions of their inputs: byte-equal twice, equal in any order, and reproduced by a replay."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.flow.asking import ask
from debadge.flow.check import check
from debadge.flow.diff import diff
from debadge.flow.read import Reading, read
from debadge.flow.replay import replay
from debadge.flow.world import World
from debadge.model.errors import InputError
from debadge.store.runfolder import write

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "harbour-office"
DAY = date(2026, 11, 22)


def run(folder: Path, out: Path, world: World, lang: str = "en") -> Path:
    asking = ask(world, org=None, beside=(folder,), as_of=DAY, known_by=None)
    check(read([folder], world, Reading()), asking, world, folder=out, lang=lang)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def blanked(value: Any) -> Any:
    """Without places and without digests of inputs."""
    if isinstance(value, dict):
        return {k: blanked(v) for k, v in value.items() if k not in {"locator", "digest"}}
    return [blanked(v) for v in value] if isinstance(value, list) else value


def records(folder: Path) -> dict[str, Any]:
    told = {
        p.name: [blanked(json.loads(line)) for line in p.read_text("utf-8").splitlines()]
        for p in folder.glob("*.jsonl")
    }
    return {
        **told,
        **{name: blanked(json.loads((folder / name).read_text("utf-8"))) for name in ("run.json", "coverage.json")},
    }


def test_two_runs_are_byte_equal(tmp_path: Path, world: World) -> None:
    assert contents(run(EXAMPLE, tmp_path / "a", world)) == contents(run(EXAMPLE, tmp_path / "b", world))


def test_order_of_lines_and_files_changes_places_only(tmp_path: Path, world: World) -> None:
    shuffled = tmp_path / "evidence"
    shuffled.mkdir()
    for path in EXAMPLE.iterdir():
        content = path.read_bytes()
        if path.suffix in {".jsonl", ".csv"}:
            head, *rows = content.decode().splitlines(keepends=True)
            rows = [head, *rows] if path.suffix == ".jsonl" else rows
            random.Random(7).shuffle(rows)  # noqa: S311  # a shuffle, not a secret
            content = "".join(rows if path.suffix == ".jsonl" else [head, *rows]).encode()
        (shuffled / path.name).write_bytes(content)
    assert records(run(shuffled, tmp_path / "a", world)) == records(run(EXAMPLE, tmp_path / "b", world))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_replay_reproduces_every_byte(tmp_path: Path, world: World, lang: str) -> None:
    told = replay(run(EXAMPLE, tmp_path / "a", world, lang), world)
    assert told.different == ()


def test_replay_names_the_file_that_was_edited(tmp_path: Path, world: World) -> None:
    folder = run(EXAMPLE, tmp_path / "a", world)
    page = folder / "identifications.jsonl"
    page.write_text(page.read_text("utf-8").replace('"confirmed"', '"possible"', 1), "utf-8")
    assert replay(folder, world).different == ("identifications.jsonl",)


def test_identical_rows_stay_two_units(tmp_path: Path, world: World) -> None:
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    (evidence / "list.csv").write_text("Make,Model\nHikvision,DS-2CD2143G2-I\nHikvision,DS-2CD2143G2-I\n", "utf-8")
    folder = run(evidence, tmp_path / "a", world)
    assets = [json.loads(line) for line in (folder / "assets.jsonl").read_text("utf-8").splitlines()]
    assert [a["quantity"] for a in assets] == [1, 1]
    assert len({a["id"] for a in assets}) == 2


def test_same_evidence_read_twice_is_no_difference(tmp_path: Path, world: World) -> None:
    first, second = run(EXAMPLE, tmp_path / "a", world), run(EXAMPLE, tmp_path / "b", world, "fr")
    assert diff(first, second) == ()


def test_folder_of_somebody_else_is_not_written_into(tmp_path: Path, world: World) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(InputError, match=r"thesis\.txt"):
        run(EXAMPLE, tmp_path, world)


def test_tidy_and_untidy_give_the_same_makers_and_units(tmp_path: Path, world: World) -> None:
    told = []
    for name in ("harbour-office", "untidy"):
        folder = run(EXAMPLE.parent / name, tmp_path / name, world)
        units = {
            a["id"]: a["quantity"] for a in map(json.loads, (folder / "assets.jsonl").read_text("utf-8").splitlines())
        }
        found = map(json.loads, (folder / "identifications.jsonl").read_text("utf-8").splitlines())
        told.append(sorted((str(f["maker"]), f["grade"], units[f["asset"]]) for f in found))
    assert told[0] == told[1]


def test_interrupted_run_is_no_run_and_can_be_made_again(tmp_path: Path, world: World) -> None:
    whole = run(EXAMPLE, tmp_path / "run", world)
    before = contents(whole)

    def broken() -> Any:
        yield "assets.jsonl", [b"new\n"]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(whole, broken())
    with pytest.raises(InputError, match=r"error\.no_run"):
        replay(whole, world)
    assert contents(run(EXAMPLE, whole, world)) == before


def test_folder_with_files_of_somebody_is_left_alone(tmp_path: Path, world: World) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(InputError, match=r"letter\.txt"):
        run(EXAMPLE, tmp_path, world)
