"""The how-to of the desk shows what the commands and the program print."""

from __future__ import annotations

import contextlib
import io
import textwrap
from pathlib import Path

import pytest

from debadge.cli.main import main

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "how-to" / "screen-before-buying.md").read_text("utf-8")


def test_program_prints_what_is_shown() -> None:
    _, _, text = PAGE.partition("## From a program\n")
    code, shown, _ = text.split("```", 2)
    with contextlib.redirect_stdout(io.StringIO()) as told:
        exec(textwrap.dedent(code), {})  # noqa: S102  # our own page
    assert told.getvalue() == shown.removeprefix("\n")


def test_command_prints_what_is_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("DEBADGE_HOME", raising=False)
    _, _, text = PAGE.partition("debadge screen lines examples/purchases.csv")
    command, shown, _ = text.split("```", 2)
    assert main(["screen", "lines", "examples/purchases.csv", *command.split()]) == 0
    table = "\n".join(capsys.readouterr().out.splitlines()[2:])
    assert table == textwrap.dedent(shown).strip("\n")
