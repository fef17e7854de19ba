"""The law in the order of its days: what is windowed stays so, and what nobody has verified is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from debadge.flow.choosing import Chosen, Wanted, chosen
from debadge.flow.timeline import Dated, timeline
from debadge.flow.world import World
from debadge.model.days import Window
from debadge.model.duty import Duty, Interruption, Term
from debadge.model.regime import Event, InForce, Listing, Regime
from debadge.testing import rules


def told(world: World, **asked: str) -> tuple[Dated, ...]:
    party = world.law.parties[asked["party"]] if "party" in asked else None
    found = chosen(Wanted(regime=asked.get("regime"), place=asked.get("place"), party=party), world.law)
    return timeline(found, asked.get("party"))


def test_affiliates_rule_begins_is_suspended_and_perhaps_comes_back(world: World) -> None:
    line = told(world, regime="us-bis-affiliates-rule")
    days = [(str(one.day), one.kind, one.verified) for one in line if one.kind in {"begins", "suspended", "resumes"}]
    assert days == [("2025-09-29", "begins", True), ("2025-11-10", "suspended", True), ("2026-11-10", "resumes", False)]


def test_whoever_is_named_from_the_first_day_is_told_with_it_unless_not_verified(world: World) -> None:
    line = told(world, regime="us-bis-affiliates-rule")
    begins = next(one for one in line if one.kind == "begins")
    assert "hikvision" in begins.parties
    assert "hytera" not in begins.parties
    assert [(one.parties, one.verified) for one in line if one.kind == "listed"] == [(("hytera",), False)]


def test_parties_that_enter_together_are_told_once_with_their_source(world: World) -> None:
    line = told(world, regime="us-1260h")
    entered = next(one for one in line if one.kind == "listed" and str(one.day) == "2022-10-05")
    assert set(entered.parties) >= {"dahua", "cloudwalk", "dji"}
    assert "additions of 5 October 2022" in entered.source.title
    assert [str(one.day) for one in line if one.kind == "removed" and "megvii" in one.parties] == ["2025-01-06"]


def test_days_are_in_order_and_every_one_has_a_source(world: World) -> None:
    line = told(world)
    assert [one.day for one in line] == sorted(one.day for one in line)
    assert all(one.source.title and one.regime for one in line)
    assert {"begins", "listed", "cut_off", "case_begins", "event", "suspended"} <= {one.kind for one in line}


def test_window_counts_where_any_of_its_days_does(world: World) -> None:
    found = chosen(Wanted(regime="us-fcc-prior-grants-2026"), world.law)
    inside = timeline(found, first=date(2026, 7, 20), last=date(2026, 7, 21))
    assert {(one.kind, str(one.day)) for one in inside} == {(k, "2026-07-06 … 2026-07-31") for k in ("begins", "event")}
    assert timeline(found, first=date(2026, 8, 1)) == ()


def test_party_asked_for_is_the_only_one_that_enters(world: World) -> None:
    line = told(world, party="dahua")
    assert {name for one in line for name in one.parties} == {"dahua"}
    assert {one.regime for one in line} >= {"uk-wms-2022", "us-889a1a"}


def line_of(regime: Regime) -> list[tuple[str, str, bool]]:
    found = Chosen(
        regime=regime, measures=tuple(m.id for m in regime.measures), ways={}, named=None, binds_nobody=False
    )
    return [(str(one.day), one.kind, one.verified) for one in timeline([found])]


DAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (InForce(announced=DAY, start=None, until=None), [("2025-07-01", "announced", True)]),
        (
            InForce(announced=None, start=Window(DAY, DAY), until=date(2025, 8, 1), withdrawn=date(2025, 7, 2)),
            [("2025-07-01", "begins", True), ("2025-07-02", "withdrawn", True), ("2025-08-01", "ends", True)],
        ),
    ],
)
def test_every_kind_of_day_of_a_measure_is_told(days: InForce, wanted: list[tuple[str, str, bool]]) -> None:
    assert line_of(rules.regime("zz-use-ban", rules.measure(in_force=days))) == wanted


def test_duties_with_fixed_days_and_stops_are_told() -> None:
    stop = Interruption(start=DAY, until=Window(DAY, date(2025, 9, 1)), verified=False, source=rules.source())
    duty = Duty(
        id="d",
        of=("use",),
        roles=(),
        event="order",
        starts=date(2025, 6, 27),
        within=Term(length=120, unit="days"),
        every=None,
        by=Window(date(2025, 12, 31), date(2025, 12, 31)),
        calendar=None,
        interruptions=(stop,),
        start=date(2025, 6, 28),
        until=date(2026, 1, 1),
        says={"en": "x", "fr": "x"},
        source=rules.source(),
    )
    line = line_of(replace(rules.regime(), duties=(duty,)))
    assert line == [
        ("2025-06-27", "begins", True),
        ("2025-06-27", "clock_starts", True),
        ("2025-06-28", "duty_begins", True),
        ("2025-07-01", "clock_stops", False),
        ("2025-07-01 … 2025-09-01", "clock_stop_ends", False),
        ("2025-12-31", "due", True),
        ("2026-01-01", "duty_ends", True),
    ]


def test_rule_nobody_saw_and_general_knowledge_are_not_verified() -> None:
    rumour = Event(
        day=Window(DAY, DAY), kind="filed", says={"en": "x", "fr": "x"}, source=rules.source(grade="general_knowledge")
    )
    assert line_of(replace(rules.regime(), history=(rumour,)))[-1] == ("2025-07-01", "event", False)
    assert {checked for _, _, checked in line_of(replace(rules.regime(), verified=False))} == {False}


def test_listing_that_outlives_its_measure_has_no_day_of_its_own() -> None:
    listing = Listing(
        party="examplecam",
        start=Window(DAY, DAY),
        until=date(2025, 9, 1),
        products=None,
        purposes=None,
        verified=True,
        source=None,
    )
    entity = replace(rules.entity(), named={"examplecam": listing})
    measure = rules.measure(
        entity=entity, in_force=InForce(announced=None, start=Window(DAY, DAY), until=date(2025, 8, 1))
    )
    assert [kind for _, kind, _ in line_of(rules.regime("zz-use-ban", measure))] == ["begins", "ends"]
