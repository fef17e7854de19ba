"""Asking for regimes by place, party, force and act: nothing that speaks of the party is left out silently."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debadge.flow.choosing import Chosen, Wanted, Way, binds_nobody, chosen, wanted, way_to
from debadge.flow.world import World
from debadge.model.errors import InputError
from debadge.model.regime import Affiliates
from debadge.model.words import Force


def ids(world: World, **asked: str) -> set[str]:
    return {one.regime.id for one in chosen(wanted(world, **asked), world.law)}


def ways(world: World, name: str) -> dict[str, set[Way]]:
    return {one.regime.id: set(one.ways.values()) for one in chosen(wanted(world, name=name), world.law)}


def test_nothing_asked_is_every_regime(world: World) -> None:
    assert ids(world) == set(world.law.regimes)


def test_place_has_its_own_law_that_above_it_and_that_of_its_parts(world: World) -> None:
    places = {one.regime.jurisdiction for one in chosen(wanted(world, place="Québec"), world.law)}
    assert places == {"CA", "CA-QC"}
    assert "ca-qc-arrete-2023" in ids(world, place="CA")
    assert not ids(world, place="CA") & ids(world, place="GB")


def test_party_is_found_by_name_by_country_and_behind_its_affiliates(world: World) -> None:
    told = ways(world, "海康威视")
    assert told["us-889a1a"] == {Way.NAMED}
    assert told["uk-wms-2022"] == {Way.COUNTRY}
    assert told["us-bis-affiliates-rule"] == {Way.AFFILIATES}


def test_subsidiary_is_found_behind_its_owner_as_far_as_the_rule_reaches(world: World) -> None:
    told = ways(world, "hikvision_canada")
    assert told["us-889a1a"] == {Way.OWNER}
    assert told["ca-ica-hikvision-2025"] == {Way.NAMED}
    assert "us-1260h" not in told  # a subsidiary is on that list only by its own name


def test_former_owner_still_brings_a_rule_up(world: World) -> None:
    assert ways(world, "lorex")["us-889a1a"] == {Way.OWNER}


def test_rule_about_common_owners_is_found_from_either_side(world: World) -> None:
    measure = world.law.regimes["us-fcc-prior-grants-2026"].measures[0]
    assert way_to(measure, world.law.parties["cetc"], world.law) is Way.OWNER
    one_way = replace(measure.entity, affiliates=Affiliates(kind="share", share=10.0, strictly_over=True))
    assert way_to(replace(measure, entity=one_way), world.law.parties["cetc"], world.law) is None


def test_rule_about_a_country_reaches_owners_as_far_as_it_follows_them(world: World) -> None:
    measure, canada = world.law.regimes["uk-wms-2022"].measures[0], world.law.parties["hikvision_canada"]
    far, near = (
        replace(measure, entity=replace(measure.entity, affiliates=Affiliates(kind=k))) for k in ("any", "silent")
    )
    assert way_to(far, canada, world.law) is Way.OWNER_COUNTRY
    assert way_to(near, canada, world.law) is None


def test_force_and_act_are_asked_of_regimes_and_measures(world: World) -> None:
    assert ids(world, force="policy_statement") == {
        id_ for id_, one in world.law.regimes.items() if one.force is Force.POLICY_STATEMENT
    }
    found = {one.regime.id: one for one in chosen(wanted(world, act="retain"), world.law)}
    assert found["ca-gov-property-review-2025"].measures == ("kept-unused",)
    assert "us-889a1a" not in found


def test_list_binds_nobody_and_a_law_does(world: World) -> None:
    told = {id_: binds_nobody(one) for id_, one in world.law.regimes.items()}
    assert (told["us-1260h"], told["us-889a1a"]) == (True, False)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"place": "Atlantis"}, "--place: `Atlantis`"),
        ({"force": "law"}, "--force: `law`"),
        ({"act": "retian"}, "did you mean `retain`"),
        ({"name": "hikvison"}, "did you mean `hikvision`"),
        ({"id_": "us-889a1"}, "did you mean `us-889a1"),
    ],
)
def test_word_that_is_none_is_refused_with_the_nearest(asked: dict[str, str], says: str, world: World) -> None:
    with pytest.raises(InputError, match=says.replace("(", r"\(")):
        wanted(world, **asked)


def test_days_of_a_listing_come_with_the_regime(world: World) -> None:
    megvii = Wanted(party=world.law.parties["megvii"])
    found: dict[str, Chosen] = {one.regime.id: one for one in chosen(megvii, world.law)}
    named = found["us-1260h"].named
    assert named is not None
    assert (str(named.since), str(named.until)) == ("2024-01-31", "2025-01-06")
