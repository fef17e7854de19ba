"""What `debadge screen lines` could not read passes no gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from debadge.cli.main import main

Told = pytest.CaptureFixture[str]
DATED = "Description,Order Date\nHikvision dome camera,{day}\n"
LISTS = ["--no-suppliers", "--fail-on", "gaps"]  # gaps of the file alone
HAN = "物料描述,数量,品牌,型号\n半球摄像机,12,海康威视,DS-2CD2143G2-I\n"


def run(path: Path, content: str | bytes, *more: str) -> int:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return main(["screen", "lines", str(path), *more])


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('[{"description": "Hikvision dome"}, {"descr', "from [1] on"),
        ('[{"description": "Hikvision dome"}] [', "from [1] on"),
        ("[" * 100_000, "from [0] on"),
    ],
)
def test_list_that_is_cut_off_is_no_input_that_was_read(
    content: str, says: str, form: str, tmp_path: Path, capsys: Told
) -> None:
    assert run(tmp_path / "po.json", content, "--format", form) == 3
    assert says in capsys.readouterr().err


def test_file_of_which_no_row_could_be_read_does_not_pass(tmp_path: Path, capsys: Told) -> None:
    assert run(tmp_path / "po.jsonl", '{"description": ' * 1_000) == 3
    assert "No line of it could be read: nothing was screened" in capsys.readouterr().err


def test_rejected_row_is_a_gap(tmp_path: Path) -> None:
    content = "Description,Qty\nHikvision dome, white,2\nchair,1\n"
    assert run(tmp_path / "po.csv", content, "-q", *LISTS) == 1
    assert run(tmp_path / "po.csv", content, "-q", "--no-suppliers") == 0
    assert run(tmp_path / "po.csv", content.replace(", white", ""), "-q", *LISTS) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"Description,Qty,Supplier\nchair,1,Crake\nHikvis",
        "Description,Qty\nchaise \u2026\u2026\u2026,1\n".encode() + b"cam\xe9ra,2\n",
        "설명,수량\n".encode("euc_kr") + "Description,Qty\n돔 카메라,12\n돔 카메라,12\n".encode("euc_kr"),
    ],
    ids=["cut off", "damaged", "of no encoding that is told"],
)
def test_part_of_the_file_that_was_not_read_is_a_gap(content: bytes, tmp_path: Path) -> None:
    assert run(tmp_path / "po.csv", content, "-q", *LISTS) == 1


def test_unreadable_file_leaves_nothing_on_standard_output(tmp_path: Path, capsys: Told) -> None:
    for form in ("csv", "json", "jsonl", "table"):
        assert run(tmp_path / "po.xlsx", b"PK\x03\x04 nothing", "--format", form) == 3
        assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("", "There is no line in it: nothing was screened"),
        ("chair\n", "1 line names nobody that we know"),
        ("chair\nstool\n", "2 lines name nobody that we know"),
    ],
)
def test_list_that_names_nobody_says_how_long_it_is(rows: str, says: str, tmp_path: Path, capsys: Told) -> None:
    assert run(tmp_path / "po.csv", f"Description\n{rows}") == 0
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "more", "says", "asked"),
    [
        ("03/04/2025", [], "the line is asked for each of these days", ["2025-03-04", "2025-04-03", "line"]),
        ("03/25/2025", ["--dates", "dmy"], "the line is asked for 2025-03-25", ["2025-03-25", "2025-03-25", "line"]),
        ("soon", [], "the line is asked for the day of the question", ["2026-11-23", "2026-11-23", "unread"]),
    ],
)
def test_note_about_a_day_says_what_is_asked(
    day: str, more: list[str], says: str, asked: list[str], tmp_path: Path, capsys: Told
) -> None:
    org = ["--org", "ca-federal-department", "--as-of", "2026-11-23"]
    assert run(tmp_path / "dates.csv", DATED.format(day=day), *org, *more, "--format", "csv") == 0
    told = capsys.readouterr()
    assert says in " ".join(told.err.split())
    assert ",".join(asked) in told.out


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16"])
def test_chinese_list_is_read_by_its_headings(encoding: str, tmp_path: Path, capsys: Told) -> None:
    assert run(tmp_path / "po.csv", HAN.encode(encoding), "--format", "csv", "-q") == 0
    assert ",hikvision,hikvision,海康威视,DS-2CD2143G2-I,camera,12,buy," in capsys.readouterr().out


def test_list_of_no_encoding_that_is_told_says_what_to_do(tmp_path: Path, capsys: Told) -> None:
    assert run(tmp_path / "po.csv", "품명,수량,제조사\n돔 카메라,12,하이크비전\n".encode("euc_kr")) == 3
    assert "the encoding could not be told" in capsys.readouterr().err
