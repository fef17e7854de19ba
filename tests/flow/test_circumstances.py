"""Circumstances as people write them reach the rules, and what reaches none is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.flow.asking import ask
from debadge.flow.assess import assess
from debadge.flow.read import Reading, read
from debadge.flow.world import World

LINE = {"subject": {"ip": "192.0.2.7"}, "field": "http_title", "value": "x"}


def facts(folder: Path, world: World) -> dict[str, Any]:
    asking = ask(world, org="us-federal-agency", beside=(), as_of=date(2026, 11, 22), known_by=None)
    told = assess(read([folder], world, Reading()), asking, world)
    ((situation, *_),) = told.situations.values()
    return {name: fact.value for name, fact in situation.facts.items()}


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("purpose", "public_safety", ("public_safety",)),
        ("purpose", "public safety", ("public_safety",)),
        ("purpose", " Public-Safety ", ("public_safety",)),
        ("purpose", "Sécurité publique", ("public_safety",)),
        ("purpose", "surveillance d\u2019infrastructures essentielles", ("critical_infrastructure_surveillance",)),
        ("site_class", "Site à personnel habilité", ("vetted_staff",)),
        ("funding", "Federal grant", ("federal_grant",)),
        ("funding", "PRÊT FÉDÉRAL", ("federal_loan",)),
        ("controller", "the landlord", "landlord"),
        ("controller", "Un fournisseur", "supplier"),
    ],
)
def test_circumstance_is_read_as_people_write_it(
    fact: str, text: str, value: Any, tmp_path: Path, world: World
) -> None:
    lines = [LINE, {**LINE, "field": fact, "value": text}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert facts(tmp_path, world)[fact] == value
    assert [note for file in read([tmp_path], world, Reading()).files for note in file.notes] == []


def test_cell_that_means_nothing_to_a_rule_is_told_once(tmp_path: Path, world: World) -> None:
    rows = "Axis,P1,public safety\nAxis,P2,lobby view\nAxis,P3,lobby view\nAxis,P4,\n"
    (tmp_path / "a.csv").write_text(f"Manufacturer,Model,Use\n{rows}")
    (file,) = read([tmp_path], world, Reading()).files
    allowed = ", ".join(world.vocabulary.ordered["purposes"])
    assert file.notes == (
        {
            "locator": "a.csv:3",
            "reason": "word_unknown",
            "given": {"allowed": allowed, "column": "Use", "value": "lobby view"},
        },
    )
