"""Priorities: every reason adds its points, the first term that fits counts, and a level is told by its least points."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from debadge.cases.triage import priority
from debadge.flow.world import World
from debadge.model.case import Case, State
from debadge.model.triage import Reason, Weights

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def weights(world: World) -> Weights:
    return world.weights


def case(*, returned: int = 0, outcome: str | None = None, **item: Any) -> Case:
    findings = [{"outcome": outcome}] if outcome else []
    return Case("a", {"findings": findings, **item}, State.OPEN, ON, returned=returned)


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ({"outcome": "prohibited"}, Reason("triage.outcome", {"outcome": "prohibited"}, 40)),
        ({"outcome": "undetermined"}, Reason("triage.outcome", {"outcome": "undetermined"}, 20)),
        ({"grade": "confirmed"}, Reason("triage.grade", {"grade": "confirmed"}, 15)),
        ({"site_class": ["ordinary", "secret"]}, Reason("triage.site_class", {"site_class": "secret"}, 20)),
        ({"device_class": "recorder"}, Reason("triage.device_class", {"device_class": "recorder"}, 10)),
        ({"keys": [["ip", "10.0.0.4"]]}, Reason("triage.private", {"address": "10.0.0.4"}, 5)),
        ({"keys": [["ip", "10.0.0.4"], ["ip", "8.8.8.8"]]}, Reason("triage.public", {"address": "8.8.8.8"}, 25)),
        ({"due": "2026-11-21"}, Reason("triage.due", {"day": "2026-11-21", "left": "-1"}, 30)),
        ({"due": "2026-12-22"}, Reason("triage.due", {"day": "2026-12-22", "left": "30"}, 20)),
        ({"due": "2026-12-23"}, Reason("triage.due", {"day": "2026-12-23", "left": "31"}, 10)),
        ({"renews": "2026-12-22"}, Reason("triage.renewal", {"day": "2026-12-22", "left": "30"}, 15)),
        ({"returned": 1}, Reason("triage.returned", {"times": "1"}, 20)),
    ],
)
def test_what_is_known_is_a_reason(item: dict[str, Any], reason: Reason, weights: Weights) -> None:
    assert priority(case(**item), ON, weights).reasons == (reason,)


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"grade": "unknown"},
        {"site_class": ["ordinary"]},
        {"due": "2027-06-01"},
        {"renews": "2027-06-01"},
        {"device_class": "camera"},
    ],
)
def test_what_is_not_known_adds_nothing(item: dict[str, Any], weights: Weights) -> None:
    assert priority(case(**item), ON, weights) == ("low", ())


def test_points_make_the_level(weights: Weights) -> None:
    told = [
        priority(case(outcome="undetermined"), ON, weights),
        priority(case(outcome="prohibited"), ON, weights),
        priority(case(outcome="prohibited", grade="confirmed"), ON, weights),
        priority(case(outcome="prohibited", grade="confirmed", keys=[["ip", "8.8.8.8"]]), ON, weights),
    ]
    assert [(one.points, one.level) for one in told] == [(20, "low"), (40, "normal"), (55, "high"), (80, "urgent")]


def test_gravest_reason_is_told_first(weights: Weights) -> None:
    told = priority(case(grade="possible", outcome="conditional", site_class=["secret"]), ON, weights)
    assert [one.points for one in told.reasons] == sorted((one.points for one in told.reasons), reverse=True)
