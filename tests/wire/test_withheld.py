"""A datagram written in digits hides from the knife what its text would show."""

from __future__ import annotations

import pytest

from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.text.secrets import Secrets
from debadge.wire.withheld import open_datagram

CUT = Secrets(read_yaml(DATA / "columns" / "secrets.yaml")).cut
ANSWERS = [
    "<ProbeMatch><DeviceSN>A1</DeviceSN><EncryptString>hunter2</EncryptString></ProbeMatch>",
    '{"AuthCode":"hunter2","params":{"PassWd":"hunter2","verifyCode":"hunter2","SerialNo":"A1"}}',
    "serialNumber=A1\nloginpas=hunter2\nPassWd=hunter2",
]


@pytest.mark.parametrize("value", ANSWERS)
def test_datagram_in_digits_is_kept_without_its_secrets(value: str) -> None:
    kept = open_datagram((b"\x20\x00\x00\x00DHIP" + value.encode()).hex(), CUT)
    assert "hunter2" not in kept
    assert b"hunter2".hex() not in kept
    assert "A1" in kept


@pytest.mark.parametrize("value", [b'\x20\x00\x00\x00DHIP{"SerialNo":"A1"}'.hex(), "password=hunter2"])
def test_other_values_stay_as_they_were(value: str) -> None:
    assert open_datagram(value, CUT) == value
