"""The comparison with the peer, without the peer."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tools.accuracy.names.generate import Material
from tools.accuracy.names.query import Query
from tools.accuracy.names.register import Entry
from tools.bench import names
from tools.bench.names import Run, compared, many, screen_alone
from tools.bench.peer import compare, venv

from debadge.flow.world import World

NAMED = Query(text="Hytera", want="match", kind="case", origin="chinese", script="latin", country="CN")
ROW = Entry(ref=("pack", "hytera"), names=("Hytera", "HYT"), country="CN", native=("海能达",))


def test_every_query_has_an_id_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run(command: list[str], **_: Any) -> SimpleNamespace:
        answer = {
            "id": "pack|hytera",
            "score": 0.9,
            "answer": "possible",
            "others": [{"id": "us-ofac-sdn|9|x", "score": 0.2}],
        }
        Path(command[-1]).write_text((json.dumps(answer) + "\n") * 2, "utf-8")
        return SimpleNamespace(stdout='a word\n{"build_s": 1.0, "screen_s": 0.5}\n')

    monkeypatch.setattr(subprocess, "run", run)
    told = compare.outcome(Path("python"), [ROW], [NAMED, NAMED], tmp_path)
    asked = [json.loads(line) for line in (tmp_path / "peer-queries.jsonl").read_text("utf-8").splitlines()]
    assert [line["id"] for line in asked] == ["query-0", "query-1"]
    assert told.rate == 4
    assert told.answers[0]["entity"] == "hytera"
    assert told.answers[0]["others"] == [{"list": "us-ofac-sdn", "ref": "9|x", "score": 0.2}]


def test_the_peer_is_told_all_names_of_a_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout='{"build_s": 1, "screen_s": 1}'))
    (tmp_path / "peer-answers.jsonl").touch()
    compare.outcome(Path("python"), [ROW], [], tmp_path)
    row = json.loads((tmp_path / "peer-rows.jsonl").read_text("utf-8"))
    assert row == {"id": "pack|hytera", "names": ["Hytera", "HYT", "海能达"], "country": "cn"}


def test_a_name_without_candidates_is_no_match() -> None:
    told = compare.read({"id": None, "score": 0.0, "answer": "no_match", "others": []})
    assert told == {"score": 0.0, "answer": "no_match", "others": []}


def test_where_the_peer_cannot_be_installed_the_reason_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run(command: list[str], **_: Any) -> None:
        raise subprocess.CalledProcessError(1, command, stderr="Looking\nERROR: No matching distribution\n\n")

    monkeypatch.setattr(subprocess, "run", run)
    assert venv.python(tmp_path) == "ERROR: No matching distribution"
    assert not (tmp_path / "made").exists()


def test_an_environment_is_made_once(tmp_path: Path) -> None:
    (tmp_path / "made").touch()
    assert venv.python(tmp_path) == tmp_path / "bin" / "python"


def test_a_peer_that_is_not_here_does_not_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, world: World) -> None:
    monkeypatch.setattr(venv, "python", lambda: "no network")
    (told,) = names.against_peer(Material.load(world, tmp_path), tmp_path)
    assert told.holds is False
    assert "no network" in told.figure


def test_eight_times_the_speed_and_better_recall_hold() -> None:
    assert [figure.holds for figure in compared(Run(1600.0, (9, 10)), Run(200.0, (6, 10)))] == [True, True]
    assert [figure.holds for figure in compared(Run(1599.0, (6, 10)), Run(200.0, (6, 10)))] == [False, False]


def test_no_two_of_the_many_names_are_the_same() -> None:
    told = list(islice(many(["ACME", "MAPLE RIDGE", "HALL"]), 9000))
    assert len(set(told)) == 9000


def test_the_first_name_is_screened_twice_and_answered_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def screen_names(asked: Any, *_: Any) -> Any:
        return ({"query": told["query"]} for told in asked)

    monkeypatch.setitem(sys.modules, "debadge.flow.screening", SimpleNamespace(screen_names=screen_names))
    (tmp_path / "q").write_text('{"query": "A"}\n{"query": "B"}\n', "utf-8")
    assert screen_alone(tmp_path, tmp_path / "q", tmp_path / "a") >= 0
    assert [json.loads(line)["query"] for line in (tmp_path / "a").read_text("utf-8").splitlines()] == ["A", "B"]


def test_a_command_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run(command: list[str], **_: Any) -> None:
        raise subprocess.CalledProcessError(2, command, stderr="debadge: no such verb\n")

    monkeypatch.setattr(subprocess, "run", run)
    (told,) = names.through_command(["ACME"], tmp_path)
    assert (told.holds, "no such verb" in told.figure) == (False, True)
