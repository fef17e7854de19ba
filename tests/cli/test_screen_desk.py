"""The desk by its commands: decide, screen again, certify, and stop a purchase."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debadge.cli.main import main

ROOT = Path(__file__).parent.parent.parent
DAY = "2026-11-22"
WHO = ["--by", "A. Clerk", "--why", "number differs", "--day", DAY]


pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEBADGE_HOME", raising=False)
    Path("names.csv").write_text("name,country\nHikvision Canada Inc.,CA\nMaple Ridge Roofing,CA\n", "utf-8")
    Path("po.csv").write_text("Supplier,Description,Qty\nHikvision Canada Inc.,Kit,1\nOwl Ltd.,Paper <b>,1\n", "utf-8")


def names(*more: str) -> list[str]:
    return ["screen", "names", "names.csv", "--as-of", DAY, "--decisions", "d.jsonl", *more]


def test_dismissed_name_passes_the_gate_and_stays_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    Path("d.jsonl").touch()
    assert main(names("--fail-on", "listed", "-q")) == 1
    assert main(["screen", "dismiss", "names.csv", "--every", *WHO, "--decisions", "d.jsonl"]) == 0
    capsys.readouterr()
    assert main(names("--fail-on", "listed")) == 0
    told = capsys.readouterr()
    assert "listed        1.00  Hikvision Canada Inc." in told.out
    assert "dismissed by A. Clerk on 2026-11-22: number differs" in told.out
    assert "2 names: 1 no match, 1 dismissed by a person" in told.err


def test_decision_is_listed_shown_and_revoked(capsys: pytest.CaptureFixture[str]) -> None:
    query = ["--query", "Hikvision Canada Inc.", "--list", "pack", "--ref", "hikvision_canada"]
    main(["screen", "dismiss", *query, *WHO, "--decisions", "d.jsonl", "--format", "json"])
    (one,) = json.loads(capsys.readouterr().out)
    where = ["--decisions", "d.jsonl", "--day", DAY]
    assert main(["screen", "decisions", "revoke", one["id"][:8], "--by", "B. Chief", "--why", "it is", *where]) == 0
    main(["screen", "decisions", "show", one["id"], *where])
    assert "revoked by B. Chief on 2026-11-22: it is" in capsys.readouterr().out
    main(["screen", "decisions", "list", "--format", "json", *where])
    assert [kept["state"] for kept in json.loads(capsys.readouterr().out)] == ["revoked"]
    assert main(["screen", "decisions", "revoke", one["id"], "--by", "B", "--why", "x", *where]) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["dismiss", "--query", "Owl Ltd.", "--every", *WHO], "nothing to decide"),
        (["dismiss", "--every", *WHO], "either FILE"),
        (["dismiss", "--query", "Hikvision", *WHO], "--list ID --ref REF"),
        (["dismiss", "--query", "Hikvision", "--list", "pack", *WHO], "--list ID --ref REF"),
        (["dismiss", "--query", "Hikvision", "--every", *WHO[:2], "--why", " "], "a person and a reason"),
        (["dismiss", "--query", "Hikvision", "--every", *WHO, "--expires", "2026-01-01"], "is before"),
        (["dismiss", "absent.csv", "--every", *WHO], "no such file"),
        (["decisions", "show", "abc"], "no decision abc"),
        (["names", "names.csv", "--since", "absent.jsonl"], "no such file"),
        (["names", "names.csv", "--certificate", "absent/c.html"], "cannot be written"),
        (["lines", "po.csv", "--certificate", "absent/c.html"], "cannot be written"),
    ],
)
def test_wrong_use_of_the_desk_says_what_to_do(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("d.jsonl").touch()
    assert main(["screen", *words, "--decisions", "d.jsonl"]) == 2
    assert says in " ".join(capsys.readouterr().err.split())
    assert not Path("d.jsonl").read_bytes()


def test_decision_without_a_place_to_keep_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", "dismiss", "--query", "Hikvision", "--every", *WHO]) == 2
    assert "--decisions FILE" in capsys.readouterr().err


def test_answers_since_an_earlier_run_are_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    Path("d.jsonl").touch()
    main(names("-o", "a.jsonl", "-q"))
    assert main(names("-o", "b.jsonl", "--since", "a.jsonl")) == 0
    assert "0 names were screened anew, 2 keep their answer" in " ".join(capsys.readouterr().err.split())
    assert [Path(f"a.jsonl{end}").read_bytes() == Path(f"b.jsonl{end}").read_bytes() for end in ("", ".head.json")] == [
        True,
        True,
    ]
    assert main(names("-o", "a.jsonl", "--since", "a.jsonl")) == 2


def test_supplier_that_is_listed_stops_a_purchase_unless_nobody_asks() -> None:
    words = ["screen", "lines", "po.csv", "--as-of", DAY, "-q", "--fail-on", "supplier_listed"]
    assert main(words) == 1
    assert main([*words[:-2], "--no-suppliers"]) == 0
    assert main([*words, "--no-suppliers"]) == 2  # it could never occur


def test_table_shows_a_line_for_its_supplier_alone(capsys: pytest.CaptureFixture[str]) -> None:
    main(["screen", "lines", "po.csv", "--as-of", DAY])
    told = capsys.readouterr()
    assert "supplier Hikvision Canada Inc.: listed" in told.out
    assert "Owl" not in told.out
    assert "Suppliers, by lines: 1 listed, 1 no match" in told.err
    assert max(map(len, told.out.splitlines())) <= 80


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_certificate_of_lines_is_the_same_in_every_form(lang: str, form: str) -> None:
    words = ["screen", "lines", "po.csv", "--as-of", DAY, "-q", "--lang", lang, "--certificate"]
    main([*words, "a.html", "--format", form])
    main([*words, "b.html", "--format", "csv"])
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()
    assert "Hikvision Canada Inc." in Path("a.html").read_text("utf-8")


def test_certificate_of_names_bears_the_marking_and_the_digest_of_the_file() -> None:
    org = str(ROOT / "examples" / "harbour-office" / "org.yaml")
    Path("d.jsonl").touch()
    main(names("-q", "--certificate", "c.html", "--org", org))
    page = Path("c.html").read_text("utf-8")
    assert page.count("PROTECTED A") == 2
    assert "Harbour Office" in page
