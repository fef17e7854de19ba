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
        "AuthCode",
        "verifyCode",
        "EncryptString",
        "encryptedStr",
        "encryptKey",
        "szPassWd",
        "strpasswd",
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
        'Digest username="u", realm="r", nonce="n", response="{}"',
        "table.All.WLan.eth2.Keys[0]={}",
        "<WPAPSK>{}</WPAPSK>",
        "sessionID={}",
        "phrase secrète: {}",
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
        '{{"AuthCode":"{}","params":{{"SerialNo":"A1"}}}}',
        "EncryptedStr:{};sn=A1",
        "<P><Name>a.ConnectionRequestPassword</Name><Value>{}</Value></P>",
        "<p:Name>WiFi.PreSharedKey</p:Name>\n <p:Value xsi:type='x'>{}</p:Value>",
        "<key>password</key><string>{}</string>",
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
        "<Name>a.SerialNumber</Name><Value>A1</Value>",
        "Public Key type: rsa",
        '{"passwordSet": true}',
        "mailbox at the door, 12:30",
    ],
)
def test_text_without_a_secret_stays_the_same_object(text: str) -> None:
    assert SECRETS.cut(text) is text or SECRETS.cut(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "password is {}",
        "admin password {}",
        "the password for the lobby camera is {}.",
        "password -> {}",
        'password "{}"',
        "password changed to {}",
        "password reset, {}",
        "password was changed, now {}",
        "passwords are old1 and {}",
        "le mdp est {}",
        "mot de passe provisoire {}",
        "mot de passe de l'enregistreur : {}",
        "passphrase {}",
        "code de vérification {}",
        "code de ve\u0301rification {}",
        "clé Wi-Fi: {}",
        "Clé du WiFi {}",
        "Wi-Fi key {}",
        "Passwort: {}",
        "Kennwort ist {}",
        "PIN is {}",
        "DS-2CD2385G1-I pw {}",
        "login admin / {}",
        "login admin, {}",
        "login admin password {}",
        "credentials admin/{}",
        "identifiants : jdoe / {}",
        "root/{}",
        "A4 / admin:{}",
        "curl -u admin:{} https://192.0.2.7/",
        "curl -H 'Authorization: Basic {}'",
        "snmpwalk -v2c -c {} 192.0.2.7",
        "vms export pwd={}.csv",
        "WPA2 key {}",
        "pass word {}",
        "p/w: {}",
        "RTSP password({})",
        "snmp, community {}",
        "mysql -uroot -p{} vms",
        "mdp_{}",
    ],
)
def test_secret_told_in_words_is_cut(text: str) -> None:
    cut = SECRETS.cut(text.format(CANARY))
    assert CANARY not in cut
    assert MARK in cut


@pytest.mark.parametrize("text", ["PIN 993311", "NIP no 993311", "PIN#993311", "access code 993311", "admin/993311"])
def test_number_behind_its_name_is_cut(text: str) -> None:
    assert "993311" not in SECRETS.cut(text)


@pytest.mark.parametrize("text", ["password is swordfish", "root:swordfish", "login is admin / swordfish"])
def test_plain_word_is_cut_where_something_says_that_it_is_the_secret(text: str) -> None:
    assert "swordfish" not in SECRETS.cut(text)


@pytest.mark.parametrize(
    "text",
    [
        "PIN code reader R40",
        "Card and PIN reader DS-K1T341AMF",
        "8 pin 24V connector",
        "Login to 7F03A1CPAG5D2E9",
        'Digest realm="Login to 7F03A1CPAG5D2E9"',
        "Password protected DS-2CD2143G2-I",
        "no password on camera DS-2CD2143G2-I",
        "password-protected",
        "Key West",
        "admin/office",
        "Admin / Reception",
        "Admin/204",
        "admin/login2.asp",
        "/cgi-bin/admin/param.cgi",
        "CN=root/O=Acme9",
        "Community centre 204",
        "Turnstile Pass 2",
        "Password reset, Hikvision recorder",
        "Password reset, DS-2CD2143G2-I",
    ],
)
def test_words_that_also_mean_other_things_cut_nothing(text: str) -> None:
    assert SECRETS.cut(text) == text


def test_what_stands_around_a_told_secret_is_kept() -> None:
    told = SECRETS.cut(f"DS-2CD2385G1-I pw {CANARY}, hall B; admin:{CANARY}")
    assert told == f"DS-2CD2385G1-I pw {MARK}, hall B; admin:{MARK}"


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
        "password for " * 5_000,
        "password / " * 6_000,
        "password " + "x/" * 30_000,
        "login" + " " * 65_000,
        "login a" + " " * 65_000,
        "admin:" * 11_000,
        "snmpget " * 8_000,
        "clé " * 16_000,
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
