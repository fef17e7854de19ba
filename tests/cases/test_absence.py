"""What proves that a unit is gone, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from debadge.cases.absence import Looked, Proof, Swept, Unproven, absence
from debadge.model.case import Case, State

CASE = Case(
    "cam-1",
    {"keys": [["ip", "192.0.2.7"], ["mac", "4419b6000001"], ["serial", "DS-1"]], "record_kinds": ["asset_register"]},
    State.DISPOSED,
    date(2026, 11, 1),
    dismantled=date(2026, 11, 20),
)
SWEEP = Swept(
    network="192.0.2.0/25",
    addresses=frozenset({"192.0.2.7", "192.0.2.8"}),
    means="nmap",
    shows=frozenset({"mac"}),
    day=date(2026, 12, 1),
)
LOOKED = Looked(keys=frozenset(), sweeps=(SWEEP,), record_kinds=frozenset({"asset_register"}))


def test_later_look_that_would_have_shown_it_is_a_proof() -> None:
    assert absence(CASE, LOOKED) == Proof(date(2026, 12, 1), ("192.0.2.0/25",), ("nmap",))


@pytest.mark.parametrize(
    ("sweep", "reason"),
    [
        pytest.param({"addresses": frozenset({"192.0.2.8"})}, "not_covered", id="its address was not asked"),
        pytest.param({"day": date(2026, 11, 20)}, "not_covered", id="on the day on which it came down"),
        pytest.param({"day": None}, "not_covered", id="nobody says when"),
        pytest.param({"shows": frozenset()}, "blind", id="over a router, where no MAC address shows"),
        pytest.param({"shows": frozenset({"uuid"})}, "blind", id="showed other keys than those we have"),
    ],
)
def test_look_that_would_not_have_shown_it_is_none(sweep: dict[str, Any], reason: str) -> None:
    told = absence(CASE, replace(LOOKED, sweeps=(replace(SWEEP, **sweep),)))
    assert isinstance(told, Unproven)
    assert told.reason == f"case.unproven.{reason}"


@pytest.mark.parametrize(
    ("keys", "reason"), [([["ip", "192.0.2.7"]], "no_key"), ([["mac", "4419b6000001"]], "no_address"), ([], "no_key")]
)
def test_unit_that_nothing_would_show_again_is_never_proven_absent(keys: list[list[str]], reason: str) -> None:
    told = absence(CASE._replace(item={**CASE.item, "keys": keys}), LOOKED)
    assert isinstance(told, Unproven)
    assert told.reason == f"case.unproven.{reason}"


def test_serial_read_at_dismantling_makes_a_weak_unit_recognisable() -> None:
    weak = CASE._replace(item={**CASE.item, "keys": [["ip", "192.0.2.7"]]}, serial="DS-1")
    seen = replace(LOOKED, sweeps=(replace(SWEEP, shows=frozenset({"serial"})),))
    assert isinstance(absence(weak, seen), Proof)


def test_register_that_listed_it_has_to_be_read_again() -> None:
    told = absence(CASE, replace(LOOKED, record_kinds=frozenset()))
    assert told == Unproven("case.unproven.records", {"kinds": "asset_register"})


def test_key_that_stands_on_a_thing_of_another_kind_proves_nothing() -> None:
    told = absence(CASE, replace(LOOKED, keys=frozenset({("serial", "DS-1")})))
    assert told == Unproven("case.unproven.seen", {})


def test_two_scans_cover_it_together() -> None:
    both = CASE._replace(item={**CASE.item, "keys": [*CASE.item["keys"], ["ip", "192.0.2.9"]]})
    other = replace(SWEEP, addresses=frozenset({"192.0.2.9"}), day=date(2026, 12, 3), means="sadp")
    assert isinstance(absence(both, LOOKED), Unproven)
    told = absence(both, replace(LOOKED, sweeps=(SWEEP, other)))
    assert told == Proof(date(2026, 12, 1), ("192.0.2.0/25",), ("nmap", "sadp"))
