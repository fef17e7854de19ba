"""What `knowledge check` and the loaders refuse, so that a slip in a fact file is never silent."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tools.prove.mutate import prove

from debadge.flow.knowledge import check_file
from debadge.flow.world import World
from debadge.identify.proofs import check_fingerprints
from debadge.knowledge.fingerprints import read_fingerprints
from debadge.knowledge.laws import check_links
from debadge.knowledge.pack import DATA
from debadge.knowledge.parties import read_badge, read_party
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import KnowledgeError

SOURCE = {"title": "t", "url": None, "read": "2026-11-22", "status": "verified"}
SIGNAL = {"id": "x", "pattern": "^x$", "says": {}, "strength": "brand", "why": "w", "source": SOURCE}
CITED = {"s": {"title": "t", "url": None, "published": None, "read": "2026-11-22", "grade": "primary"}}
OWN = Path(__file__).parents[2] / "examples" / "harbour-office" / "harbour-office-direction.yaml"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"says": {"maker": "axis"}}, "names no maker"),
        ({"source": {**SOURCE, "read": "soon"}}, "read"),
        ({"strength": "strong", "source": {**SOURCE, "status": "unverified"}}, "needs a checked source"),
    ],
)
def test_signal_that_says_more_than_it_may_is_refused(change: dict[str, Any], says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read_fingerprints({"fingerprints/http_server": [SIGNAL | change]})


def test_channel_without_a_group_is_found(world: World) -> None:
    told = read_fingerprints({"fingerprints/bacnet_vendor": [SIGNAL | {"examples_synthetic": [{"text": "x"}]}]})
    assert "belongs to no group" in " ".join(check_fingerprints(told, world.prefixes))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"country": "Great Britain"}, "ISO 3166"),
        ({"owned_by": [{"owner": "o", "relation": "affiliate", "verified": True, "from": "2022-01-01"}]}, "source"),
        (
            {
                "owned_by": [
                    {"owner": "o", "relation": "affiliate", "verified": True, "source": "s"}
                    | {"from": "2022-01-01", "until": "2021-01-01"}
                ]
            },
            "is before",
        ),
    ],
)
def test_party_with_a_slip_is_refused(change: dict[str, Any], says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read_party("p", {"name": "P", "sources": CITED, "source": "s"} | change, "parties/p.yaml")


def test_badge_is_a_makers_own_or_others_and_not_both(world: World) -> None:
    badge = read_badge("axis", {"name": "Axis", "entity": None, "sources": {}, "made_by": []}, "relabels/axis.yaml")
    law = replace(world.law, badges={**world.law.badges, "axis": badge})
    assert "makers/axis.yaml: the badge `axis` has a file of its own, relabels/axis.yaml" in check_links(law)


def test_makers_that_a_regime_names_are_watched_and_no_others(world: World) -> None:
    named = {party for regime in world.law.regimes.values() for m in regime.measures for party in m.entity.named}
    makers = world.law.makers.values()
    assert {m.id for m in makers if m.watched} == {m.id for m in makers if {m.id, world.law.entity_of(m.id)} & named}


def test_regime_without_situations_is_wrong(tmp_path: Path) -> None:
    value = {name: told for name, told in read_yaml(OWN).items() if name != "situations"}
    path = tmp_path / OWN.name
    path.write_text(json.dumps(value), "utf-8")
    assert "no `situations`" in " ".join(check_file(path).wrong)


def test_mutation_needs_a_file_that_passes(tmp_path: Path, world: World) -> None:
    value = read_yaml(DATA / "regimes" / "us" / "us-1260h.yaml")
    value["situations"][0]["cases"][0]["expect"] = "prohibited"
    path = tmp_path / "us-1260h.yaml"
    path.write_text(json.dumps(value), "utf-8")
    with pytest.raises(SystemExit, match="its own situations fail"):
        prove(path, world)
