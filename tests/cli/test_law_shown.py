"""What `debadge regimes` and `judge --everywhere` print: 80 columns in both languages, and JSON that is whole."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.cli.common import wording
from debadge.cli.everywhere import lines
from debadge.cli.main import main
from debadge.flow.everywhere import everywhere
from debadge.flow.world import World
from debadge.report.terminal.columns import width

DAY = date(2026, 11, 22)
FACTS = str(Path(__file__).parents[2] / "examples" / "facts.yaml")
COMMANDS = [
    ["regimes", "list"],
    ["regimes", "list", "--party", "hikvision"],
    ["regimes", "list", "--place", "FR"],
    ["regimes", "timeline"],
    ["regimes", "timeline", "--party", "dahua", "--place", "CA"],
    ["regimes", "diff", "--from", "2018-01-01", "--to", "2026-11-22"],
    ["regimes", "matrix", "--as-of", "2026-11-22", "--parties", "all"],
    ["regimes", "matrix", "--as-of", "2026-11-22", "--parties", "hikvision", "--acts", "procure,use,retain,sell,bid"],
    ["regimes", "precedent", "hikvision", "--as-of", "2026-11-22"],
    ["regimes", "precedent", "kaspersky", "--as-of", "2026-11-22"],
    ["judge", FACTS, "--everywhere"],
]


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words, "-q"]) == 0
    return capsys.readouterr().out


def plain(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    return json.loads(shown(capsys, *words, "--format", "json"))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: "-".join(words[:4]).replace("/", "-"))
def test_reading_the_law_fits_eighty_columns(command: list[str], lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, *command, "--lang", lang)
    assert [x for x in told.splitlines() if width(x) > 80 and not re.fullmatch(r" *https?://\S+", x)] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: "-".join(words[:4]).replace("/", "-"))
def test_json_is_the_same_in_both_languages(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert plain(capsys, *command) == plain(capsys, *command, "--lang", "fr")


def test_list_stands_by_place_and_says_which_bind_nobody(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "regimes", "list")
    codes = re.findall(r"^\S.* \(([A-Z]+(?:-[A-Z]+)?)\)$", told, re.MULTILINE)
    assert codes == sorted({one.jurisdiction for one in world.law.regimes.values()})
    assert "us-1260h: list without legal effect of its own; binds nobody" in told
    assert all(f"  {id_}:" in told for id_ in world.law.regimes)


def test_list_of_a_place_without_rules_says_unknown_and_not_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert "unknown, not nothing" in " ".join(shown(capsys, "regimes", "list", "--place", "FR").split())


def test_json_of_the_list_has_whole_regimes_and_what_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    told = {one["id"]: one for one in plain(capsys, "regimes", "list", "--party", "dahua", "--act", "procure")}
    assert told["us-889a1a"]["asked_about"] == {"measures": ["procure"], "ways": {"procure": "named"}}
    assert told["us-889a1a"]["clauses"]
    assert not told["us-889a1a"]["binds_nobody"]


def test_timeline_marks_what_nobody_verified(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "regimes", "timeline", "us-bis-affiliates-rule")
    assert "2026-11-10\n  us-bis-affiliates-rule: in force again: export-to-affiliate - not verified" in told
    assert re.search(r"\d+ dated things; not verified: [1-9]", told)


def test_difference_is_told_in_the_words_of_the_tests(capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(shown(capsys, "regimes", "diff", "--from", "2025-11-09", "--to", "2025-11-10").split())
    assert "before: In force on 2025-11-09. First day: 2025-09-29." in told
    assert "now: Suspended on 2025-11-10: from 2025-11-10 to 2026-11-09." in told


def test_matrix_is_split_into_blocks_and_json_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("regimes", "matrix", "--as-of", "2026-11-22")
    assert shown(capsys, *asked).count("\nregime ") == 2
    told = plain(capsys, *asked)
    assert len(told["columns"]) == 8
    assert told["rows"]["us-1260h"]["hikvision"]["say"] == "named"


def test_word_of_a_cell_is_explained_below(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "regimes", "matrix", "--as-of", "2024-06-01", "--parties", "megvii", "--lang", "fr")
    assert re.search(r"us-1260h +désigné$", told, re.MULTILINE)
    assert "désigné\u00a0: désigné, mais le texte ne lie personne" in told
    assert "échu" not in told


def test_comparison_says_that_it_is_no_claim_of_copying(capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(shown(capsys, "regimes", "precedent", "hikvision", "--as-of", "2026-11-22").split())
    assert (
        "beside us-889a1a, the nearest earlier one with most parties in common (a comparison, not a claim of copying)"
        in told
    )
    assert "acts: use, instead of: buy, renew a contract" in told


def test_everywhere_has_a_block_for_each_place(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "judge", FACTS, "--everywhere")
    assert [place for place in ("Canada (CA)", "Quebec (CA-QC)", "United Kingdom (GB)") if place not in told] == []
    flat = " ".join(told.split())
    assert "contrary to policy: buy, renew a contract, use, install; who: government department or agency" in flat
    assert "No rule was read of:" in flat


def test_acts_that_are_argued_fold_into_one_line_of_their_measure(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = world.law.regimes["ca-gov-hikvision-use-ban-2025"]
    measure = replace(base.measures[0], acts=("procure",), acts_argued=("install", "use"), roles_argued=("carrier",))
    law = replace(world.law, regimes={base.id: replace(base, measures=(measure,))})
    monkeypatch.setitem(vars(world), "law", law)
    told = list(lines(everywhere({"maker": "hikvision"}, world, "facts", as_of=DAY), wording(world, "en")))
    flat = " ".join(" ".join(told).split())
    assert flat.count("ca-gov-hikvision-use-ban-2025/procure-and-use") == 1
    assert "whether these are bound is not settled: carrier" in flat
    assert "whether these acts are reached is not settled: install, use" in flat


def test_list_of_facts_gives_a_list_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('[{"maker":"axis"},{"maker":"hickvision"}]', "utf-8")
    assert main(["judge", str(facts), "--everywhere", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert len(json.loads(told.out)) == 2
    assert "did you mean `hikvision`" in told.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["regimes"], "VERB"),
        (["regimes", "show"], "REGIME"),
        (["regimes", "precedent", "hikvison"], "did you mean `hikvision`"),
        (["regimes", "diff", "--from", "2025-01-01"], "--to"),
        (["regimes", "diff", "--from", "2025", "--to", "2025-01-01"], "--from 2025"),
        (["regimes", "matrix", "--acts", "use,buy"], "--acts: `buy`"),
        (["regimes", "matrix", "--parties", "hikvision,nobody-such"], "nobody-such"),
        (["regimes", "list", "--from", "2025-01-01"], "--from"),
    ],
)
def test_wrong_use_of_a_verb_says_what_to_do(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert told.out == ""
