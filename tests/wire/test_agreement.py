"""What a simulated device says is what we read, and what other people's clients read of the same bytes.

The clients are hiktools 1.2.2 (SADP), aiodahua 0.5.0 (DHIP) and sannce-aio 0.1.1 (NVSS), of which only the functions that
turn bytes into values, or values into bytes, are called: all of them open sockets elsewhere. What was found on the way
stands at the tests.
"""

from __future__ import annotations

import string
import struct
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import ParseError

import pytest
from aiodahua import discovery
from hiktools import csadp
from hiktools import sadp as hiktools
from hypothesis import given, settings
from hypothesis import strategies as st
from sannce_aio import discovery as sannce

from debadge.testing.devices import catalogue, dahua_v1, dhip, nvss, sadp
from debadge.testing.devices.persona import Persona
from debadge.wire import dahua_v1 as wire_v1
from debadge.wire import dhip as wire_dhip
from debadge.wire import nvss as wire_nvss
from debadge.wire import sadp as wire_sadp

CASES = settings(max_examples=200, deadline=None)
LETTERS = string.ascii_letters + string.digits
VISIBLE = st.characters(exclude_categories=("C", "Z"))  # what XML may hold, and nothing that edges lose
NAMES = st.text(VISIBLE | st.just(" "), min_size=1, max_size=30).map(str.strip).filter(bool)
MODELS = st.from_regex(r"[A-Z][A-Z0-9]{1,4}-[A-Z0-9/-]{1,20}[A-Z0-9]", fullmatch=True)
SERIALS = st.from_regex(r"[A-Z][A-Z0-9-]{1,12}20[0-3][0-9]0[1-9]1[0-9]AAWR[A-Z]?[0-9]{6,9}", fullmatch=True)
MACS = st.binary(min_size=6, max_size=6).map(lambda octets: octets.hex(":"))
ADDRESSES = st.ip_addresses(v=4).map(str).filter(lambda text: text != "0.0.0.0")  # noqa: S104  # an address, not a socket
PORTS = st.integers(1, 65_535)
CODES = st.sampled_from([None, 0, 1]) | st.integers(10_101, 4_294_967_295)
CHINESE = st.sampled_from(["港口摄像机", "门口", "车库二号", "仓库北侧", "Zürich 门"])
PERSONAS = st.builds(
    Persona,
    label=st.just("generated"),
    brand=NAMES,
    model=MODELS,
    serial=SERIALS,
    mac=MACS,
    firmware=st.from_regex(r"V[1-9]\.[0-9]{1,2}\.[0-9]{1,3}build [0-9]{6}", fullmatch=True),
    name=NAMES,
    device_class=st.sampled_from(["IPC", "NVR", "XVR", "VTO"]),
    ip=ADDRESSES,
    mask=ADDRESSES,
    gateway=ADDRESSES,
    dhcp=st.booleans(),
    port=PORTS,
    http_port=PORTS,
    channels=st.integers(1, 256),
    oem_code=st.sampled_from([None, 0, 1]),
    ezviz_code=st.sampled_from([None, True, False]),
    detail_oem_code=CODES,
    oem_info=st.none() | NAMES,
    vendor=NAMES,
)
ORDERS = st.none() | st.integers(0, 999)
SADP_MANNERS = st.builds(
    sadp.Manner,
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    declared=st.sampled_from(["UTF-8", "utf-16", "GB2312", "none"]),
    shuffle=ORDERS,
    flase=st.booleans(),
    lower_case=st.booleans(),
    closed=st.booleans(),
    before=st.sampled_from([b"", b"\r\n\r\n"]),
    after=st.sampled_from([b"", bytes(64), b"\r\n"]),
)
STRICT_MANNERS = st.builds(sadp.Manner, encoding=st.sampled_from(["utf-8", "utf-8-sig"]), shuffle=ORDERS)
DHIP_MANNERS = st.builds(
    dhip.Manner,
    spaced=st.booleans(),
    tail=st.sampled_from([b"", b"\n", b"\n\x00", bytes(9)]),
    magic=st.sampled_from([b"DHIP", b"PIHD"]),
    length=st.none() | st.integers(0, 0xFFFFFFFF),
    extra=st.binary(max_size=30).filter(lambda junk: not set(junk) & set(b">}")),  # what closes nothing
)
IDS = st.uuids(version=4)


