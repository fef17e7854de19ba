"""Photographs without what they tell beside the picture: place, device, owner. The pixels stay as they are.

JPEG (ITU-T T.81, segments) and PNG (W3C PNG, chunks). Of a JPEG's Exif data the orientation alone is kept:
without it the picture would lie on its side.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from debadge.model.errors import ToldError

MAX_PICTURE = 50_000_000  # bytes
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_KEPT = {0xE0, 0xE2, 0xEE}  # application segments that say how colours are meant: JFIF, ICC, Adobe
_APPLICATION, _COMMENT, _SCAN, _END = range(0xE0, 0xF0), 0xFE, 0xDA, 0xD9
_PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs")
)
_ORIENTATION = 0x0112


def bare(content: bytes, name: str) -> bytes:
    """The picture alone.

    Args:
        content: Of the file.
        name: Of the file, for the error.

    Raises:
        ToldError: No JPEG or PNG, damaged, or too large.
    """
    if len(content) > MAX_PICTURE:
        raise ToldError("case.picture.large", file=name, most=MAX_PICTURE // 1_000_000)
    try:
        if content.startswith(_JPEG):
            return b"".join(_jpeg(content))
        if content.startswith(_PNG):
            return b"".join(_png(content))
    except (struct.error, IndexError) as bad:
        raise ToldError("case.picture.damaged", file=name) from bad
    raise ToldError("case.picture.unknown", file=name)


def _jpeg(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    at = 2
    while True:
        if content[at] != 0xFF:
            raise IndexError
        marker = content[at + 1]
        if marker in {_SCAN, _END}:
            yield content[at:]
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        segment = content[at : at + 2 + length]
        if length < 2 or len(segment) < 2 + length:
            raise IndexError
        if marker in _KEPT or (marker not in _APPLICATION and marker != _COMMENT):
            yield segment
        elif segment[4:10] == b"Exif\0\0" and (turned := _orientation(segment[10:])):
            yield _exif(turned)
        at += 2 + length


def _orientation(tiff: bytes) -> int | None:
    """How the picture is turned (TIFF 6.0, tag 274); None where it is not told, or is upright."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return None
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
        if tag == _ORIENTATION:
            return int(value) if 1 < value <= 8 else None
    return None


def _exif(turned: int) -> bytes:
    """A segment that tells the orientation and nothing else."""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    told = b"Exif\0\0" + tiff
    return struct.pack(">BBH", 0xFF, 0xE1, 2 + len(told)) + told


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        chunk = content[at : at + 12 + length]
        if len(chunk) < 12 + length:
            raise IndexError
        if kind in _PNG_KEPT:
            yield chunk
        if kind == b"IEND":
            return
        at += 12 + length
    raise IndexError
