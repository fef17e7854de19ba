"""Dahua's older discovery: fixed places, sections of text, and what tools keep of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debadge.testing.devices import catalogue
from debadge.testing.devices.dahua_v1 import Manner, answer
from debadge.wire import dahua_v1
from debadge.wire.answers import decode

CAMERA = next(persona for persona in catalogue.DAHUA if persona.label == "dahua")  # its model has 17 letters
LINES = "3c:ef:8c:00:00:01IPC-HFW1431SName:CAM1\r\nDevice:IPC\r\nSerialNo:0A00000PAG00000\r\nVersion:2.8"


def datagram(manner: Manner | None = None) -> bytes:
    told = answer(CAMERA, dahua_v1.search(), manner)
    assert told is not None
    return told


def test_question_is_always_the_same() -> None:
    assert dahua_v1.search().hex() == "a3010001" + "00" * 12 + "02" + "00" * 15
    echo = dahua_v1.read(dahua_v1.search())
    assert echo is not None
    assert (echo.is_answer, echo.fields) == (False, {})


def test_fixed_places_and_lines_are_read() -> None:
    told = dahua_v1.read(datagram())
    assert told is not None
    assert told.fields == {
        "model": CAMERA.model,
        "mac": CAMERA.mac,
        "ipv4address": CAMERA.ip,
        "subnetmask": CAMERA.mask,
        "gateway": CAMERA.gateway,
        "name": "IPC",
        "device": "IPC",
        "ipv6addr": CAMERA.link_local(),
        "serialno": CAMERA.serial,
        "version": CAMERA.firmware,
    }


def test_fixed_place_holds_sixteen_letters_of_the_model() -> None:
    told = dahua_v1.read(datagram(Manner(long_model=False)))
    assert told is not None
    assert told.fields["model"] == CAMERA.model[:16]


def test_long_model_is_read_without_a_line_behind_it() -> None:
    whole = datagram()
    told = dahua_v1.read(whole[: whole.index(b"Name:")])
    assert told is not None
    assert (told.fields["model"], told.fields["mac"]) == (CAMERA.model, CAMERA.mac)


@pytest.mark.parametrize("at", [2, 4, 20])
@pytest.mark.parametrize("length", [b"\x00", b"\x01", b"\xff"])
def test_wrong_length_of_a_section_loses_no_line(at: int, length: bytes) -> None:
    whole = bytearray(datagram())
    whole[at : at + 1] = length
    told = dahua_v1.read(bytes(whole))
    assert told is not None
    assert (told.fields["serialno"], told.fields["ipv4address"]) == (CAMERA.serial, CAMERA.ip)


@pytest.mark.parametrize("kept", ["hex", "spaced hex", "bytes as characters", "text"])
def test_answer_is_read_however_a_tool_kept_it(kept: str) -> None:
    whole = datagram()
    value = {
        "hex": whole.hex(),
        "spaced hex": whole.hex(" ").upper(),
        "bytes as characters": whole.decode("latin-1"),
        "text": whole[120:].decode(),
    }[kept]
    told = decode("dahua_v1", value)
    assert (told["serialno"], told["mac"], told["model"]) == (CAMERA.serial, CAMERA.mac, CAMERA.model)
    assert ("ipv4address" in told) is (kept != "text")


def test_model_before_the_first_line_is_read_from_text() -> None:
    told = dahua_v1.read_text(LINES)
    assert told is not None
    assert (told.fields["model"], told.fields["name"], told.fields["version"]) == ("IPC-HFW1431S", "CAM1", "2.8")


def test_address_of_nothing_is_no_address() -> None:
    whole = answer(replace(CAMERA, ip="0.0.0.0"), dahua_v1.search())  # noqa: S104  # an address, not a socket
    assert whole is not None
    told = dahua_v1.read(whole)
    assert told is not None
    assert "ipv4address" not in told.fields


def test_secret_line_is_kept_nowhere() -> None:
    told = dahua_v1.read_text(LINES + "\r\nPassword:canary\r\nPasswordReset:1\r\nPort:37777")
    assert told is not None
    assert "canary" not in repr(told)
    assert (told.fields["port"], told.fields["passwordreset"]) == ("37777", "1")


@pytest.mark.parametrize(
    "other", [b"", b"\xb3", b"\xb3\x00", b"\xb3\x00" + bytes(20), b"\xb3\x00" + bytes(200), b"YMSG"]
)
def test_what_is_no_answer_is_nothing(other: bytes) -> None:
    assert dahua_v1.read(other) is None
