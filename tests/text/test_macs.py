"""MAC addresses in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.text import macs

SPELLINGS = [
    "44:19:B6:00:00:01",
    "44-19-b6-00-00-01",
    "4419.b600.0001",
    "4419b6-000001",
    "4419B6000001",
    " 44:19:b6:00:00:01 ",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_all_usual_spellings_have_one_form(text: str) -> None:
    assert macs.parse_mac(text) == "4419b6000001"


@pytest.mark.parametrize("text", ["", "44:19:b6", "44:19:b6:00:00:0g", "44:19:b6:00:00:01:02"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert macs.parse_mac(text) is None


ASSIGNED = [("4419b6000001", True), ("4619b6000001", False), ("01005e000001", False), ("000000000000", False)]


@pytest.mark.parametrize(("digits", "registered"), ASSIGNED)
def test_chosen_and_group_addresses_are_not_registered(digits: str, registered: bool) -> None:
    assert macs.is_registered(digits) is registered


def test_ipv6_address_gives_the_address_it_was_built_from() -> None:
    assert macs.from_eui64("fe80::4619:b6ff:fe00:1%eth0") == "4419b6000001"


@pytest.mark.parametrize("address", ["fe80::1234:5678:9abc:def0", "nonsense", "192.0.2.1", ""])
def test_private_ipv6_address_gives_none(address: str) -> None:
    assert macs.from_eui64(address) is None


def test_only_a_time_based_uuid_holds_an_address() -> None:
    assert macs.from_uuid("7ca3b700-6a3b-11b5-8350-4419b6000001") == "4419b6000001"
    assert macs.from_uuid("7ca3b700-6a3b-41b5-8350-4419b6000001") is None


@given(st.text(alphabet="0123456789abcdef", min_size=12, max_size=12))
def test_spelled_address_reads_back(digits: str) -> None:
    assert macs.parse_mac(macs.spell(digits)) == digits
    assert [len(b) for b in macs.blocks(digits)] == [9, 7, 6]