def badge(persona: Persona) -> wire_sadp.OemMarks:
    code = persona.detail_oem_code
    parts = (code // 10_000, code // 100 % 100, code % 100) if code and code > 9_999 else (None, None, None)
    return wire_sadp.OemMarks(
        is_oem=None if persona.oem_code is None else bool(persona.oem_code),
        is_ezviz=persona.ezviz_code,
        detail=code,
        customer=parts[0],
        menu_style=parts[1],
        region=parts[2],
    )


def sadp_values(persona: Persona) -> dict[str, str]:
    told = {
        "devicedescription": persona.model,
        "devicesn": persona.serial,
        "mac": persona.mac.replace(":", "-"),
        "ipv4address": persona.ip,
        "ipv4subnetmask": persona.mask,
        "ipv4gateway": persona.gateway,
        "ipv6address": persona.link_local(),
        "softwareversion": persona.firmware,
        "commandport": str(persona.port),
        "httpport": str(persona.http_port),
        "digitalchannelnum": str(persona.channels),
        "dhcp": str(persona.dhcp).lower(),
    }
    return told | ({"oeminfo": persona.oem_info} if persona.oem_info is not None else {})


@CASES
@given(PERSONAS, IDS, SADP_MANNERS)
def test_sadp_says_what_the_persona_is(persona: Persona, uuid: UUID, manner: sadp.Manner) -> None:
    datagram = sadp.answer(persona, wire_sadp.inquiry(uuid), manner)
    assert datagram is not None
    told = wire_sadp.read(datagram)
    assert told is not None
    assert (told.is_answer, told.types, UUID(told.uuid)) == (True, "inquiry", uuid)
    assert sadp_values(persona).items() <= told.fields.items()
    assert wire_sadp.oem_marks(told.fields) == badge(persona)
    assert sadp.SALT not in repr(told)


@CASES
@given(PERSONAS, IDS, CHINESE, st.sampled_from(["gbk", "gb18030"]), ORDERS)
def test_sadp_in_a_chinese_encoding_says_what_the_persona_is(
    persona: Persona, uuid: UUID, name: str, encoding: str, shuffle: int | None
) -> None:
    chinese = Persona(**{**plain(persona), "oem_info": name})
    datagram = sadp.answer(chinese, wire_sadp.inquiry(uuid), sadp.Manner(encoding=encoding, shuffle=shuffle))
    assert datagram is not None
    told = wire_sadp.read(datagram)
    assert told is not None
    assert sadp_values(chinese).items() <= told.fields.items()


def plain(persona: Persona) -> dict[str, Any]:
    return {name: getattr(persona, name) for name in Persona.__slots__ if name != "synthetic"}


@CASES
@given(PERSONAS, DHIP_MANNERS)
def test_dhip_says_what_the_persona_is(persona: Persona, manner: dhip.Manner) -> None:
    datagram = dhip.answer(persona, wire_dhip.search(), manner)
    assert datagram is not None
    told = wire_dhip.read(datagram)
    assert told is not None
    assert (told.kind, told.framed) == ("answer", True)
    assert {
        "mac": persona.mac,
        "serialno": persona.serial,
        "devicetype": persona.model,
        "deviceclass": persona.device_class,
        "version": persona.firmware,
        "vendor": persona.vendor,
        "machinename": persona.name,
        "port": str(persona.port),
        "httpport": str(persona.http_port),
        "ipv4address.ipaddress": persona.ip,
        "ipv4address.subnetmask": persona.mask,
        "ipv4address.defaultgateway": persona.gateway,
        "manufacturer": persona.vendor,
        "videoinputchannels": str(persona.channels),
        "ipv4address.dhcpenable": str(persona.dhcp).lower(),
        "ipv6address.linklocaladdress": f"{persona.link_local()}/64",
    }.items() <= told.fields.items()


@CASES
@given(PERSONAS, st.booleans())
def test_older_dahua_says_what_the_persona_is(persona: Persona, long: bool) -> None:
    datagram = dahua_v1.answer(persona, wire_v1.search(), dahua_v1.Manner(long_model=long))
    assert datagram is not None
    told = wire_v1.read(datagram)
    assert told is not None
    assert told.fields == {
        "model": persona.model if long else persona.model[:16],
        "mac": persona.mac,
        "ipv4address": persona.ip,
        "subnetmask": persona.mask,
        "gateway": persona.gateway,
        "name": persona.name,
        "device": persona.device_class,
        "ipv6addr": persona.link_local(),
        "serialno": persona.serial,
        "version": persona.firmware,
    }


@CASES
@given(PERSONAS)
def test_nvss_says_what_the_persona_is(persona: Persona) -> None:
    datagram = nvss.answer(persona, wire_nvss.search())
    assert datagram is not None
    told = wire_nvss.read(datagram)
    assert told is not None
    assert told.fields == {
        "mac": persona.mac,
        "channels": str(persona.channels),
        "port": str(persona.port),
        "httpport": str(persona.http_port),
        "model": persona.model,
        "serial": persona.serial,
        "ipv4address": persona.ip,
    }


@CASES
@given(PERSONAS, IDS, STRICT_MANNERS)
def test_hiktools_reads_of_an_answer_what_we_read(persona: Persona, uuid: UUID, manner: sadp.Manner) -> None:
    """Every element, 27 to 31 of them, is the same text; the salt is the one that hiktools keeps and we do not."""
    datagram = sadp.answer(persona, wire_sadp.inquiry(uuid), manner)
    assert datagram is not None
    ours = wire_sadp.read(datagram)
    theirs = hiktools.unmarshal(hiktools.SADPMessage(response=datagram).toxml())
    assert ours is not None
    assert isinstance(theirs, hiktools.DiscoveryPacket)
    assert {name.lower(): theirs[name] or "" for name in theirs} == {**ours.fields, "salt": sadp.SALT}


@CASES
@given(PERSONAS, IDS)
def test_question_of_hiktools_is_understood_and_answered(persona: Persona, uuid: UUID) -> None:
    """It declares us-ascii and asks with a MAC of twelve f beside the Uuid, as its manual shows; units answer that as well."""
    told = {"Uuid": str(uuid).upper(), "MAC": "ff-ff-ff-ff-ff-ff", "Types": "inquiry"}
    question = bytes(hiktools.fromdict(told))
    heard = wire_sadp.read(question)
    assert heard is not None
    assert (heard.is_answer, heard.uuid, heard.types) == (False, told["Uuid"], "inquiry")
    answer = sadp.answer(persona, question)
    assert answer is not None
    assert f"<Uuid>{told['Uuid']}</Uuid>".encode() in answer


@CASES
@given(IDS)
def test_our_question_is_understood_by_hiktools(uuid: UUID) -> None:
    theirs = hiktools.unmarshal(hiktools.SADPMessage(response=wire_sadp.inquiry(uuid)).toxml())
    assert {name: theirs[name] for name in theirs} == {"Uuid": str(uuid).upper(), "Types": "inquiry"}


@pytest.mark.parametrize(
    "manner",
    [
        sadp.Manner(bare_ampersand=True),
        sadp.Manner(encoding="gbk"),
        sadp.Manner(encoding="gbk", declared="GB2312"),
        sadp.Manner(closed=False),
        sadp.Manner(after=bytes(8)),
        sadp.Manner(declared="x-none"),
    ],
    ids=["bare ampersand", "GBK", "GBK declared", "cut off", "padded", "unknown encoding"],
)
def test_faults_of_firmware_lose_the_answer_for_a_strict_parser_and_not_for_us(manner: sadp.Manner) -> None:
    """hiktools hands an answer to an XML parser whole, and takes 2,048 bytes of it: the longest captured ones are longer."""
    persona = Persona(**{**plain(catalogue.SADP[3]), "oem_info": "港口 & 门口"})
    datagram = sadp.answer(persona, wire_sadp.inquiry(UUID(int=4)), manner)
    assert datagram is not None
    with pytest.raises((ParseError, ValueError, LookupError)):
        hiktools.SADPMessage(response=datagram).toxml()
    told = wire_sadp.read(datagram)
    assert told is not None
    assert told.fields["oeminfo"] == "港口 & 门口"


def test_question_at_link_layer_is_not_taken_for_one_by_udp() -> None:
    """The raw form (EtherType 0x8033) is binary. hiktools writes it, and cannot read it back: its header takes exactly
    fourteen bytes and is given the whole rest of the frame; it therefore serves as a stranger only."""
    packet = csadp.inquiry("44:19:b6:00:00:01", "192.0.2.1", "fe80::1", 0x115E)
    packet.insert_checksum()
    frame = bytes(packet)
    assert frame[12:14] == b"\x80\x33"
    assert [codec.read(frame) for codec in (wire_sadp, wire_dhip, wire_v1, wire_nvss)] == [None] * 4
    with pytest.raises(struct.error):
        csadp.SADPPacket(frame)


AIODAHUA = {
    "mac": "mac",
    "ip": "ipv4address.ipaddress",
    "netmask": "ipv4address.subnetmask",
    "gateway": "ipv4address.defaultgateway",
    "dhcp": "ipv4address.dhcpenable",
    "device_type": "devicetype",
    "serial": "serialno",
    "machine_name": "machinename",
    "version": "version",
    "http_port": "httpport",
    "port": "port",
    "device_class": "deviceclass",
}


def word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@CASES
@given(PERSONAS, st.booleans(), st.sampled_from([b"", b"\n", b"\n\x00"]))
def test_aiodahua_reads_of_an_answer_what_we_read(persona: Persona, spaced: bool, tail: bytes) -> None:
    """All twelve values of its record, and every plain member of what it keeps beside them."""
    datagram = dhip.answer(persona, wire_dhip.search(), dhip.Manner(spaced=spaced, tail=tail))
    assert datagram is not None
    ours, message = wire_dhip.read(datagram), discovery.decode_dhip(datagram)
    assert ours is not None
    assert message is not None
    theirs = discovery.DiscoveredDevice.from_message(message, source_ip=persona.ip)
    assert theirs is not None
    assert {name: word(getattr(theirs, name)) for name in AIODAHUA} == {n: ours.fields[f] for n, f in AIODAHUA.items()}
    beside = {name.lower(): word(value) for name, value in theirs.raw.items() if not isinstance(value, dict)}
    assert beside == {name: ours.fields[f"deviceinfo.{name}"] for name in beside}
    assert (len(beside), theirs.reachable) == (19, True)


@CASES
@given(PERSONAS, st.booleans())
def test_question_of_aiodahua_is_understood_and_answered(persona: Persona, named: bool) -> None:
    """It fills four words of the head with the length, where the vendor's tool fills two, and leaves `mac` out of params."""
    question = discovery._build_query(persona.mac if named else None)
    heard = wire_dhip.read(question)
    assert heard is not None
    assert (heard.kind, heard.method, heard.fields.get("mac")) == (
        "question",
        "DHDiscover.search",
        persona.mac if named else None,
    )
    assert dhip.answer(persona, question) == dhip.answer(persona, wire_dhip.search())


def test_our_question_is_understood_by_aiodahua() -> None:
    ours, theirs = wire_dhip.search(), discovery._build_query(None)
    assert discovery.decode_dhip(ours) == {"method": "DHDiscover.search", "params": {"mac": "", "uni": 1}}
    assert ours[:16] == theirs[:16]
    assert discovery.DiscoveredDevice.from_message(discovery.decode_dhip(ours) or {}) is None  # an echo is no device


@CASES
@given(st.integers(1, 0xFFFFFFFF), PERSONAS)
def test_wrong_length_loses_the_answer_for_aiodahua_and_not_for_us(length: int, persona: Persona) -> None:
    """It believes the length of the head: one that cuts the JSON is taken for no answer at all."""
    datagram = dhip.answer(persona, wire_dhip.search(), dhip.Manner(length=length))
    assert datagram is not None
    ours, theirs = wire_dhip.read(datagram), discovery.decode_dhip(datagram)
    assert ours is not None
    assert ours.fields["serialno"] == persona.serial
    assert (theirs is None) == (length < len(datagram) - 32 - 2)


def camera_of(persona: Persona) -> sannce.DiscoveredCamera:
    return sannce.DiscoveredCamera(
        ip=persona.ip,
        mac=persona.mac,
        serial=persona.serial,
        model=persona.model,
        http_port=persona.http_port,
        server_port=persona.port,
        channels=persona.channels,
    )


@CASES
@given(PERSONAS)
def test_sannce_aio_reads_of_an_answer_what_we_read(persona: Persona) -> None:
    """All seven values of its record, from our simulated unit; and its own simulated answer is ours byte for byte."""
    datagram = nvss.answer(persona, sannce.build_seek_request())
    assert datagram is not None
    theirs, ours = sannce.parse_discovery_reply(datagram), wire_nvss.read(sannce.build_seek_reply(camera_of(persona)))
    assert ours is not None
    assert theirs == camera_of(persona)
    assert ours.fields == {
        "ipv4address": theirs.ip,
        "mac": theirs.mac,
        "serial": theirs.serial,
        "model": theirs.model,
        "httpport": str(theirs.http_port),
        "port": str(theirs.server_port),
        "channels": str(theirs.channels),
    }
    assert sannce.build_seek_reply(camera_of(persona)) == datagram


def test_question_of_sannce_aio_is_ours_byte_for_byte() -> None:
    assert sannce.build_seek_request() == wire_nvss.search()
    assert sannce.is_seek_request(wire_nvss.search())
