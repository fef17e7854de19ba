"""NVSS: the one question, and answers whose MAC is written back to front."""

from __future__ import annotations

import pytest

from debadge.testing.devices import catalogue
from debadge.testing.devices.nvss import answer
from debadge.wire import nvss
from debadge.wire.answers import decode

CAMERA = catalogue.TIANDY[0]
FIELDS = {
    "mac": CAMERA.mac,
    "channels": "1",
    "port": "3001",
    "httpport": "80",
    "model": CAMERA.model,
    "serial": CAMERA.serial,
    "ipv4address": CAMERA.ip,
}


def datagram() -> bytes:
    told = answer(CAMERA, nvss.search())
    assert told is not None
    return told


def test_question_is_always_the_same() -> None:
    assert nvss.search().hex() == "bebee5e5000000001e00" + b"IP\tIP\tNEWM4V00\tCMD\tSEEKNVSS\n\n\n".hex()
    echo = nvss.read(nvss.search())
    assert echo is not None
    assert (echo.is_answer, echo.fields) == (False, {})


def test_words_are_read_and_the_mac_is_put_right() -> None:
    told = nvss.read(datagram())
    assert told is not None
    assert told.fields == FIELDS
    assert told.text.startswith("NEWM4V00\tCMD\tNVSS\t01:00:00:6d:da:3c\t")


@pytest.mark.parametrize(
    "changed",
    [
        datagram()[10:],
        b"\xff" * 10 + datagram()[10:],
        datagram().removesuffix(b"\n\n\n"),
        nvss.search() + datagram(),
        datagram() + bytes(500),
        datagram() * 4,
    ],
    ids=["no head", "wrong head", "no end", "behind a question", "padded", "four at once"],
)
def test_answer_is_read_whatever_stands_around_it(changed: bytes) -> None:
    told = nvss.read(changed)
    assert told is not None
    assert (told.is_answer, told.fields) == (True, FIELDS)


def test_question_before_another_list_is_a_question() -> None:
    told = nvss.read(nvss.search() + b"NEWM4V00\tCMD\tOTHER\n\n\n")
    assert told is not None
    assert told.is_answer is False


@pytest.mark.parametrize("value", [datagram().hex(), datagram()[10:].decode(), datagram().decode("latin-1")])
def test_answer_is_read_however_a_tool_kept_it(value: str) -> None:
    assert decode("nvss_seek", value) == FIELDS


@pytest.mark.parametrize(
    ("place", "word", "name"),
    [
        (2, "3c:da:6d:00:00", "mac"),
        (2, "3cda6d000001", "mac"),
        (7, "-1", "port"),
        (7, "٣", "port"),
        (24, "\x01TC1", "serial"),
        (32, "192.0.2.256", "ipv4address"),
        (32, "0.0.0.0", "ipv4address"),  # noqa: S104  # an address, not a socket
    ],
)
def test_word_of_another_shape_is_left_out(place: int, word: str, name: str) -> None:
    words = datagram()[10:].decode().split("\t")
    words[place + 1] = word
    told = nvss.read_text("\t".join(words))
    assert told is not None
    assert told.fields == {key: value for key, value in FIELDS.items() if key != name}


@pytest.mark.parametrize("other", [b"", b"\xbe\xbe\xe5\xe5", b"NEWM4V00\tCMD\tOTHER\n\n\n", b"NEWM4V00\tCMDS\tNVSS\t"])
def test_what_is_no_message_is_nothing(other: bytes) -> None:
    assert nvss.read(other) is None
