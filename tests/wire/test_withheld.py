"""Secrets of answers, in every form and name that devices and tools use."""

from __future__ import annotations

import pytest

from debadge.wire.withheld import open_value

HIDDEN = "hunter2"
ANSWERS = [
    "<ProbeMatch><DeviceSN>A1</DeviceSN><EncryptString>hunter2</EncryptString></ProbeMatch>",
    '{"AuthCode":"hunter2","params":{"PassWd":"hunter2","verifyCode":"hunter2","SerialNo":"A1"}}',
    '{"id":1,"encryptKey":"hunter2","serialNumber":"A1"}',
    "<Channel><id>1</id><password>hunter2</password><serialNumber>A1</serialNumber></Channel>",
    "serialNumber=A1\nloginpas=hunter2\nPassWd=hunter2",
    "<P><Name>Device.DeviceInfo.SerialNumber</Name><Value>A1</Value></P>"
    "<P><Name>Device.ManagementServer.ConnectionRequestPassword</Name><Value>hunter2</Value></P>",
]


@pytest.mark.parametrize("value", ANSWERS)
def test_answer_is_kept_without_its_secrets(value: str) -> None:
    kept = open_value(value)
    assert HIDDEN not in kept
    assert "A1" in kept


@pytest.mark.parametrize("value", ANSWERS)
def test_datagram_in_digits_is_kept_without_its_secrets(value: str) -> None:
    kept = open_value((b"\x20\x00\x00\x00DHIP" + value.encode()).hex())
    assert HIDDEN not in kept
    assert HIDDEN.encode().hex() not in kept
    assert "A1" in kept


def test_datagram_without_secrets_stays_as_it_was() -> None:
    digits = b'\x20\x00\x00\x00DHIP{"SerialNo":"A1"}'.hex()
    assert open_value(digits) == digits
