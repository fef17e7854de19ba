"""SADP: the one question, what real answers look like, what must not be kept of them, and what they say of a badge."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from debadge.testing.devices import catalogue
from debadge.testing.devices.sadp import SALT, Manner, answer
from debadge.wire import sadp

ID = UUID("e8ecfe09-90e4-44c0-842b-703f46b58c81")
BY_LABEL = {persona.label: persona for persona in catalogue.SADP}
RELABEL, CHINESE = BY_LABEL["relabel"], BY_LABEL["relabel-chinese"]
HEAD = "<ProbeMatch><Types>inquiry</Types><DeviceSN>S1</DeviceSN>"
NEVER = ("activate", "update", "reboot", "restore", "reset", "password", "securitycode", "mailbox", "unbind")


def heard(manner: Manner, label: str = "relabel") -> sadp.SadpAnswer:
    datagram = answer(BY_LABEL[label], sadp.inquiry(ID), manner)
    assert datagram is not None
    told = sadp.read(datagram)
    assert told is not None
    return told


def test_question_has_its_wire_form() -> None:
    assert sadp.inquiry(ID) == (
        b'<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>E8ECFE09-90E4-44C0-842B-703F46B58C81</Uuid>'
        b"<Types>inquiry</Types></Probe>"
    )


def test_question_cannot_be_made_to_ask_for_more() -> None:
    with pytest.raises(ValueError, match="badly formed"):
        sadp.inquiry("x</Uuid><Types>reboot</Types><Uuid>")  # type: ignore[arg-type]
    assert not any(verb in sadp.inquiry(ID).decode().lower() for verb in NEVER)


def test_own_echo_is_a_question_and_known_by_its_uuid() -> None:
    echo = sadp.read(sadp.inquiry(ID))
    assert echo is not None
    assert (echo.is_answer, echo.types, UUID(echo.uuid)) == (False, "inquiry", ID)


MANNERS = {
    "as captured": Manner(),
    "bare ampersand": Manner(bare_ampersand=True),
    "other order": Manner(shuffle=3),
    "lower case": Manner(lower_case=True),
    "without its end": Manner(closed=False),
    "byte order mark": Manner(encoding="utf-8-sig"),
    "declares another encoding": Manner(declared="GB2312"),
    "declares nonsense": Manner(declared="x-none"),
    "UTF-16 with its mark": Manner(encoding="utf-16"),
    "UTF-16 without": Manner(encoding="utf-16-le"),
    "UTF-16 big-endian": Manner(encoding="utf-16-be"),
    "padded": Manner(after=bytes(900)),
    "in junk": Manner(before=b"\x00\x00\xff\xfejunk > <x>", after=b"\xfe\xed<Probe>\x00"),
}


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_answer_is_read_however_the_firmware_writes_it(manner: Manner) -> None:
    told = heard(manner)
    assert told.is_answer
    assert UUID(told.uuid) == ID
    assert (told.fields["devicesn"], told.fields["oeminfo"]) == (RELABEL.serial, RELABEL.oem_info)
    assert told.fields["hcplatformenable"] == "flase"
    assert told.text.lower().startswith("<probematch>")
    assert "\x00" not in told.text


def test_what_stands_behind_the_end_is_no_part_of_the_answer() -> None:
    told = sadp.read(f"{HEAD}</ProbeMatch><MAC>44-19-b6-00-00-09</MAC>".encode())
    assert told is not None
    assert (told.text, "mac" in told.fields) == (f"{HEAD}</ProbeMatch>", False)


def test_zeros_inside_a_value_are_left_out() -> None:
    told = sadp.read(b"<ProbeMatch><DeviceSN>S\x001\x00</DeviceSN></ProbeMatch>")
    assert told is not None
    assert (told.text, told.fields["devicesn"]) == ("<ProbeMatch><DeviceSN>S1</DeviceSN></ProbeMatch>", "S1")


@pytest.mark.parametrize("mark", [b"\xff\xfe", b""])
def test_blanks_before_wide_text_shift_nothing(mark: bytes) -> None:
    told = sadp.read(mark + f"\r\n {HEAD}<OEMInfo>港口</OEMInfo></ProbeMatch>".encode("utf-16-le"))
    assert told is not None
    assert told.fields["oeminfo"] == "港口"


STRAY = {
    "a stray byte": "港口摄像".encode() + b"</OEMInfo><X>\xb0A</X></ProbeMatch>",
    "a byte of no encoding": "港".encode() + b"\xff</OEMInfo></ProbeMatch>",
    "junk behind the end": "港".encode() + b"</OEMInfo></ProbeMatch>\x81@\x82A",
    "junk before": "港".encode() + b"</OEMInfo></ProbeMatch>",
}


@pytest.mark.parametrize("name", STRAY)
def test_stray_bytes_do_not_change_the_encoding(name: str) -> None:
    before = b"\x81@\x82A\x83B" if name == "junk before" else b""
    told = sadp.read(before + f"{HEAD}<OEMInfo>".encode() + STRAY[name])
    assert told is not None
    assert told.fields["oeminfo"].startswith("港")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("declared", ["UTF-8", "GB2312"])
def test_chinese_badge_is_read_whatever_is_declared(encoding: str, declared: str) -> None:
    told = heard(Manner(encoding=encoding, declared=declared), "relabel-chinese")
    assert told.fields["oeminfo"] == CHINESE.oem_info


def test_text_that_was_cut_inside_a_character_stays_what_it_is() -> None:
    whole = f"{HEAD}<OEMInfo>港口</OEMInfo><Name>港口".encode()
    told = sadp.read(whole[:-1])
    assert told is not None
    assert told.fields["oeminfo"] == "港口"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Probe",
        "<Probes/>",
        "<html><body>401</body></html>",
        "<s:Envelope><s:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></s:Body></s:Envelope>",
        "<SOAP-ENV:Envelope><d:ProbeMatches><d:ProbeMatch><d:Types>x</d:Types></d:ProbeMatch></d:ProbeMatches>",
    ],
)
def test_other_protocols_are_not_taken_for_sadp(text: str) -> None:
    assert sadp.read(text.encode()) is None


SECRETS = {
    "as captured": "<Salt>canary-1</Salt>",
    "with a name space": "<x:Salt>canary-1</x:Salt>",
    "in capitals": "<SALT>canary-1</SALT>",
    "capitals do not agree": "<Salt>canary-1</SALT>",
    "no end": "<Salt>canary-1",
    "an end without its mark": "<Salt>canary-1</Salt",
    "a start without its mark": "<Salt canary-1</Salt>",
    "a start grown together": "<Saltcanary-1</Salt>",
    "in an attribute": '<Salt value="canary-1"/>',
    "in CDATA": "<Password><![CDATA[canary-1]]></Password>",
    "in CDATA without an end": "<Password><![CDATA[canary-1]]>",
    "in an element of it": "<PasswordList><One>canary-1</One></PasswordList>",
    "beside an element of it": "<PasswordList><Password>a</Password>canary-1</PasswordList>",
    "with a mark inside": "<Password>a<canary-1</Password>",
    "after a flag": "<PasswordResetAbility>true</PasswordResetAbility><oldPassword>canary-1</oldPassword>",
    "a code": "<SecurityCode>canary-1</SecurityCode><VerificationCode>canary-1</VerificationCode>",
    "twice": "<Salt>canary-1</Salt><Salt>canary-1</Salt>",
}


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_secret_is_kept_nowhere(secret: str) -> None:
    told = sadp.read(f"{HEAD}{secret}<DeviceLock>true</DeviceLock></ProbeMatch>".encode())
    assert told is not None
    assert "canary" not in repr(told)
    assert told.fields["devicesn"] == "S1"


@pytest.mark.parametrize("torn", ["Sa\u00a7t", "", "<", "S&lt"])
def test_salt_whose_name_is_torn_is_known_by_its_digits(torn: str) -> None:
    told = sadp.read(f"{HEAD}<{torn}>{SALT}</{torn}><Firmware>{SALT[:32]}</Firmware></ProbeMatch>".encode())
    assert told is not None
    assert SALT not in repr(told)
    assert told.fields["firmware"] == SALT[:32]


def test_salt_of_an_answer_is_not_kept_and_its_neighbours_are() -> None:
    told = heard(Manner(), "hikvision-new")
    assert SALT not in repr(told)
    assert "salt" not in told.fields
    assert (told.fields["passwordresetability"], told.fields["devicelock"]) == ("true", "flase")


def test_of_other_verbs_nothing_but_their_name_is_kept() -> None:
    told = sadp.read(b"<Probe><Uuid>u</Uuid><Types>activate</Types><Kept>canary</Kept></Probe>")
    assert told is not None
    assert (told.is_answer, told.types, told.text) == (False, "activate", "")
    assert told.fields == {"uuid": "u", "types": "activate"}


SERIALS = [
    ("DS-2CD2143G2-I20211206AAWRG40118207", "DS-2CD2143G2-I", date(2021, 12, 6)),
    ("DS-K1T671M-L20230531V030230ENAA12345678", "DS-K1T671M-L", date(2023, 5, 31)),
    ("ECI-T24F220230615AAWRAC4440853", "ECI-T24F2", date(2023, 6, 15)),  # the run of digits begins in the model
    ("DS-7616NI-K2/16P1620201105AAWR123456789WCVU", "DS-7616NI-K2/16P16", date(2020, 11, 5)),
    ("DS-2CD2143G0-I20200114AAWRD20201231", "DS-2CD2143G0-I", date(2020, 1, 14)),  # a number like a day
    ("C80020220908AAWRK30577214", "C800", date(2022, 9, 8)),
    ("DS-A20190101B20200202C1", "DS-A20190101B", date(2020, 2, 2)),  # the last one counts
    ("DS-2CD20200101AAWR19991231B", "DS-2CD", date(2020, 1, 1)),  # no day of this century
    ("C20101020200101AAWR1", "C201010", date(2020, 1, 1)),  # two days that overlap
    ("DS-2CD20240229", "DS-2CD", date(2024, 2, 29)),
    ("20240229AAWR1", None, date(2024, 2, 29)),
    ("DS-2CD20230229AAWR123456789", None, None),  # no such day
    ("DS-2CD00000000AAWR123456789", None, None),
    ("Virtual-123456789", None, None),
    ("DS-2CD٢٠٢٠٠١٠١AAWR", None, None),  # digits, but not those of a serial number
    ("", None, None),
]


@pytest.mark.parametrize(("serial", "model", "made"), SERIALS)
def test_model_stands_before_the_day_of_manufacture(serial: str, model: str | None, made: date | None) -> None:
    parts = sadp.split_serial(serial)
    assert (parts.model, parts.made, sadp.model_of(serial)) == (model, made, model)
    assert (parts.model or "") + parts.rest == serial


BADGES = [
    ({"detailoemcode": "10101"}, (10101, 1, 1, 1)),
    ({"detailoemcode": "2180203"}, (2180203, 218, 2, 3)),
    ({"detailoemcode": "4294960199"}, (4294960199, 429496, 1, 99)),
    ({"detailoemcode": "0"}, (0, None, None, None)),
    ({"detailoemcode": "1"}, (1, None, None, None)),
    ({"detailoemcode": "0101"}, (101, None, None, None)),  # no customer number: not explained by the source
    ({"detailoemcode": "12345678901"}, (None, None, None, None)),
    ({"detailoemcode": "-10101"}, (None, None, None, None)),
    ({"detailoemcode": "١٠١٠١"}, (None, None, None, None)),
    ({}, (None, None, None, None)),
]


@pytest.mark.parametrize(("fields", "code"), BADGES)
def test_long_oem_code_is_customer_menu_style_and_region(fields: dict[str, str], code: tuple[int | None, ...]) -> None:
    marks = sadp.oem_marks(fields)
    assert (marks.detail, marks.customer, marks.menu_style, marks.region) == code


@pytest.mark.parametrize(
    ("word", "meaning"), [("0", False), ("1", True), ("true", True), ("flase", False), ("7", None), ("", None)]
)
def test_flags_of_a_badge_are_read_as_devices_spell_them(word: str, meaning: bool | None) -> None:
    marks = sadp.oem_marks({"oemcode": word, "ezvizcode": word})
    assert (marks.is_oem, marks.is_ezviz) == (meaning, meaning)


def test_relabel_says_so_itself() -> None:
    marks = sadp.oem_marks(heard(Manner()).fields)
    assert (marks.is_oem, marks.customer, marks.menu_style, marks.region) == (True, 218, 1, 1)
    assert sadp.oem_marks(heard(Manner(), "hikvision-new").fields).is_oem is False
