"""What a terminal shows: lines of 80 columns, every test of a measure, each text once, and nothing for what is not there."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from debadge.cli.common import wording
from debadge.cli.law.show import measure_lines as measure_told
from debadge.cli.main import main
from debadge.flow.world import World
from debadge.knowledge.yamlfile import read_yaml
from debadge.report.terminal.columns import width

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE, FACTS = EXAMPLES / "harbour-office", EXAMPLES / "facts.yaml"


def too_wide(text: str) -> list[str]:
    """An address may be long, if it stands on a line of its own."""
    return [line for line in text.splitlines() if width(line) > 80 and not re.fullmatch(r" *https?://\S+", line)]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_lines_fit_eighty_columns(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run, more = str(tmp_path / "run"), ["--lang", lang, "-q"]
    assert main(["check", str(EXAMPLE), "-o", run, *more]) == 0
    assert main(["judge", str(FACTS), *more]) == 0
    for name in ("HO-1001", "HO-1007", "HO-1010"):
        assert main(["explain", name, "--run", run, *more]) == 0
    assert too_wide(capsys.readouterr().out) == []


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "command",
    [
        ["regimes", "list"],
        ["makers", "list"],
        *(["makers", "show", name] for name in ("hikvision", "ezviz", "annke")),
        ["formats"],
        ["knowledge", "ages"],
        ["identify", str(EXAMPLE / "discovery.jsonl")],
        ["check", str(EXAMPLES / "untidy"), "--all"],
        ["check", str(EXAMPLE / "nmap-hq.xml")],
    ],
    ids=lambda words: "-".join(Path(word).name for word in words),
)
def test_other_answers_fit_eighty_columns(
    command: list[str], lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ["-o", str(tmp_path / "run")] if command[0] == "check" else []
    assert main([*command, *more, "--lang", lang, "-q"]) == 0
    assert too_wide(capsys.readouterr().out) == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_regime_fits_eighty_columns(lang: str, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    for id_ in world.law.regimes:
        assert main(["regimes", "show", id_, "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert too_wide(told) == []
    assert not re.search(r"[,;(] —", told)  # what is not there is left out


FREE = {
    "id",
    "regime",
    "effect",
    "condition",
    "says",
    "roles",
    "jurisdiction",
    "source",
    "until_source",
    "areas",
    "taken_from",
    "beside",
    "authorisation",  # with the certificates
}  # in other lines
LINES = {"start": "in force from", "until": "last day", "suspensions": "suspended"} | {
    "follows_item": "follows the item",
    "market": "the act has to happen in",
    "products_argued": "such products is argued",
    "subject_to": "only items subject to",
    "purposes_argued": "such purposes is argued",
    "core_network": "only what is connected to a core network",
    "acquired_after": "acquired after",
    "acquired_until": "acquired by",
    "funding": "paid with",
    "authorised_before": "model authorised before",
    "announced": "announced, first day not known",
    "countries": "makers under the law of",
    "countries_argued": "whether all makers under the law",
    "roles_argued": "whether these are bound",
    "acts_argued": "whether these acts are reached",
    "designated_by": "a list that was not read",
    "of_supplier": "asks about the seller",
    "made_in": "goods produced in",
    "made_outside": "goods produced anywhere but in",
    "certificates": "models without a certificate",
    "personal_data": "access to personal information",
    "anyone": "whoever made it",
    "others_named": "the list names others",
    "roles_outside": "not bound, whatever wider word",
    "roles_shared": "it is not known whose these are",
    "areas_outside": "a government of their own",
    "products_apart": "surely not",
    "parts": "only these parts",
    "relabels": "items under other names",
    "components": "items with a part",
}


def test_every_test_of_a_measure_is_shown(world: World) -> None:
    words = wording(world, "en")
    for regime in world.law.regimes.values():
        for one in regime.measures:
            shown = "\n".join(measure_told(one, regime.force, words))
            parts = (one, one.entity, one.in_force)
            asked = {f.name for part in parts for f in fields(part) if getattr(part, f.name)} - FREE
            for name in asked - {"entity", "in_force"}:
                assert f"  {LINES.get(name, name)}" in shown or LINES.get(name, name) in shown, (
                    regime.id,
                    one.id,
                    name,
                )


@pytest.mark.parametrize(
    ("regime", "says"),
    [
        ("us-bis-affiliates-rule", "suspended: from 2025-11-10 to 2026-11-09; whether it then came back"),
        ("us-bis-affiliates-rule", "leaves out affiliates of: United States"),
        ("us-bis-affiliates-rule", "Uniview (from 2024-12-10)"),
        ("uk-wms-2022", "makers under the law of: China"),
        ("uk-wms-2022", "only what is connected to a core network: yes"),
    ],
)
def test_regime_shows_what_its_file_holds(regime: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regimes", "show", regime]) == 0
    assert says in " ".join(capsys.readouterr().out.split())


def test_explain_counts_measures_and_says_a_text_once(
    tmp_path: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    run = str(tmp_path / "run")
    assert main(["check", str(EXAMPLE), "-o", run, "-q"]) == 0
    capsys.readouterr()
    assert main(["explain", "HO-1007", "--run", run, "-q"]) == 0
    told = capsys.readouterr().out
    unbound = int(re.findall(r"^(\d+) other measures do not bind:", told, re.MULTILINE)[0])
    direction = read_yaml(EXAMPLE / "harbour-office-direction.yaml")
    measures = sum(len(r.measures) for r in world.law.regimes.values()) + len(direction["measures"])
    bound = set(re.findall(r"^  - [^:]+: (\S+ / \S+),", told, re.MULTILINE))
    assert unbound + len(bound) == measures
    assert told.count("sadp_probematch, the same text") >= 5
    assert 'relabel "Annke". Who says so' in " ".join(told.split())
