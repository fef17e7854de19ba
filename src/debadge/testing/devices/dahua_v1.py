"""A simulated unit with Dahua's older discovery: 32 bytes asked, a binary answer, UDP port 5050.

Source: the fact base on protocols, section 2 ("Older variant"), and UniversalScanner's Dahua1.cs (a head of 32 bytes, a
block of 88, a section with the MAC and perhaps the model, a section of lines), read 2026-11-22.
"""

from __future__ import annotations

from dataclasses import dataclass

from debadge.testing.devices.persona import Persona

_QUESTION = b"\xa3\x01\x00\x01" + bytes(12) + b"\x02" + bytes(15)
_BLOCK_LENGTH = 88  # 0x58
_MODEL_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How one firmware writes its answer."""

    long_model: bool = True  # the model follows the MAC as well; the place in the block holds 16 bytes of it
    encoding: str = "utf-8"  # of the name that an owner gave
    version: bool = True  # a line with the firmware


def answer(persona: Persona, datagram: bytes, manner: Manner | None = None) -> bytes | None:
    """What the unit sends back after one datagram, or None: it is silent to all but the 32 bytes of the question."""
    if datagram != _QUESTION:
        return None
    how = manner or Manner()
    text = persona.mac.encode() + (persona.model.encode() if how.long_model else b"")
    lines = _lines(persona, how)
    head = bytearray(32)
    head[0:3] = bytes((0xB3, 0x00, len(text)))
    head[4:8] = _BLOCK_LENGTH.to_bytes(4, "little")
    head[16] = 2
    head[20:22] = len(lines).to_bytes(2, "little")
    return bytes(head) + _block(persona) + text + lines


def _block(persona: Persona) -> bytes:
    block = bytearray(_BLOCK_LENGTH)
    model = persona.model.encode()[:_MODEL_BYTES]
    block[8 : 8 + len(model)] = model  # offset 40 of the datagram
    for at, address in ((24, persona.ip), (28, persona.mask), (32, persona.gateway)):
        block[at : at + 4] = bytes(int(octet) for octet in address.split("."))
    return bytes(block)


def _lines(persona: Persona, how: Manner) -> bytes:
    told = [("Name", persona.name or persona.device_class), ("Device", persona.device_class)]
    told += [("IPv6Addr", persona.link_local()), ("SerialNo", persona.serial)]
    if how.version:
        told.append(("Version", persona.firmware))
    return "".join(f"{name}:{value}\r\n" for name, value in told).encode(how.encoding)
