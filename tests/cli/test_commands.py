"""The command line: every option is documented, wrong use is told apart from bad input, words go where they belong."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from debadge.cli.arguments import parser
from debadge.cli.main import main

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "harbour-office"
GUIDE = (ROOT / "docs" / "guide" / "commands.md").read_text("utf-8")


def commands(of: argparse.ArgumentParser | None = None) -> dict[str, argparse.ArgumentParser]:
    """Every command, and every verb of one, by the words that call it."""
    below = [a for a in (of or parser())._actions if isinstance(a, argparse._SubParsersAction)]
    found = {name: one for action in below for name, one in action.choices.items()}
    verbs = {f"{name} {verb}": one for name, command in found.items() for verb, one in commands(command).items()}
    return {**found, **verbs}


@pytest.mark.parametrize("name", list(commands()))
def test_every_command_and_option_is_in_the_guide(name: str) -> None:
    assert re.search(rf"\bdebadge {name}\b", GUIDE)
    for option in (
        o for action in commands()[name]._actions for o in action.option_strings if o not in {"-h", "--help"}
    ):
        assert f"`{option}" in GUIDE, option


def test_examples_in_the_guide_and_the_readme_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    readme = (ROOT / "README.md").read_text("utf-8")
    for line in re.findall(r"^    debadge (.+)$", GUIDE + readme, re.MULTILINE):
        assert main(shlex.split(line, comments=True)) == 0, line
        assert capsys.readouterr().out or "-o" in line


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["judge", "absent.yaml"], 2, "absent.yaml"),
        (["regimes", "show", "uk-wms-2023"], 2, "did you mean `uk-wms-2022`"),
        (["makers", "show"], 2, "needs the name"),
        (["parties", "show"], 2, "needs the id"),
        (["parties", "show", "lorexx"], 2, "did you mean `lorex`"),
        (["parties", "show", "lorex", "--as-of", "2022-13-01"], 2, "--as-of"),
        (["check", "x", "--as-of", "2026-02-30"], 2, "--as-of"),
        (["check", "x", "--org", "ca-federal-departement"], 2, "did you mean `ca-federal-department`"),
        (["explain", "x", "--run", "nowhere"], 2, "run `debadge check` first"),
        (["check"], 2, "PATH"),
        (["frobnicate"], 2, "frobnicate"),
        (["check", "x", "--map", "maker"], 2, "target=column"),
        (["check", "nosuch", "nowhere"], 2, "nosuch, nowhere: no such file or folder"),
        (["check", "x", "--require-coverage", "101"], 2, "101 is not a percentage"),
        (["check", "x", "--require-coverage", "nan"], 2, "nan is not a percentage"),
        (["check", "x", "--require-coverage", "all"], 2, "--require-coverage"),
    ],
)
def test_wrong_use_says_what_to_do(words: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == code
    told = capsys.readouterr()
    assert says in told.err
    assert told.out == ""


def test_unreadable_file_is_named_and_the_others_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "list.csv").write_text("Make,Model\nAxis,P3245-V\n", "utf-8")
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert main(["check", str(tmp_path / "in"), "-o", str(tmp_path / "run")]) == 3
    told = capsys.readouterr()
    assert "broken.pdf" in told.err
    assert "Axis" in told.out


def test_mistyped_path_leaves_the_last_run_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("Make,Model\nAxis,P3245-V\n", "utf-8")
    assert main(["check", "list.csv", "-q"]) == 0
    before = (tmp_path / "debadge-run" / "run.json").read_bytes()
    assert main(["check", "liste.csv", "-q"]) == 2
    assert (tmp_path / "debadge-run" / "run.json").read_bytes() == before
    assert main(["check", "list.csv", "liste.csv", "-q"]) == 3  # the other was read


@pytest.mark.parametrize(("lines", "code"), [("no json\n[]\n", 3), ('no json\n{"subject":{"ref":"a"},', 3), ("", 0)])
def test_identify_tells_a_file_without_a_readable_line(tmp_path: Path, lines: str, code: int) -> None:
    (tmp_path / "seen.jsonl").write_text(lines, "utf-8")
    assert main(["identify", str(tmp_path / "seen.jsonl"), "-q"]) == code


def test_identify_tells_a_damaged_file_as_check_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seen.jsonl.gz").write_bytes(b"\x1f\x8b\x08damaged")
    assert main(["identify", str(tmp_path / "seen.jsonl.gz")]) == 3
    assert "damaged or cut off" in capsys.readouterr().err


def test_column_that_no_file_has_is_a_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("Fabricant,Modèle\nAxis,P1\n", "utf-8")
    asked = ["check", str(tmp_path / "a.csv"), "-o", str(tmp_path / "run"), "--map"]
    assert main([*asked, "maker=Fabriquant"]) == 2
    assert 'maker="Fabriquant": no file that was read has such a column' in capsys.readouterr().err
    assert main([*asked, "maker=fabricant"]) == 0


@pytest.mark.parametrize(
    ("lang", "colon", "says"), [("en", ":", "no column looks like"), ("fr", "\u00a0:", "aucune colonne ne ressemble")]
)
def test_unreadable_file_is_told_in_the_language_of_the_reader(
    lang: str, colon: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.csv").write_text("Truc;Machin\n1;2\n3;4\n")
    assert main(["check", str(tmp_path / "odd.csv"), "-o", str(tmp_path / "run"), "--lang", lang]) == 3
    told = capsys.readouterr()
    assert f"odd.csv{colon} {says}" in told.err
    assert says in told.out
    assert says in (tmp_path / "run" / "report.html").read_text("utf-8")


def test_fail_on_and_strict_decide_the_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = ["check", str(EXAMPLE), "-o", str(tmp_path / "run"), "-q"]
    codes = [
        main([*base, *more])
        for more in (
            [],
            ["--fail-on", "prohibited"],
            ["--strict"],
            ["--require-coverage", "50"],
            ["--require-coverage", "10"],
        )
    ]
    assert codes == [0, 1, 3, 4, 0]
    assert capsys.readouterr().err == ""


def test_without_an_organisation_no_role_is_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evidence = tmp_path / "list.csv"
    evidence.write_text("Make,Model\nHikvision,DS-2CD2143G2-I\n", "utf-8")
    assert (
        main(["check", str(evidence), "-o", str(tmp_path / "run"), "--format", "table", "--as-of", "2026-11-22"]) == 0
    )
    findings = [json.loads(line) for line in (tmp_path / "run" / "findings.jsonl").read_text("utf-8").splitlines()]
    ban = [f for f in findings if f["regime"] == "ca-gov-hikvision-use-ban-2025"]
    assert {f["outcome"] for f in ban} <= {"undetermined", "not_reached"}
    assert all("actor" in f["questions"] for f in ban if f["outcome"] == "undetermined")
    assert re.findall(r"prohibited(?!-technologies)", capsys.readouterr().out.lower()) == []  # but for a regime's id


def test_list_of_facts_gives_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('[{"act":"use","maker":"axis"},{"act":"use","maker":"dahua"}]', "utf-8")
    assert main(["judge", str(facts), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


@pytest.mark.parametrize(("place", "unread"), [("FR", "FR"), ("Canada", None), ("CA-QC", None)])
def test_place_whose_rules_nobody_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, unread: str | None
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(f"{{act: use, maker: hikvision, actor: federal_department, jurisdiction: {place}}}\n", "utf-8")
    assert main(["judge", str(facts), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["place_without_rules"] == unread
    assert main(["judge", str(facts)]) == 0
    assert ("unknown, not nothing" in capsys.readouterr().out) is (unread is not None)


def test_place_of_an_organisation_is_read_as_people_write_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    org, facts = tmp_path / "org.yaml", tmp_path / "facts.yaml"
    facts.write_text("{act: use, maker: hikvision}\n", "utf-8")
    org.write_text("{name: A, jurisdiction: Canada, roles: [federal_department]}\n", "utf-8")
    assert main(["judge", str(facts), "--org", str(org), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["situation"]["jurisdiction"]["value"] == "CA"
    org.write_text("{name: A, jurisdiction: Atlantis, roles: [federal_department]}\n", "utf-8")
    assert main(["judge", str(facts), "--org", str(org)]) == 2
    assert "jurisdiction: `Atlantis`" in capsys.readouterr().err


def test_maker_that_looks_like_a_known_one_is_told_in_every_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("{act: use, maker: hickvision}\n", "utf-8")
    assert main(["judge", str(facts), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["read_as"][0]["perhaps"] == "hikvision"
    assert "did you mean `hikvision`" in told.err


def test_word_outside_the_vocabulary_lists_the_allowed_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("{act: used, maker: axis}\n", "utf-8")
    assert main(["judge", str(facts)]) == 2
    told = capsys.readouterr().err
    assert "did you mean `use`" in told
    assert "renew_contract" in told


def test_version_loads_nothing_of_the_product() -> None:
    probe = (
        "import sys; sys.argv = ['debadge', '--version']; from debadge.cli.main import main; main(); "
        "print(sorted(m for m in sys.modules if m.startswith('debadge.')))"
    )
    told = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")}
    ).stdout
    assert "debadge 0" in told
    assert "flow" not in told
    assert "judge" not in told.split("\n", 1)[1].replace("debadge.cli", "")


def test_closed_pipe_is_no_error() -> None:
    command = f"{shlex.quote(sys.executable)} -m debadge regimes list | head -n 1"
    told = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"},
    )
    assert told.stderr == ""


def in_shell(command: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-c", f"exec {shlex.quote(sys.executable)} -m debadge {command}"],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", **env},
    )


@pytest.mark.parametrize("command", ["judge examples/facts.yaml", "regimes show nosuch", "check"])
def test_closed_standard_error_changes_neither_answer_nor_exit_code(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    usual, closed = in_shell(command), in_shell(f"{command} 2>&-")
    assert (closed.returncode, closed.stdout) == (usual.returncode, usual.stdout)


@pytest.mark.parametrize("form", ["table", "json"])
def test_terminal_without_our_letters_gets_them_escaped(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    command = f"judge examples/facts.yaml --lang fr --format {form}"
    usual, poor = in_shell(command, PYTHONUTF8="1"), in_shell(command, PYTHONUTF8="0", LC_ALL="POSIX")
    assert (poor.returncode, b"Traceback" in poor.stderr, poor.stdout.isascii()) == (0, False, True)
    assert form == "table" or json.loads(poor.stdout) == json.loads(usual.stdout)


@pytest.mark.parametrize(
    ("content", "says"),
    [("[" * 60_000, "nested deeper"), ("a: &a [1]\nb: [*a, *a]\n", "aliases"), ("a: &a 1\nb: *a\n", "aliases")],
)
def test_yaml_that_would_blow_up_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, says: str
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(content, "utf-8")
    assert main(["judge", str(facts)]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert "facts.yaml:1" in told or "facts.yaml:2" in told


def test_what_a_device_says_moves_no_cursor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = tmp_path / "seen.jsonl"
    seen.write_text('{"subject":{"ref":"a\\u001b[2Jb"},"field":"model_string","value":"DS-\\u001b]0;x"}\n', "utf-8")
    assert main(["identify", str(seen), "--format", "table"]) == 0
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err


def test_policy_statement_is_never_told_as_a_prohibition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(EXAMPLE), "-o", str(tmp_path / "run"), "-q"]) == 0
    capsys.readouterr()
    assert main(["explain", "HO-1001", "--run", str(tmp_path / "run")]) == 0
    assert "prohibited" not in capsys.readouterr().out
    assert main(["regimes", "show", "ca-gov-hikvision-use-ban-2025"]) == 0
    assert "procure-and-use: prohibited" not in capsys.readouterr().out


def test_readme_shows_what_the_example_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"```\n(Buy\?.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert main(["check", str(EXAMPLE), "-o", str(tmp_path / "run"), "-q"]) == 0
    assert len(shown) == 1
    assert shown[0] in capsys.readouterr().out


def test_day_before_a_rule_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("Manufacturer,Model\nHikvision,DS-2CD2143G2-I\n")
    asked = ["check", str(tmp_path / "a.csv"), "--org", "ca-federal-department", "-o", str(tmp_path / "run"), "--as-of"]
    for day, told in (("2025-06-26", True), ("2025-06-27", False)):
        assert main([*asked, day]) == 0
        assert ("Not in force on the day judged" in capsys.readouterr().out) is told


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["explain", "x", "--run", "nosuch"], "n'est pas un dossier d'exécution"),
        (["replay", "nosuch"], "n'est pas un dossier d'exécution"),
        (["check", "nosuch"], "rien n'a été lu"),
        (["check", ".", "--as-of", "2026-13-01"], "pas un jour"),
        (["check", ".", "--org", "zz"], "ni un fichier ni un profil fourni"),
        (["check", ".", "--map", "maker"], "écrivez cible=colonne"),
    ],
)
def test_wrong_use_is_told_in_the_language_of_the_reader(
    words: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*words, "--lang", "fr"]) == 2
    assert says in capsys.readouterr().err
