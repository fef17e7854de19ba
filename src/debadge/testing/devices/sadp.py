"""A simulated unit with Hikvision's discovery (SADP): XML asked and answered by UDP, port 37020.

Element names, their order and their spellings are those of a captured answer; values come from the persona. Source: the
fact base on protocols, section 1 (public code index, file 28488762960), and `protocols_more`, read 2026-11-22.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from debadge.testing.devices.persona import Persona

SALT = "5a17" * 16
"""Stands in every answer as on real units; whoever keeps it has kept too much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How one firmware writes its answer. The defaults are those of the captured one."""

    encoding: str = "utf-8"  # of the bytes, as Python names it: also utf-8-sig, gb18030, gbk, utf-16, utf-16-be
    declared: str = "UTF-8"  # what the first line claims, true or not
    shuffle: int | None = None  # seed of another order of the elements
    bare_ampersand: bool = False  # "A & B", where XML wants "A &amp; B"
    flase: bool = True  # the firmware's own spelling of false, in two elements
    lower_case: bool = False  # element names; their content stays
    closed: bool = True  # False: the last end tag is missing
    before: bytes = b""  # junk around the document
    after: bytes = b""


def answer(persona: Persona, datagram: bytes, manner: Manner | None = None) -> bytes | None:
    """What the unit sends to the group after one datagram, or None: it is silent to all but a well-formed inquiry."""
    uuid = _asked(datagram)
    if uuid is None:
        return None
    how = manner or Manner()
    elements = [("Uuid", uuid), ("Types", "inquiry"), *_elements(persona, how)]
    if how.shuffle is not None:
        random.Random(how.shuffle).shuffle(elements)  # noqa: S311  # another order, the same for the same seed
    return how.before + _written(elements, how).encode(how.encoding, "xmlcharrefreplace") + how.after


def _asked(datagram: bytes) -> str | None:
    """The Uuid of an inquiry."""
    try:
        root = fromstring(datagram)
    except (ParseError, ValueError, DefusedXmlException):
        return None
    uuid = root.findtext("Uuid")
    return uuid if root.tag == "Probe" and root.findtext("Types") == "inquiry" and uuid else None


def _written(elements: list[tuple[str, str]], how: Manner) -> str:
    body = "\r\n".join(
        f"<{name}>{escape(value).replace('&amp;', '&') if how.bare_ampersand else escape(value)}</{name}>"
        for name, value in ((name.lower() if how.lower_case else name, value) for name, value in elements)
    )
    root = "probematch" if how.lower_case else "ProbeMatch"
    end = f"\r\n</{root}>" if how.closed else ""
    return f'<?xml version="1.0" encoding="{how.declared}"?>\r\n<{root}>{body}{end}'


def _elements(persona: Persona, how: Manner) -> Iterator[tuple[str, str]]:
    no = "flase" if how.flase else "false"
    yield from (
        ("DeviceType", "141945"),
        ("DeviceDescription", persona.model),
        ("DeviceSN", persona.serial),
        ("CommandPort", str(persona.port)),
        ("HttpPort", str(persona.http_port)),
        ("MAC", persona.mac.replace(":", "-")),
        ("IPv4Address", persona.ip),
        ("IPv4SubnetMask", persona.mask),
        ("IPv4Gateway", persona.gateway),
        ("IPv6Address", persona.link_local()),
        ("IPv6Gateway", "::"),
        ("IPv6MaskLen", "64"),
        ("DHCP", str(persona.dhcp).lower()),
        ("AnalogChannelNum", "0"),
        ("DigitalChannelNum", str(persona.channels)),
        ("SoftwareVersion", persona.firmware),
        ("DSPVersion", "V7.3 build 190626"),
        ("BootTime", "2026-01-15 02:44:11"),
        ("Activated", "true"),
        ("PasswordResetAbility", "true"),
        ("PasswordResetModeSecond", "true"),
    )
    yield from ((name, value) for name, value in _badge(persona) if value is not None)
    yield from (("HCPlatformEnable", no), ("Salt", SALT), ("DeviceLock", no), ("SDKOverTLSPort", "8443"))


def _badge(persona: Persona) -> Iterator[tuple[str, str | None]]:
    """What the unit says about its badge; a firmware that lacks an element leaves it out."""
    yield "OEMCode", None if persona.oem_code is None else str(persona.oem_code)
    yield "EZVIZCode", None if persona.ezviz_code is None else str(persona.ezviz_code).lower()
    yield "DetailOEMCode", None if persona.detail_oem_code is None else str(persona.detail_oem_code)
    yield "OEMInfo", persona.oem_info
