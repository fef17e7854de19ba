"""Datagrams of every codec, damaged at random, and those that are made to be slow: never an exception, never without bound.

200 runs a codec with a fixed seed; 10,000 with DEBADGE_PROVE=1.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Iterator
from itertools import product
from typing import Any, Protocol
from uuid import UUID

import pytest

from debadge.testing.devices import catalogue, dahua_v1, dhip, nvss, sadp
from debadge.wire import dahua_v1 as wire_v1
from debadge.wire import dhip as wire_dhip
from debadge.wire import nvss as wire_nvss
from debadge.wire import sadp as wire_sadp
from debadge.wire.answers import STRUCTURED, decode
from debadge.wire.objects import MAX_MEMBERS

RUNS = 10_000 if os.environ.get("DEBADGE_PROVE") == "1" else 200
SLOWEST_S = 2  # for one datagram; the slowest takes a tenth of it
MAX_BYTES = 65_536
MAX_VALUE = 1_024
SALT = sadp.SALT.encode()
GLUED = re.compile(rb"[0-9A-Za-z]%b|%b[0-9A-Za-z]" % (SALT, SALT))


class Codec(Protocol):
    """What every module of a protocol gives."""

    def read(self, datagram: bytes) -> Any: ...
    def read_text(self, text: str) -> Any: ...


CODECS: dict[str, Codec] = {
    "sadp_probematch": wire_sadp,
    "dhip_devinfo": wire_dhip,
    "dahua_v1": wire_v1,
    "nvss_seek": wire_nvss,
}
INQUIRY = wire_sadp.inquiry(UUID(int=1))
SADP_MANNERS = [
    sadp.Manner(),
    sadp.Manner(bare_ampersand=True, shuffle=1, declared="GB2312"),
    sadp.Manner(encoding="gbk", lower_case=True),
    sadp.Manner(encoding="utf-16", closed=False),
]
SEEDS: dict[str, list[bytes | None]] = {
    "sadp_probematch": [INQUIRY, *(sadp.answer(p, INQUIRY, m) for p, m in product(catalogue.SADP, SADP_MANNERS))],
    "dhip_devinfo": [
        wire_dhip.search(),
        *(
            dhip.answer(p, wire_dhip.search(), dhip.Manner(spaced=s))
            for p, s in product(catalogue.DAHUA, (True, False))
        ),
    ],
    "dahua_v1": [wire_v1.search(), *(dahua_v1.answer(p, wire_v1.search()) for p in catalogue.DAHUA)],
    "nvss_seek": [wire_nvss.search(), *(nvss.answer(p, wire_nvss.search()) for p in catalogue.TIANDY)],
}
BITS = [
    b"\x00",
    b"\x00" * 40,
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"<",
    b">",
    b"</",
    b"&",
    b"&#99999999;",
    b"<![CDATA[",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"<ProbeMatch>",
    b"</ProbeMatch>",
    b"<Types>update</Types>",
    b"{" * 60,
    b'{"a":[' * 20,
    b'"',
    b"\\ud800",
    b"1e999",
    b"-" + b"9" * 5_000,
    b"\t",
    b"\n\n\n",
    b"NEWM4V00\tCMD\tNVSS\t",
    b"Name:",
    "港".encode("gbk"),
    "港".encode(),
    b"A" * 2_000,
]


def damage(datagram: bytes, chance: random.Random) -> bytes:
    """One to six random changes: bits turned, pieces cut out, doubled, put elsewhere, replaced or put in."""
    told = bytearray(datagram)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(told) + 1), chance.choice((1, 2, 4, 40, 400))
        match chance.randrange(6):
            case 0:
                told[at : at + length] = b""
            case 1:
                told[at:at] = chance.choice(BITS)
            case 2:
                told[at : at + length] = chance.randbytes(min(length, len(told) - at))
            case 3:
                told[at:at] = told[at : at + length]
            case 4:
                told = told[: max(at, 1)]
            case _:
                told[at : at + 1] = bytes(octet ^ (1 << chance.randrange(8)) for octet in told[at : at + 1])
    return bytes(told)


def damaged(field: str) -> Iterator[bytes]:
    """As many damaged datagrams as there are runs; a tenth of them is noise from the start."""
    chance = random.Random(f"{field} 2026")  # noqa: S311  # the same datagrams every time
    start = [seed for seed in SEEDS[field] if seed is not None]
    for run in range(RUNS):
        yield chance.randbytes(chance.randrange(2_000)) if run % 10 == 0 else damage(chance.choice(start), chance)


def check_bounds(told: Any) -> None:
    """What was read is text, of a bounded number and length."""
    if told is None:
        return
    assert isinstance(told.is_answer, bool)
    assert len(told.text) <= MAX_BYTES
    assert len(told.fields) <= MAX_MEMBERS * 2
    assert all(isinstance(value, str) and len(value) <= MAX_VALUE for value in told.fields.values())


@pytest.mark.parametrize("field", sorted(CODECS))
def test_damaged_datagram_is_read_or_left(field: str) -> None:
    answers = 0
    for datagram in damaged(field):
        told = CODECS[field].read(datagram)
        check_bounds(told)
        answers += told is not None and told.is_answer and bool(told.fields)
        assert isinstance(decode(field, datagram.hex()), dict)
        assert isinstance(decode(field, datagram.decode("latin-1")), dict)
        if not GLUED.search(datagram.replace(b"\x00", b"")):  # a salt that nobody could tell from other digits
            assert SALT.decode() not in repr(told)
    assert answers > RUNS / 8  # the test would say nothing if every datagram were left


@pytest.mark.parametrize("field", sorted(CODECS))
def test_datagram_of_another_protocol_makes_no_codec_fail(field: str) -> None:
    for other in sorted(set(CODECS) - {field}):
        for datagram in damaged(other):
            check_bounds(CODECS[field].read(datagram))


def filled(piece: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """A datagram of 64 KiB out of one piece."""
    size = MAX_BYTES - len(before) - len(after)
    return before + (piece * (size // len(piece) + 1))[:size] + after


NUMBERED = b"".join(b"<Salt%d>" % number for number in range(9_000))
SLOW = {
    "zeros": filled(b"\x00"),
    "high bytes": filled(b"\xff"),
    "noise": random.Random(2026).randbytes(MAX_BYTES),  # noqa: S311  # the same bytes every time
    "opened": filled(b"<", b"<ProbeMatch>"),
    "opened and ended": filled(b"<a></a>", b"<ProbeMatch>"),
    "thousands of elements": b"<ProbeMatch>" + b"".join(b"<e%d>1</e%d>" % (n, n) for n in range(5_000)),
    "one long value": filled(b"x", b"<ProbeMatch><DeviceSN>", b"</DeviceSN></ProbeMatch>"),
    "one long name": filled(b"x", b"<ProbeMatch><"),
    "unended salts": filled(b"<Salt>", b"<ProbeMatch>"),
    "salts of many names": b"<ProbeMatch>" + NUMBERED,
    "salts ended at last": b"<ProbeMatch>" + NUMBERED[:-200] + b"</Salt9>",
    "prefix of a salt": filled(b"<sal", b"<ProbeMatch>"),
    "sections": filled(b"<![CDATA[", b"<ProbeMatch><Password>"),
    "references": filled(b"&#65;", b"<ProbeMatch><DeviceSN>", b"</DeviceSN>"),
    "roots": filled(b"<Probe>"),
    "ends": filled(b"</Probe>", b"<Probe>"),
    "UTF-16": filled(b"<\x00a\x00>\x00", b"<\x00P\x00r\x00o\x00b\x00e\x00>\x00"),
    "half of UTF-16": filled(b"<\x00a"),
    "braces": filled(b"{"),
    "brackets": filled(b"[", b'{"a":'),
    "deep": filled(b'{"a":', b'{"method":"client.notifyDevInfo",'),
    "deep below the bound": b'{"a":' * 1_900 + b"1" + b"}" * 1_900,
    "quotes": filled(b'"', b'{"'),
    "backslashes": filled(b"\\", b'{"password":"'),
    "passwords": filled(b'"password":', b"{"),
    "password without an end": filled(b"x", b'{"password":"'),
    "password in brackets": filled(b'"pwd":[', b'{"a":1,'),
    "long number": filled(b"9", b'{"method":"client.notifyDevInfo","SerialNo":'),
    "thousands of members": b"{" + b",".join(b'"m%d":1' % n for n in range(6_000)) + b"}",
    "names": filled(b"Name:", b"\xb3\x00\x11"),
    "lines": filled(b"\r\nName:x", b"\xb3\x00\x11" + bytes(117)),
    "octets": filled(b"aa:", b"\xb3\x00\xff" + bytes(117)),
    "blanks": filled(b" ", b"\xb3\x00\xff" + bytes(117) + b"\r\nName"),
    "tabs": filled(b"\t", b"NEWM4V00\tCMD\tNVSS\t"),
    "marks": filled(b"NEWM4V00\t"),
    "marks and ends": filled(b"NEWM4V00\tCMD\tX\n\n\n"),
    "digits": filled(b"3c "),
}


@pytest.mark.parametrize("datagram", SLOW.values(), ids=SLOW)
def test_datagram_made_to_be_slow_is_read_in_time(datagram: bytes) -> None:
    framed = b"\x20\x00\x00\x00DHIP" + bytes(24) + datagram
    for field, codec in CODECS.items():
        start = time.perf_counter()
        check_bounds(codec.read(datagram))
        check_bounds(codec.read(framed))
        check_bounds(codec.read_text(datagram.decode("latin-1")))
        assert isinstance(decode(field, datagram.hex()), dict)
        assert time.perf_counter() - start < SLOWEST_S, field


def test_every_discovery_channel_is_damaged() -> None:
    assert set(CODECS) == set(SEEDS)
    assert set(CODECS) < STRUCTURED
    assert all(seed for several in SEEDS.values() for seed in several)
