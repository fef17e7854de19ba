"""What hides in values, and what must not be taken out of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from debadge.correlate.derive import RULES, derive
from debadge.model.observation import Observation, Origin, Subject, keep

SCOPE = "onvif://www.onvif.org/"
SADP = (
    "<ProbeMatch><Types>inquiry</Types><DeviceDescription>DS-2CD2143G2-I</DeviceDescription>"
    "<DeviceSN>DS-2CD2143G2-I20211206AAWRG40118207</DeviceSN><MAC>44-19-b6-00-00-01</MAC><WifiMAC>44-19-b6-00-00-02</WifiMAC>"
    "<IPv4Address>192.0.2.1</IPv4Address><SoftwareVersion>V5.7.3build 220112</SoftwareVersion></ProbeMatch>"
)
DHIP = (
    '{"mac":"3c:ef:8c:00:00:01","params":{"deviceInfo":{"SerialNo":"7F03A1CPAG5D2E9","DeviceType":"IPC-HFW2431S",'
    '"Version":"2.800.0000000.16.R","IPv4Address":{"IPAddress":"192.0.2.6"},'
    '"IPv6Address":{"LinkLocalAddress":"fe80::3eef:8cff:fe00:9/64"}}}}'
)
OLD = "Name:C\r\nDevice:IPC-X1\r\nSerialNo:7F03A1CPAG5D2E9\r\n"
OLD_PLACED = "3c:ef:8c:00:00:01IPC-X1-LONGName:C\r\nDevice:IPC\r\nVersion:2.8\r\n"
OLD_HEX = (  # head and block of fixed places, the address at 56; then the MAC
    b"\xb3\x00\x11\x00\x58" + bytes(51) + bytes((192, 0, 2, 9)) + bytes(60) + b"3c:ef:8c:00:00:01"
).hex()
NVSS = "NEWM4V00\tCMD\tNVSS\t01:00:00:6D:DA:3C" + "\t" * 20 + "TC-C32\t\tS1" + "\t" * 8 + "192.0.2.8"
FIRMWARE = '{"firmwareVersion": "V5.7.17", "firmwareReleasedDate": "build 240606"}'
UPNP = '<root xmlns="urn:schemas-upnp-org:device-1-0"><device><manufacturer>ZTE</manufacturer></device></root>'
TREE = "1.3.6.1.4.1."


def see(field: str, value: str, **key: str) -> Observation:
    kind = "channel" if field == "nvr_channel" else "device"
    return Observation(
        subject=Subject(kind=kind, **key),
        field=field,
        value=value,
        collected=datetime(2026, 10, 1, tzinfo=UTC),
        origin=Origin(tool="t", method="probe", locator="f:1"),
    )


def hidden_in(*seen: Observation) -> list[Observation]:
    return [told.seen for told in derive(keep("f", one) for one in seen)]


HIDDEN = [
    ("sadp.mac", "sadp_probematch", SADP, "mac_oui", "44:19:b6:00:00:01"),
    ("sadp.wifi-mac", "sadp_probematch", SADP, "mac_oui", "44:19:b6:00:00:02"),
    ("sadp.serial", "sadp_probematch", SADP, "serial_string", "DS-2CD2143G2-I20211206AAWRG40118207"),
    ("sadp.model", "sadp_probematch", SADP, "model_string", "DS-2CD2143G2-I"),
    ("sadp.firmware", "sadp_probematch", SADP, "firmware_string", "V5.7.3build 220112"),
    ("sadp.ip", "sadp_probematch", SADP, "ip_address", "192.0.2.1"),
    ("dhip.mac", "dhip_devinfo", DHIP, "mac_oui", "3c:ef:8c:00:00:01"),
    ("dhip.serial", "dhip_devinfo", DHIP, "serial_string", "7F03A1CPAG5D2E9"),
    ("dhip.model", "dhip_devinfo", DHIP, "model_string", "IPC-HFW2431S"),
    ("dhip.firmware", "dhip_devinfo", DHIP, "firmware_string", "2.800.0000000.16.R"),
    ("dhip.ip", "dhip_devinfo", DHIP, "ip_address", "192.0.2.6"),
    ("dhip.link-local", "dhip_devinfo", DHIP, "mac_oui", "3c:ef:8c:00:00:09"),
    ("dahua-v1.serial", "dahua_v1", OLD, "serial_string", "7F03A1CPAG5D2E9"),
    ("dahua-v1.model", "dahua_v1", OLD, "model_string", "IPC-X1"),
    ("dahua-v1.placed-model", "dahua_v1", OLD_PLACED, "model_string", "IPC-X1-LONG"),
    ("dahua-v1.firmware", "dahua_v1", OLD_PLACED, "firmware_string", "2.8"),
    ("dahua-v1.mac", "dahua_v1", OLD_PLACED, "mac_oui", "3c:ef:8c:00:00:01"),
    ("dahua-v1.ip", "dahua_v1", OLD_HEX, "ip_address", "192.0.2.9"),
    ("nvss.mac", "nvss_seek", NVSS, "mac_oui", "3c:da:6d:00:00:01"),
    ("nvss.serial", "nvss_seek", NVSS, "serial_string", "S1"),
    ("nvss.model", "nvss_seek", NVSS, "model_string", "TC-C32"),
    ("nvss.ip", "nvss_seek", NVSS, "ip_address", "192.0.2.8"),
    ("isapi.serial", "isapi_deviceinfo", '{"serialNumber": "DS-1"}', "serial_string", "DS-1"),
    ("isapi.model", "isapi_deviceinfo", "<model>DS-1</model>", "model_string", "DS-1"),
    ("isapi.firmware", "isapi_deviceinfo", FIRMWARE, "firmware_string", "V5.7.17 build 240606"),
    ("isapi.mac", "isapi_deviceinfo", "<macAddress>44:19:b6:00:00:01</macAddress>", "mac_oui", "44:19:b6:00:00:01"),
    ("lapi.model", "nvr_channel", '{"DeviceModel": "IPC2122LB"}', "model_string", "IPC2122LB"),
    ("lapi.maker", "nvr_channel", '{"Manufacturer": "Uniview"}', "brand_string", "Uniview"),
    ("isapi.model", "nvr_channel", '{"model": "JVSWO708"}', "model_string", "JVSWO708"),
    ("onvif.serial", "onvif_deviceinfo", '{"SerialNumber": "S1"}', "serial_string", "S1"),
    ("onvif.model", "onvif_deviceinfo", '{"Model": "M1"}', "model_string", "M1"),
    ("onvif.firmware", "onvif_deviceinfo", '{"FirmwareVersion": "1.2"}', "firmware_string", "1.2"),
    ("cgi.serial", "cgi_systeminfo", "serialNumber=ND1", "serial_string", "ND1"),
    ("cgi.device-type", "cgi_systeminfo", "deviceType=IPC-HFW4431R-Z", "model_string", "IPC-HFW4431R-Z"),
    ("cgi.base-model", "cgi_systeminfo", "updateSerial=DHI-NVR4108", "model_string", "DHI-NVR4108"),
    ("gb28181.model", "gb28181_deviceinfo", "Manufacturer=A;Model=M1;Firmware=F1", "model_string", "M1"),
    ("gb28181.firmware", "gb28181_deviceinfo", "Manufacturer=A;Model=M1;Firmware=F1", "firmware_string", "F1"),
    ("scope.hardware", "onvif_scopes", SCOPE + "hardware/P3265-LVE", "model_string", "P3265-LVE"),
    ("scope.mac", "onvif_scopes", SCOPE + "MAC/44:19:b6:00:00:01", "mac_oui", "44:19:b6:00:00:01"),
    ("scope.macaddr", "onvif_scopes", SCOPE + "macaddr/4419b6000001", "mac_oui", "44:19:b6:00:00:01"),
    ("scope.serial", "unv_probematch", SCOPE + "serial/S1", "serial_string", "S1"),
    ("scope.version", "onvif_scopes", SCOPE + "version/F1", "firmware_string", "F1"),
    (
        "wsd.link-local",
        "onvif_xaddrs",
        "http://[fe80::4619:b6ff:fe00:1]/onvif/device_service",
        "mac_oui",
        "44:19:b6:00:00:01",
    ),
    ("wsd.uuid", "onvif_endpoint", "urn:uuid:7ca3b700-6a3b-11b5-8350-4419b6000001", "mac_oui", "44:19:b6:00:00:01"),
    ("body.upnp", "http_body", f"HTTP/1.1 200 OK\n\n{UPNP}", "upnp_description", UPNP),
    ("realm.serial", "rtsp_wwwauth", 'Digest realm="Login to 7F03A1CPAG5D2E9"', "serial_string", "7F03A1CPAG5D2E9"),
    ("realm.axis-mac", "http_wwwauth", 'Digest realm="AXIS_ACCC8E000001"', "mac_oui", "ac:cc:8e:00:00:01"),
    ("realm.mac", "rtsp_wwwauth", 'Digest realm="48ea63000001"', "mac_oui", "48:ea:63:00:00:01"),
    ("snmp.hikvision-model", "snmp_oid_value", TREE + "39165.1.1.0=DS-2CD2185FWD-I", "model_string", "DS-2CD2185FWD-I"),
    (
        "snmp.dahua-serial",
        "snmp_oid_value",
        TREE + "1004849.2.1.2.4.0 = 7F03A1CPAG5D2E9",
        "serial_string",
        "7F03A1CPAG5D2E9",
    ),
    ("snmp.dahua-model", "snmp_oid_value", TREE + "1004849.2.1.2.6.0 = DH-IPC", "model_string", "DH-IPC"),
    ("dhcp.dahua-serial", "dhcp_hostname", "7F03A1CPAG5D2E9", "serial_string", "7F03A1CPAG5D2E9"),
]


@pytest.mark.parametrize(
    ("rule", "field", "value", "target", "hidden"), HIDDEN, ids=[f"{h[0]} in {h[1]}" for h in HIDDEN]
)
def test_hidden_fact_is_read_and_names_its_rule(rule: str, field: str, value: str, target: str, hidden: str) -> None:
    told = {(o.origin.rule, o.field, o.value) for o in hidden_in(see(field, value))}
    assert (rule, target, hidden) in told


def test_every_rule_is_shown_to_read_something() -> None:
    assert {h[0] for h in HIDDEN} == {rule.id for rule in RULES}


def test_derived_observation_names_its_parent_and_keeps_its_subject() -> None:
    parent = see("onvif_scopes", SCOPE + "hardware/P3265-LVE", ip="192.0.2.9")
    (child,) = hidden_in(parent)
    assert (child.origin.parent, child.origin.method) == (parent.id(), "derived")
    assert (child.subject, child.collected) == (parent.subject, parent.collected)


@pytest.mark.parametrize("mac", ["46:19:b6:00:00:01", "01:00:5e:00:00:01", "00:00:00:00:00:00", "none"])
def test_junk_addresses_derive_nothing(mac: str) -> None:
    assert hidden_in(see("http_server", "x", mac=mac)) == []
    assert hidden_in(see("onvif_scopes", f"{SCOPE}MAC/{mac}")) == []


def test_random_uuid_derives_no_address() -> None:
    assert hidden_in(see("onvif_endpoint", "urn:uuid:3fa1fe68-b915-4053-a3e1-4419b6000001")) == []


def test_keys_of_a_subject_are_facts() -> None:
    told = {(o.field, o.value) for o in hidden_in(see("http_server", "x", mac="4419.b600.0001", serial="S1"))}
    assert told == {("mac_oui", "44:19:b6:00:00:01"), ("serial_string", "S1")}


def test_channel_of_a_recorder_is_not_the_recorder() -> None:
    recorder = Observation(
        subject=Subject(ip="192.0.2.10"),
        field="nvr_channel",
        value='{"model": "JVSWO708"}',
        collected=None,
        origin=Origin(tool="t", method="probe", locator="f:1"),
    )
    assert hidden_in(recorder) == []


def test_keys_of_a_subject_are_read_once_whatever_the_order() -> None:
    seen = [see(field, "x", mac="44:19:b6:00:00:01") for field in ("http_server", "http_title", "device_name")]
    shuffled = [seen[n] for n in (2, 0, 1)]
    assert len(hidden_in(*seen)) == 1
    assert hidden_in(*seen) == hidden_in(*shuffled)
