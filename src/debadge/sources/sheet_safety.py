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
from collections.abc import Iterator
from xml.parsers import expat

from debadge.model.errors import InputError
from debadge.sources.limits import MAX_CELLS, MAX_FILE_BYTES, MAX_RATIO, RATIO_FREE_BYTES

AGAIN = "Open it, save it again as .xlsx, or save the sheets as CSV."
_CHUNK = 1 << 20  # bytes at a time
_HEADER = struct.Struct("<26xHH")  # before each part: the last two fields are the lengths of what follows
_OVERLAP = 256  # bytes carried over, so that no reference is cut in two
_REFERENCE = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^<>]{0,200}?\br\s*=\s*["']\s*([A-Za-z0-9:$]{1,40})""")
_CORNER = re.compile(rb"\$?([A-Za-z]{0,3})\$?([0-9]{0,7})")
_ODS_TOKEN = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^<>]*)>")
_ODS_REPEAT = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,9})[\"']")


def check(content: bytes, name: str) -> None:
    """Refuse a workbook that would not fit into memory.

    Raises:
        InputError: Too large, damaged, encrypted, or a kind of workbook that cannot be measured; says what to do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            _check_zip(book, content, name)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as bad:  # its table, a future layout, a name or a part
        raise InputError(f"{name}: a damaged spreadsheet ({bad}). {AGAIN}") from bad


def _check_zip(book: zipfile.ZipFile, content: bytes, name: str) -> None:
    entries = book.infolist()
    if any(entry.filename.lower() == "xl/workbook.bin" for entry in entries):
        raise InputError(f"{name}: a binary workbook (.xlsb). Save it as .xlsx.")
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError(f"{name}: an encrypted file. Save it without a password.")
    declared = sum(entry.file_size for entry in entries)
    if declared > MAX_FILE_BYTES or len(entries) > 10_000:  # a workbook has a few parts a sheet
        raise InputError(
            f"{name}: unpacks to {declared:,} bytes in {len(entries):,} parts, more than is read. "
            "Cut it into smaller files."
        )
    if declared > RATIO_FREE_BYTES and declared > MAX_RATIO * len(content):
        raise InputError(
            f"{name}: unpacks to more than {MAX_RATIO} times its size and is not read. Save the sheets as CSV."
        )
    for entry in entries:
        pieces = _pieces(content, entry, name)
        area = _ods_area(pieces, name) if entry.filename == "content.xml" else _xlsx_corner(pieces)
        if area > MAX_CELLS:
            raise InputError(
                f"{name}: a sheet with {area:,} cells from its first to its last, more than is read. "
                "Delete the empty rows and columns after the list, or save the sheet as CSV."
            )


def _pieces(content: bytes, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """The entry unpacked, as far as it declares; a larger one has lied and is refused."""
    packed = _packed(content, entry)
    if entry.compress_type == zipfile.ZIP_STORED:
        if entry.file_size != entry.compress_size:
            raise ValueError("a part has another size than it declares")
        yield from (bytes(packed[i : i + _CHUNK]) for i in range(0, len(packed), _CHUNK))
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise InputError(f"{name}: packed in a way that spreadsheets do not use. Open it and save it again.")
    unpack, told, rest = zlib.decompressobj(-15), 0, bytes(packed)
    while rest and not unpack.eof:
        try:
            piece = unpack.decompress(rest, _CHUNK)
        except zlib.error as bad:
            raise ValueError(str(bad)) from bad
        rest = unpack.unconsumed_tail
        told += len(piece)
        if told > entry.file_size:
            raise ValueError("a part is larger than it declares")
        yield piece


def _packed(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    at = entry.header_offset
    if not 0 <= at <= len(content) - _HEADER.size:  # a damaged table may even point before the beginning
        raise ValueError("a part stands outside the file")
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


def _ods_area(pieces: Iterator[bytes], name: str) -> int:
    """Cells of the largest sheet's rectangle; what is repeated counts as often, if something stands in or after it."""
    text = b"".join(pieces)
    _check_form(text, name)
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


def _check_form(text: bytes, name: str) -> None:
    """Refuse XML that is not well formed: the parser looks for an end tag that never comes, for ever."""

    def refuse(*_: object) -> None:
        raise InputError(f"{name}: declares entities, which no spreadsheet does. The file is not read.")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text, True)  # noqa: FBT003  # the parser's own signature
    except (expat.ExpatError, LookupError) as bad:  # or an encoding that nobody knows
        raise ValueError(str(bad)) from bad
