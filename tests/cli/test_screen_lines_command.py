"""`debadge screen lines` on the command line."""

from __future__ import annotations

import csv
import html
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import debadge
from debadge.cli.main import main
from debadge.report.terminal.columns import width

Told = pytest.CaptureFixture[str]
LINES = (
    "Description,Manufacturer,Part Number,Qty\nDome camera,Hikvision,DS-2CD2143G2-I,12\nOffice chairs,,,4\n"
    'Removal of 8 Dahua cameras,,,many\n"=HYPERLINK(""http://crake"") Hikvision camera",,=1+1,1\n'
    "broken,,,1,too\nAxis P3245-V camera,,,2\n"
)
DEPARTMENT = ["--org", "ca-federal-department", "--as-of", "2026-11-23"]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an order."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "po.csv").write_text(LINES, "utf-8")
    return tmp_path


def test_table_shows_goods_of_makers_that_a_rule_names_and_counts_the_rest(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", *DEPARTMENT]) == 0
    told = capsys.readouterr()
    assert "Hikvision DS-2CD2143G2-I, 12" in told.out
    assert "removal" in told.out
    assert "Axis" not in told.out
    assert "Office chairs" not in told.out
    assert "1 line names goods of a maker that no rule names; --all shows it" in told.err
    assert "1 row could not be read" in told.err


def test_all_shows_every_line(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "--all", "-q"]) == 0
    out = capsys.readouterr().out
    assert "Axis" in out
    assert "nobody that we know is named" in out


