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
from contextlib import suppress
from pathlib import Path
from xml.parsers import expat

import pytest
from python_calamine import CalamineWorkbook

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


def lines(content: bytes, _: FileReading) -> int | None:
    """Records of a file of JSON lines: lines that are not blank."""
    encoding = encoding_of(content)
    if not encoding.startswith("utf-8"):
        return None
    text = content.decode(encoding, "surrogateescape")
    return sum(1 for line in re.split(r"\r\n|\r|\n", text) if line.strip())


def rows(content: bytes, _: FileReading) -> int:
    """Records of a text table, without its header."""
    text = decode(content)[0]
    separator, named = separator_of(text)
    every = records(text, separator or ",", named)
    return sum(1 for record in every if record.broken or any(map(str.strip, record.cells))) - 1


def hosts(content: bytes, reading: FileReading) -> int:
    """Hosts of a scan up to where it stops being XML, which is told once, by a parser that is not asked to keep anything."""
    found = depth = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal found, depth
        found += tag == "host" and not depth
        depth += bool(depth or tag == "host")

    def end(_: str) -> None:
        nonlocal depth
        depth -= bool(depth)

    def unknown(entity: str, _: bool) -> None:  # the parser's own signature
        raise ValueError(entity)  # it stands for nobody knows what

    parser = expat.ParserCreate(namespace_separator="}")  # names with a colon have to be those of a namespace
    parser.StartElementHandler, parser.EndElementHandler, parser.SkippedEntityHandler = start, end, unknown
    with suppress(expat.ExpatError, ValueError, LookupError):
        parser.Parse(content, True)  # the parser's own signature
    return found + sum(reject.reason == "xml_broken" for reject in reading.rejects)


def sheet_rows(content: bytes, reading: FileReading) -> int | None:
    """Rows with something in them, as another program sees them, without one header a sheet; what is no list counts once."""
    if not content.startswith(b"PK"):
        return None  # an old workbook that is damaged may end the process that parses it
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    whole = {skip.locator for skip in reading.skips if skip.reason == "prose_sheet"}
    whole |= {reject.locator for reject in reading.rejects if reject.reason == "sheet_without_columns"}
    told = 0
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name).to_python()
        filled = sum(1 for row in sheet if any(str(cell).strip() for cell in row))
        told += 1 if f"evidence:{name}" in whole else max(filled - 1, 0)
    return told


COUNTS: dict[str, Callable[[bytes, FileReading], int | None]] = {
    "observations": lines,
    "csv_table": rows,
    "sadp": rows,
    "nmap": hosts,
    "spreadsheet": sheet_rows,
}


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
    assert sorted(SEEDS) == sorted(COUNTS) == sorted(formats())
    assert [format_ for format_ in SEEDS if not seeds(format_)] == []


@pytest.mark.parametrize("format_", sorted(SEEDS))
def test_damaged_file_is_accounted_for(format_: str, read: Read) -> None:
    whole = 0
    for content in damaged(format_):
        start = time.process_time()
        reading = read(content, format=format_)
        assert time.process_time() - start < SLOWEST_S
        assert all(isinstance(item, Observation | Reject | Skip) for item in reading.items)
        if reading.error is None:
            whole += 1
            counted = COUNTS[format_](content, reading)
            assert counted is None or reading.accepted + reading.rejected + reading.skipped == counted
        else:
            assert reading.items == ()
            assert reading.error.reason != "reader_broke", reading.error
    assert whole > RUNS / 20  # the test would say nothing if every file were refused


@pytest.mark.parametrize("format_", sorted(SEEDS))
def test_undamaged_file_is_accounted_for(format_: str, read: Read) -> None:
    for content in seeds(format_):
        reading = read(content, format=format_)
        counted = COUNTS[format_](content, reading)
        assert counted is None or reading.accepted + reading.rejected + reading.skipped == counted


@pytest.mark.parametrize("format_", ["csv_table", "observations"])
def test_secret_does_not_escape_from_a_file_that_is_cut_off(format_: str, read: Read) -> None:
    for content in seeds(format_):
        if CANARY in content:
            for end in range(len(content), max(len(content) - 400, 1), -7):
                assert CANARY.decode() not in repr(read(content[:end], format=format_))


def test_csv_module_still_has_its_own_limit() -> None:
    assert csv.field_size_limit() == 131_072  # ours rests on it
