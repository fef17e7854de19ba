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
from debadge.judge.law import Law
from debadge.knowledge.badges import ASKS, read_badge
from debadge.knowledge.fingerprints import read_fingerprints
from debadge.knowledge.laws import check_links, load_law
from debadge.knowledge.organisation import read_organisation
from debadge.knowledge.pack import DATA, Pack
from debadge.knowledge.parties import read_party
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import InputError, KnowledgeError

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


def loaded(change: dict[str, Any], world: World, path: str = "regimes/ca/ca-x") -> Law:
    """The shipped facts with one more regime: the example's own direction, changed."""
    value = {name: told for name, told in read_yaml(OWN).items() if name != "situations"} | change
    families = dict(world.pack.families)
    return load_law(Pack("pack-x", families | {"regimes": {**families["regimes"], path: value}}))


def measure(**change: Any) -> dict[str, Any]:
    return {"measures": [read_yaml(OWN)["measures"][0] | change, *read_yaml(OWN)["measures"][1:]]}


def test_list_may_be_that_of_a_measure_above_in_the_same_file(world: World) -> None:
    first, second = read_yaml(OWN)["measures"]
    borrowed = {**second, "entity": {**second["entity"], "named_of": "ca-x/procure-and-use"}}
    del borrowed["entity"]["named"]
    above, below = loaded({"measures": [first, borrowed]}, world).regimes["ca-x"].measures
    assert below.entity.named["hikvision"].source == above.source
    with pytest.raises(KnowledgeError, match="one that stands above"):
        loaded({"measures": [borrowed, first]}, world)


def test_regime_used_by_the_guards_loads(world: World) -> None:
    assert "ca-x" in loaded({}, world).regimes


@pytest.mark.parametrize(
    ("change", "path", "says"),
    [
        ({"jurisdiction": "Neuseeland"}, "regimes/ca/ca-x", "`Neuseeland` is not a country"),
        ({"jurisdiction": "CA-Quebec"}, "regimes/ca/ca-x", "is not a country or region"),
        (measure(market="Cathay"), "regimes/ca/ca-x", "market: `Cathay` is not a country"),
        (measure(binds={"jurisdiction": "the moon", "roles": []}), "regimes/ca/ca-x", "is not a country"),
        (
            measure(entity=read_yaml(OWN)["measures"][0]["entity"] | {"affiliates": "included"}),
            "regimes/ca/ca-x",
            "`silent`",
        ),
        ({}, "regimes/gb/ca-x", "belongs into regimes/ca/"),
        ({"jurisdiction": "CA-QC"}, "regimes/ca/ca-x", "binds those of CA, and the regime is of CA-QC"),
        ({}, "regimes/ca/Ca X", "a file's name is its id"),
        ({}, "regimes/ca/new/us-ns-cmic", "belongs into regimes"),
    ],
)
def test_regime_with_a_slip_is_refused(change: dict[str, Any], path: str, says: str, world: World) -> None:
    with pytest.raises(KnowledgeError, match=says):
        loaded(change, world, path)


def test_every_place_of_a_regime_has_its_word(world: World) -> None:
    regimes = world.law.regimes.values()
    places = {
        place for r in regimes for m in r.measures for place in (r.jurisdiction, m.jurisdiction, m.market) if place
    }
    tests = [m.entity for r in regimes for m in r.measures]
    places |= {place for t in tests for place in (*t.countries, *t.countries_argued, *t.made_in, *t.made_outside)}
    told = world.sentences("fr")
    assert sorted(place for place in places if not told.has(f"place.{place}")) == []


def test_every_word_of_what_settles_a_maker_can_be_told(world: World) -> None:
    told = world.sentences("fr")
    assert [word for word in ASKS if not told.has(f"settles.{word}")] == []
    with pytest.raises(KnowledgeError, match="`colour` is not one of"):
        read_badge("b", {"name": "B", "asks": ["colour"], "sources": {}}, "relabels/b.yaml")


def test_badge_is_a_makers_own_or_others_and_not_both(world: World) -> None:
    badge = read_badge("axis", {"name": "Axis", "entity": None, "sources": {}, "made_by": []}, "relabels/axis.yaml")
    law = replace(world.law, badges={**world.law.badges, "axis": badge})
    assert "makers/axis.yaml: the badge `axis` has a file of its own, relabels/axis.yaml" in check_links(law)


def test_regime_without_situations_is_wrong(tmp_path: Path, world: World) -> None:
    value = {name: told for name, told in read_yaml(OWN).items() if name != "situations"}
    path = tmp_path / OWN.name
    path.write_text(json.dumps(value), "utf-8")
    assert "no `situations`" in " ".join(check_file(path, world).wrong)


def test_mutation_needs_a_file_that_passes(tmp_path: Path, world: World) -> None:
    value = read_yaml(DATA / "regimes" / "us" / "us-1260h.yaml")
    value["situations"][0]["cases"][0]["expect"] = "prohibited"
    path = tmp_path / "us-1260h.yaml"
    path.write_text(json.dumps(value), "utf-8")
    with pytest.raises(SystemExit, match="its own situations fail"):
        prove(path, world)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"sites": [{"id": "a"}, {"id": "a"}]}, "the site `a` stands twice"),
        (
            {"sites": [{"id": "a", "networks": ["192.0.2.0/24"]}, {"id": "b", "networks": ["192.0.2.9/24"]}]},
            "the network `192.0.2.0/24` stands twice",
        ),
        ({"contracts": [{"id": "C-1"}], "sites": [{"id": "a", "contract": "C-2"}]}, "`C-2` is not a known contract"),
    ],
)
def test_organisation_with_a_slip_is_refused(change: dict[str, Any], says: str, world: World) -> None:
    with pytest.raises(InputError, match=says):
        read_organisation({"name": "A", "roles": ["federal_department"]} | change, "org.yaml", {}, world.vocabulary)
