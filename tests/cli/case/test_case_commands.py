"""The book of record from the command line: who does what is said once, twins are decided together, refusals say why."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from debadge.cases.transitions import STEPS
from debadge.cli.arguments_case import ABOUT, HELP
from debadge.cli.main import main

EXAMPLE = Path(__file__).parents[3] / "examples" / "harbour-office"
JPEG = b"\xff\xd8\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00scan\xff\xd9"
BY_OTHER_COMMANDS = {"ask", "answer", "attest"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "first"
    assert main(["check", str(EXAMPLE), "--as-of", "2026-11-22", "-o", str(folder), "-q"]) == 0
    return folder


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb in an empty folder, on 22 November 2026, as Ada."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEBADGE_BY", "Ada")

    def call(*words: str, at: str | None = "2026-11-22") -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["case", *words, *(["--at", at] if at else [])])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def begun(run: Run, first: Path) -> Run:
    assert run("init", "--name", "Harbour Office")[0] == 0
    assert run("import", str(first))[0] == 0
    return run


def cases(run: Run, *where: str) -> list[dict[str, Any]]:
    words = [word for one in where for word in ("--where", one)]
    told: list[dict[str, Any]] = json.loads(
        run("list", *words, "--format", "json", "--as-of", "2026-11-22", at=None)[1]
    )["cases"]
    return told


def test_every_action_has_a_verb_or_a_command_that_writes_it() -> None:
    assert ABOUT.keys() | BY_OTHER_COMMANDS == STEPS.keys()
    assert not ABOUT.keys() & BY_OTHER_COMMANDS


def test_every_option_says_what_it_takes_and_no_help_is_left_over() -> None:
    own = {"opened", "seen", "absent", "uncovered", "files", "run", "as_of", "pack", "key", "org", "separate"}
    own |= {"quiet_days", "looks", "into", "photos", "cents", "questions", "answers", "sheet", "kind", "head", "gaps"}
    fields = {name for step in STEPS.values() for name in (*step.needs, *step.may)}
    assert HELP.keys() == fields - own


def test_preview_says_what_would_be_done_and_writes_nothing(begun: Run, tmp_path: Path) -> None:
    before = (tmp_path / "debadge-case" / "ledger.jsonl").read_bytes()
    code, out, _ = begun("review", "--where", "state=open", "--preview")
    assert (code, "12" in out) == (0, True)
    code, out, _ = begun("approve", "--where", "state=open", "--preview")
    assert code == 1
    assert "found" in out or "open" in out
    assert (tmp_path / "debadge-case" / "ledger.jsonl").read_bytes() == before


def test_one_decision_covers_twins(begun: Run) -> None:
    one = next(case for case in cases(begun, "state=open") if case["item"].get("model") == "DS-2CD2143G2-I")
    code, out, _ = begun("review", str(one["case"])[:6], "--twins", "--format", "json")
    done = json.loads(out)["cases"]
    twins = [
        case
        for case in cases(begun)
        if all(case["item"].get(name) == one["item"].get(name) for name in ("maker", "model", "site"))
    ]
    assert code == 0
    assert sorted(done) == sorted(str(case["case"]) for case in twins)


def test_unit_goes_from_review_to_disposal(begun: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(JPEG)
    told = cases(begun, "model=C800")[0]
    one, serial = told["case"], dict(told["item"]["keys"]).get("serial", "S1")
    done = [
        ("review", one),
        ("decide", one, "--what", "remove", "--reason", "direction of June 2025"),
        ("approve", one, "--by", "Bob"),
        ("order", one, "--order", "WO-1", "--site", "hq"),
        ("isolate", one, "--by", "Tim", "--means", "port closed", "--port", "3"),
        ("dismantle", one, "--by", "Tim", "--serial", serial, "--serial-again", serial, "--photo", "photo.jpg"),
        ("sanitise", one, "--by", "Tim", "--operator", "Tim", "--media", f"kind=flash,serial={serial},method=destroy,standard=x"),
        (
            "dispose", one, "--by", "Tim", "--how", "destroyed", "--certificate",
            f"number=77,vendor=Recycler,accreditation=R2v3,item=C800,serial={serial},method=shredded,"
            "standard=NIST SP 800-88r2,operator=Recycler,day=2026-11-22,witness=Bob",
        ),
    ]  # fmt: skip
    for words in done:
        code, _, err = begun(*words)
        assert (code, err) == (0, ""), words
    code, _, err = begun("verify", one)
    assert code == 2
    assert "0 later looks" in err
    shown = begun("show", one, at=None)[1]
    assert "disposed of" in shown
    assert [line.split()[2] for line in shown.splitlines() if re.match(r"\d+  2026", line)] == [
        "import", *(words[0] for words in done)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("approve", "--where", "state=proposed"), "no case has state=proposed"),
        (("review", "zzz"), "no such case"),
        (("review",), "name at least one case"),
        (("review", "--where", "state"), "not field=value"),
        (("decide", "--where", "state=open", "--what", "remove", "--reason", "x"), "decide needs one that is"),
        (("note", "--text", "x", "--at", "yesterday"), "no time"),
        (("note", "--text", "x", "--file", "absent.pdf"), "absent.pdf: cannot be read"),
        (("budget", "--amount", "1e6", "--currency", "CAD"), "cents: 1e6 is no number"),
        (("budget", "--amount", "12.5", "--currency", "dollars"), "no currency"),
        (("import", "nowhere"), "nowhere"),
    ],
)
def test_wrong_use_says_what_to_do(words: tuple[str, ...], says: str, begun: Run) -> None:
    code, out, err = begun(*words, at=None if "--at" in words else "2026-11-22")
    assert code == 2
    assert says in err
    assert out == ""


def test_whoever_signs_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEBADGE_BY")
    assert run("init", "--name", "x")[0] == 2


def test_ledger_that_is_not_there_is_told(run: Run) -> None:
    for verb in (("list",), ("show", "x")):
        code, _, err = run(*verb, at=None)
        assert code == 2
        assert "debadge case init" in err


def test_list_fits_eighty_columns_in_both_languages(begun: Run) -> None:
    for verb, lang in (("list", "en"), ("list", "fr"), ("triage", "en"), ("triage", "fr")):
        out = begun(verb, "--lang", lang, at=None)[1]
        assert max(map(len, out.splitlines())) <= 80


def test_triage_puts_twins_together_and_says_why(begun: Run) -> None:
    told = json.loads(begun("triage", "--format", "json", "--as-of", "2026-11-22", at=None)[1])["twins"]
    points = [twins["points"] for twins in told]
    assert points == sorted(points, reverse=True)
    assert sum(len(twins["cases"]) for twins in told) == len(cases(begun))
    assert any(len(twins["cases"]) > 1 for twins in told)
    begun("review", "--where", "state=open")
    begun("decide", "--where", "state=in_review", "--what", "refer", "--refer-to", "minister", "--reason", "x")
    begun("approve", "--where", "state=proposed", "--by", "Bob")
    assert begun("triage", at=None)[1] == "no case waits for a decision\n"


def test_roles_that_were_given_count(begun: Run) -> None:
    assert begun("grant", "--person", "Ada", "--as", "coordinator")[0] == 0
    code, _, err = begun("review", "--where", "state=open")
    assert code == 2
    assert "Ada has none of the roles" in err
