"""Names through the command, in every form that they come in, against lists that the command itself has taken in."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from debadge.cli.main import main

Told = pytest.CaptureFixture[str]
DAY = ["--as-of", "2026-11-22"]
LIST = "Firm;Since;Number\nCrake Optics Co., Ltd.;2024-01-01;91330000733796106P\nRail Drones GmbH;2024-01-02;\n"
WANTED = ["listed", "no_match"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> Path:
    """A folder with an own list, imported."""
    monkeypatch.setenv("DEBADGE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("own.csv").write_text(LIST, "utf-8")
    columns = ["--map", "name=Firm", "--map", "start=Since"]
    assert main(["lists", "import", "own.csv", "--list", "own-ban", *columns, "--day", "2026-06-01"]) == 0
    capsys.readouterr()
    return tmp_path


def screened(capsys: Told, *words: str) -> list[dict[str, Any]]:
    assert main(["screen", "names", *words, "--format", "jsonl", *DAY]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def answers(told: list[dict[str, Any]]) -> list[str]:
    return [one["answer"] for one in told]


def test_csv_is_screened_against_an_imported_list(home: Path, capsys: Told) -> None:
    (home / "a.csv").write_text("supplier,country\nCRAKE OPTICS,CN\nMaple Ridge Roofing,CA\n", "utf-8")
    told = screened(capsys, "a.csv")
    assert answers(told) == WANTED
    assert (told[0]["list"], told[0]["since"], told[0]["input"]["country"]) == ("own-ban", "2024-01-01", "CN")


def test_table_names_the_list_its_age_and_its_rows(home: Path, capsys: Told) -> None:
    (home / "a.txt").write_text("Crake Optics\n", "utf-8")
    assert main(["screen", "names", "a.txt", *DAY]) == 0
    assert "own-ban: age not known, imported 174 days ago, 2 rows" in " ".join(capsys.readouterr().out.split())


def test_owners_of_a_csv_decide(home: Path, capsys: Told) -> None:
    rows = "name,owner,share\nOwl Ltd.,Crake Optics Co. Ltd.,60\nElk Ltd.,Crake Optics Co. Ltd.,\nFox Ltd.,Maple Roofing,100\n"
    (home / "a.csv").write_text(rows, "utf-8")
    told = screened(capsys, "a.csv")
    assert answers(told) == ["affiliate", "cannot_tell", "no_match"]
    assert told[0]["ties"][0]["list"] == "own-ban"


def test_lines_of_json_are_read_and_echoed(home: Path, capsys: Told) -> None:
    lines = [{"query": "Crake Optics Co Ltd", "id": 7}, {"query": "Maple Ridge Roofing", "country": "CA"}]
    (home / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    told = screened(capsys, "a.jsonl")
    assert answers(told) == WANTED
    assert str(told[0]["input"]["id"]) == "7"


def test_workbook_is_read(home: Path, capsys: Told) -> None:
    book = xlsxwriter.Workbook(str(home / "a.xlsx"))
    sheet = book.add_worksheet("Vendors")
    rows = (("Vendor name", "City"), ("Crake Optics Co., Ltd.", "Hangzhou"), ("Maple Ridge Roofing", "Ottawa"))
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    assert answers(screened(capsys, "a.xlsx")) == WANTED


def test_text_has_one_name_a_line(home: Path, capsys: Told) -> None:
    (home / "a.txt").write_text("Crake Optics a/s de Owl Freight\nMaple Ridge Roofing\n", "utf-8")
    told = screened(capsys, "a.txt")
    assert answers(told) == WANTED
    assert [one["line"] for one in told] == [1, 2]


@pytest.mark.usefixtures("home")
def test_standard_input_is_read(capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"name\nCrake Optics\nMaple Ridge Roofing\n"))
    monkeypatch.setattr("sys.stdin", stream)
    assert answers(screened(capsys, "-")) == WANTED


def test_column_is_named_where_its_heading_says_nothing(home: Path, capsys: Told) -> None:
    (home / "a.csv").write_text("k1,k2\n1,Crake Optics\n2,Maple Ridge Roofing\n", "utf-8")
    assert answers(screened(capsys, "a.csv", "--map", "name=k2")) == WANTED


def test_persons_and_bad_rows_keep_their_places(home: Path, capsys: Told) -> None:
    (home / "a.csv").write_text(
        "name,type\nCrake Optics,company\nJane Roe,individual\n,company\nOwl,company\n", "utf-8"
    )
    told = screened(capsys, "a.csv")
    assert answers(told) == ["listed", "refused", "refused", "no_match"]
    assert told[1]["reason"] == "screen.refused.person"


def test_no_match_tells_what_was_nearest(home: Path, capsys: Told) -> None:
    (home / "a.txt").write_text("Rail Catering\n", "utf-8")
    assert main(["screen", "names", "a.txt", "--format", "csv", *DAY]) == 0
    (told,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert json.loads(told["nearest"])["name"] == "Rail Drones GmbH"
    main(["screen", "name", "Rail Catering", *DAY])
    assert "nearest, under the threshold: Rail Drones GmbH" in " ".join(capsys.readouterr().out.split())


def test_gate_and_the_list_of_a_selection(home: Path, capsys: Told) -> None:
    accept = ["--list", "own-ban", "--map", "name=Firm", "--map", "start=Since", "--day", "2026-07-01"]
    Path("own.csv").write_text(LIST.splitlines()[0] + "\n" + LIST.splitlines()[2] + "\n", "utf-8")
    assert main(["lists", "import", "own.csv", *accept, "--accept", "Crake was taken off"]) == 0
    (home / "a.txt").write_text("Rail Drones\n", "utf-8")
    capsys.readouterr()
    assert main(["screen", "names", "a.txt", "--fail-on", "listed", *DAY]) == 1
    assert "own-ban" in capsys.readouterr().out


def test_refused_rows_keep_their_line_and_what_stood_in_them(home: Path, capsys: Told) -> None:
    rows = "name,country,note,password\nOwl,CN,,\n,CN,pin: hunter2,hunter3\nElk, Inc,CN,a,hunter4\n"
    (home / "a.csv").write_text(rows, "utf-8")
    told = screened(capsys, "a.csv")
    assert [one["line"] for one in told] == [1, 2, 3]
    assert (told[1]["input"]["country"], told[1]["input"]["locator"]) == ("CN", "a.csv:3")
    assert (told[2]["input"]["name"], told[2]["input"]["country"]) == ("Elk", " Inc")
    assert "hunter" not in json.dumps(told)


def test_refused_lines_of_json_keep_their_text(home: Path, capsys: Told) -> None:
    lines = '{"name": "Owl"}\nnot json password=hunter2\n["Elk"]\n{"country": "CN", "password": "hunter3"}\n'
    (home / "a.jsonl").write_text(lines, "utf-8")
    told = screened(capsys, "a.jsonl")
    assert [one["line"] for one in told] == [1, 2, 3, 4]
    assert told[1]["input"]["text"].startswith("not json")
    assert (told[2]["input"]["text"], told[3]["input"]["country"]) == ('["Elk"]', "CN")
    assert "hunter" not in json.dumps(told)


def test_table_tells_why_and_where_a_row_was_refused(home: Path, capsys: Told) -> None:
    (home / "a.csv").write_text("name,country\nElk, Inc,CN\n", "utf-8")
    assert main(["screen", "names", "a.csv", *DAY]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "a.csv:2" in told
    assert "3 cells" in told


def test_lists_that_were_not_compared_are_told_and_can_be_a_gate(home: Path, capsys: Told) -> None:
    (home / "a.csv").write_text("supplier,description\nOwl,paper\n", "utf-8")
    for verb in (["names", "a.csv"], ["lines", "a.csv"], ["name", "Owl"]):
        assert main(["screen", *verb, *DAY]) == 0
        told = capsys.readouterr()
        assert "never imported:" in " ".join((told.out + told.err).split())
        assert main(["screen", *verb, *DAY, "--fail-on", "gaps"]) == 1
        capsys.readouterr()
    main(["screen", "name", "Owl", "--format", "json", "--as-of", "2026-05-01"])
    missing = json.loads(capsys.readouterr().out)["against"]["not_compared"]
    assert {"list": "own-ban", "why": "later"} in missing


def test_list_that_is_damaged_is_not_told_as_imported_later(home: Path, capsys: Told) -> None:
    (home / "own.csv").write_text(LIST.replace("2024-01-02", "2024-02-02"), "utf-8")
    [rows] = (home / "home" / "lists" / "own-ban").glob("*.jsonl")
    words = ["--list", "own-ban", "--map", "name=Firm", "--map", "start=Since", "--day", "2026-06-02"]
    assert main(["lists", "import", "own.csv", *words]) == 0
    rows.write_bytes(b"{}")
    capsys.readouterr()
    assert main(["screen", "name", "Owl", *DAY]) == 0
    assert "(`debadge lists status` names it): own-ban" in " ".join(capsys.readouterr().out.split())
    assert main(["screen", "name", "Owl", *DAY, "--lang", "fr"]) == 0
    assert "un fichier gardé manque" in " ".join(capsys.readouterr().out.split())
    assert main(["screen", "name", "Owl", "--format", "json", *DAY]) == 0
    assert {"list": "own-ban", "why": "broken"} in json.loads(capsys.readouterr().out)["against"]["not_compared"]
    (home / "a.txt").write_text("Owl\n", "utf-8")
    assert main(["screen", "names", "a.txt", *DAY, "--certificate", "c.html"]) == 0
    assert "Lists of which a file that was kept is missing, damaged or changed: own-ban" in (home / "c.html").read_text(
        "utf-8"
    )


def test_readings_of_listed_names_are_kept_by_lines_too(home: Path) -> None:
    (home / "a.csv").write_text("supplier,description\nOwl,paper\n", "utf-8")
    assert main(["screen", "lines", "a.csv", *DAY, "-q"]) == 0
    assert any((home / "home" / "cache").iterdir())