def test_doubtful_day_and_other_goods_are_told(desk: Path, capsys: Told) -> None:
    lines = (
        "Description,Order Date\n6 Axis P3245-V and 2 Hikvision DS-2CD2143G2-I cameras,2025-06\nHikvision camera,soon\n"
    )
    (desk / "days.csv").write_text(lines, "utf-8")
    assert main(["screen", "lines", "days.csv", *DEPARTMENT, "-q"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "asked for 2025-06-01 to 2025-06-30" in out
    assert "also: Axis P3245-V (buy: yes)" in out
    assert "the day of the order could not be read, or only fills a field: asked for 2026-11-23" in out


def test_file_that_cannot_be_read_has_no_table(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "--map", "description=Vendor"]) == 3
    told = capsys.readouterr()
    assert (told.out, "Vendor" in told.err) == ("", True)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("more", [[], DEPARTMENT, ["--all"]], ids=["nobody", "department", "all"])
def test_table_fits_eighty_columns(lang: str, more: list[str], capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", *more, "--lang", lang]) == 0
    told = capsys.readouterr()
    assert [line for line in (told.out + told.err).splitlines() if width(line) > 80 and "po.csv" not in line] == []


def test_french_is_french(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", *DEPARTMENT, "--lang", "fr"]) == 0
    told = capsys.readouterr()
    assert "enlèvement" in told.out
    assert "lignes" in told.err
    assert "removal" not in told.out


def test_quantity_that_is_no_number_is_told_with_its_place(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv"]) == 0
    assert 'po.csv:4: "many" in "Qty"' in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_machine_forms_have_one_answer_for_each_line(form: str, capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "--format", form, "-q"]) == 0
    out = capsys.readouterr().out
    told = json.loads(out) if form == "json" else [json.loads(line) for line in out.splitlines()]
    assert len(told) == 6
    assert [one.get("maker") for one in told] == ["hikvision", None, "dahua", "hikvision", None, "axis"]
    assert told[4]["rejected"]["reason"] == "more_cells_than_columns"


def test_csv_has_no_cell_that_a_spreadsheet_would_calculate(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "--format", "csv", *DEPARTMENT, "-q"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["maker"] for row in rows] == ["hikvision", "", "dahua", "hikvision", "", "axis"]
    assert rows[4]["rejected"] == "more_cells_than_columns"
    assert rows[0]["outcome"] != "" != rows[0]["citation"]
    assert not [cell for row in rows for cell in row.values() if cell and cell[0] in "=+-@\t\r"]


def test_answers_go_to_a_file(desk: Path, capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "-o", "told.jsonl", "-q"]) == 0
    assert len((desk / "told.jsonl").read_text("utf-8").splitlines()) == 6
    assert capsys.readouterr().out == ""


def test_file_that_cannot_be_written_is_a_wrong_use(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "-o", "nowhere/told.jsonl"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_same_input_gives_the_same_bytes(desk: Path) -> None:
    for name in ("a", "b"):
        assert main(["screen", "lines", "po.csv", "-o", name, *DEPARTMENT, "-q"]) == 0
    assert (desk / "a").read_bytes() == (desk / "b").read_bytes()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ([], 0), (["--strict"], 3), (["--fail-on", "buy"], 1), (["--fail-on", "mention"], 0),
        (["--fail-on", "removal", "--strict"], 1),
        (["--fail-on", "supplier_listed"], 0),
    ],
)  # fmt: skip
def test_exit_codes(more: list[str], code: int) -> None:
    assert main(["screen", "lines", "po.csv", "-q", *more]) == code


@pytest.mark.parametrize(
    ("more", "remedy"),
    [
        (["--fail-on", "prohibited"], "--org"), (["--fail-on", "buy", "--fail-on", "undetermined"], "--org"),
        (["--fail-on", "supplier_listed", "--no-suppliers"], "--no-suppliers"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_word_that_can_never_occur_is_wrong_use(more: list[str], remedy: str, lang: str, capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "--lang", lang, *more]) == 2
    told = capsys.readouterr()
    assert remedy in told.err
    assert told.out == ""


def test_day_that_fills_a_field_is_told_where_it_stands(desk: Path, capsys: Told) -> None:
    (desk / "days.csv").write_text("Description,Order Date\nHikvision camera,1900-01-01\n", "utf-8")
    assert main(["screen", "lines", "days.csv", *DEPARTMENT, "--format", "jsonl"]) == 0
    told = capsys.readouterr()
    judged = json.loads(told.out)["judged"]
    assert (judged["day_of"], judged["as_of"]) == ("unread", "2026-11-23")
    assert 'days.csv:2: "1900-01-01" in "Order Date"' in told.err


def test_outcome_that_occurs_fails(capsys: Told) -> None:
    assert main(["screen", "lines", "po.csv", "-q", "--format", "jsonl", *DEPARTMENT]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    outcomes = {finding["outcome"] for one in lines for finding in (one.get("judged") or {"findings": []})["findings"]}
    assert outcomes
    for word in outcomes:
        assert main(["screen", "lines", "po.csv", "-q", *DEPARTMENT, "--fail-on", word]) == 1


@pytest.mark.parametrize(
    ("file", "more", "code", "says"),
    [
        ("absent.csv", [], 2, "absent.csv: no such file"), (".", [], 2, ".: a folder, and one file"),
        ("po.csv", ["--map", "maker"], 2, "target=column"),
        ("po.csv", ["--fail-on", "crake"], 2, "--fail-on"), ("bad.xlsx", [], 3, "bad.xlsx"),
    ],
)  # fmt: skip
def test_wrong_use_and_unreadable_files(
    file: str, more: list[str], code: int, says: str, desk: Path, capsys: Told
) -> None:
    (desk / "bad.xlsx").write_bytes(b"PK\x03\x04 nothing")
    assert main(["screen", "lines", file, *more]) == code
    assert says in capsys.readouterr().err


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LINES.encode())))
    assert main(["screen", "lines", "-", "--format", "jsonl", "-q"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6


def test_interruption_keeps_what_was_written(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from debadge.cli.screen import lines  # noqa: PLC0415  loaded as the command loads it

    pieces = lines._pieces

    def interrupted(*given: object) -> object:
        yield next(iter(pieces(*given)))  # type: ignore[arg-type]  # as they were given
        raise KeyboardInterrupt

    monkeypatch.setattr(lines, "_pieces", interrupted)
    assert main(["screen", "lines", "po.csv", "-o", "told.jsonl", "-q"]) == 130
    assert (desk / "told.jsonl.part").read_text("utf-8").count("\n") == 6  # the batch that was read


ORDERS = (
    "Description,Qty,Order Date\nHikvision DS-2CD2143G2-I camera,2,2024-08-07\nRemoval of 8 Dahua cameras,8,2025-01-02\n"
    "Axis P3245-V instead of Hikvision camera,1,\nHikvision camera,1,1900-01-01\nSubtotal,1,\nTotal,12,\n"
)


@pytest.fixture
def certificate(desk: Path, request: pytest.FixtureRequest) -> str:
    """The page about some orders, in a language."""
    (desk / "orders.csv").write_text(ORDERS, "utf-8")
    words = ["orders.csv", *DEPARTMENT, "-q", "--lang", request.param, "--certificate", "c.html"]
    assert main(["screen", "lines", *words]) == 0
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape((desk / "c.html").read_text("utf-8"))).split())


@pytest.mark.parametrize("certificate", ["en"], indirect=True)
@pytest.mark.parametrize(
    "says",
    [
        "2 lines were judged for their own days of purchase, from 2024-08-07 to 2025-01-02.",
        "1 line tells a day that could not be read, or only fills a field, and was judged for 2026-11-23.",
        "It speaks of the days above",
        "2 rows are no lines and were not screened: a sum of other rows (orders.csv:6, orders.csv:7)",
        "Order Date (day of the order)",
        'orders.csv:5: "1900-01-01" in "Order Date"',
        "Lines about named makers that need nobody",
        "yes 2024-08-07 Hikvision DS-2CD2143G2-I camera",
        "2 at 3 Dahua, 8 possible removal",
    ],
)
def test_certificate_tells_days_and_what_needs_nobody(certificate: str, says: str) -> None:
    assert says in certificate


@pytest.mark.parametrize("certificate", ["fr"], indirect=True)
def test_french_certificate_has_french_words_for_columns(certificate: str) -> None:
    assert "Order Date (jour de la commande), Qty (quantité)" in certificate
    assert "(ordered)" not in certificate


def test_rows_that_are_no_lines_are_told(desk: Path, capsys: Told) -> None:
    (desk / "orders.csv").write_text(ORDERS, "utf-8")
    assert main(["screen", "lines", "orders.csv"]) == 0
    told = capsys.readouterr()
    assert "- orders.csv:6: a sum of other rows" in told.out
    assert "2 rows are no lines and were not screened" in told.err
    assert main(["screen", "lines", "orders.csv", "--format", "jsonl"]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 4
    assert "2 rows are no lines and were not screened" in told.err


@pytest.mark.parametrize(
    ("more", "code"), [(["--certificate", "c.html"], 0), (["--fail-on", "buy"], 1), (["--strict"], 3)]
)
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_reader_who_goes_away_costs_neither_certificate_nor_exit_code(
    form: str, more: list[str], code: int, desk: Path
) -> None:
    words = [sys.executable, "-m", "debadge", "screen", "lines", "po.csv", "--format", form, *more]
    env = {**os.environ, "PYTHONPATH": str(Path(debadge.__file__).parents[1])}
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env) as run:
        assert run.stdout is not None
        run.stdout.close()
        assert run.wait() == code
    assert (desk / "c.html").exists() == ("c.html" in more)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_line_is_wider_than_a_terminal(lang: str, desk: Path, capsys: Told) -> None:
    (desk / "orders.csv").write_text(ORDERS, "utf-8")
    for file in ("orders.csv", "po.csv"):
        assert main(["screen", "lines", file, "--all", "--lang", lang, *DEPARTMENT]) == 0
        told = capsys.readouterr()
        assert [line for line in (told.out + told.err).splitlines() if width(line) > 80] == []
