"""Shares of several named parties in one person: only those named on the day add up, and all of them are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from debadge.judge.entity import roads
from debadge.judge.law import Law
from debadge.judge.road import Question, Road, held_on
from debadge.model.days import Window
from debadge.model.party import Tie
from debadge.model.regime import Affiliates, Listing, Measure
from debadge.model.situation import Fact, Situation
from debadge.model.words import Answer, Basis, Grade
from debadge.testing.rules import entity, law, measure, source

LATER = date(2026, 1, 1)
HALF = Affiliates(kind="share", share=50)


def owns(owner: str, share: float) -> Tie:
    return Tie(
        owner=owner,
        owned="nightjar_inc",
        relation="affiliate",
        share=share,
        start=None,
        until=None,
        verified=True,
        share_verified=True,
        source=source(),
    )


def shared(first: float, second: float) -> Law:
    """Examplecam and Northlens each hold a part of Nightjar."""
    known = law()
    nightjar = replace(known.parties["nightjar_inc"], ties=(owns("examplecam", first), owns("northlens", second)))
    return replace(known, parties={**known.parties, "nightjar_inc": nightjar})


def naming(*, verified: bool = True) -> Measure:
    """A rule of half that names Examplecam, and Northlens from 2026 on."""
    test = entity()
    late = Listing(
        party="northlens",
        start=Window(LATER, LATER),
        until=None,
        products=None,
        purposes=None,
        verified=verified,
        source=None,
    )
    return measure(entity=replace(test, named={**test.named, "northlens": late}, affiliates=HALF))


def found(one: Measure, day: date, known: Law) -> list[Road]:
    person = Fact(value="nightjar_inc", basis=Basis.RECORDED, grade=Grade.CONFIRMED)
    ask = Question(one, Situation(facts={"entity": person}), day, known, held_on(one, day))
    return [road for road in roads(ask) if road.listing]


@pytest.mark.parametrize(
    ("day", "verified", "answer"),
    [(date(2025, 12, 31), True, Answer.NO), (LATER, True, Answer.YES), (LATER, False, Answer.UNKNOWN)],
)
def test_share_adds_up_from_the_day_on_which_its_holder_is_named(day: date, verified: bool, answer: Answer) -> None:
    told = found(naming(verified=verified), day, shared(30, 25))
    by_examplecam = next(road for road in told if road.listing and road.listing.party == "examplecam")
    assert by_examplecam.row.answer is answer


def test_every_named_owner_has_a_road_and_the_sum_is_told() -> None:
    told = found(naming(), LATER, shared(30, 25))
    assert [road.listing.party for road in told if road.listing] == ["examplecam", "northlens"]
    assert {road.row.given["share"] for road in told} == {"Examplecam 30 % + Northlens 25 % = 55 %"}


def test_owner_that_is_named_later_is_told_before_its_day() -> None:
    told = found(naming(), date(2025, 12, 31), shared(30, 60))
    assert {road.row.says for road in told} == {"entity.owner.no", "entity.listing.no"}


def test_one_owner_alone_is_enough_whoever_else_is_named() -> None:
    told = found(naming(), date(2025, 12, 31), shared(50, 25))
    assert [road.row.answer for road in told if road.listing and road.listing.party == "examplecam"] == [Answer.YES]
