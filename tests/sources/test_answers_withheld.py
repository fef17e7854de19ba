"""Whole answers of devices as values: what they hide is cut where they come in, and the reading says so."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from debadge.sources.read import FileReading

ANSWERS = {
    "sadp_probematch": "<ProbeMatch><DeviceSN>A1</DeviceSN><EncryptString>hunter2</EncryptString></ProbeMatch>",
    "dhip_devinfo": '{"AuthCode":"hunter2","params":{"SerialNo":"A1"}}',
    "nvr_channel": '{"id":1,"encryptKey":"hunter2","verifyCode":"hunter2","serialNumber":"A1"}',
    "dahua_v1": (b"\xb3\x00\x00\x00" + b"loginpas:hunter2\r\nserialNumber:A1").hex(),
    "cwmp_inform": "<S><Name>a.SerialNumber</Name><Value>A1</Value><Name>a.KeyPassphrase</Name><Value>hunter2</Value></S>",
}


@pytest.mark.parametrize("field", ANSWERS)
def test_secret_of_an_answer_is_cut(field: str, read: Callable[..., FileReading]) -> None:
    line = {"subject": {"kind": "device", "ip": "192.0.2.1"}, "field": field, "value": ANSWERS[field]}
    reading = read(json.dumps(line).encode(), "o.jsonl")
    assert "hunter2" not in repr(reading)
    assert "A1" in repr(reading.items)
    assert reading.cut == (field,)
