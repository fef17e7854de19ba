"""Text out of the bytes of an answer: in whatever encoding it is, and whatever encoding it claims.

Firmware declares UTF-8 and writes GBK, pads with NUL bytes, and some tools hand answers on as UTF-16. Declarations are
therefore not read at all. Source: the fact base on protocols, section 1 ("GB-encoded text"), read 2026-11-22.
"""

from __future__ import annotations

import codecs
import re

MAX_BYTES = 65_536  # a UDP datagram has at most 65,507
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WIDE = re.compile(rb"(?P<little>[<{]\x00[\t-~]\x00)|(?P<big>\x00[<{]\x00[\t-~])")
_LOST = "\ufffd"
_HEX = re.compile(r"\s*(?:[0-9A-Fa-f]{2}[\s:]?){12,}\s*")  # shorter ones hold nothing that could be read


def text_of(datagram: bytes) -> str:
    """The text without NUL and byte order mark; what no encoding explains becomes U+FFFD.

    UTF-16 is known by its mark or by the first ``<`` or ``{``; else UTF-8 unless that explains less than GB 18030, of
    which GBK and GB 2312 are parts.
    """
    body = datagram[:MAX_BYTES]
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _bare(body[len(mark) :].decode(encoding, "replace"))
    if found := _WIDE.search(body):
        return _bare(body[found.start() :].decode("utf-16-le" if found["little"] else "utf-16-be", "replace"))
    return _bare(_narrow(body))


def datagram_of(text: str) -> bytes | None:
    """The bytes that a text of hexadecimal digits spells, with or without blanks or colons; None for any other text."""
    if text[:1] in {"<", "{"} or not _HEX.fullmatch(text[: MAX_BYTES * 3]):
        return None
    digits = re.sub(r"[\s:]", "", text[: MAX_BYTES * 3])
    return bytes.fromhex(digits[: len(digits) // 2 * 2])


def _narrow(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        told = body.decode("utf-8", "replace")
    lost = told.count(_LOST)
    explained = sum(character > "\x7f" for character in told) - lost
    if lost < explained or _LOST not in told.rstrip(_LOST + "\x00"):  # a stray byte, or a last character cut off
        return told
    return min(told, body.decode("gb18030", "replace"), key=lambda text: text.count(_LOST))


def _bare(text: str) -> str:
    return text.replace("\x00", "").removeprefix("\ufeff")
