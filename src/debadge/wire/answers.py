"""One way into every structured answer: which fields hold one, and what it says under which name.

Layouts: answers of the makers' own discovery are read by their codecs, from text or from a datagram written as hexadecimal
digits, or else as the JSON and lines that tools make of them; device information of ISAPI and ONVIF is XML or JSON; CGI
system information is lines of ``name=value``. Source: the fact base on protocols, sections 1, 2 and 4, read 2026-11-22.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol

from debadge.wire import dahua_v1, dhip, nvss, sadp
from debadge.wire.elements import scan
from debadge.wire.objects import members
from debadge.wire.scopes import decode_scopes
from debadge.wire.texts import datagram_of

STRUCTURED = frozenset(
    {
        "sadp_probematch",
        "dhip_devinfo",
        "isapi_deviceinfo",
        "onvif_deviceinfo",
        "onvif_scopes",
        "cgi_systeminfo",
        "nvr_channel",
        "gb28181_deviceinfo",
        "upnp_description",
        "cwmp_inform",
        "unv_probematch",
        "dahua_v1",
        "nvss_seek",
    }
)
"""Channels whose values have fields of their own."""


class _Message(Protocol):
    """What every discovery codec makes of what it hears."""

    @property
    def is_answer(self) -> bool: ...
    @property
    def fields(self) -> Mapping[str, str]: ...


_CODECS: Mapping[str, tuple[Callable[[bytes], _Message | None], Callable[[str], _Message | None]]] = {
    "sadp_probematch": (sadp.read, sadp.read_text),
    "dhip_devinfo": (dhip.read, dhip.read_text),
    "dahua_v1": (dahua_v1.read, dahua_v1.read_text),
    "nvss_seek": (nvss.read, nvss.read_text),
}
MAX_LINES = 500
_LINE = re.compile(r"(?:^|[;\r\n,{])\s{0,64}[\"']?([A-Za-z][\w.\[\]]{0,63})[\"']?\s{0,8}[=:]\s{0,8}([^;\r\n]{0,512})")


def decode(field: str, value: str) -> dict[str, str]:
    """The fields of an answer under lower-case names; empty for other channels, for questions, and for text that holds none."""
    match field:
        case "onvif_scopes" | "unv_probematch":
            return decode_scopes(value)
        case "isapi_deviceinfo" | "nvr_channel":
            return _with_firmware(_decode_any(value))
        case _ if field in _CODECS:
            return _heard(field, value)
        case _ if field in STRUCTURED:
            return _decode_any(value)
        case _:
            return {}


def _heard(field: str, value: str) -> dict[str, str]:
    """An answer as it was on the wire, or what a tool made of it; somebody's question says nothing about a device."""
    read, read_text = _CODECS[field]
    datagram = datagram_of(value)
    told = read_text(value) if datagram is None else read(datagram)
    if told is None:
        return _decode_any(value)
    return dict(told.fields) if told.is_answer else {}


def _decode_any(value: str) -> dict[str, str]:
    brace, angle = value.find("{"), value.find("<")
    if brace >= 0 and (angle < 0 or brace < angle) and (found := members(value)):
        return found
    if angle >= 0:
        return scan(value)
    return _lines(value)


def _lines(value: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(_LINE.finditer(value[:65_536])):
        if number >= MAX_LINES:
            break
        found.setdefault(line[1].rpartition(".")[2].lower(), line[2].strip(" \t\"',"))
    return found


def _with_firmware(found: dict[str, str]) -> dict[str, str]:
    """Version and build stand in two fields there; together they are the text that other channels show."""
    version, build = found.get("firmwareversion"), found.get("firmwarereleaseddate")
    if version:
        found["firmware"] = f"{version} {build}" if build else version
    return found
