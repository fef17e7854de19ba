"""Released packs: numbered, chained, trusted or refused, and blind to what is edited after them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.flow.asking import ask
from debadge.flow.check import check
from debadge.flow.judge import judge_facts
from debadge.flow.packs import accepted, keygen, release, verify
from debadge.flow.read import Reading, read
from debadge.flow.replay import replay
from debadge.flow.world import World
from debadge.knowledge.pack import DATA, Pack, compile_pack
from debadge.model.errors import KnowledgeError, PackError, TamperError, ToldError

DAY = date(2026, 12, 1)
EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour-office"
FACTS = {"jurisdiction": "US", "actor": ["federal_department"], "act": "procure", "maker": "hikvision"}
FACTS |= {"product": ["video_surveillance"], "purpose": ["public_safety"]}


class Desk:
    """Somebody's facts, key and packs."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.key = folder, folder / "data", folder / "k"
        shutil.copytree(DATA, self.data)
        keygen(self.key)

    def release(self, number: int, **more: Any) -> Path:
        path = self.folder / f"{number}.pack"
        release(path, **{"number": number, "day": DAY, "key": self.key, "data": self.data, **more})
        return path

    def edit(self, below: str, old: str, new: str) -> None:
        path = self.data / below
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    @property
    def trust(self) -> list[Path]:
        return [self.folder / "k.pub"]

    def world(self, number: int) -> World:
        return World(accepted(self.folder / f"{number}.pack", self.trust))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two packs; before the second the ban of section 889 lost Hikvision and a sentence changed."""
    one = Desk(tmp_path_factory.mktemp("desk"))
    first = one.release(1)
    run(World(compile_pack(one.data)), one.folder / "installed")
    run(one.world(1), one.folder / "before")
    one.edit("regimes/us/us-889a1a.yaml", "        hikvision: {products: ", "        axis: {products: ")
    one.edit("sentences/report.yaml", "What we did not look at", "What nobody looked at")
    one.release(2, previous=first)
    return one


def run(world: World, folder: Path) -> dict[str, bytes]:
    asking = ask(world, org=None, beside=(EXAMPLE,), as_of=date(2026, 11, 22), known_by=None)
    check(read([EXAMPLE], world, Reading()), asking, world, folder=folder, lang="en")
    return kept(folder)


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def outcome(world: World) -> str:
    told = judge_facts({**FACTS, "regimes": "us-889a1a"}, world, "facts", as_of=date(2026, 11, 22))
    return told.findings[0].outcome.value


def test_yesterdays_pack_is_unaffected_by_todays_edit(desk: Desk, tmp_path: Path) -> None:
    assert (outcome(desk.world(1)), outcome(desk.world(2))) == ("prohibited", "not_reached")
    again = run(desk.world(1), tmp_path / "after")
    assert again == kept(desk.folder / "before")
    assert again["report.html"] != run(desk.world(2), tmp_path / "second")["report.html"]


def test_released_pack_says_what_the_installed_facts_said(desk: Desk) -> None:
    installed, before = kept(desk.folder / "installed"), kept(desk.folder / "before")
    named = json.loads(before.pop("run.json"))
    assert named.pop("release") == desk.world(1).pack.release.plain()  # type: ignore[union-attr]  # it is a released one
    assert named == json.loads(installed.pop("run.json"))
    assert before == installed


@pytest.mark.parametrize("folder", ["installed", "before"])
def test_run_is_replayed_with_the_pack_it_names(folder: str, desk: Desk) -> None:
    told = replay(desk.folder / folder, desk.world(1))
    assert (told.different, told.same_pack, told.same_release) == ((), True, True)


def test_run_of_a_released_pack_is_replayed_with_the_same_facts_installed(desk: Desk) -> None:
    pack = desk.world(1).pack
    assert replay(desk.folder / "before", World(Pack(pack.name, pack.families))).different == ()


def test_other_facts_are_told_apart_in_a_replay(desk: Desk) -> None:
    told = replay(desk.folder / "before", desk.world(2))
    assert (told.same_pack, told.recorded_release) == (False, desk.world(1).pack.release.plain())  # type: ignore[union-attr]
    assert {"findings.jsonl", "run.json"} <= set(told.different)


def test_another_release_of_the_same_facts_is_told_apart_in_a_replay(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    shutil.copytree(desk.folder / "before", folder)
    told = json.loads((folder / "run.json").read_text("utf-8"))
    told["release"]["number"] = 7
    (folder / "run.json").write_text(json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n", "utf-8")
    again = replay(folder, desk.world(1))
    assert (again.different, again.same_pack, again.same_release) == (("run.json",), True, False)


def test_sentence_that_an_older_pack_lacks_is_said_as_the_program_says_it(desk: Desk) -> None:
    pack = desk.world(1).pack
    sentences = {name: dict(area) for name, area in pack.family("sentences").items()}
    del sentences["sentences/packs"]["pack.named"]
    sentences["sentences/cli"]["cli.as_of"] = {"en": "{gone}", "fr": "{gone}"}
    old = World(Pack(pack.name, {**pack.families, "sentences": sentences}, pack.release)).sentences("en")
    assert old.say("pack.named", name="a", number=1, day=DAY) == "a, number 1 of 2026-12-01"
    assert old.say("cli.as_of", day=DAY, pack="a") == "As of 2026-12-01, facts a"
    assert not old.has("pack.named")  # what is only looked for depends on the pack alone


def test_chain_holds_and_a_stranger_in_it_is_noticed(desk: Desk) -> None:
    first, second = desk.folder / "1.pack", desk.folder / "2.pack"
    assert verify(first, desk.trust).chain == "first"
    assert verify(second, desk.trust).chain == "not_checked"
    told = verify(second, desk.trust, first)
    assert (told.chain, told.trusted, told.head.number) == ("holds", desk.folder / "k.pub", 2)
    for pack, before in ((second, second), (first, first)):
        with pytest.raises(TamperError, match=r"pack\.chain"):
            verify(pack, desk.trust, before)


def test_pack_signed_by_a_stranger_is_refused_and_named(desk: Desk, tmp_path: Path) -> None:
    keygen(tmp_path / "other")
    told = verify(desk.folder / "1.pack", [tmp_path / "other.pub"])
    assert told.trusted is None
    for places, reason in (([tmp_path / "other.pub"], "stranger"), ([], "no_trust"), ([tmp_path], "stranger")):
        with pytest.raises(PackError, match=rf"pack\.{reason}.*{told.key}"):
            accepted(desk.folder / "1.pack", places)
    assert accepted(desk.folder / "1.pack", [desk.folder]).name == told.head.name


@pytest.mark.parametrize(
    ("number", "day", "before", "reason"),
    [
        (0, DAY, False, "pack.number.range"),
        (10**7, DAY, False, "pack.number.range"),
        (2, DAY, False, "pack.number.follows"),
        (1, DAY, True, "pack.number.next"),
        (3, DAY, True, "pack.number.next"),
        (2, date(2026, 11, 30), True, "pack.day.order"),
    ],
)
def test_numbers_and_days_must_grow(number: int, day: date, before: bool, reason: str, desk: Desk) -> None:
    previous = desk.folder / "1.pack" if before else None
    with pytest.raises(ToldError, match=reason):
        desk.release(number, day=day, previous=previous)


def test_pack_before_has_to_be_there_whole_and_of_somebody_trusted(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ToldError, match=r"pack\.absent"):
        desk.release(2, previous=tmp_path / "1.pack")
    (tmp_path / "1.pack").write_bytes((desk.folder / "1.pack").read_bytes()[:-2])
    with pytest.raises(TamperError):
        desk.release(2, previous=tmp_path / "1.pack")
    keygen(tmp_path / "new")
    with pytest.raises(PackError, match=r"pack\.stranger"):
        desk.release(2, previous=desk.folder / "1.pack", key=tmp_path / "new")
    assert release(
        tmp_path / "2.pack",
        number=2,
        day=DAY,
        key=tmp_path / "new",
        previous=desk.folder / "1.pack",
        places=desk.trust,
        data=desk.data,
    ).previous  # a new key follows an old one that is trusted


def test_same_files_number_and_day_give_the_same_pack(desk: Desk, tmp_path: Path) -> None:
    args: dict[str, Any] = {"number": 2, "day": DAY, "key": desk.key, "data": desk.data}
    release(tmp_path / "again", previous=desk.folder / "1.pack", **args)
    assert (tmp_path / "again").read_bytes() == (desk.folder / "2.pack").read_bytes()


def test_nothing_is_written_over(desk: Desk, tmp_path: Path) -> None:
    before = kept_files(desk.folder)
    for call in (lambda: desk.release(1), lambda: keygen(desk.key)):
        with pytest.raises(ToldError, match=r"pack\.exists"):
            call()
    assert kept_files(desk.folder) == before
    (tmp_path / "k.pub").write_bytes(b"of another")
    with pytest.raises(ToldError, match=r"pack\.exists.*k\.pub"):
        keygen(tmp_path / "k")
    assert not (tmp_path / "k").exists()


def test_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("debadge.flow.packs.os.fdopen", full)
    with pytest.raises(ToldError, match=r"pack\.unwritable.*No space left"):
        keygen(tmp_path / "k")
    assert list(tmp_path.iterdir()) == []


def kept_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_private_key_is_its_owners_alone(tmp_path: Path) -> None:
    public, fingerprint = keygen(tmp_path / "k")
    assert (tmp_path / "k").stat().st_mode & 0o777 == 0o600
    assert (public, len(fingerprint)) == (tmp_path / "k.pub", 64)
    with pytest.raises(ToldError, match=r"pack\.unwritable"):
        keygen(tmp_path / "nowhere" / "k")


def test_facts_that_do_not_load_are_not_released(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit("regimes/us/us-889a1a.yaml", "issuer:", "isuer:")
    with pytest.raises(KnowledgeError, match="us-889a1a"):
        desk.release(1)
    assert not (tmp_path / "1.pack").exists()
