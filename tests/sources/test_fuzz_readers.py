"""Real files, damaged at random: every record is read, rejected or skipped, and nothing but a clear error is raised.

200 runs a reader with a fixed seed; 10,000 with DEBADGE_PROVE=1. Third-party files take part where they are at hand.
"""

from __future__ import annotations

import csv
import io
import os
import random
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from debadge.model.observation import Observation, Reject, Skip
from debadge.sources.decode import decode, encoding_of
from debadge.sources.delimited import records, separator_of
from debadge.sources.discover import formats
from debadge.sources.read import FileReading

ROOT = Path(__file__).parent.parent.parent
PAIRS = Path(__file__).parent / "importers"
SHARED = ROOT.parent / "shared" / "data" / "samples"
RUNS = 10_000 if os.environ.get("DEBADGE_PROVE") == "1" else 200
SLOWEST_S = 10  # for one damaged file of some kilobytes
CANARY = b"canary-pw"
Read = Callable[..., FileReading]
SEEDS = {
    "observations": [
        ROOT / "examples/harbour-office/discovery.jsonl",
        ROOT / "examples/untidy/decouverte.json",
        *PAIRS.glob("observations/*.jsonl"),
    ],
    "csv_table": [
        ROOT / "examples/harbour-office/asset-register.csv",
        *PAIRS.glob("csv_table/*.csv"),
        SHARED / "openvas/one_vuln.csv",
    ],
    "sadp": [
        ROOT / "examples/harbour-office/sadp-depot.csv",
        ROOT / "examples/untidy/liste SADP depot.txt",
        *PAIRS.glob("sadp/*.txt"),
    ],
    "nmap": [
        ROOT / "examples/harbour-office/nmap-hq.xml",
        *PAIRS.glob("nmap/*.xml"),
        *sorted(SHARED.glob("nmap/*.xml")),
    ],
    "spreadsheet": [
        ROOT / "examples/untidy/registre.xlsx",
        ROOT / "examples/harbour-office/purchase-orders.xlsx",
        *(path for path in sorted(PAIRS.glob("spreadsheet/*")) if path.suffix != ".json"),
    ],
}
BITS = [
    b"\x00",
    b"\xff\xfe",
    b'"',
    b"\n",
    b"\r",
    b";",
    b",",
    b"<",
    b">",
    b"&",
    b"{" * 60,
    b"\\ud800",
    b"1.23E+11",
    b"=cmd|' '!A0",
    b"\xc3",
    b"A" * 70_000,
    b"00:1G:54:22",
    b"07/08/24",
    "Qté".encode(),
    b'"raw":1',
    b"]]>",
    b"<!ENTITY a 'b'>",
    b"../../etc/passwd",
    b"\x1b[2J",
    b"Total",
]


def damage(content: bytes, chance: random.Random) -> bytes:
    """One to six random changes."""
    told = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(told) + 1), chance.choice((1, 1, 4, 40, 400))
        match chance.randrange(7):
            case 0:
                told[at : at + length] = b""
            case 1:
                told[at:at] = chance.choice(BITS)
            case 2:
                told[at : at + length] = bytes(chance.randrange(256) for _ in range(min(length, len(told) - at)))
            case 3:
                told[at:at] = told[at : at + length]
            case 4:
                told = told[: max(at, 1)]
            case 5:
                other = chance.randrange(len(told) + 1)
                told[at : at + length], told[other : other + length] = (
                    told[other : other + length],
                    told[at : at + length],
                )
            case _:
                told[at : at + 1] = bytes([told[at] ^ (1 << chance.randrange(8))]) if at < len(told) else b""
    return bytes(told) or b"x"


def damage_book(content: bytes, chance: random.Random) -> bytes:
    """Half of the time inside the parts of the zip file, where a changed byte reaches the parser."""
    if chance.random() < 0.5 or not content.startswith(b"PK"):
        return damage(content, chance)
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as made:
        worst = chance.choice(book.namelist())
        for name in book.namelist():
            if chance.random() < 0.98:
                made.writestr(name, damage(book.read(name), chance) if name == worst else book.read(name))
    return told.getvalue()


def lines(content: bytes) -> int | None:
    """Records of a file of JSON lines: lines that are not blank."""
    encoding = encoding_of(content)
    if not encoding.startswith("utf-8"):
        return None
    text = content.decode(encoding, "surrogateescape")
    return sum(1 for line in re.split(r"\r\n|\r|\n", text) if line.strip())


