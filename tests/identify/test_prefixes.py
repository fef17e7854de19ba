"""Registered blocks: the smallest block that holds an address decides."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.identify.prefixes import holder, look_up
from debadge.knowledge.fingerprints import read_fingerprints
from debadge.knowledge.prefixes import read_prefixes
from debadge.model.errors import KnowledgeError

SOURCE = {"title": "a registry", "read": "2026-11-22", "status": "verified"}
SIGNAL = {
    "id": "oui-a",
    "registrant": "^Acme",
    "says": {"maker": "acme"},
    "strength": "strong",
    "why": "w",
    "source": SOURCE,
}


SHARED = [("34:46:63:20:00:01", "oui-amcrest"), ("34:46:63:40:00:01", "oui-luminys"), ("34:46:63:f0:00:01", None)]


@pytest.mark.parametrize(("address", "signal"), SHARED)
def test_neighbours_in_a_shared_block_prove_nothing(world: World, address: str, signal: str | None) -> None:
    assert look_up(world.identifier.prefixes, address) == signal


@pytest.mark.parametrize(
    "spelling", ["44:19:B6", "44-19-b6-00-00-01", "4419.b600.0001", "4419b6000001", "4419B6-000001"]
)
def test_every_usual_spelling_is_read(world: World, spelling: str) -> None:
    assert look_up(world.identifier.prefixes, spelling) == "oui-hikvision"


@pytest.mark.parametrize(
    "text", ["46:19:b6:00:00:01", "45:19:b6:00:00:01", "00:00:00:00:00:00", "44:19", "not a MAC", ""]
)
def test_addresses_that_nobody_registered_name_no_holder(world: World, text: str) -> None:
    assert holder(world.identifier.prefixes, text) is None


def test_the_whole_registry_extract_is_there(world: World) -> None:
    prefixes = world.identifier.prefixes
    assert len(prefixes.blocks) == 2914
    assert sum(s == "oui-hikvision" for s in prefixes.blocks.values()) == 84
    assert holder(prefixes, "00:40:8c:00:00:01") == "Axis Communications AB"


def test_a_later_file_overrides_an_earlier_one() -> None:
    signals = read_fingerprints({"mac_oui": [SIGNAL, {**SIGNAL, "id": "oui-b", "registrant": "^Bee"}]})
    files = {
        f"prefixes/{n}": {"built": "2026-11-22", "sources": {}, "blocks": [{"organisation": who, "prefixes": "00408c"}]}
        for n, who in enumerate(("Acme", "Bee"))
    }
    assert look_up(read_prefixes(files, signals), "00:40:8c") == "oui-b"


@pytest.mark.parametrize(
    ("block", "says"), [("00408", "no block"), ("00408c 00408c", "twice"), ("00408C", "lower-case")]
)
def test_bad_blocks_are_refused(block: str, says: str) -> None:
    files = {
        "prefixes/x": {"built": "2026-11-22", "sources": {}, "blocks": [{"organisation": "Acme", "prefixes": block}]}
    }
    with pytest.raises(KnowledgeError, match=says):
        read_prefixes(files, read_fingerprints({"mac_oui": [SIGNAL]}))


def test_holder_that_no_signal_describes_is_refused() -> None:
    files = {
        "prefixes/x": {
            "built": "2026-11-22",
            "sources": {},
            "blocks": [{"organisation": "Other", "prefixes": "00408c"}],
        }
    }
    with pytest.raises(KnowledgeError, match="0 signals"):
        read_prefixes(files, read_fingerprints({"mac_oui": [SIGNAL]}))
