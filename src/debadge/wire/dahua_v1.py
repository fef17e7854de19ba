"""The older discovery of Dahua's firmware: 32 bytes asked by broadcast, a binary answer, UDP port 5050.

An answer is a head of 32 bytes, a block of fixed places, a section of text (MAC, perhaps a longer model) and lines of
``name:value``. Tools keep it as bytes, as hexadecimal digits, or only its text; all three are read. Source: the fact base
on protocols, section 2 ("Older variant"), read 2026-11-22; the length of the block at byte 4 from UniversalScanner's Dahua1.cs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address

from debadge.wire.texts import MAX_BYTES, narrow_text_of
from debadge.wire.withheld import open_fields, open_lines

PORT = 5050  # UDP broadcast
_QUESTION = bytes.fromhex("a3010001" + "00" * 12 + "02" + "00" * 15)
_ANSWER = b"\xb3\x00"
_HEAD = 32  # bytes; byte 2 is the length of the text section, byte 4 of the block, bytes 20 and 21 of the lines
_MODEL, _ADDRESSES = 40, (("ipv4address", 56), ("subnetmask", 60), ("gateway", 64))
_MODEL_BYTES, _MAC_LENGTH = 16, 17
MAX_VALUE = 256  # characters; a captured name has 32 at the most
MAX_LINES = 64
_MAC = re.compile(r"(?i)(?<![0-9a-f:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}")
_LINE = re.compile(r"(?:^|(?<=[\r\n]))([A-Za-z][A-Za-z0-9]{1,31})\s{0,8}:([^\x00-\x08\x0b\x0c\x0e-\x1f\r\n]{0,256})")
_MODEL_BEFORE = re.compile(r"(?:^|[^\x20-\x7e])([A-Za-z0-9][\x20-\x7e]{0,63})$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffd]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DahuaV1Message:
    """One message as heard; the question of another tool, or our own, has no fields."""

    is_answer: bool
    text: str  # MAC and lines, decoded; "" for a question
    fields: Mapping[str, str]  # mac, model, ipv4address, subnetmask, gateway, and lines such as name, device, serialno


def search() -> bytes:
    """The question: 32 bytes, always the same."""
    return _QUESTION


def read(datagram: bytes) -> DahuaV1Message | None:
    """A question or an answer out of a datagram; None if it begins like neither."""
    if datagram.startswith(_QUESTION[:4]):
        return DahuaV1Message(is_answer=False, text="", fields={})
    if not datagram.startswith(_ANSWER) or len(datagram) < _HEAD:
        return None
    start = _HEAD + _block(datagram)
    text = narrow_text_of(datagram[start:MAX_BYTES])
    fields = _placed(datagram) | _spoken(text) | _long_model(datagram[start : start + datagram[2]])
    return _answer(text, fields)


def read_text(text: str) -> DahuaV1Message | None:
    """As `read`, for what a tool kept as text: each byte a character, or only the lines."""
    if text.startswith("\xb3\x00") and all(character <= "\xff" for character in text[:MAX_BYTES]):
        return read(text[:MAX_BYTES].encode("latin-1"))
    return _answer(text[:MAX_BYTES], _spoken(text[:MAX_BYTES]))


def _answer(text: str, fields: Mapping[str, str]) -> DahuaV1Message | None:
    return DahuaV1Message(is_answer=True, text=open_lines(text).strip("\r\n "), fields=fields) if fields else None


def _block(datagram: bytes) -> int:
    """Length of the block of fixed places; 88 in every answer known, so another length that leads nowhere is not believed."""
    length = int.from_bytes(datagram[4:8], "little")
    return length if 0 < length <= len(datagram) - _HEAD else 88


def _placed(datagram: bytes) -> dict[str, str]:
    found = {"model": _clean(datagram[_MODEL : _MODEL + _MODEL_BYTES].split(b"\x00")[0].decode("utf-8", "replace"))}
    for name, at in _ADDRESSES:
        octets = datagram[at : at + 4]
        if len(octets) == 4 and any(octets):
            found[name] = str(IPv4Address(octets))  # most significant octet first
    return {name: value for name, value in found.items() if value}


def _long_model(section: bytes) -> dict[str, str]:
    """The model behind the MAC, where the head's length of that section is right: it is longer than the fixed place."""
    told = section.decode("utf-8", "replace")
    model = told[_MAC_LENGTH:]
    whole = _MAC.fullmatch(told[:_MAC_LENGTH]) and model and not _CONTROL.search(model) and ":" not in model
    return {"model": model.strip()} if whole and model.strip() else {}


def _spoken(text: str) -> dict[str, str]:
    """MAC, the model that may follow it, and the lines; the first line begins right behind the model."""
    found: dict[str, str] = {}
    mac = _MAC.search(text)
    if mac:
        found["mac"] = mac[0]
    rest = text[mac.end() :] if mac else text
    first = rest.find("Name:")
    if first > 0 and (model := _MODEL_BEFORE.search(rest[max(first - 64, 0) : first])):
        found["model"] = model[1].strip()
    for number, line in enumerate(_LINE.finditer(rest[max(first, 0) :])):
        if number >= MAX_LINES:
            break
        if value := _clean(line[2]):
            found.setdefault(line[1].lower(), value)
    return open_fields(found)


def _clean(text: str) -> str:
    return _CONTROL.split(text, maxsplit=1)[0].strip()[:MAX_VALUE]
