"""Decoders: real layouts, faults of real devices, and hostile text."""

from __future__ import annotations

import json
import struct
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.wire import dahua_v1, dhip, nvss, sadp
from debadge.wire.answers import STRUCTURED, decode
from debadge.wire.elements import MAX_VALUE, scan, unescape
from debadge.wire.objects import members
from debadge.wire.scopes import decode_scopes, scopes

INFO = {
    "mac": "3c:ef:8c:00:00:01",
    "method": "client.notifyDevInfo",
    "params": {
        "deviceInfo": {
            "DeviceType": "IPC-HFW2431S",
            "IPv4Address": {"IPAddress": "192.0.2.6", "DhcpEnable": False},
            "Port": 37777,
        }
    },
}


def framed(body: bytes) -> bytes:
    """A reply as protocols describe it: 32 bytes of head, lengths little-endian at 16 and 24."""
    return struct.pack("<I4sQIIII", 32, b"DHIP", 0, len(body), 0, len(body), 0) + body


def test_dhip_answer_is_read_with_and_without_its_head() -> None:
    bare = json.dumps(INFO)
    with_head = framed(bare.encode()).decode("latin-1")
    assert decode("dhip_devinfo", bare) == decode("dhip_devinfo", with_head)
    assert decode("dhip_devinfo", bare)["ipv4address.ipaddress"] == "192.0.2.6"
    assert decode("dhip_devinfo", bare)["dhcpenable"] == "false"


def test_broken_json_gives_what_can_be_read() -> None:
    broken = json.dumps(INFO)[:-12] + ",,"
    assert decode("dhip_devinfo", broken)["devicetype"] == "IPC-HFW2431S"


SADP_FAULTS = [
    "<ProbeMatch><Types>inquiry</Types><DeviceSN>A&B</DeviceSN><SupportX>flase</SupportX></ProbeMatch>",
    "<?xml version='1.0'?>\n<probematch>\n <types>inquiry</types>\n <DEVICESN> A&amp;B </DEVICESN></probematch>",
    "<s:ProbeMatch xmlns:s='urn:x'><s:DeviceSN>A&B</s:DeviceSN>",
    '{"DeviceSN": "A&B", "Types": "inquiry"}',
]


@pytest.mark.parametrize("text", SADP_FAULTS)
def test_sadp_answer_is_read_as_real_devices_write_it(text: str) -> None:
    assert decode("sadp_probematch", text)["devicesn"] == "A&B"


def test_namespace_of_an_answer_is_kept() -> None:
    assert scan(
        '<DeviceInfo version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema"><model>M</model></DeviceInfo>'
    ) == {"@xmlns": "http://www.hikvision.com/ver20/XMLSchema", "model": "M"}


def test_version_and_build_are_put_together() -> None:
    answer = decode("isapi_deviceinfo", '{"firmwareVersion": "V5.7.17", "firmwareReleasedDate": "build 240606"}')
    assert answer["firmware"] == "V5.7.17 build 240606"


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ProbeMatch><DeviceSN>&b;</DeviceSN></ProbeMatch>'
    assert decode("sadp_probematch", bomb)["devicesn"] == "&b;"


def test_references_are_read_once() -> None:
    assert unescape("&amp;lt; &#65;&#x42; &#0; &unknown;") == "&lt; AB   &unknown;"


def test_values_and_numbers_of_elements_are_bounded() -> None:
    assert len(scan(f"<a>{'x' * 9999}</a>")["a"]) == MAX_VALUE
    assert len(scan("".join(f"<e{n}>1</e{n}>" for n in range(9_000)))) <= 4_000
    assert members("{" * 100_000) == {}


QUESTIONS = [
    ("sadp_probematch", sadp.inquiry(UUID(int=1))),
    ("dhip_devinfo", dhip.search()),
    ("dahua_v1", dahua_v1.search()),
    ("nvss_seek", nvss.search()),
]


@pytest.mark.parametrize(("field", "question"), QUESTIONS, ids=[field for field, _ in QUESTIONS])
def test_question_is_no_evidence_about_a_device(field: str, question: bytes) -> None:
    assert decode(field, question.decode("latin-1")) == {}
    assert decode(field, question.hex(" ")) == {}


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\n", ":", "\u2003"])
def test_digits_with_any_blank_between_make_no_decoder_fail(blank: str) -> None:
    text = blank.join(f"{octet:02x}" for octet in dhip.search())
    assert decode("dhip_devinfo", text) == {}


def test_scopes_keep_their_order_and_are_decoded() -> None:
    text = "onvif://www.onvif.org/name/HIKVISION%20DS-2CD onvif://www.onvif.org/hardware/DS-2CD onvif://www.onvif.org/location/"
    assert scopes(text) == (("name", "HIKVISION DS-2CD"), ("hardware", "DS-2CD"), ("location", ""))
    assert decode_scopes(text) == {"name": "HIKVISION DS-2CD", "hardware": "DS-2CD"}


def test_lines_of_system_information_are_read() -> None:
    assert (
        decode("cgi_systeminfo", "deviceType=31;updateSerial=DHI-NVR4108\r\nserialNumber=ND1")["updateserial"]
        == "DHI-NVR4108"
    )


@given(st.sampled_from(sorted(STRUCTURED)), st.text() | st.text(alphabet="<>{}[]\"':&;#x/=\\ aA0\x00\n"))
def test_no_text_makes_a_decoder_fail(field: str, text: str) -> None:
    assert all(isinstance(v, str) for v in decode(field, text).values())


@given(st.binary(max_size=400), st.integers(0, 400))
def test_mutated_answers_never_make_a_decoder_fail(noise: bytes, at: int) -> None:
    answer = framed(json.dumps(INFO).encode())
    text = (answer[:at] + noise + answer[at:]).decode("utf-8", "replace")
    assert isinstance(decode("dhip_devinfo", text), dict)
    assert isinstance(decode("sadp_probematch", SADP_FAULTS[0][:at] + text), dict)
