"""DHIP, the discovery question and answer of Dahua's firmware: a head of 32 bytes and JSON, UDP port 37810.

The question can be written, and nothing else: setConfig and its like have no form here. Of a head only the magic is
believed, for firmware and tools fill it differently (lengths twice or four times, the magic back to front); a question
without a head gets no answer. Source: the fact base on protocols, section 2, read 2026-11-22.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from debadge.wire.objects import MAX_TEXT, read_object
from debadge.wire.texts import text_of
from debadge.wire.withheld import open_members

PORT = 37810  # UDP; group 239.255.255.251, broadcast or unicast
GROUP = "239.255.255.251"
ANSWER, QUESTION = "client.notifyDevInfo", "DHDiscover.search"
HEAD = struct.Struct("<I4sQIIII")  # own length, magic, session and id, JSON length, 0, JSON length, 0
_MAGIC = (b"DHIP", b"PIHD")  # the second is the first, written as a little-endian number by mistake
_BODY = b'{ "method" : "DHDiscover.search", "params" : { "mac" : "", "uni" : 1 } }\n'  # 73 bytes, as the vendor's tool
_START = re.compile(r"\{\s{0,16}\"")  # a bare brace may be a length of the head: 0x7b
_DEVICE = ("deviceclass", "devicetype", "serialno")


@dataclass(frozen=True, slots=True, kw_only=True)
class DhipMessage:
    """One message as heard. Somebody else's tool may set a device up on this port: of that, only the method is kept."""

    kind: str  # answer | question | other
    method: str  # "client.notifyDevInfo", "DHDiscover.search"; "" if it was cut off
    framed: bool  # whether a head stood before it
    text: str  # the JSON, decoded, without secrets; "" for other kinds
    fields: Mapping[str, str]  # members under lower-case names, nested ones also as "ipv4address.ipaddress"

    @property
    def is_answer(self) -> bool:
        """Whether a device tells about itself."""
        return self.kind == "answer"


def search() -> bytes:
    """The question of the vendor's own tool, byte for byte: any device may answer."""
    return HEAD.pack(HEAD.size, _MAGIC[0], 0, len(_BODY), 0, len(_BODY), 0) + _BODY


def read(datagram: bytes) -> DhipMessage | None:
    """A question, an answer or somebody else's message out of a datagram; None if it is nothing of the kind."""
    framed = datagram[4:8] in _MAGIC
    return _message(text_of(datagram[HEAD.size :] if framed else datagram), framed=framed)


def read_text(text: str) -> DhipMessage | None:
    """As `read`, for text that was decoded already, with or without its head."""
    framed = text[4:8] in {"DHIP", "PIHD"}
    return _message(text, framed=framed)


def _message(text: str, *, framed: bool) -> DhipMessage | None:
    start = _START.search(text)
    if start is None:
        return None
    body = open_members(text[start.start() : start.start() + MAX_TEXT])
    found, end = read_object(body)  # captured answers have 0a 00 behind it
    method = found.get("method", "")
    kind = _kind(method, found)
    if kind == "other" and not framed and not method.startswith(("DHDiscover.", "client.notify")):
        return None
    told = kind != "other"
    return DhipMessage(
        kind=kind,
        method=method,
        framed=framed,
        text=body[:end] if told else "",
        fields=found if told else {"method": method},
    )


def _kind(method: str, found: Mapping[str, str]) -> str:
    named = method.lower()
    if named == ANSWER.lower() or (not method and any(name in found for name in _DEVICE)):
        return "answer"
    return "question" if named == QUESTION.lower() else "other"
