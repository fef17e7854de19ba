"""Keys and facts that hide in values: a MAC in a realm, a model in a scope, a serial in a discovery answer.

Every derived observation keeps the subject of the one it was read from, names it as its parent, and names the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from debadge.model.observation import Kept, Observation, Origin, Subject, keep
from debadge.text import macs
from debadge.wire.answers import STRUCTURED, decode

MAX_VALUE = 65_536  # characters of a value that are looked at


@dataclass(frozen=True, slots=True)
class Rule:
    """Where something hides: a named field of a structured answer, or the group of a pattern in the text."""

    id: str
    fields: frozenset[str]
    target: str  # the field of the derived observation
    element: str | None = None
    pattern: re.Pattern[str] | None = None
    read: Callable[[str], str | None] = str.strip

    def find(self, text: str, answer: dict[str, str]) -> Iterator[str]:
        """The values that the rule reads."""
        named = [answer[self.element]] if self.element and self.element in answer else []
        inside = [found[1] for found in self.pattern.finditer(text)] if self.pattern else []
        for raw in dict.fromkeys(named + inside):
            if raw and (value := self.read(raw)):
                yield value


def _mac(text: str) -> str | None:
    digits = macs.parse_mac(text)
    return macs.spell(digits) if digits and macs.is_registered(digits) else None


def _eui64(text: str) -> str | None:
    digits = macs.from_eui64(text)
    return _mac(digits) if digits else None


def _node(text: str) -> str | None:
    digits = macs.from_uuid(text)
    return _mac(digits) if digits else None


def _told(text: str) -> str | None:
    bare = text.strip()
    return bare if bare.strip("0 -") else None


def _named(text: str) -> str | None:
    """A model, where recorders write a mere number for their kind."""
    return _told(text) if any(c.isalpha() for c in text) else None


def _rule(
    id_: str,
    fields: str,
    target: str,
    *,
    element: str | None = None,
    pattern: str | None = None,
    read: Callable[[str], str | None] = _told,
) -> Rule:
    return Rule(id_, frozenset(fields.split()), target, element, re.compile(pattern) if pattern else None, read)


_REALMS = "http_wwwauth rtsp_wwwauth"
_SCOPES = "onvif_scopes unv_probematch"
_LINK_LOCAL = r"(?i)\b(fe80::[0-9a-f:]{6,40})"
_DAHUA_SERIAL = "[0-9][A-Z][0-9A-F]{5}PA[A-Z][0-9A-Z]{5}"
_TREE, _IS = r"1\.3\.6\.1\.4\.1\.", r"\s*=\s*"  # an SNMP object of a private tree, and its value
_UUID = r"(?i)(?:urn:)?uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_UPNP = r"(?s)(<root\b[^>]{0,200}urn:schemas-upnp-org:device-1-0.*)"  # a device description that a page reader fetched

# Names of elements and layouts: the fact base on protocols (sections 1, 2, 4) and on fingerprints, read 2026-11-22.
RULES: tuple[Rule, ...] = (
    _rule("sadp.mac", "sadp_probematch", "mac_oui", element="mac", read=_mac),
    _rule("sadp.wifi-mac", "sadp_probematch", "mac_oui", element="wifimac", read=_mac),
    _rule("sadp.serial", "sadp_probematch", "serial_string", element="devicesn"),
    _rule("sadp.model", "sadp_probematch", "model_string", element="devicedescription"),
    _rule("sadp.firmware", "sadp_probematch", "firmware_string", element="softwareversion"),
    _rule("sadp.ip", "sadp_probematch", "ip_address", element="ipv4address"),
    _rule("dhip.mac", "dhip_devinfo", "mac_oui", element="mac", read=_mac),
    _rule("dhip.serial", "dhip_devinfo", "serial_string", element="serialno"),
    _rule("dhip.model", "dhip_devinfo", "model_string", element="devicetype"),
    _rule("dhip.firmware", "dhip_devinfo", "firmware_string", element="version"),
    _rule("dhip.ip", "dhip_devinfo", "ip_address", element="ipv4address.ipaddress"),
    _rule("dhip.link-local", "dhip_devinfo", "mac_oui", pattern=_LINK_LOCAL, read=_eui64),
    _rule("dahua-v1.serial", "dahua_v1", "serial_string", element="serialno"),
    _rule("dahua-v1.model", "dahua_v1", "model_string", element="device"),
    _rule("dahua-v1.placed-model", "dahua_v1", "model_string", element="model"),
    _rule("dahua-v1.mac", "dahua_v1", "mac_oui", element="mac", read=_mac),
    _rule("dahua-v1.firmware", "dahua_v1", "firmware_string", element="version"),
    _rule("dahua-v1.ip", "dahua_v1", "ip_address", element="ipv4address"),
    _rule("nvss.mac", "nvss_seek", "mac_oui", element="mac", read=_mac),
    _rule("nvss.serial", "nvss_seek", "serial_string", element="serial"),
    _rule("nvss.model", "nvss_seek", "model_string", element="model"),
    _rule("nvss.ip", "nvss_seek", "ip_address", element="ipv4address"),
    _rule("isapi.serial", "isapi_deviceinfo nvr_channel", "serial_string", element="serialnumber"),
    _rule("isapi.model", "isapi_deviceinfo nvr_channel", "model_string", element="model"),
    _rule("isapi.firmware", "isapi_deviceinfo nvr_channel", "firmware_string", element="firmware"),
    _rule("isapi.mac", "isapi_deviceinfo nvr_channel", "mac_oui", element="macaddress", read=_mac),
    _rule("lapi.model", "nvr_channel", "model_string", element="devicemodel"),
    _rule("lapi.maker", "nvr_channel", "brand_string", element="manufacturer"),
    _rule("onvif.serial", "onvif_deviceinfo", "serial_string", element="serialnumber"),
    _rule("onvif.model", "onvif_deviceinfo", "model_string", element="model"),
    _rule("onvif.firmware", "onvif_deviceinfo", "firmware_string", element="firmwareversion"),
    _rule("cgi.serial", "cgi_systeminfo", "serial_string", element="serialnumber"),
    _rule("cgi.device-type", "cgi_systeminfo", "model_string", element="devicetype", read=_named),
    _rule("cgi.base-model", "cgi_systeminfo", "model_string", element="updateserial"),
    _rule("gb28181.model", "gb28181_deviceinfo", "model_string", element="model"),
    _rule("gb28181.firmware", "gb28181_deviceinfo", "firmware_string", element="firmware"),
    _rule("scope.hardware", _SCOPES, "model_string", element="hardware"),
    _rule("scope.mac", _SCOPES, "mac_oui", element="mac", read=_mac),
    _rule("scope.macaddr", _SCOPES, "mac_oui", element="macaddr", read=_mac),
    _rule("scope.serial", _SCOPES, "serial_string", element="serial"),
    _rule("scope.version", _SCOPES, "firmware_string", element="version"),
    _rule("wsd.link-local", f"{_SCOPES} onvif_xaddrs onvif_soap", "mac_oui", pattern=_LINK_LOCAL, read=_eui64),
    _rule("wsd.uuid", f"{_SCOPES} onvif_xaddrs onvif_soap onvif_endpoint", "mac_oui", pattern=_UUID, read=_node),
    _rule("body.upnp", "http_body", "upnp_description", pattern=_UPNP),
    _rule("realm.serial", f"{_REALMS} dvrip_37777", "serial_string", pattern=rf"Login to ({_DAHUA_SERIAL})\b"),
    _rule("realm.axis-mac", _REALMS, "mac_oui", pattern=r'realm="AXIS_(?:WS_)?([0-9A-F]{12})"', read=_mac),
    _rule("realm.mac", _REALMS, "mac_oui", pattern=r'(?i)realm="([0-9a-f]{12})"', read=_mac),
    _rule(
        "snmp.hikvision-model", "snmp_oid_value", "model_string", pattern=rf"{_TREE}39165\.1\.1\.0{_IS}(\S.{{0,80}})"
    ),
    _rule(
        "snmp.dahua-serial",
        "snmp_oid_value",
        "serial_string",
        pattern=rf"{_TREE}1004849\.2\.1\.2\.4\.0{_IS}(\S{{1,40}})",
    ),
    _rule(
        "snmp.dahua-model",
        "snmp_oid_value",
        "model_string",
        pattern=rf"{_TREE}1004849\.2\.1\.2\.6\.0{_IS}(\S.{{0,80}})",
    ),
    _rule("dhcp.dahua-serial", "dhcp_hostname", "serial_string", pattern=rf"^({_DAHUA_SERIAL})$"),
)

# Keys of a subject that are facts as well.
SUBJECT_RULES: tuple[tuple[str, str, str, Callable[[str], str | None]], ...] = (
    ("subject.mac", "mac", "mac_oui", _mac),
    ("subject.serial", "serial", "serial_string", _told),
    ("subject.uuid", "uuid", "mac_oui", _node),
    ("subject.ip", "ip", "mac_oui", _eui64),
)
_BY_FIELD: dict[str, tuple[Rule, ...]] = {f: tuple(r for r in RULES if f in r.fields) for r in RULES for f in r.fields}


def derive(kept: Iterable[Kept]) -> list[Kept]:
    """What hides in observations: in each value, and once in the keys of each subject of a file, read from its first one.

    First is what stands first as text, which begins with the day and is the same whatever file or line it came from. Nothing
    is derived from junk MACs.
    """
    first: dict[tuple[str, Subject], Kept] = {}
    found: list[Kept] = []
    for told in kept:
        subject = told.seen.subject
        if told.seen.field in _BY_FIELD:
            found += _derived(told, _in_value(told.seen))
        if _with_keys(subject):
            known = first.setdefault((told.file, subject), told)
            if told.text < known.text:
                first[told.file, subject] = told
    for told in first.values():
        found += _derived(told, _in_subject(told.seen.subject))
    return found


def _with_keys(subject: Subject) -> bool:
    return bool(subject.mac or subject.serial or subject.uuid or (subject.ip and ":" in subject.ip))


def _in_value(observation: Observation) -> tuple[tuple[str, str, str], ...]:
    if observation.field == "nvr_channel" and observation.subject.kind != "channel":
        return ()  # a channel of a recorder is another thing than the recorder
    return _read(observation.field, observation.value[:MAX_VALUE])


@lru_cache(maxsize=16384)
def _read(field: str, text: str) -> tuple[tuple[str, str, str], ...]:
    answer = decode(field, text) if field in STRUCTURED else {}
    return tuple((rule.id, rule.target, value) for rule in _BY_FIELD[field] for value in rule.find(text, answer))


def _in_subject(subject: Subject) -> Iterator[tuple[str, str, str]]:
    for rule, key, target, read in SUBJECT_RULES:
        raw = getattr(subject, key)
        if raw and (value := read(raw)):
            yield rule, target, value


def _derived(parent: Kept, hidden: Iterable[tuple[str, str, str]]) -> Iterator[Kept]:
    seen = parent.seen
    for rule, field, value in dict.fromkeys(hidden):
        origin = Origin(
            tool=seen.origin.tool, method="derived", locator=seen.origin.locator, rule=rule, parent=parent.id
        )
        yield keep(
            parent.file,
            Observation(subject=seen.subject, field=field, value=value, collected=seen.collected, origin=origin),
        )
