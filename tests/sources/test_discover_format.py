"""Content decides which reader a file is for."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from debadge.model.errors import FileError, InputError
from debadge.sources import discover
from debadge.sources.discover import formats, importer, pick
from debadge.sources.interface import EvidenceFile
from debadge.sources.read import FileReading

HOST = '<host><status state="up"/><address addr="192.0.2.1" addrtype="ipv4"/></host>'
NMAP = f'<?xml version="1.0"?><nmaprun args="nmap 192.0.2.1">{HOST}</nmaprun>'
LINE = '{"subject":{"ip":"192.0.2.7"},"field":"http_server","value":"App-webs/"}\n'
TABLE = "Manufacturer,Model\nHikvision,DS-2CD2143G2-I\nAxis,P3245-V\n"
SADP = "Device Type,Software Version,Device Serial Number,MAC Address\nDS-1,V1,DS-120211206AAWRG40118207,44:19:b6:00:00:01\n"


@pytest.mark.parametrize(
    ("text", "format_"), [(NMAP, "nmap"), (LINE, "observations"), (TABLE, "csv_table"), (SADP, "sadp")]
)
@pytest.mark.parametrize(
    "pack",
    [
        str.encode,
        lambda t: gzip.compress(t.encode()),
        lambda t: zstandard.compress(t.encode()),
        lambda t: t.encode("utf-8-sig"),
        lambda t: t.encode("utf-16"),
        lambda t: t.encode("utf-16-le"),
        lambda t: t.encode("utf-16-be"),
        lambda t: b"\n\n" + t.encode(),
    ],
    ids=["plain", "gzip", "zstd", "mark", "utf-16", "utf-16-le", "utf-16-be", "blank lines"],
)
def test_format_is_found_through_packing_and_encoding(
    text: str, format_: str, pack: Callable[[str], bytes], read: Callable[..., FileReading]
) -> None:
    if format_ == "nmap" and pack(text).startswith(b"\n"):
        text = text.removeprefix('<?xml version="1.0"?>')  # XML allows no blank line before its declaration
    reading = read(pack(text), "holiday.jpg")
    assert (reading.format, reading.error) == (format_, None)
    assert reading.accepted >= 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file_empty"),
        (b"%PDF-1.7", "file_is_pdf"),
        (b"PK\x03\x04word/document.xml", "file_is_zip"),
        (b"\xd4\xc3\xb2\xa1", "file_is_capture"),
        (b"Dear Sir or Madam", "file_of_nobody"),
        (b"{}", "file_of_nobody"),
        (b"<html></html>", "file_of_nobody"),
        (b"#separator \\x09\n#fields\tts\tuid\n1\t2\n", "file_of_nobody"),
    ],
)
def test_file_of_nobody_is_named_with_its_remedy(content: bytes, reason: str, read: Callable[..., FileReading]) -> None:
    error = read(content, "x.csv").error
    assert error is not None
    assert (error.locator, error.reason) == ("x.csv", reason)


def test_two_claims_are_an_error_that_offers_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importer("nmap"), "sniff", lambda *_: True)
    with pytest.raises(FileError, match=r"file_ambiguous .*'nmap, sadp'.*'example': 'nmap'"):
        pick(EvidenceFile(name="x", head=SADP.encode()))


def test_person_chooses_the_format(read: Callable[..., FileReading]) -> None:
    assert read(SADP, format="csv_table").format == "csv_table"


def test_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(InputError, match="csv_table, nmap, observations, sadp, spreadsheet"):
        discover.importer("nope")


def test_every_importer_keeps_the_contract(columns: object) -> None:  # noqa: ARG001  # the fixtures load what importers need
    for name in formats():
        assert name == importer(name).NAME
        assert f"format_{name}" == importer(name).DESCRIPTION


def test_listing_and_sniffing_load_no_heavy_parser() -> None:
    code = (
        "import sys; from debadge.sources import discover as d; from debadge.sources.interface import EvidenceFile as F\n"
        "try: d.pick(F(name='x', head=b'nothing'))\nexcept Exception: pass\n"
        "print(sorted({'yaml', 'python_calamine', 'defusedxml', 'zstandard', 'xml.etree.ElementTree'} & set(sys.modules)))"
    )
    source = Path(__file__).parent.parent.parent / "src"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,  # ourselves
        env={"PYTHONPATH": str(source)},
    )  # our own code
    assert told.stdout.strip() == "[]"
