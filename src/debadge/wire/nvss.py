"""NVSS, the search of Tiandy's firmware: a head of ten bytes and words parted by tabs, UDP ports 3000 and 4000.

A unit answers up to four times, and writes the octets of its MAC back to front; here they are put right. Units sold under
other names (SANNCE) answer too. Source: the fact base on fingerprints, `protocols_more` ("Tiandy search"), read 2026-11-22.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address

from debadge.wire.texts import narrow_text_of

PORTS = (3000, 4000)  # UDP, asked from local port 6001, TTL 64
GROUPS = ("234.56.78.9", "239.255.255.250")
HEAD = struct.Struct("<IHHH")  # magic, two zero words, length of the words
MAGIC = 0xE5E5BEBE
MAX_VALUE = 256  # characters
_MARK = "NEWM4V00\t"
_END = "\n\n\n"
_QUESTION = ("IP", "IP", "NEWM4V00", "CMD", "SEEKNVSS")
_PLACES = {"mac": 2, "channels": 6, "port": 7, "httpport": 10, "model": 22, "serial": 24, "ipv4address": 32}
_OCTETS = re.compile(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffd]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NvssMessage:
    """One message as heard: a unit's answer, or the question of somebody's tool, which has no fields."""

    is_answer: bool
    text: str  # the words with their tabs, from the mark on; "" for a question
    fields: Mapping[str, str]  # mac (octets in the usual order), channels, port, httpport, model, serial, ipv4address


def search() -> bytes:
    """The question, always the same."""
    words = ("\t".join(_QUESTION) + _END).encode()
    return HEAD.pack(MAGIC, 0, 0, len(words)) + words


def read(datagram: bytes) -> NvssMessage | None:
    """A question or an answer out of a datagram; its head may be missing or wrong. None if no word list is in it."""
    return read_text(narrow_text_of(datagram))


def read_text(text: str) -> NvssMessage | None:
    """As `read`, for text that was decoded already. The first list that is an answer counts, else the first question."""
    asked = False
    at = text.find(_MARK)
    while at >= 0:
        end = text.find(_END, at)
        words = text[at + len(_MARK) : end if end >= 0 else None]
        if words.startswith("CMD\tNVSS\t"):
            told = words.split("\t", 64)[:64]
            fields = {name: value for name, place in _PLACES.items() if (value := _word(name, told, place))}
            return NvssMessage(is_answer=True, text=(_MARK + "\t".join(told)).rstrip("\n"), fields=fields)
        asked = asked or words.startswith("CMD\tSEEKNVSS")
        at = text.find(_MARK, end) if end >= 0 else -1
    return NvssMessage(is_answer=False, text="", fields={}) if asked else None


def _word(name: str, words: list[str], place: int) -> str:
    value = _CONTROL.split(words[place], maxsplit=1)[0].strip()[:MAX_VALUE] if place < len(words) else ""
    match name:
        case "mac":
            return ":".join(reversed(value.split(":"))) if _OCTETS.fullmatch(value) else ""
        case "ipv4address":
            return value if _is_address(value) else ""
        case "channels" | "port" | "httpport":
            return value if value.isascii() and value.isdigit() and len(value) <= 5 else ""
        case _:
            return value


def _is_address(text: str) -> bool:
    try:
        return IPv4Address(text) != IPv4Address(0)
    except AddressValueError:
        return False
