"""A simulated unit with Tiandy's search (NVSS): a head of ten bytes and words parted by tabs, UDP ports 3000 and 4000.

Source: the fact base on fingerprints, `protocols_more` ("Tiandy search"; client code of PyPI sannce-aio 0.1.1), read 2026-11-22.
"""

from __future__ import annotations

from debadge.testing.devices.persona import Persona

_MAGIC = b"\xbe\xbe\xe5\xe5"
_WORDS = 33  # the address is the last one known, at place 32


def answer(persona: Persona, datagram: bytes) -> bytes | None:
    """What the unit sends back after one datagram, or None: it is silent to all but the search."""
    length = int.from_bytes(datagram[8:10], "little")
    asked = datagram[10 : 10 + length]
    if not datagram.startswith(_MAGIC) or b"NEWM4V00\tCMD\tSEEKNVSS\n\n\n" not in asked:
        return None
    words = [""] * _WORDS
    words[0:3] = ["CMD", "NVSS", ":".join(reversed(persona.mac.split(":")))]  # octets back to front
    words[6:8] = [str(persona.channels), str(persona.port)]
    words[10] = str(persona.http_port)
    words[22], words[24], words[32] = persona.model, persona.serial, persona.ip
    body = "\t".join(["NEWM4V00", *words]).encode() + b"\n\n\n"
    return _MAGIC + bytes(4) + len(body).to_bytes(2, "little") + body
