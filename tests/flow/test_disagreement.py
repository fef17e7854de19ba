"""Two records that disagree: both are kept, and neither decides."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.flow.asking import ask
from debadge.flow.check import check
from debadge.flow.read import Reading, read
from debadge.flow.world import World

HEAD = "serial,ip,mac,brand,model,purpose"
DAY = date(2026, 11, 22)


def facts(tmp_path: Path, world: World, *rows: str) -> dict[str, Any]:
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    for number, row in enumerate(rows):
        (evidence / f"{number}.csv").write_text(f"{HEAD}\nAA1,10.0.0.5,00:11:22:33:44:55,{row}\n", "utf-8")
    asking = ask(world, org="ca-federal-department", beside=(), as_of=DAY, known_by=None)
    check(read([evidence], world, Reading()), asking, world, folder=tmp_path / "run", lang="en")
    (line,) = (tmp_path / "run" / "situations.jsonl").read_text("utf-8").splitlines()
    told: dict[str, Any] = json.loads(line)["facts"]
    return told


@pytest.mark.parametrize("rows", [("LTS,X,", "Honeywell,X,"), ("Honeywell,X,", "LTS,X,")])
def test_two_badges_make_the_badge_unknown_and_name_both(tmp_path: Path, world: World, rows: tuple[str, ...]) -> None:
    told = facts(tmp_path, world, *rows)
    assert told["brand"]["value"] is None
    assert told["brand"]["others"] == ["honeywell", "lts"]
    assert len(told["brand"]["rests_on"]) == 2
    assert "entity" not in told


def test_two_records_of_one_badge_agree(tmp_path: Path, world: World) -> None:
    assert facts(tmp_path, world, "LTS,X,", "lts,X,")["brand"]["value"] == "lts"


def test_two_purposes_make_the_purpose_unknown(tmp_path: Path, world: World) -> None:
    told = facts(tmp_path, world, "LTS,X,public_safety", "LTS,X,other")["purpose"]
    assert (told["value"], told["others"]) == (None, [["other"], ["public_safety"]])
