"""`match` as a function of a channel and bytes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debadge.flow.world import World
from debadge.identify.channels import group_of
from debadge.knowledge.pack import load_pack
from debadge.model.signal import Signal
from debadge.text.folding import plain

IDENTIFIER = World(load_pack()).identifier
MATCH = IDENTIFIER.matcher.match
CHANNELS = sorted({s.field for s in IDENTIFIER.signals.values()} - {"combo", "stop_word"})
OF_PEOPLE = {"description", "device_class_string"}
PLAIN = [s for s in IDENTIFIER.signals.values() if s.patterns and not s.elements]


def ids(field: str, value: str) -> set[str]:
    return {hit.signal for hit in MATCH(field, value.encode())}


def test_words_joined_by_no_break_spaces_are_read_as_blanks() -> None:
    assert ids("tls_issuer", "CN=Dahua\u00a0Device\u00a0CA") == {"tls-dahua-issuer"}


def test_stream_realms_are_read_by_the_rules_for_web_realms() -> None:
    assert ids("rtsp_wwwauth", 'Digest realm="IP Camera(C2875)"') == {"realm-ipcamera"}


def test_neighbour_tables_are_read_by_the_rules_for_system_descriptions() -> None:
    assert ids("lldp_sysdescr", "Huawei Integrated Access Software") == {"sysdescr-hw-access", "name:huawei"}


def test_a_rule_sees_no_more_than_its_cap() -> None:
    assert ids("http_title", "x" * 600 + "Synology DiskStation") == set()
    assert ids("http_body", "x" * 2_000 + "http://www.hikvision.com/ver20/XMLSchema") == {"xmlns-hik"}


@pytest.mark.parametrize("field", ["supplier", "site", "quantity", "unheard_of", "combo", "stop_word"])
def test_a_field_that_is_no_channel_is_matched_by_nothing(field: str) -> None:
    assert MATCH(field, b"Hikvision DS-2CD2143G2-I axis") == ()


def test_badge_stated_by_the_device_is_resolved_to_its_file() -> None:
    assert "badge:lorex" in ids(
        "dhip_devinfo", '{"Vendor": "LOREX", "DeviceClass": "IPC", "Version": "2.800.0000000.7.R"}'
    )


def test_equal_values_are_matched_once() -> None:
    assert MATCH("http_server", b"App-webs/") is MATCH("http_server", b"App-webs/")


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(CHANNELS), st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_matching_fail(field: str, value: bytes) -> None:
    assert all(hit.signal in IDENTIFIER.signals for hit in MATCH(field, value))
    assert group_of(field)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PLAIN), st.text(max_size=80), st.text(max_size=80))
def test_matching_agrees_with_the_plain_reference(signal: Signal, before: str, after: str) -> None:
    """The reference is `re` on the bytes of the value, rule by rule; words of people are matched in plain letters."""
    text = (before + signal.examples[0].text + after).replace("\u00a0", " ")
    value = (plain(text) if signal.field in OF_PEOPLE else text).encode()
    wanted = all(re.search(p.encode(), value[: signal.cap]) for p in signal.patterns)
    assert (signal.id in {hit.signal for hit in IDENTIFIER.matcher.search(signal.field, value)}) is wanted
