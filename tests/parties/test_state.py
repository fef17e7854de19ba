"""What may be said of the state behind a maker: findings of an authority, denials, and what nobody has checked."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.world import World
from debadge.model.regime import Affiliates
from debadge.model.words import Answer

DAY = date(2026, 11, 22)
STATE = ("prc_government",)


def ask(world: World, party: str, kind: str, day: date = DAY) -> Answer:
    return world.law.graph.standing(party, STATE, day, Affiliates(kind=kind)).answer


@pytest.mark.parametrize(
    ("party", "control", "tied"),
    [
        ("cetc", Answer.UNKNOWN, Answer.UNKNOWN),  # an encyclopaedia says so, and no register that was read
        (
            "hikvision",
            Answer.UNKNOWN,
            Answer.YES,
        ),  # an authority finds that the state's holder owns it, not that it directs it
        ("hikvision_canada", Answer.UNKNOWN, Answer.YES),
        ("dahua", Answer.UNKNOWN, Answer.UNKNOWN),  # found by an authority, and denied
        ("china_mobile", Answer.UNKNOWN, Answer.UNKNOWN),  # general knowledge
        ("lorex", Answer.NO, Answer.NO),
        ("skywatch", Answer.NO, Answer.NO),
    ],
)
def test_state_behind_a_bidder(party: str, control: Answer, tied: Answer, world: World) -> None:
    assert (ask(world, party, "control"), ask(world, party, "any")) == (control, tied)


@pytest.mark.parametrize(
    ("party", "answer"), [("sasac", Answer.YES), ("cetc", Answer.UNKNOWN), ("hikvision", Answer.UNKNOWN)]
)
def test_what_an_organ_of_the_state_holds_is_the_states(party: str, answer: Answer, world: World) -> None:
    half = Affiliates(kind="share", share=50)
    assert world.law.graph.standing(party, STATE, DAY, half).answer is answer


def test_denial_stands_beside_the_finding(world: World) -> None:
    ties = {tie.owner: tie for tie in world.law.parties["dahua"].ties}
    assert ties["sasac"].denied is not None
    assert (ties["sasac"].verified, ties["sasac"].sure) == (True, False)


@pytest.mark.parametrize("party", ["lorex", "dahua_usa_luminys"])
def test_who_makes_the_goods_after_a_sale_is_a_lead_and_no_owner(party: str, world: World) -> None:
    day = date(2025, 6, 1)
    assert "dahua" in world.law.suppliers(party, day)
    for kind in ("any", "control", "silent"):
        assert world.law.graph.standing(party, {"dahua"}, day, Affiliates(kind=kind)).named is None


def test_brand_that_is_no_person_is_never_taken_for_one(world: World) -> None:
    meant = world.law.called.meant("HiLook")
    assert meant is not None
    assert (meant.party, meant.badge) == (None, "hilook")
    told = world.law.graph.standing("hilook", {"hikvision"}, DAY, Affiliates(kind="any"))
    assert told.answer is Answer.UNKNOWN
