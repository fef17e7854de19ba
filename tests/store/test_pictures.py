"""What a photograph tells beside the picture is cut; the picture itself stays byte for byte."""

from __future__ import annotations

import struct
import zlib

import pytest

from debadge.model.errors import ToldError
from debadge.store.pictures import bare

SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00scan of the picture\xff\xd9"
TABLE = b"\xff\xdb\x00\x05\x00\x01\x02"


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, 2 + len(content)) + content


def exif(order: str, *entries: tuple[int, int]) -> bytes:
    mark = b"II" if order == "<" else b"MM"
    told = b"".join(struct.pack(f"{order}HHIHH", tag, 3, 1, value, 0) for tag, value in entries)
    tiff = mark + struct.pack(f"{order}HIH", 42, 8, len(entries)) + told + struct.pack(f"{order}I", 0)
    return segment(0xE1, b"Exif\0\0" + tiff + b"GPS 45.42 N 75.69 W")


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_place_and_device_are_cut_from_a_jpeg() -> None:
    colours = segment(0xE2, b"ICC_PROFILE\0\1\1colours")
    told = (
        b"\xff\xd8"
        + exif("<", (0x0110, 7), (0x8825, 9))
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:45.42>")
        + segment(0xED, b"Photoshop 3.0\0 Ottawa")
        + segment(0xFE, b"taken by Ada")
        + colours
        + TABLE
        + SCAN
    )
    assert bare(told, "a.jpg") == b"\xff\xd8" + colours + TABLE + SCAN


@pytest.mark.parametrize("order", ["<", ">"])
def test_turned_jpeg_stays_turned(order: str) -> None:
    told = bare(b"\xff\xd8" + exif(order, (0x0110, 7), (0x0112, 6)) + TABLE + SCAN, "a.jpg")
    assert b"GPS" not in told
    assert struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) in told
    assert told.endswith(TABLE + SCAN)
    assert bare(told, "a.jpg") == told


def test_texts_and_time_are_cut_from_a_png() -> None:
    head, body, end = chunk(b"IHDR", b"\0" * 13), chunk(b"IDAT", b"picture"), chunk(b"IEND", b"")
    told = (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"eXIf", b"MM place")
        + chunk(b"tEXt", b"Author\0Ada")
        + body
        + end
        + b"more"
    )
    assert bare(told, "a.png") == b"\x89PNG\r\n\x1a\n" + head + body + end


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"GIF89a", "case.picture.unknown"),
        (b"", "case.picture.unknown"),
        (b"\xff\xd8\xff\xe1\x00\x40Exif", "case.picture.damaged"),
        (b"\xff\xd8\xff", "case.picture.damaged"),
        (b"\xff\xd8" + exif("<", (0x0112, 6))[:-30], "case.picture.damaged"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13), "case.picture.damaged"),
    ],
)
def test_picture_that_cannot_be_read_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ToldError) as told:
        bare(content, "a")
    assert told.value.reason == reason
