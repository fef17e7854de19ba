"""What belongs together, what does not, and why."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debadge.correlate.join import Joined, join
from debadge.correlate.records import JoinRules, group
from debadge.flow.world import World
from debadge.model.observation import Observation, Origin, Subject, keep
from debadge.store.observations import number

RULES = JoinRules.of(World.load().pack.family("joins")["joins"])
NOON = datetime(2026, 10, 14, 12, tzinfo=UTC)
MAC = "c0:56:e3:00:00:%02x"


def seen(
    file: str = "a",
    field: str = "http_server",
    value: str = "x",
    at: datetime | None = NOON,
    kind: str = "device",
    **keys: Any,
) -> tuple[str, Observation]:
    return file, Observation(
        subject=Subject(kind=kind, **keys),
        field=field,
        value=value,
        collected=at,
        origin=Origin(tool="t", method="import", locator=f"{file}:{keys.get('row', '1')}"),
    )


def joined(*observations: tuple[str, Observation]) -> Joined:
    return join(group(number(keep(*seen) for seen in observations)), RULES, lambda _: "net")


def sizes(told: Joined) -> list[int]:
    return sorted(len(kept) for _, kept in told.assets)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"serial": "DS-2CD2143G2-I20211206AAWRG40118207"}, {"serial": "ds-2cd2143g2-i20211206aawrg40118207"}),
        ({"mac": "C0:56:E3:4A:1F:82"}, {"mac": "c056.e34a.1f82"}),
        ({"uuid": "7d1b6c40-52e8-4a0f-b3c9-5d3e9f0a7c21"}, {"uuid": "7D1B6C40-52E8-4A0F-B3C9-5D3E9F0A7C21"}),
        ({"ip": "192.0.2.1"}, {"ip": "192.0.2.1"}),
    ],
)
def test_same_key_in_two_files_is_one_thing(one: dict[str, Any], two: dict[str, Any]) -> None:
    told = joined(seen("a", **one), seen("b", **two))
    assert sizes(told) == [2]
    assert told.assets[0][0].joins


@pytest.mark.parametrize(
    "keys",
    [
        {"serial": "0"},
        {"serial": "N/A"},
        {"serial": "123456789"},
        {"serial": "000000000"},
        {"mac": "02:00:00:00:00:01"},
        {"mac": "00:00:5e:00:01:0a"},
        {"mac": "ff:ff:ff:ff:ff:ff"},
        {"mac": "01:00:5e:00:00:01"},
        {"ref": "cam-1"},
        {"hostname": "camera"},
    ],
)
def test_junk_and_names_of_other_files_join_nothing(keys: dict[str, Any]) -> None:
    assert sizes(joined(seen("a", **keys), seen("b", **keys))) == [1, 1]


def test_key_of_more_than_five_units_joins_none_and_is_reported() -> None:
    told = joined(*(seen("a", mac=MAC % 1, ip=f"192.0.2.{n}") for n in range(6)))
    assert sizes(told) == [1] * 6
    assert [(s.key, s.units) for s in told.shared] == [("mac", 6)]


def test_address_does_not_join_across_time_or_against_a_mac() -> None:
    late = NOON + timedelta(days=4)
    assert sizes(joined(seen("a", ip="192.0.2.1"), seen("b", ip="192.0.2.1", at=late))) == [1, 1]
    assert sizes(joined(seen("a", ip="192.0.2.1", mac=MAC % 1), seen("b", ip="192.0.2.1", mac=MAC % 2))) == [1, 1]
    assert sizes(joined(seen("a", ip="192.0.2.1"), seen("b", ip="192.0.2.1", at=None))) == [1, 1]


def test_identical_rows_without_keys_stay_two() -> None:
    rows = [seen("a", "model_string", "P3245-V", row=str(n)) for n in (2, 3)]
    told = joined(*rows)
    assert sizes(told) == [1, 1]
    assert len({asset.id for asset, _ in told.assets}) == 2


def test_lot_counts_its_units_and_a_seen_device_counts_one() -> None:
    lot = joined(seen("po", "quantity", "40", kind="lot", row="2"))
    device = joined(seen("po", "quantity", "40", kind="device", serial="ABCD1234"))
    assert [told.assets[0][0].quantity for told in (lot, device)] == [40, 1]


OBSERVATIONS = st.lists(
    st.builds(
        lambda f, s, m, i, r: (f, s, m, i, r),
        st.sampled_from("abc"),
        st.sampled_from([None, "SERIAL01", "SERIAL02"]),
        st.sampled_from([None, MAC % 1, MAC % 2, MAC % 3]),
        st.sampled_from([None, "192.0.2.1", "192.0.2.2"]),
        st.sampled_from([None, "r1", "r2"]),
    ),
    max_size=12,
)


def row(number: int, file: str, values: list[str]) -> tuple[str, Observation]:
    keys: dict[str, Any] = {k: v for k, v in zip(("serial", "mac", "ip", "ref"), values, strict=True) if v}
    return seen(file, value=str(number), **keys)


@settings(max_examples=150, deadline=None)
@given(OBSERVATIONS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_nothing_is_lost(rows: list[tuple[str, ...]], chance: random.Random) -> None:
    told = [row(n, file, keys) for n, (file, *keys) in enumerate(rows)]
    shuffled = told[:]
    chance.shuffle(shuffled)
    first, second = joined(*told), joined(*shuffled)
    assert [(a.id, a.observations) for a, _ in first.assets] == [(a.id, a.observations) for a, _ in second.assets]
    assert sum(len(kept) for _, kept in first.assets) == len(rows)
