"""DHIP: the one question, heads as firmware fills them, and whatever follows the JSON."""

from __future__ import annotations

import pytest

from debadge.testing.devices import catalogue
from debadge.testing.devices.dhip import Manner, answer
from debadge.wire import dhip

BY_LABEL = {persona.label: persona for persona in catalogue.DAHUA}
LOREX = BY_LABEL["lorex"]
JSON = (
    b'{"mac":"3c:ef:8c:00:00:01","method":"client.notifyDevInfo",'
    b'"params":{"deviceInfo":{"IPv4Address":{"IPAddress":"192.0.2.6"}}}}'
)


def heard(manner: Manner, label: str = "lorex") -> dhip.DhipMessage:
    datagram = answer(BY_LABEL[label], dhip.search(), manner)
    assert datagram is not None
    told = dhip.read(datagram)
    assert told is not None
    return told


def framed(body: bytes, length: int | None = None, magic: bytes = b"DHIP") -> bytes:
    size = len(body) if length is None else length
    return dhip.HEAD.pack(32, magic, 0, size, 0, size, 0) + body


def test_question_is_that_of_the_vendors_own_tool() -> None:
    """Bytes as a public client copied them from the tool: public code index, file 28488762960."""
    assert (
        dhip.search().hex()
        == ("2000000044484950" + "00" * 8 + "4900000000000000" * 2)
        + b'{ "method" : "DHDiscover.search", "params" : { "mac" : "", "uni" : 1 } }\n'.hex()
    )


def test_own_echo_is_a_question() -> None:
    echo = dhip.read(dhip.search())
    assert echo is not None
    assert (echo.kind, echo.is_answer, echo.method, echo.framed) == ("question", False, "DHDiscover.search", True)


MANNERS = {
    "as captured": Manner(),
    "with blanks": Manner(spaced=True),
    "without a tail": Manner(tail=b""),
    "magic back to front": Manner(magic=b"PIHD"),
    "length of nothing": Manner(length=0),
    "length too short": Manner(length=40),
    "length too long": Manner(length=70_000),
    "length not of this world": Manner(length=0xFFFFFFFF),
    "junk behind": Manner(extra=b'\x00\x01{"mac": "00:00:00:00:00:00"}\xff' * 9),
    "unframed magic": Manner(magic=b"JUNK"),
}


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_answer_is_read_however_the_firmware_frames_it(manner: Manner) -> None:
    told = heard(manner)
    assert (told.kind, told.method) == ("answer", "client.notifyDevInfo")
    assert (told.fields["mac"], told.fields["serialno"]) == (LOREX.mac, LOREX.serial)
    assert (told.fields["ipv4address.ipaddress"], told.fields["port"]) == (LOREX.ip, "35000")
    assert told.framed is (manner.magic != b"JUNK")


def test_text_is_the_json_and_nothing_around_it() -> None:
    assert heard(Manner(tail=b"\n\x00")).text.endswith('"VideoOutputChannels":0}}}')
    assert dhip.read(framed(JSON) + b"} junk }") == dhip.read(framed(JSON))


@pytest.mark.parametrize("length", [0x7B, 0x27B, 0x7B7B])
def test_length_that_looks_like_a_brace_hides_nothing(length: int) -> None:
    """A head whose length holds the byte 0x7b was taken for the beginning of the JSON, and nested names were lost."""
    datagram = framed(JSON, length)
    texts = (datagram.decode("utf-8", "replace"), datagram.decode("latin-1"))
    for told in (dhip.read(datagram), *map(dhip.read_text, texts)):
        assert told is not None
        assert told.fields["ipv4address.ipaddress"] == "192.0.2.6"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_length_that_looks_like_an_object_hides_nothing(encoding: str) -> None:
    told = dhip.read(framed(JSON.replace(b"192.0.2.6", "门".encode(encoding)), 0x227B))  # reads {"
    assert told is not None
    assert told.fields["ipv4address.ipaddress"] == "门"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_name_that_an_owner_gave_is_read(encoding: str) -> None:
    assert heard(Manner(encoding=encoding), "neutral").fields["machinename"] == BY_LABEL["neutral"].name


def test_text_of_a_broken_answer_ends_at_its_last_brace() -> None:
    told = dhip.read(framed(b'{"method":"client.notifyDevInfo","params":{"a":1},,"SerialNo":"S1"} junk'))
    assert told is not None
    assert (told.text[-5:], told.fields["serialno"]) == ('"S1"}', "S1")


def test_answer_as_tools_keep_it_has_no_method() -> None:
    told = dhip.read_text('{"mac": "3c:ef:8c:00:00:01", "DeviceClass": "IPC"}')
    assert told is not None
    assert (told.kind, told.framed, told.fields["deviceclass"]) == ("answer", False, "IPC")


def test_answer_that_is_cut_off_gives_what_is_left() -> None:
    whole = answer(LOREX, dhip.search())
    assert whole is not None
    told = dhip.read(whole[:600])
    assert told is not None
    assert (told.kind, told.fields["devicetype"]) == ("answer", LOREX.model)


@pytest.mark.parametrize("method", ["DHDiscover.setConfig", "DevInit.account", "client.notifyOther"])
def test_of_other_messages_nothing_but_their_method_is_kept(method: str) -> None:
    body = f'{{"method":"{method}","params":{{"password":"canary","SerialNo":"canary","deviceConfig":{{}}}}}}'
    told = dhip.read(framed(body.encode()))
    assert told is not None
    assert (told.kind, told.text, told.fields) == ("other", "", {"method": method})


@pytest.mark.parametrize(
    "secret",
    [
        '"password":"canary"',
        '"Password" : "can\\"canary"',
        '"authToken":["canary","canary"]',
        '"loginSecret":{"a":"canary"}',
        '"loginSecret":{"a":"b","c":"canary"}',
        '"pass\\u0077ord":"canary"',
        '"passwords":{"password":"a","x":"canary"}',
        '"pwd":canary',
        '"x":{"y":{"salt":"canary"}}',
    ],
)
def test_secret_is_kept_nowhere(secret: str) -> None:
    body = f'{{"method":"client.notifyDevInfo","params":{{"deviceInfo":{{{secret},"SerialNo":"S1"}}}}}}'
    told = dhip.read(framed(body.encode()))
    assert told is not None
    assert "canary" not in repr(told)
    assert told.fields["serialno"] == "S1"


def test_yes_or_no_under_the_name_of_a_secret_is_none() -> None:
    told = dhip.read(framed(b'{"method":"client.notifyDevInfo","PasswordReset":true,"HasPassword":"true"}'))
    assert told is not None
    assert (told.fields["passwordreset"], told.fields["haspassword"]) == ("true", "true")


@pytest.mark.parametrize(
    "datagram",
    [b"", b"\xff", b"DHIP", framed(b""), framed(b"[]"), framed(b"{}"), b'{"method": "other"}', b'{"a": {"b": 1}}'],
)
def test_what_is_no_message_is_nothing(datagram: bytes) -> None:
    assert dhip.read(datagram) is None
