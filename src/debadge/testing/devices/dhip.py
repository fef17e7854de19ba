"""A simulated unit with Dahua's discovery (DHIP): a head of 32 bytes and JSON, UDP port 37810.

It answers as the units do that were measured: only to a framed search, and not to one that names another unit. Keys and
their order are those of a captured answer. Source: the fact base on protocols, section 2 (public code index, files
28488762960, 71357628047, 1180738884), and PyPI aiodahua 0.5.0 on searches that name a unit, read 2026-11-22.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from debadge.testing.devices.persona import Persona

_HEAD_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How one firmware writes its answer. The defaults are those of the captured one."""

    spaced: bool = False  # { "mac" : "..." } instead of {"mac":"..."}
    tail: bytes = b"\n\x00"  # behind the JSON, counted in its length
    magic: bytes = b"DHIP"  # a few units write PIHD
    length: int | None = None  # what both length fields claim, if not the truth
    encoding: str = "utf-8"  # of names that owners gave
    extra: bytes = b""  # junk behind the message, not counted


def answer(persona: Persona, datagram: bytes, manner: Manner | None = None) -> bytes | None:
    """What the unit sends to whoever sent one datagram, or None where it is silent."""
    if not _is_search(persona, datagram):
        return None
    how = manner or Manner()
    separators = (" , ", " : ") if how.spaced else (",", ":")
    body = json.dumps(_message(persona), ensure_ascii=False, separators=separators).encode(how.encoding) + how.tail
    length = (len(body) if how.length is None else how.length).to_bytes(4, "little")
    head = _HEAD_LENGTH.to_bytes(4, "little") + how.magic + bytes(8) + length + bytes(4) + length + bytes(4)
    return head + body + how.extra


def _is_search(persona: Persona, datagram: bytes) -> bool:
    """A framed DHDiscover.search that names no unit, or this one in its top level; one in params is ignored."""
    if datagram[4:8] != b"DHIP":
        return False
    length = int.from_bytes(datagram[16:20], "little")
    try:
        asked = json.loads(datagram[_HEAD_LENGTH : _HEAD_LENGTH + length])
    except (ValueError, RecursionError):
        return False
    if not isinstance(asked, dict) or asked.get("method") != "DHDiscover.search":
        return False
    params = asked.get("params")
    return asked.get("mac", "") in {"", persona.mac} and isinstance(params, dict) and not params.get("mac")


def _message(persona: Persona) -> dict[str, Any]:
    return {"mac": persona.mac, "method": "client.notifyDevInfo", "params": {"deviceInfo": _device(persona)}}


def _device(persona: Persona) -> dict[str, Any]:
    return {
        "AlarmInputChannels": 0,
        "AlarmOutputChannels": 0,
        "DeviceClass": persona.device_class,
        "DeviceID": "",
        "DeviceType": persona.model,
        "Find": "BC",
        "FindVersion": 1,
        "HttpPort": persona.http_port,
        "IPv4Address": {
            "DefaultGateway": persona.gateway,
            "DhcpEnable": persona.dhcp,
            "IPAddress": persona.ip,
            "SubnetMask": persona.mask,
        },
        "IPv6Address": {
            "DefaultGateway": None,
            "DhcpEnable": False,
            "IPAddress": "/0",
            "LinkLocalAddress": f"{persona.link_local()}/64",
        },
        "Init": 2714,
        "MachineName": persona.name or persona.serial,
        "Manufacturer": persona.vendor,
        "Port": persona.port,
        "RemoteVideoInputChannels": 0,
        "SerialNo": persona.serial,
        "UnLoginFuncMask": 1,
        "Vendor": persona.vendor,
        "Version": persona.firmware,
        "VideoInputChannels": persona.channels,
        "VideoOutputChannels": 0,
    }