def rows(content: bytes) -> int | None:
    """Records of a text table, the header among them."""
    text = decode(content)[0]
    separator, named = separator_of(text)
    return sum(
        1 for record in records(text, separator or ",", named) if record.broken or any(map(str.strip, record.cells))
    )


def nothing(content: bytes) -> None:  # spreadsheets and XML have no second opinion about a damaged file
    """No count."""


COUNTS: dict[str, Callable[[bytes], int | None]] = {"observations": lines, "csv_table": rows, "sadp": rows}
HEADERS = {"csv_table": 1, "sadp": 1}


def seeds(format_: str) -> list[bytes]:
    """The files that are at hand."""
    return [path.read_bytes() for path in SEEDS[format_] if path.is_file()]


def damaged(format_: str) -> Iterator[bytes]:
    """As many damaged files as there are runs."""
    chance = random.Random(f"{format_} 2026")  # noqa: S311  # the same files every time
    start = seeds(format_)
    change = damage_book if format_ == "spreadsheet" else damage
    for _ in range(RUNS):
        yield change(chance.choice(start), chance)


def test_every_format_is_damaged() -> None:
    assert sorted(SEEDS) == sorted(formats())
    assert [format_ for format_ in SEEDS if not seeds(format_)] == []


@pytest.mark.parametrize("format_", sorted(SEEDS))
def test_damaged_file_is_accounted_for(format_: str, read: Read) -> None:
    whole = 0
    for content in damaged(format_):
        start = time.perf_counter()
        reading = read(content, format=format_)
        assert time.perf_counter() - start < SLOWEST_S
        assert all(isinstance(item, Observation | Reject | Skip) for item in reading.items)
        if reading.error is None:
            whole += 1
            counted = COUNTS.get(format_, nothing)(content)
            assert (
                counted is None
                or reading.accepted + reading.rejected + reading.skipped + HEADERS.get(format_, 0) == counted
            )
        else:
            assert reading.items == ()
            assert reading.error.reason != "reader_broke", reading.error
    assert whole > RUNS / 20  # the test would say nothing if every file were refused


@pytest.mark.parametrize("format_", sorted(SEEDS))
def test_undamaged_file_is_accounted_for(format_: str, read: Read) -> None:
    for content in seeds(format_):
        reading = read(content, format=format_)
        counted = COUNTS.get(format_, nothing)(content)
        assert (
            counted is None
            or reading.accepted + reading.rejected + reading.skipped + HEADERS.get(format_, 0) == counted
        )


def test_every_host_of_a_scan_is_accounted_for(read: Read) -> None:
    for content in seeds("nmap"):
        reading = read(content, format="nmap")
        assert reading.accepted + reading.rejected + reading.skipped == len(re.findall(rb"<host[ >]", content))


def test_every_row_of_a_spreadsheet_is_accounted_for(read: Read) -> None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  # as the reader does

    for content in seeds("spreadsheet"):
        reading = read(content, format="spreadsheet")
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            [row for row in book.get_sheet_by_name(name).to_python() if any(str(cell).strip() for cell in row)]
            for name in book.sheet_names
        ]
        single = {skip.locator for skip in reading.skips if skip.reason == "prose_sheet"} | {
            reject.locator for reject in reading.rejects if reject.reason == "sheet_without_columns"
        }
        read_as_whole = sum(
            len(told) - 1 for name, told in zip(book.sheet_names, sheets, strict=True) if f"evidence:{name}" in single
        )
        headers = sum(
            1 for name, told in zip(book.sheet_names, sheets, strict=True) if told and f"evidence:{name}" not in single
        )
        assert reading.accepted + reading.rejected + reading.skipped == sum(map(len, sheets)) - read_as_whole - headers


@pytest.mark.parametrize("format_", ["csv_table", "observations"])
def test_secret_does_not_escape_from_a_file_that_is_cut_off(format_: str, read: Read) -> None:
    for content in seeds(format_):
        if CANARY in content:
            for end in range(len(content), max(len(content) - 400, 1), -7):
                assert CANARY.decode() not in repr(read(content[:end], format=format_))


def test_csv_module_still_has_its_own_limit() -> None:
    assert csv.field_size_limit() == 131_072  # ours rests on it
