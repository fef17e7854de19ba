"""Who asks is told by `--org`: the text of a measure of that place is cited first, in every command that screens names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debadge.cli.main import main

DAY = ["--as-of", "2026-11-22"]
CANADA = ["--org", "ca-federal-department"]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEBADGE_HOME", raising=False)
    Path("names.csv").write_text("name\nHikvision\nMaple Ridge Roofing\n", "utf-8")


def answers(capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, str]]:
    main(["screen", "names", "names.csv", *DAY, "--format", "jsonl", "-q", *more])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(("org", "word"), [([], "889"), (CANADA, "27 June 2025")])
def test_text_of_the_place_of_the_organisation_is_cited(
    org: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert word in answers(capsys, *org)[0]["citation"]
    main(["screen", "name", "Hikvision", *DAY, "--format", "json", *org])
    told = json.loads(capsys.readouterr().out)
    assert word in told["answer"]["citation"]
    assert told["against"]["jurisdiction"] == ("CA" if org else None)


@pytest.mark.parametrize(("org", "word"), [([], "889"), (CANADA, "27 June 2025")])
def test_suppliers_of_purchase_lines_are_cited_so_too(
    org: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("po.csv").write_text("Supplier,Description,Qty\nHikvision,Kit,1\n", "utf-8")
    main(["screen", "lines", "po.csv", *DAY, "--format", "jsonl", *org])
    assert word in json.loads(capsys.readouterr().out.splitlines()[0])["supplier"]["citation"]


def test_answers_for_another_place_are_not_carried_over(capsys: pytest.CaptureFixture[str]) -> None:
    main(["screen", "names", "names.csv", *DAY, "-o", "first.jsonl", "-q"])
    main(["screen", "names", "names.csv", *DAY, "--since", "first.jsonl", "-o", "second.jsonl", *CANADA])
    assert "an organisation of another place" in " ".join(capsys.readouterr().err.split())
    assert "27 June 2025" in Path("second.jsonl").read_text("utf-8")
    main(["screen", "names", "names.csv", *DAY, "--since", "second.jsonl", "-o", "third.jsonl", *CANADA])
    assert Path("third.jsonl").read_bytes() == Path("second.jsonl").read_bytes()
    assert "an organisation of another place" not in " ".join(capsys.readouterr().err.split())
