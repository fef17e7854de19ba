"""What was looked for and not found: shown with its day, and never an answer."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.judge import judge_facts
from debadge.flow.world import World
from debadge.knowledge.negatives import read_negatives
from debadge.model.errors import KnowledgeError

DAY = date(2026, 11, 22)


def asked(world: World, **facts: object) -> list[str]:
    told = judge_facts({"act": "use", "maker": "hikvision", **facts}, world, "facts", as_of=DAY)
    return [one.id for one in told.not_found]


def test_negative_is_told_for_its_place_and_role(world: World) -> None:
    assert asked(world, jurisdiction="GB", actor=["local_government"]) == ["gb-local-authorities"]
    assert asked(world, jurisdiction="GB", actor=["federal_department"]) == []
    assert asked(world, jurisdiction="CA-ON", actor=["municipal_body"]) == ["ca-provinces-and-municipalities"]
    assert asked(world, jurisdiction="SE") == ["searched-without-result"]


def test_place_that_was_searched_stays_without_rules(world: World) -> None:
    told = judge_facts({"act": "use", "maker": "hikvision", "jurisdiction": "SE"}, world, "facts", as_of=DAY)
    assert told.place_without_rules == "SE"


def test_every_negative_has_a_time_and_places_with_names(world: World) -> None:
    words = world.sentences("fr")
    assert len(world.law.negatives) == 7
    assert [p for one in world.law.negatives for p in one.places if not words.has(f"place.{p}")] == []


def test_negative_without_its_time_is_refused(world: World) -> None:
    value = {"places": ["SE"], "roles": [], "as_of": None, "says": {"en": "x", "fr": "x"}, "sources": {}, "source": "s"}
    with pytest.raises(KnowledgeError, match="without its time"):
        read_negatives({"negatives/x": value}, world.vocabulary)
