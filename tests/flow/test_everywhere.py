"""One product everywhere: the same answers as `judge` gives for each place, role and act."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from debadge.flow.everywhere import Everywhere, Local, everywhere, where
from debadge.flow.judge import judge_facts
from debadge.flow.plainest import Say
from debadge.flow.world import World

PROVE = os.environ.get("DEBADGE_PROVE") == "1"  # every role and act, instead of some
DAY = date(2026, 11, 22)
CAMERA = {"maker": "hikvision", "product": ["video_surveillance"], "purpose": ["public_safety"]}
PRODUCTS: Mapping[str, Mapping[str, Any]] = {
    "a Hikvision camera": CAMERA,
    "a Huawei router": {"maker": "huawei", "product": ["routers"], "routes_traffic": True, "ship_from": "US"},
    "an EZVIZ of which little is known": {"brand": "ezviz"},
    "an Axis camera": {"maker": "axis", "product": ["video_surveillance"]},
}


def told(world: World, **facts: Any) -> Everywhere:
    return everywhere(facts, world, "facts", as_of=DAY)


def at(place: str, one: Everywhere) -> Local:
    return next(local for local in one.places if local.place == place)


@pytest.mark.parametrize("name", list(PRODUCTS))
def test_every_answer_is_the_one_that_judge_gives_there(name: str, world: World) -> None:
    facts = PRODUCTS[name]
    for local in told(world, **facts).places:
        for one in local.answers:
            for role in one.roles:
                for act in one.acts:
                    given = {**facts, "jurisdiction": local.place, "actor": [role], "act": act}
                    judged = judge_facts(given, world, "facts", as_of=DAY)
                    same = next(f for f in judged.findings if (f.regime, f.measure) == one.finding[:2])
                    assert (same.outcome, same.condition, same.questions, same.open_exceptions) == (
                        one.finding.outcome,
                        one.finding.condition,
                        one.finding.questions,
                        one.finding.open_exceptions,
                    )


@pytest.mark.parametrize("name", list(PRODUCTS))
def test_nothing_that_judge_would_tell_is_left_out(name: str, world: World) -> None:
    facts, words = PRODUCTS[name], world.vocabulary.ordered
    for local in told(world, **facts).places:
        listed = {(*one.finding[:2], role, act) for one in local.answers for role in one.roles for act in one.acts}
        for role in words["roles"][:: 1 if PROVE else 7]:
            for act in ("procure", "use", "retain", "sell", "export_to") if PROVE else ("procure", "sell"):
                given = {**facts, "jurisdiction": local.place, "actor": [role], "act": act}
                for found in judge_facts(given, world, "facts", as_of=DAY).findings:
                    measure = next(m for m in world.law.regimes[found.regime].measures if m.id == found.measure)
                    if where(measure) != local.place or found.outcome == "not_reached":
                        continue
                    roles = {role, "any_person", *world.vocabulary.value("actor", [role])}
                    assert listed & {(*found[:2], one, act) for one in roles}, (found[:2], role, act)


def test_every_measure_is_answered_named_or_counted(world: World) -> None:
    for local in told(world, **CAMERA).places:
        measures = [m for r in world.law.regimes.values() for m in r.measures if where(m) == local.place]
        answered = {one.finding[:2] for one in local.answers}
        assert len(answered) + sum(map(len, local.beside.values())) + local.silent == len(measures)


def test_place_role_and_act_that_were_given_are_varied(world: World) -> None:
    assert (
        told(world, **CAMERA, jurisdiction="SE", actor=["carrier"], act="use").plain() == told(world, **CAMERA).plain()
    )


def test_rule_that_binds_nobody_is_named_beside(world: World) -> None:
    assert "us-1260h/listing" in at("US", told(world, **CAMERA)).beside[Say.NAMED]
    assert "us-1260h/listing" not in at("US", told(world, maker="axis")).beside.get(Say.NAMED, ())


def test_roles_and_acts_with_one_answer_are_told_together(world: World) -> None:
    here = at("CA", told(world, **CAMERA)).answers
    ban = [one for one in here if one.finding.regime == "ca-gov-hikvision-use-ban-2025"]
    assert [(one.say, one.roles) for one in ban] == [(Say.POLICY, ("federal_department", "crown_corporation"))]
    assert {"procure", "use"} <= set(ban[0].acts)


def test_duties_of_any_role_come_with_the_answer(world: World) -> None:
    one = next(one for one in at("US", told(world, **CAMERA)).answers if one.finding.regime == "us-889a1a")
    assert set(one.roles) == {"federal_department", "federal_contractor"}
    assert [duty.id for duty in one.finding.duties][:1] == ["first-report"]


def test_part_of_a_country_says_whose_rules_hold_there_as_well(world: World) -> None:
    one = told(world, **CAMERA)
    assert at("CA-QC", one).within == ("CA",)
    assert at("CA", one).within == ()


def test_places_that_nobody_read_are_unknown_and_what_was_searched_is_told(world: World) -> None:
    one = told(world, **CAMERA)
    read = {local.place for local in one.places}
    assert one.unread
    assert not read & set(one.unread)
    assert {place for negative in one.not_found for place in negative.places} <= set(
        world.sentences("en").values("place")
    ) - read
    assert "searched-without-result" in {negative.id for negative in one.not_found}
    assert any("local_government" in negative.roles for negative in at("GB", one).not_found)


def test_only_regimes_asked_for_and_known_then_are_judged(world: World) -> None:
    assert [local.place for local in told(world, **CAMERA, regimes=["uk-wms-2022"]).places] == ["GB"]
    then = told(world, **CAMERA, known_by="2019-12-31")
    assert "US" in {local.place for local in then.places}
    assert "GB" not in {local.place for local in then.places}
    assert then.asked.left_out
