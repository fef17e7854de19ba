"""`debadge regimes adopt` at the command line, and the private operator that has adopted a rule: its file, its reports."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from debadge.cli.main import main
from debadge.report.terminal.columns import width

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "private-operator"
PUBLIC = "ca-gov-hikvision-use-ban-2025"
FILE = f"maple-ridge-storage-{PUBLIC}.yaml"
CITE = "SYNTHETIC - Maple Ridge Storage, security policy 12 of 20 November 2026, section 3"
DAYS = ("--from", "2026-12-01", "--published", "2026-11-20")
ADOPT = ("regimes", "adopt", PUBLIC, *DAYS, "--cite", CITE)


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """The company before it adopted anything."""
    for name in ("org.yaml", "asset-register.csv"):
        shutil.copy(EXAMPLE / name, tmp_path / name)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def checked(capsys: pytest.CaptureFixture[str], tmp_path: Path, *words: str) -> str:
    run = str(tmp_path / "run")
    return shown(capsys, "check", str(EXAMPLE), "--as-of", "2026-12-01", "-o", run, "-q", *words)


def test_example_is_what_the_command_writes(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown(capsys, *ADOPT, "--org", str(company / "org.yaml"))
    assert (company / FILE).read_bytes() == (EXAMPLE / FILE).read_bytes()
    assert shown(capsys, *ADOPT, "--org", str(company), "-o", "-") == (EXAMPLE / FILE).read_text("utf-8")


def test_what_was_written_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(shown(capsys, "knowledge", "check", str(EXAMPLE / FILE), "--format", "json"))["wrong"] == []


def test_a_file_is_never_written_over(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (company / FILE).write_text("mine", "utf-8")
    assert main([*ADOPT, "--org", str(company)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (company / FILE).read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", [f"{PUBLIC}.yaml", "My Policy.yaml", "policy.txt"])
def test_name_that_cannot_be_an_id_is_refused(company: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ADOPT, "--org", str(company), "-o", str(company / name)]) == 2
    assert "cannot be the id" in capsys.readouterr().err
    assert not (company / name).exists()


def test_folder_that_is_not_there_is_told(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ADOPT, "--org", str(company), "-o", str(company / "absent" / "x.yaml")]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("us-1260h", *DAYS, "--cite", "x"), "us-805-dod"),
        (("us-uflpa", *DAYS, "--cite", "x"), "has not been read"),
        ((PUBLIC, *DAYS, "--cite", "  "), "--cite"),
        ((PUBLIC, "--from", "2026", "--cite", "x"), "--from"),
        (("ca-gov-hikvision-use-ban", *DAYS, "--cite", "x"), "did you mean"),
    ],
)
def test_what_cannot_be_adopted_is_refused_with_the_reason(
    company: Path, words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["regimes", "adopt", *words, "--org", str(company)]) == 2
    assert says in " ".join(capsys.readouterr().err.split())
    assert sorted(p.name for p in company.iterdir()) == ["asset-register.csv", "org.yaml"]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_told_fits_eighty_columns_and_names_what_is_open(
    company: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = shown(capsys, *ADOPT, "--org", str(company), "--lang", lang)
    assert [x for x in told.splitlines() if width(x) > 80 and str(company) not in x] == []
    assert "--strict" in told


def test_profile_has_no_folder_so_the_file_lies_here(
    company: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(company)
    told = shown(capsys, *ADOPT, "--org", "ca-private-owner", "--strict", "--format", "json")
    assert json.loads(told)["settled"] == ["relabels", "affiliates", "components"]
    assert (company / f"private-owner-in-canada-{PUBLIC}.yaml").is_file()


def test_direction_with_the_id_of_a_public_rule_is_refused(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(EXAMPLE / FILE, company / f"{PUBLIC}.yaml")
    assert main(["check", str(company), "-o", str(company / "run")]) == 2
    assert "a public rule has this id" in capsys.readouterr().err


def test_file_is_checked_and_not_the_public_rule_of_its_name(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (EXAMPLE / FILE).read_text("utf-8").replace("in_force: {from: 2026-12-01}", "in_force: {from: 2026-12-02}")
    (company / "us-889a1a.yaml").write_text(text, "utf-8")
    assert main(["knowledge", "check", str(company / "us-889a1a.yaml")]) == 3
    assert "expected" in capsys.readouterr().out


def test_file_that_follows_no_public_rule_does_not_hold(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (EXAMPLE / FILE).read_text("utf-8").replace(f"follows: [{PUBLIC}]", "follows: [ca-nothing]")
    (company / FILE).write_text(text, "utf-8")
    assert main(["knowledge", "check", str(company / FILE)]) == 3
    assert "ca-nothing" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "says"), [("en", f"Own direction, follows {PUBLIC}"), ("fr", f"Directive propre, suit {PUBLIC}")]
)
def test_table_and_page_name_the_direction_its_text_and_the_rule_it_follows(
    tmp_path: Path, lang: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table = " ".join(checked(capsys, tmp_path, "--lang", lang).split())
    page = checked(capsys, tmp_path, "--lang", lang, "--format", "html")
    assert says in table
    assert says in page
    assert CITE in table
    assert CITE in page


def test_spreadsheet_has_whose_rule_it_is_and_what_it_follows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = list(csv.DictReader(io.StringIO(checked(capsys, tmp_path, "--format", "csv"))))
    own = [row for row in rows if row["own"] == "true"]
    assert {(row["follows"], row["clause"]) for row in own} == {(PUBLIC, CITE)}
    told = {row["act"]: row["outcome"] for row in own if row["grade"] == "confirmed"}
    assert told == {"use": "prohibited", "retain": "not_reached"}
    assert [row for row in rows if row["regime"] == PUBLIC] == []  # it binds departments, and nobody here


@pytest.mark.parametrize(("lang", "says"), [("en", "Own direction, follows"), ("fr", "Directive propre, suit")])
def test_explain_and_judge_name_the_direction_and_its_text(
    tmp_path: Path, lang: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(capsys, tmp_path)
    facts = tmp_path / "facts.yaml"
    facts.write_text("{act: use, maker: hikvision}", "utf-8")
    told = shown(capsys, "explain", "MR-01", "--run", str(tmp_path / "run"), "--lang", lang, "-q")
    judged = ("judge", str(facts), "--org", str(EXAMPLE), "--as-of", "2026-12-01", "--lang", lang, "-q")
    everywhere = " ".join(shown(capsys, *judged, "--everywhere").split())
    assert f"{says} {PUBLIC}" in everywhere
    for text in (told, shown(capsys, *judged)):
        assert f"{says} {PUBLIC}" in " ".join(text.split())
        assert CITE in " ".join(text.split())
    plain = json.loads(shown(capsys, *judged, "--format", "json"))
    assert plain["own_directions"][FILE.removesuffix(".yaml")]["follows"] == [PUBLIC]
