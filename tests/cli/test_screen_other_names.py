"""Rows with several names of one party: every name is asked for, the worst answer stands, and it is told of which name it is."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.cli.main import main
from debadge.flow.asked_names import names_at_hand
from debadge.flow.each_name import each_name, standing
from debadge.flow.screening import NameScreen
from debadge.flow.world import World

Told = pytest.CaptureFixture[str]
DAY = ["--as-of", "2026-11-22"]
DECIDED = ["--by", "A. Clerk", "--why", "another firm", "--day", "2026-11-20"]
LIST = "Firm,Number\nCrake Optics Co. Ltd.,1\nRail Drones GmbH,2\n夜鹰光学有限公司,3\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> Path:
    """A folder with an own list, imported."""
    monkeypatch.setenv("DEBADGE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("own.csv").write_text(LIST, "utf-8")
    columns = ["--map", "name=Firm", "--map", "ref=Number", "--day", "2026-06-01"]
    assert main(["lists", "import", "own.csv", "--list", "own-ban", *columns]) == 0
    capsys.readouterr()
    return tmp_path


def screened(capsys: Told, *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["screen", "names", *words, "--format", "jsonl", *DAY]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    "heading",
    [
        "Operating Name",
        "DBA",
        "Chinese Name",
        "Former Name",
        "Other Names",
        "Aliases",
        "Standardized name",
        "supplierOperatingName-nomCommercialFournisseur-eng",
        "supplierStandardizedName-nomNormaliseFournisseur-eng",
        "Supplier",
    ],
)
def test_other_name_of_a_row_is_screened(heading: str, capsys: Told) -> None:
    Path("a.csv").write_text(f"Legal Name,{heading}\nMaple Ridge Roofing,Rail Drones\n", "utf-8")
    (told,) = screened(capsys, "a.csv")
    assert (told["answer"], told["query"], told["asked_as"]) == ("listed", "Maple Ridge Roofing", "Rail Drones")
    assert told["input"] == {"Legal Name": "Maple Ridge Roofing", heading: "Rail Drones"}


def test_second_key_with_a_name_and_aliases_of_json_are_screened(capsys: Told) -> None:
    rows = [
        {"query": "Maple Ridge Roofing", "name": "Rail Drones"},
        {"query": "Maple Ridge Roofing", "aliases": ["Elk", "夜鹰光学有限公司"]},
        {"query": "Maple Ridge Roofing", "aliases": "Elk; Crake Optics"},
        {"query": "Maple Ridge Roofing", "aliases": ["Maple Ridge Roofing", "N/A"]},
    ]
    Path("a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    told = screened(capsys, "a.jsonl")
    assert [one["asked_as"] for one in told] == ["Rail Drones", "夜鹰光学有限公司", "Crake Optics", None]
    assert [one["answer"] for one in told] == ["listed", "listed", "listed", "no_match"]


def test_row_without_a_legal_name_is_screened_by_its_operating_name(capsys: Told) -> None:
    Path("a.csv").write_text("Legal Name,Operating Name\n,Rail Drones\n-,Rail Drones\n,\nElk,\n", "utf-8")
    told = screened(capsys, "a.csv")
    assert [(one["query"], one["answer"]) for one in told] == [
        ("Rail Drones", "listed"),
        ("Rail Drones", "listed"),
        ("Elk", "no_match"),
    ]


def test_table_csv_and_certificate_tell_the_name(capsys: Told) -> None:
    Path("a.csv").write_text("Name,DBA\nMaple Ridge Roofing,Rail Drones\nRail Drones,Owl\n", "utf-8")
    assert main(["screen", "names", "a.csv", "--certificate", "a.html", *DAY]) == 0
    assert capsys.readouterr().out.count("by its other name Rail Drones") == 1
    assert Path("a.html").read_text("utf-8").count("by its other name Rail Drones") == 1
    assert main(["screen", "names", "a.csv", "--format", "csv", *DAY]) == 0
    assert [one["asked_as"] for one in csv.DictReader(io.StringIO(capsys.readouterr().out))] == ["Rail Drones"] * 2


def test_dismissal_holds_for_the_name_that_matched(capsys: Told) -> None:
    Path("a.csv").write_text("Name,DBA\nCrake Optics,Rail Drones\nCrake Optics,Elk\n", "utf-8")
    assert main(["screen", "dismiss", "--query", "Crake Optics", "--every", *DECIDED]) == 0
    first, second = screened(capsys, "a.csv")
    assert (first["answer"], first["asked_as"], first["dismissed"]) == ("listed", "Rail Drones", None)
    assert (second["answer"], second["asked_as"], second["dismissed"]["by"]) == ("listed", "Crake Optics", "A. Clerk")
    assert main(["screen", "dismiss", "a.csv", "--list", "own-ban", "--ref", "2", *DECIDED]) == 0
    assert all(one["dismissed"] for one in screened(capsys, "a.csv"))


def test_earlier_answers_of_several_names_are_carried_over_byte_for_byte(capsys: Told) -> None:
    rows = "Name,DBA\nCrake Optics,Rail Drones\nMaple Ridge Roofing,Elk\nMaple Ridge Roofing,\n"
    Path("a.csv").write_text(rows, "utf-8")
    assert main(["screen", "names", "a.csv", "-o", "before.jsonl", *DAY]) == 0
    assert main(["screen", "dismiss", "--query", "Crake Optics", "--every", *DECIDED]) == 0
    assert main(["screen", "dismiss", "--query", "Rail Drones", "--every", *DECIDED]) == 0
    capsys.readouterr()
    assert main(["screen", "names", "a.csv", "-o", "since.jsonl", "--since", "before.jsonl", *DAY]) == 0
    assert "1 names were screened anew" in capsys.readouterr().err
    assert main(["screen", "names", "a.csv", "-o", "whole.jsonl", *DAY]) == 0
    assert Path("since.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_digest_of_what_was_asked_covers_every_name(world: World) -> None:
    asked = names_at_hand(
        ["Owl", {"query": "Owl", "dba": "Elk"}, {"query": "Owl", "dba": "Fox"}, {"query": "Owl"}], world
    )
    digests = [one.digest for one in asked]
    assert len(set(digests)) == 3
    assert digests[0] == digests[3]


def test_name_that_is_too_long_to_be_read_is_told_beside_one_that_matched_nothing(world: World) -> None:
    (query,) = names_at_hand([{"query": "Owl", "dba": "Elk " * 200}], world)
    screen = NameScreen(world, as_of=date(2026, 11, 22))
    told = standing(query, [one for _, one in screen.each(query)])
    assert (told.answer, told.reason, len(each_name(query))) == ("no_match", "screen.refused.long", 2)


def test_certificate_counts_a_row_without_a_name_once_and_as_read() -> None:
    Path("a.csv").write_text("Name,Type\n,company\n-,company\nJane Roe,individual\nOwl,company\n", "utf-8")
    assert main(["screen", "names", "a.csv", "--certificate", "a.html", *DAY]) == 0
    page = Path("a.html").read_text("utf-8")
    assert "Rows: 4, of which 0 could not be read." in page
    assert "which were not compared: 3 rows." in page
    assert "Rows that could not be read" not in page
