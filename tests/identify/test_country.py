"""A company's country is read where a law's text tests it, and nowhere in identification."""

from __future__ import annotations

from typing import Any

from debadge.flow.world import World
from debadge.knowledge.pack import Pack
from debadge.model.observation import Observation, Origin, Subject


def swapped(world: World) -> World:
    """The same knowledge, with every Chinese company at home elsewhere, and every other one in China."""

    def moved(party: Any) -> Any:
        return {**party, "country": "CA" if party.get("country") == "CN" else "CN"} if "country" in party else party

    parties = {path: moved(party) for path, party in world.pack.family("parties").items()}
    return World(Pack("swapped", {**world.pack.families, "parties": parties}))


def test_swapping_every_country_changes_no_identification(world: World) -> None:
    other = swapped(world)
    assert any(p.country != other.law.parties[id_].country for id_, p in world.law.parties.items())
    origin, subject = Origin(tool="test", method="import", locator="x"), Subject(kind="device", ref="x")
    texts = {(s.field, example.text) for s in world.signals for example in s.examples}
    for field, text in sorted(texts):
        seen = [("1", Observation(subject=subject, field=field, value=text, collected=None, origin=origin))]
        assert world.identifier.identify("x", seen) == other.identifier.identify("x", seen), (field, text)
