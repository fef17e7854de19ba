"""Spreadsheets of strangers, looked at before the parser sees them: how large they unpack, how large their rectangles are.

The parser lays out every sheet as a full rectangle, and memory that it cannot get ends the program: one cell in the last
corner of an otherwise empty sheet asks for 17 billion cells. So the corners are read first.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.parsers import expat

from debadge.model.errors import FileError
from debadge.sources.limits import MAX_CELLS, MAX_FILE_BYTES, MAX_RATIO, RATIO_FREE_BYTES

_CHUNK = 1 << 20  # bytes at a time
_HEADER = struct.Struct("<26xHH")  # before each part: the last two fields are the lengths of what follows
_OVERLAP = 256  # bytes carried over, so that no reference is cut in two
_REFERENCE = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^<>]{0,200}?\br\s*=\s*["']\s*([A-Za-z0-9:$]{1,40})""")
_CORNER = re.compile(rb"\$?([A-Za-z]{0,3})\$?([0-9]{0,7})")
_ODS_TOKEN = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^<>]*)>")
_ODS_REPEAT = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,9})[\"']")


def check(content: bytes) -> None:
    """Refuse a workbook that would not fit into memory.

    Raises:
        FileError: Too large, damaged, encrypted, or a kind of workbook that cannot be measured; says what to do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            entries = book.infolist()
    # a damaged directory, a version of the format that the library does not read, a name that is none
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as bad:
        raise FileError("workbook_damaged", why=bad) from bad
    _check_parts(entries, content)


def _check_parts(entries: Sequence[zipfile.ZipInfo], content: bytes) -> None:
    if any(entry.filename.lower() == "xl/workbook.bin" for entry in entries):
        raise FileError("workbook_binary")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileError("workbook_encrypted")
    declared = sum(entry.file_size for entry in entries)
    if declared > MAX_FILE_BYTES or len(entries) > 10_000:  # a workbook has a few parts a sheet
        raise FileError("workbook_too_large", megabytes=declared // 1_000_000, parts=len(entries))
    if declared > RATIO_FREE_BYTES and declared > MAX_RATIO * len(content):
        raise FileError("workbook_swells", times=MAX_RATIO)
    for entry in entries:
        pieces = _pieces(content, entry)
        area = _ods_area(pieces) if entry.filename == "content.xml" else _xlsx_corner(pieces)
        if area > MAX_CELLS:
            raise FileError("workbook_wide", cells=area)


def _pieces(content: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The entry unpacked, as far as it declares; a larger one has lied and is refused."""
    packed = _packed(content, entry)
    if entry.compress_type == zipfile.ZIP_STORED:
        if entry.file_size != entry.compress_size:
            raise FileError("workbook_damaged", why="a part has another size than it declares")
        yield from (bytes(packed[i : i + _CHUNK]) for i in range(0, len(packed), _CHUNK))
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise FileError("workbook_packing")
    unpack, told, rest = zlib.decompressobj(-15), 0, bytes(packed)
    while rest and not unpack.eof:
        try:
            piece = unpack.decompress(rest, _CHUNK)
        except zlib.error as bad:
            raise FileError("workbook_damaged", why=bad) from bad
        rest = unpack.unconsumed_tail
        told += len(piece)
        if told > entry.file_size:
            raise FileError("workbook_damaged", why="a part is larger than it declares")
        yield piece


def _packed(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    at = entry.header_offset
    if not 0 <= at <= len(content) - _HEADER.size:  # a damaged table may even point before the beginning
        raise FileError("workbook_damaged", why="a part stands outside the file")
    name_length, extra_length = _HEADER.unpack_from(content, at)
    start = at + _HEADER.size + name_length + extra_length
    return memoryview(content)[start : start + entry.compress_size]


def _xlsx_corner(pieces: Iterator[bytes]) -> int:
    """Cells of the rectangle up to the farthest cell that a part names."""
    rows = columns = 0
    carried = b""
    for piece in pieces:
        text = carried + piece
        for reference in _REFERENCE.findall(text):
            for corner in reference.split(b":"):
                found = _CORNER.fullmatch(corner)
                if found:
                    rows, columns = max(rows, int(found[2] or 0)), max(columns, _column(found[1]))
        carried = text[-_OVERLAP:]
    return rows * max(columns, 1)


def _column(letters: bytes) -> int:
    told = 0
    for letter in letters.upper():
        told = told * 26 + letter - 64
    return told


def _ods_area(pieces: Iterator[bytes]) -> int:
    """Cells of the largest sheet's rectangle; what is repeated counts as often, if something stands in or after it."""
    text = b"".join(pieces)
    _check_form(text)
    largest = rows = blank_rows = widest = repeat = cells = width = 0
    for closing, kind, attributes in _ODS_TOKEN.findall(text):
        times = int(found[1]) if (found := _ODS_REPEAT.search(attributes)) else 1
        if kind == b"table":
            largest, rows, blank_rows, widest = max(largest, rows * widest), 0, 0, 0
        elif kind == b"table-row":
            if not closing:
                repeat, cells, width = times, 0, 0
            if closing or attributes.endswith(b"/"):
                rows, blank_rows = (rows + blank_rows + repeat, 0) if width else (rows, blank_rows + repeat)
                widest = max(widest, width)
        elif not closing:
            cells += times
            width = cells if b"value" in attributes or not attributes.endswith(b"/") else width
    return max(largest, rows * widest)


def _check_form(text: bytes) -> None:
    """Refuse XML that is not well formed: the parser looks for an end tag that never comes, for ever."""

    def refuse(*_: object) -> None:
        raise FileError("file_with_entities")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text, True)  # noqa: FBT003  # the parser's own signature
    except (expat.ExpatError, LookupError) as bad:  # or an encoding that nobody knows
        raise FileError("workbook_damaged", why=bad) from bad
