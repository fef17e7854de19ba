"""`debadge screen names` and `screen name`: one answer a line, words where they belong, codes that a gate can read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from debadge.cli.main import main

DAY = ["--as-of", "2026-11-22"]
NAMES = "name,country\nHikvision Canada Inc.,CA\nMaple Ridge Roofing,CA\nMr. John Smith,CA\n=EVIL(1),CA\n"


@pytest.fixture
def names(tmp_path: Path) -> str:
    (tmp_path / "names.csv").write_text(NAMES, "utf-8")
    return str(tmp_path / "names.csv")


def test_table_has_one_answer_a_name_and_says_what_was_compared(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", "names", names, *DAY]) == 0
    told = capsys.readouterr()
    assert "no list was imported" in " ".join(told.out.split())
    lines = [line.split("  ")[0] for line in told.out.splitlines() if line and not line.startswith(" ")]
    assert lines[1:] == ["listed", "no match", "refused", "no match"]
    assert "4 names: 1 listed, 2 no match, 1 refused" in told.err
    assert max(map(len, told.out.splitlines())) <= 80


def test_lines_of_json_have_the_same_keys_and_bytes(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for _ in range(2):
        main(["screen", "names", names, "--format", "jsonl", *DAY])
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]
    told = [json.loads(line) for line in texts[0].splitlines()]
    assert len({tuple(sorted(one)) for one in told}) == 1
    assert [(one["line"], one["input"]["country"]) for one in told] == [(n, "CA") for n in (1, 2, 3, 4)]
    assert len({one["checked"] for one in told}) == 1


def test_json_says_once_what_was_compared(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["screen", "names", names, "--format", "json", *DAY])
    told = json.loads(capsys.readouterr().out)
    assert told["against"]["as_of"] == "2026-11-22"
    assert [one["answer"] for one in told["answers"]] == ["listed", "no_match", "refused", "no_match"]
    assert told["counts"]["listed"] == 1


def test_csv_runs_nothing_in_a_spreadsheet(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["screen", "names", names, "--format", "csv", *DAY])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows[3]["query"] == "'=EVIL(1)"
    assert json.loads(rows[0]["regimes"]) == ["ca-ica-hikvision-2025"]


def test_file_is_written_as_json_lines(names: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", "names", names, "-o", str(tmp_path / "out.jsonl"), "-q", *DAY]) == 0
    assert capsys.readouterr() == ("", "")
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 4


@pytest.mark.parametrize(("answer", "code"), [("listed", 1), ("refused", 1), ("cannot_tell", 1), ("possible", 1)])
def test_gate_ends_with_one_where_an_answer_occurs(names: str, answer: str, code: int) -> None:
    assert main(["screen", "names", names, "-q", "--fail-on", answer, *DAY]) == code


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["names", "absent.csv"], "absent.csv: no such file"),
        (["names", "/"], "/: a folder, and one file is read at a time"),
        (["name", "Owl", "--lists", "nowhere"], "--lists nowhere: no such folder"),
        (["name", "Owl", "--owner", "Elk=half"], "is no share in percent"),
        (["name", "Owl", "--owner", "Elk=101"], "0 to 100"),
        (["name", "Owl", "--as-of", "2026-13-01"], "--as-of"),
        (["name", "Owl", "--decisions", "absent.jsonl"], "absent.jsonl: no such file"),
        (["decisions", "list", "--decisions", "absent.jsonl"], "absent.jsonl: no such file"),
    ],
)
def test_wrong_use_of_screen_says_what_to_do(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", *words]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("share", ["49,9", "49.9 %"])
def test_share_of_an_owner_is_read_as_people_write_it(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", "name", "Owl", "--owner", f"Hikvision={share}", "--format", "json", *DAY]) == 0
    assert json.loads(capsys.readouterr().out)["answer"]["ties"][0]["share"] == "49.9 %"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_one_name_is_told_with_every_step(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["screen", "name", "00012345 - 海康威视 (Canada)", "--lang", lang, *DAY]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "海康威视" in told
    assert {"en": "How the name was read", "fr": "Comment le nom a été lu"}[lang] in told


def test_one_name_with_an_owner_that_nobody_can_weigh(capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "screen",
        "name",
        "Prairie Freight",
        "--owner",
        "Hikvision",
        "--format",
        "json",
        "--fail-on",
        "cannot_tell",
    ]
    assert main([*words, *DAY]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["answer"]["answer"], told["answer"]["ties"][0]["share"]) == ("cannot_tell", "?")


def test_other_commands_load_no_matcher() -> None:
    program = (
        "import sys; from debadge.cli.main import main; main(['--version']); main(['makers', 'list', '-q'])\n"
        "sys.exit(any(name in sys.modules for name in ('rapidfuzz', 'opencc', 'anyascii')))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("country", ["CN", "China", "cn", "Chine", "CN-GD"])
def test_country_is_read_in_one_way_by_options_and_files(
    country: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(f"name,country\nHikvision Canada Inc.,{country}\n", "utf-8")
    main(["screen", "names", str(tmp_path / "a.csv"), "--format", "json", "-q", *DAY])
    (of_file,) = json.loads(capsys.readouterr().out)["answers"]
    main(["screen", "name", "Hikvision Canada Inc.", "--country", "CN", "--format", "json", *DAY])
    code = json.loads(capsys.readouterr().out)["answer"]
    main(["screen", "name", "Hikvision Canada Inc.", "--country", country, "--format", "json", *DAY])
    assert of_file["score"] == code["score"] == json.loads(capsys.readouterr().out)["answer"]["score"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["Owl", "--country", "ZZZ"], "--country ZZZ"),
        ([""], "no name to screen"),
        ([" - "], "no name to screen"),
        (["Owl", "--owner", "=50"], "--owner =50"),
        (["Owl", "--owner", " "], "nobody is named"),
    ],
)
def test_wrong_words_about_one_name_are_told(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", "name", *words, *DAY]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["names", "lines"])
def test_country_that_nobody_can_place_is_noted_once(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "supplier,supplier country,description\nOwl,ZZZ,paper\nElk,ZZZ,paper\n"
    (tmp_path / "a.csv").write_text(rows.replace("supplier country", "country") if verb == "names" else rows, "utf-8")
    assert main(["screen", verb, str(tmp_path / "a.csv"), *DAY]) == 0
    assert capsys.readouterr().err.count('"ZZZ" is no country') == 1


@pytest.mark.parametrize("verb", ["names", "lines"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing"], ids=["empty", "broken"])
def test_file_that_cannot_be_read_is_three(
    verb: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert main(["screen", verb, str(tmp_path / "a.xlsx"), *DAY]) == 3
    assert "a.xlsx" in capsys.readouterr().err


def test_relation_of_a_tie_is_told_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    main(["screen", "name", "Owl Ltd.", "--owner", "Hikvision=60", "--lang", "fr", *DAY])
    assert "propriétaire, selon la déclaration" in " ".join(capsys.readouterr().out.split())
