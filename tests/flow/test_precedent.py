"""Who restricted a party, in what order; what was taken over is compared and never claimed to be copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from debadge.flow.choosing import Way
from debadge.flow.plainest import Say
from debadge.flow.precedent import Aspect, Precedent, Step, precedent
from debadge.flow.world import World
from debadge.judge.law import Law

DAY = date(2026, 11, 22)


KNOWN = (
    "us-889a1a",
    "us-bis-entity-list",
    "us-889a1b",
    "us-1260h",
    "uk-wms-2022",
    "ca-qc-arrete-2023",
    "ca-gov-hikvision-use-ban-2025",
    "us-fcc-prior-grants-2026",
)


@pytest.fixture(scope="module")
def law(world: World) -> Law:
    """Some regimes in the order of their first days, none of which declares a model."""
    few = {id_: replace(world.law.regimes[id_], follows=()) for id_ in (*KNOWN, "ca-ica-hikvision-2025")}
    return replace(world.law, regimes=few)


@pytest.fixture(scope="module")
def hikvision(law: Law) -> Precedent:
    return precedent(law.parties["hikvision"], law, DAY)


def step(told: Precedent, regime: str) -> Step:
    return next(one for one in told.steps if one.regime.id == regime)


def aspects(one: Step) -> dict[str, Aspect]:
    return {aspect.name: aspect for aspect in one.comparisons[0].aspects}


def test_hikvision_was_restricted_in_this_order(world: World) -> None:
    told = precedent(world.law.parties["hikvision"], world.law, DAY).steps
    assert [one.regime.id for one in told if one.regime.id in KNOWN] == list(KNOWN)
    assert [one.since for one in told] == sorted(one.since for one in told)


def test_each_step_has_its_way_and_what_it_says_now(hikvision: Precedent) -> None:
    assert (step(hikvision, "uk-wms-2022").ways, step(hikvision, "us-1260h").ways) == ((Way.COUNTRY,), (Way.NAMED,))
    assert step(hikvision, "us-1260h").now.say is Say.NAMED
    assert step(hikvision, "us-1260h").binds_nobody
    assert not step(hikvision, "ca-ica-hikvision-2025").verified


def test_second_limb_of_889_kept_the_makers_and_changed_the_act(hikvision: Precedent) -> None:
    one = step(hikvision, "us-889a1b")
    told = aspects(one)
    assert (one.comparisons[0].model, one.comparisons[0].declared) == ("us-889a1a", True)  # its list
    assert (told["parties"].added, told["parties"].left_out) == ((), ())
    assert (told["acts"].added, told["acts"].left_out) == (("use",), ("procure", "renew_contract"))
    assert len(told["exceptions"].shared) == 4
    assert told["exceptions"].left_out == ()


def test_canada_left_dahua_out(hikvision: Precedent) -> None:
    told = aspects(step(hikvision, "ca-gov-hikvision-use-ban-2025"))
    assert "dahua" in told["parties"].left_out
    assert told["affiliates"].added == ("silent",)


def test_lists_are_compared_as_they_stood_when_the_later_one_began(hikvision: Precedent) -> None:
    told = aspects(step(hikvision, "us-bis-entity-list"))
    assert "uniview" not in told["parties"].added  # listed there only in December 2024
    assert "megvii" in told["parties"].added


def test_model_that_a_file_declares_is_told_as_one(law: Law) -> None:
    later = replace(law.regimes["ca-qc-arrete-2023"], follows=("us-889a1a",))
    told = precedent(law.parties["hikvision"], replace(law, regimes={**law.regimes, later.id: later}), DAY)
    assert [(one.model, one.declared) for one in step(told, later.id).comparisons] == [("us-889a1a", True)]


def test_list_that_is_taken_from_another_rule_declares_it(law: Law) -> None:
    one = law.regimes["ca-qc-arrete-2023"]
    taken = replace(one.measures[0], entity=replace(one.measures[0].entity, taken_from="us-1260h/listing"))
    later = replace(one, measures=(taken,))
    told = precedent(law.parties["hikvision"], replace(law, regimes={**law.regimes, later.id: later}), DAY)
    assert [(each.model, each.declared) for each in step(told, later.id).comparisons] == [("us-1260h", True)]


def test_rule_that_names_nobody_in_common_is_compared_with_none(hikvision: Precedent) -> None:
    assert step(hikvision, "uk-wms-2022").comparisons == ()
    assert hikvision.steps[0].comparisons == ()


def test_day_cuts_off_what_was_still_to_come(law: Law) -> None:
    told = precedent(law.parties["hikvision"], law, date(2020, 1, 1))
    assert "us-1260h" in told.to_come
    assert {one.regime.id for one in told.steps} == {"us-889a1a", "us-bis-entity-list"}


def test_listing_that_ended_is_told_with_its_last_day(law: Law) -> None:
    told = precedent(law.parties["megvii"], law, DAY)
    assert (str(step(told, "us-1260h").until), step(told, "us-1260h").now.say) == ("2025-01-06", Say.NO_LONGER)


def test_rule_about_anyone_and_unread_lists_stand_apart(law: Law) -> None:
    base = law.regimes["uk-wms-2022"]
    entity = replace(base.measures[0].entity, countries=(), anyone=True)
    unread = replace(entity, anyone=False, designated_by={"en": "x", "fr": "x"})
    more = {
        "zz-all": replace(base, id="zz-all", measures=(replace(base.measures[0], entity=entity),)),
        "zz-list": replace(base, id="zz-list", measures=(replace(base.measures[0], entity=unread),)),
    }
    told = precedent(law.parties["hikvision"], replace(law, regimes={**law.regimes, **more}), DAY)
    assert told.others == {Way.UNREAD_LIST: ("zz-list",), Way.ANYONE: ("zz-all",)}
    assert not {"zz-all", "zz-list"} & {one.regime.id for one in told.steps}


def test_rule_that_came_after_a_company_was_sold_does_not_speak_of_it(world: World) -> None:
    told = {one.regime.id for one in precedent(world.law.parties["lorex"], world.law, DAY).steps}
    assert "us-889a1a" in told  # in force while Dahua owned it
    assert not told & {"au-2023-removal", "ca-qc-arrete-2023", "us-tx-prohibited-technologies"}
