"""What is written never takes the place of what is read, and an older file stays until the new one is whole."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from debadge.cli.main import main
from debadge.flow.screening import NameScreen

DAY = ["--as-of", "2026-11-22", "-q"]
TEXT = "name,description\nHikvision Canada Inc.,kit\nMaple Ridge Roofing,paper\n"
KINDS = pytest.mark.parametrize("verb", ["names", "lines"])
Told = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEBADGE_HOME", raising=False)
    Path("a.csv").write_text(TEXT, "utf-8")
    Path("link.csv").symlink_to("a.csv")
    Path("hard.csv").hardlink_to("a.csv")


@KINDS
@pytest.mark.parametrize("option", ["-o", "--certificate"])
@pytest.mark.parametrize("name", ["a.csv", "./a.csv", "link.csv", "hard.csv"])
def test_input_is_never_written_over(verb: str, option: str, name: str, capsys: Told) -> None:
    before = Path("a.csv").read_bytes()
    assert main(["screen", verb, "a.csv", option, name, *DAY]) == 2
    assert Path("a.csv").read_bytes() == before
    assert f"{option} {name}: FILE is there" in capsys.readouterr().err


@KINDS
def test_standard_input_from_the_same_file_is_never_written_over(verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path("a.csv").read_bytes()
    with Path("a.csv").open("rb") as stream:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
        assert main(["screen", verb, "-", "-o", "a.csv", *DAY]) == 2
    assert Path("a.csv").read_bytes() == before


@KINDS
def test_answers_and_certificate_do_not_share_a_file(verb: str) -> None:
    assert main(["screen", verb, "a.csv", "-o", "b", "--certificate", "b", *DAY]) == 2
    assert not Path("b").exists()


def test_since_and_decisions_are_not_written_over(capsys: Told) -> None:
    Path("d.jsonl").touch()
    assert main(["screen", "names", "a.csv", "--decisions", "d.jsonl", "-o", "d.jsonl", *DAY]) == 2
    assert "--decisions is there" in capsys.readouterr().err
    assert main(["screen", "names", "a.csv", "-o", "b.jsonl", *DAY]) == 0
    assert main(["screen", "names", "a.csv", "--since", "b.jsonl", "--certificate", "b.jsonl", *DAY]) == 2


def test_interrupted_run_leaves_the_old_answers_and_keeps_what_was_written(
    monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    Path("old.jsonl").write_text("old\n", "utf-8")
    whole, calls = NameScreen.each, iter((False, True))

    def each(self: NameScreen, query: object) -> object:
        if next(calls):
            raise KeyboardInterrupt
        return whole(self, query)  # type: ignore[arg-type]

    monkeypatch.setattr(NameScreen, "each", each)
    assert main(["screen", "names", "a.csv", "-o", "old.jsonl", *DAY]) == 130
    assert Path("old.jsonl").read_text("utf-8") == "old\n"
    assert Path("old.jsonl.part").read_text("utf-8").count("\n") == 1
    assert "old.jsonl.part keeps what was written" in capsys.readouterr().err


@KINDS
def test_file_that_cannot_be_read_leaves_the_old_answers(verb: str) -> None:
    Path("old.jsonl").write_text("old\n", "utf-8")
    Path("a.csv").write_bytes(b"")
    assert main(["screen", verb, "a.csv", "-o", "old.jsonl", *DAY]) != 0
    assert Path("old.jsonl").read_text("utf-8") == "old\n"
    assert not Path("old.jsonl.part").exists()


@KINDS
def test_older_answers_keep_their_mode_and_their_link(verb: str) -> None:
    Path("old.jsonl").write_text("old\n", "utf-8")
    Path("old.jsonl").chmod(0o600)
    Path("to.jsonl").symlink_to("old.jsonl")
    assert main(["screen", verb, "a.csv", "-o", "to.jsonl", *DAY]) == 0
    assert Path("to.jsonl").is_symlink()
    assert Path("old.jsonl").stat().st_mode & 0o777 == 0o600
    assert Path("old.jsonl").read_text("utf-8").startswith("{")
