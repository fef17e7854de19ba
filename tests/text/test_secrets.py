"""What is a secret, and that nothing of it is left."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.text.secrets import MARK, Secrets

CANARY = "Zq7canary"
SECRETS = Secrets(read_yaml(DATA / "columns" / "secrets.yaml"))


@pytest.mark.parametrize(
    "name",
    [
        "Password",
        "Mot de passe / Password",
        "PASSWD",
        "SNMP Community",
        "Verification code",
        "DeviceVerificationCode",
        "Salt",
        "adminPassword",
        "userPassWord",
        "Clé de chiffrement",
        "Stream key",
        "API token",
        "Hardware Password",
        "Code de vérification",
        "key",
        "PSK",
        "mot_de_passe",
    ],
)
def test_name_of_a_secret_is_known(name: str) -> None:
    assert SECRETS.is_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        "Serial number",
        "Keyboard",
        "Asset tag",
        "Location",
        "Secretariat",
        "Shipping",
        "Compass",
        "Community centre",
        "Postal code",
        "OEMCode",
        "Monkey",
        "Code",
        "Usage",
        "Secrétariat",
    ],
)
def test_other_names_are_no_secrets(name: str) -> None:
    assert not SECRETS.is_secret(name)


@pytest.mark.parametrize(
    "text",
    [
        "rtsp://admin:{}@192.0.2.7/ch1",
        "rtsp://admin:a/{}@192.0.2.7/ch1",
        "http://{}@host",
        "rtsp://root:{}",
        "see admin:{}@192.0.2.7",
        "password={}&x=1",
        "Password: {}",
        "Mot de passe par défaut : {}",
        "password (admin): {}",
        "Password：{}",
        "Set-Cookie: session={}",
        "Authorization: Bearer {}",
        "sent Bearer {}",
        "ran it with --password {}",
        "mot de passe : {}",
        "pwd = '{}'",
        "?user=admin&pwd={}&a=1",
        '{{"password": "{}"}}',
        '{{"a": {{"Salt": "{}"}}, "b": 1}}',
        '{{"pass\\u0077ord": "{}"}}',
        '[{{"params": "{{\\"password\\": \\"{}\\"}}"}}]',
        '{{"password": "{}"',
        "<Salt>{}</Salt>",
        "<a:Password x='1'>{}</a:Password>",
        "<Password><![CDATA[{}]]></Password>",
        "<Password><v>{}</v></Password>",
        "<Password>{}",
        '<user password="{}"/>',
        '<elem key="password">{}</elem>',
        '<param name="Password" value="{}"/>',
        "&lt;Salt&gt;{}&lt;/Salt&gt;",
        "Authorization: Basic {}",
        "snmp-server community {} RO",
        "username root password 7 {}",
        "wifi key: ok, verification code: {}",
        "code de vérification : {}",
        '{{"key": ["{}"]}}',
        '{{"token": {{"x": "{}"}}}}',
    ],
)
def test_secret_in_a_value_is_cut(text: str) -> None:
    cut = SECRETS.cut(text.format(CANARY))
    assert CANARY not in cut
    assert MARK in cut


@pytest.mark.parametrize(
    "text",
    [
        'Digest realm="IP Camera(G4011)"',
        "App-webs/",
        "<DetailOEMCode>1</DetailOEMCode>",
        '{"Find":"BD","Vendor":"Dahua"}',
        "http://192.0.2.7:80/a",
        "http://fe80::1/a",
        "http://[fe80::1]/",
        "onvif://www.onvif.org/hardware/IP8M-2493EW",
        "Password required",
        '<elem key="commonName">x</elem>',
        "Public Key type: rsa",
        '{"passwordSet": true}',
        "mailbox at the door, 12:30",
    ],
)
def test_text_without_a_secret_stays_the_same_object(text: str) -> None:
    assert SECRETS.cut(text) is text or SECRETS.cut(text) == text


def test_rest_of_a_cut_answer_is_kept() -> None:
    told = SECRETS.cut(f"<ProbeMatch><Salt>{CANARY}</Salt><DeviceSN>DS-1</DeviceSN></ProbeMatch>")
    assert told == f"<ProbeMatch><Salt>{MARK}</Salt><DeviceSN>DS-1</DeviceSN></ProbeMatch>"


@pytest.mark.parametrize(
    "text",
    [
        "<password>" * 6_000,
        "a" * 65_000,
        "password " * 7_000,
        '{"a":' * 5_000,
        "<a " * 20_000,
        "a:b@" * 16_000,
        'key="' * 13_000,
        "x://" * 16_000,
        "password" + " " * 65_000,
        "&lt;" * 16_000,
        "mot de " * 9_000,
    ],
)
def test_longest_value_is_cut_in_bounded_time(text: str) -> None:
    start = time.perf_counter()
    SECRETS.cut(text)
    assert time.perf_counter() - start < 5  # seconds; a quadratic pattern takes minutes


@given(st.text(max_size=200))
def test_no_text_breaks_the_knife(text: str) -> None:
    assert isinstance(SECRETS.cut(text), str)


@given(st.from_regex(r"[A-Za-z0-9]{8,20}", fullmatch=True))
def test_cutting_twice_changes_nothing_more(secret: str) -> None:
    once = SECRETS.cut(f"<Password>{secret}</Password> rtsp://u:{secret}@h/ password={secret}")
    assert SECRETS.cut(once) == once
