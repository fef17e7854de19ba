"""Text out of the bytes of an answer: in whatever encoding it is, and whatever encoding it claims.

Firmware declares UTF-8 and writes GBK, pads with NUL bytes, and some tools hand answers on as UTF-16. Declarations are
therefore not read at all. Source: the fact base on protocols, section 1 ("GB-encoded text"), read 2026-11-22.
"""

from __future__ import annotations

import re

MAX_BYTES = 65_536  # a UDP datagram has at most 65,507
_FIRST = re.compile(rb"(?P<big>\x00[<{]\x00[\t-~])|(?P<little>[<{]\x00[\t-~]\x00)|[<{]")
_LOST = "\ufffd"
_HEX = re.compile(r"(?a)\s*(?:[0-9A-Fa-f]{2}[\s:]?){12,}\s*")  # shorter ones hold nothing that could be read


def text_of(datagram: bytes) -> str:
    """The text of XML or JSON without NUL; what no encoding explains becomes U+FFFD.

    UTF-16 is known by the first ``<`` or ``{``, with a byte order mark or without; for the others see `narrow_text_of`.
    """
    body = datagram[:MAX_BYTES]
    first = _FIRST.search(body)
    if first and first["big"] and first.start() % 2 == 0:
        return _bare(body[first.start() :].decode("utf-16-be", "replace"))
    if first and first.lastgroup:  # at an odd place the zero before it ends the character that stands there
        return _bare(body[first.end() - 3 - bool(first["little"]) :].decode("utf-16-le", "replace"))
    return narrow_text_of(body)


def narrow_text_of(datagram: bytes) -> str:
    """As `text_of`, for text of which each character is one byte or more: UTF-8, unless GB 18030 explains more of it.

    GBK and GB 2312 are parts of GB 18030. Junk around a document has no say in what the document is written in.
    """
    body = datagram[:MAX_BYTES]
    return _bare(body.decode("utf-8" if _is_utf8(body) else "gb18030", "replace"))


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        first, end = _FIRST.search(body), max(body.rfind(b">"), body.rfind(b"}")) + 1
        core = body[first.start() : end] if first and first.start() < end else body
        told, other = core.decode("utf-8", "replace"), core.decode("gb18030", "replace")
        lost = told.count(_LOST)
        explained = sum(character > "\x7f" for character in told) - lost
        return lost < explained or lost <= other.count(_LOST)
    return True


def datagram_of(text: str) -> bytes | None:
    """The bytes that a text of hexadecimal digits spells, with or without blanks or colons; None for any other text."""
    piece = text[: MAX_BYTES * 3]
    return bytes.fromhex(piece.replace(":", "")) if _HEX.fullmatch(piece) else None


def _bare(text: str) -> str:
    return text.replace("\x00", "")
