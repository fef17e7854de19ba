"""Packs on the command line: made, checked, refused in plain words, compared."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from debadge.cli.changes import token_word
from debadge.cli.common import TRUST, wording
from debadge.cli.main import main
from debadge.flow.world import World
from debadge.knowledge.pack import Pack
from debadge.knowledge.release import content_of, head_of, parse
from debadge.knowledge.signing import private_key, sign

Told = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    made = ["release", "--number", "1", "--date", "2026-12-01", "--key", f"{folder}/k", "-o", f"{folder}/1.pack"]
    assert main(["knowledge", "keygen", "-o", f"{folder}/k"]) == 0
    assert main(["knowledge", *made]) == 0
    return folder


@pytest.fixture(autouse=True)
def _nobody_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TRUST, raising=False)


def older(desk: Path, folder: Path, old: str, new: str) -> Path:
    """A signed pack of other facts."""
    found = parse((desk / "1.pack").read_bytes(), "x")
    pack = found.pack()
    facts = json.dumps(pack.families, ensure_ascii=False)
    assert old in facts
    other = Pack("pack-0000000000000000", json.loads(facts.replace(old, new)))
    head, content = head_of(other, number=1, day=found.head.day, previous=None)
    (folder / "old.pack").write_bytes(content_of(head, content, *sign(private_key(desk / "k"), head.line())))
    return folder / "old.pack"


def test_private_key_is_never_printed(tmp_path: Path, capsys: Told) -> None:
    for form in ("table", "json"):
        assert main(["knowledge", "keygen", "-o", f"{tmp_path}/{form}", "--format", form]) == 0
        told, secret = capsys.readouterr(), (tmp_path / form).read_text("utf-8").splitlines()[1]
        assert secret not in told.out + told.err
        assert f"{form}.pub" in told.out


def test_verify_says_number_date_digest_and_who_signed(desk: Path, capsys: Told) -> None:
    head = parse((desk / "1.pack").read_bytes(), "x").head
    assert main(["knowledge", "verify", f"{desk}/1.pack", "--key", f"{desk}/k.pub"]) == 0
    told = capsys.readouterr().out
    for part in (f"{head.name}, number 1 of 2026-12-01", head.release.digest, "trusted here", "the first pack"):
        assert part in told.replace("\n  ", " ")
    assert main(["knowledge", "verify", f"{desk}/1.pack", "--key", f"{desk}/k.pub", "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert (plain["number"], plain["date"], plain["pack"], plain["chain"]) == (1, "2026-12-01", head.name, "first")


@pytest.mark.parametrize(("lang", "says"), [("en", "nobody here trusts"), ("fr", "que personne ne reconnaît ici")])
def test_stranger_is_told_in_plain_words_and_not_accepted(lang: str, says: str, desk: Path, capsys: Told) -> None:
    assert main(["knowledge", "verify", f"{desk}/1.pack", "--lang", lang]) == 3
    assert says in capsys.readouterr().out.replace("\n  ", " ")
    stranger = desk / "strangers" / "other"
    if not stranger.exists():
        stranger.parent.mkdir()
        assert main(["knowledge", "keygen", "-o", str(stranger)]) == 0
        capsys.readouterr()
    used = ["regimes", "list", "--knowledge", f"{desk}/1.pack", "--trust", str(stranger.parent), "--lang", lang]
    assert main(used) == 3
    told = capsys.readouterr()
    assert (told.out, says in told.err) == ("", True)


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "changed after it was signed"), ("fr", "modifié après sa signature")]
)
def test_changed_pack_stops_every_command_with_code_3(
    lang: str, says: str, desk: Path, tmp_path: Path, capsys: Told
) -> None:
    content = (desk / "1.pack").read_bytes()
    (tmp_path / "x.pack").write_bytes(content[:-100] + b"x" + content[-99:])
    facts = ["--knowledge", f"{tmp_path}/x.pack", "--trust", str(desk), "--lang", lang]
    for command in (["regimes", "list"], ["makers", "list"], ["judge", "x"], ["check", "x"], ["knowledge", "ages"]):
        assert main([*command, *facts]) == 3
        told = capsys.readouterr()
        assert (told.out, says in told.err) == ("", True)
    assert main(["knowledge", "verify", f"{tmp_path}/x.pack", "--trust", str(desk)]) == 3


RELEASE = ["knowledge", "release", "-o", "x", "--number"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["regimes", "list", "--knowledge", "absent.pack"], "absent.pack: no such file"),
        (["regimes", "list", "--knowledge", "1.pack", "--trust", "absent"], "absent: no such file"),
        (["regimes", "list", "--knowledge", "1.pack", "--trust", "k"], "k: not an Ed25519 public key"),
        (["knowledge", "verify", "1.pack", "--key", "k"], "k: not an Ed25519 public key"),
        (["knowledge", "check", "--knowledge", "1.pack", "--trust", "."], "a pack holds no situations"),
        (["knowledge", "keygen", "-o", "k"], "is there already"),
        ([*RELEASE, "1", "--date", "soon", "--key", "k"], "--date soon: not one day"),
        ([*RELEASE, "1", "--date", "2026-12-01", "--key", "k.pub"], "k.pub: not an Ed25519 private key"),
        ([*RELEASE, "2", "--date", "2026-12-01", "--key", "k"], "follows number 1"),
    ],
)
def test_wrong_use_of_packs_says_what_to_do(
    words: list[str], says: str, desk: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    assert main(words) == 2
    told = capsys.readouterr()
    assert (told.out, says in told.err) == ("", True)


def test_folders_of_the_environment_are_trusted(desk: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["knowledge", "version", "--knowledge", f"{desk}/1.pack"]
    assert main(asked) == 3
    monkeypatch.setenv(TRUST, os.pathsep.join(("", str(desk))))
    capsys.readouterr()
    assert main(asked) == 0
    assert ", number 1 of 2026-12-01" in capsys.readouterr().out
    assert main([*asked, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == 1


def test_every_command_answers_by_the_pack_it_is_given(desk: Path, tmp_path: Path, capsys: Told) -> None:
    pack = older(desk, tmp_path, "Quebec", "Rupert")
    facts = ["--knowledge", str(pack), "--trust", str(desk)]
    (tmp_path / "facts.yaml").write_text("{maker: hikvision, jurisdiction: CA-QC, act: use}", "utf-8")
    (tmp_path / "list.csv").write_text("Make,Model\nAxis,P3245-V\n", "utf-8")
    (tmp_path / "seen.jsonl").write_text('{"subject":{"ref":"a"},"field":"http_server","value":"x"}\n', "utf-8")
    run = f"{tmp_path}/run"
    for command in (
        ["regimes", "list"],
        ["judge", f"{tmp_path}/facts.yaml", "--all"],
        ["check", f"{tmp_path}/list.csv", "-o", run, "--org", "ca-qc-public-body", "--all"],
        ["explain", "P3245-V", "--run", run],
        ["replay", run],
        ["makers", "list"],
        ["identify", f"{tmp_path}/seen.jsonl"],
        ["knowledge", "ages"],
    ):
        assert main([*command, *facts]) == 0, command
    assert "Rupert" in capsys.readouterr().out
    assert json.loads((tmp_path / "run" / "run.json").read_text("utf-8"))["pack"] == "pack-0000000000000000"


def test_explanation_and_replay_by_other_facts_name_the_pack_that_is_needed(
    desk: Path, tmp_path: Path, capsys: Told
) -> None:
    pack = older(desk, tmp_path, "Quebec", "Rupert")
    (tmp_path / "list.csv").write_text("Make,Model\nAxis,P3245-V\n", "utf-8")
    run = f"{tmp_path}/run"
    assert main(["check", f"{tmp_path}/list.csv", "-o", run, "--knowledge", str(pack), "--trust", str(desk)]) == 0
    capsys.readouterr()
    assert main(["explain", "P3245-V", "--run", run]) == 0
    assert "The run was judged with pack-0000000000000000" in capsys.readouterr().err
    assert main(["replay", run]) == 3
    told = " ".join(capsys.readouterr().out.split())
    assert "judged with pack-0000000000000000, number 1 of 2026-12-01" in told
    assert "--knowledge PACK" in told


MEGVII = "Megvii"
ENDS = "2025-01-05 → 2025-01-06"


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", f"measures / listing / who is behind it / named parties / {MEGVII} / last day: {ENDS}"),
        ("fr", f"mesures / listing / qui est derrière / parties désignées / {MEGVII} / dernier jour : {ENDS}"),
    ],
)
def test_difference_of_two_packs_is_told_in_words(
    lang: str, says: str, desk: Path, tmp_path: Path, capsys: Told
) -> None:
    pack = older(desk, tmp_path, '"until": "2025-01-06"', '"until": "2025-01-05"')
    asked = ["knowledge", "diff", str(pack), "--trust", str(desk), "--lang", lang]
    for after in ([], [f"{desk}/1.pack"]):
        assert main([*asked[:3], *after, *asked[3:]]) == 0
        told = " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())
        assert says in told
        assert ("1 change" if lang == "en" else "1 changement") in told
    assert main([*asked, "--format", "json"]) == 0
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["family"], change["record"], change["after"]) == ("regimes", "us/us-1260h", "2025-01-06")


def test_same_facts_have_no_difference(desk: Path, capsys: Told) -> None:
    assert main(["knowledge", "diff", f"{desk}/1.pack", "--trust", str(desk)]) == 0
    assert "No fact differs" in capsys.readouterr().out


def test_steps_of_the_how_to_work(tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "release-a-pack.md").read_text("utf-8")
    steps = re.findall(r"^ {4,}debadge (knowledge (?:keygen|release|verify|diff) .+)$", page, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    assert main(["knowledge", "keygen", "-o", "new.key"]) == 0
    for step in sorted(steps, key=lambda one: " diff " in one):  # the comparison stands before the release
        assert main(shlex.split(step)) == 0, step
    assert len(steps) == 6
    assert "follows number 1" in capsys.readouterr().out


def test_start_without_a_pack_loads_no_signatures() -> None:
    code = "import sys; from debadge.cli.main import main; main(['makers', 'list']); sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


INSIDE = {"native_names", "if", "says", "element", "means", "assumes", "examples", "examples_synthetic"}  # open keys
ENTRIES = {"named", "measures", "exceptions", "sources"}  # below these stand names, and below each of them keys again


def keys(value: Any, parent: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for item in value if parent not in INSIDE else ():
            yield from keys(item, "")
    elif isinstance(value, dict) and parent not in INSIDE and not set(value) <= {"en", "fr", "earliest", "latest"}:
        for key, part in value.items():
            if parent not in ENTRIES:
                yield key
            yield from keys(part, "" if parent in ENTRIES else key)


@pytest.mark.parametrize("family", ["regimes", "parties", "makers", "relabels", "fingerprints", "models", "prefixes"])
def test_every_key_of_the_facts_has_a_word_for_people(family: str, world: World) -> None:
    """A new key of a fact file needs a sentence `pack.field.<key>` in sentences/packs.yaml."""
    found = {key for value in world.pack.family(family).values() for key in keys(value)}
    words = world.sentences("en")
    assert sorted(key for key in found if not words.has(f"pack.field.{key}")) == []


def test_parts_are_called_as_people_call_them(world: World) -> None:
    words = wording(world, "en")
    assert token_word(("measures",), "use", words) == "use"
    assert token_word(("owned_by",), "hikvision (2)", words) == "Hikvision (2)"
    assert token_word(("if",), "routes_traffic", words) == words.word("fact", "routes_traffic")
    assert token_word((), "unheard_of", words) == "unheard_of"
