"""Files made to do harm: a clear error or a reject, in bounded time and memory."""

from __future__ import annotations

import gzip
import io
import json
import re
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from debadge.model.observation import Reject
from debadge.sources import read as reading_module
from debadge.sources.interface import ReadContext
from debadge.sources.read import FileReading, read_all

Read = Callable[..., FileReading]
PAIRS = Path(__file__).parent / "importers"
BOMB = (
    '<!DOCTYPE nmaprun [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nmaprun><host><status state="up"/></host>&b;</nmaprun>'
)
OUTSIDE = '<!DOCTYPE nmaprun [<!ENTITY x SYSTEM "file:///etc/passwd">]><nmaprun>&x;</nmaprun>'


def xlsx(sheet: str, **parts: str) -> bytes:
    """A workbook with one sheet of that XML."""
    told = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO((PAIRS / "spreadsheet" / "base-1904.xlsx").read_bytes())) as book,
        zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in book.namelist():
            made.writestr(entry, sheet if entry == "xl/worksheets/sheet1.xml" else book.read(entry))
        for name, text in parts.items():
            made.writestr(name, text)
    return told.getvalue()


def reason(reading: FileReading) -> str | None:
    return reading.error.reason if reading.error else None


def sheet(cells: str) -> str:
    return f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_refused(text: str, read: Read) -> None:
    assert reason(read(text)) == "file_with_entities"


def test_external_document_type_is_not_fetched(read: Read) -> None:
    reading = read(
        '<!DOCTYPE nmaprun SYSTEM "http://192.0.2.1/x.dtd"><nmaprun><host><status state="down"/></host></nmaprun>'
    )
    assert (reading.error, reading.skipped) == (None, 1)


def test_deep_xml_is_refused(read: Read) -> None:
    assert reason(read("<nmaprun><host>" + "<table>" * 100_000)) == "xml_too_deep"


def test_deep_json_is_one_reject(read: Read) -> None:
    line = '{"subject":{"ip":"1"},"field":"a","value":"b"}'
    reading = read(
        f'{line}\n{{"subject":{"[" * 100_000}\n{{"value":"{"[" * 1000}","subject":{{"ip":"1"}},"field":"a"}}\n'
    )
    assert (reading.accepted, [reject.reason for reject in reading.rejects]) == (2, ["line_too_deep"])


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_file_that_unpacks_out_of_proportion_is_refused(pack: Callable[[bytes], bytes], read: Read) -> None:
    assert reason(read(pack(b'{"subject":{},"field":"a","value":"b"}' + b" " * 60_000_000))) == "file_swells"


def test_cut_off_gzip_is_named(read: Read) -> None:
    cut_off = gzip.compress(b'{"subject":{"ip":"1"},"field":"a","value":"b"}\n' * 9_000)[:150]
    assert reason(read(cut_off)) == "file_damaged"


def test_sheet_with_a_cell_in_the_last_corner_is_refused(read: Read) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    error = read(xlsx(sheet(rows))).error
    assert error == Reject(locator="evidence", reason="workbook_wide", given={"cells": "17179869184"})


def test_workbook_that_unpacks_out_of_proportion_is_refused(read: Read) -> None:
    assert reason(read(xlsx(sheet("") + " " * 50_000_000))) == "workbook_swells"


def test_workbook_that_lies_about_its_size_is_refused(read: Read) -> None:
    honest = xlsx(sheet("<row/>" * 50_000))
    size = len(sheet("<row/>" * 50_000)).to_bytes(4, "little")
    assert honest.count(size) == 2
    assert reason(read(honest.replace(size, (100).to_bytes(4, "little")))) == "workbook_damaged"


def test_repeated_cells_of_an_open_document_are_counted(read: Read) -> None:
    told = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO((PAIRS / "spreadsheet" / "open.ods").read_bytes())) as book,
        zipfile.ZipFile(told, "w") as made,
    ):
        for entry in book.namelist():
            text = book.read(entry)
            if entry == "content.xml":
                text = text.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">', 1)
                text = text.replace(
                    b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="16384" ', 1
                )
            made.writestr(entry, text)
    assert reason(read(told.getvalue())) == "workbook_wide"


def test_old_workbook_that_asks_for_too_much_memory_is_named(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("debadge.sources.sheet_child.MEMORY_BYTES", 1_000_000)
    error = read((PAIRS / "spreadsheet" / "old.xls").read_bytes() + b"\x00" * 30_000_000).error
    assert error == Reject(locator="evidence", reason="workbook_damaged", given={"why": "the parser broke off"})


def test_old_workbook_is_not_read_where_processes_cannot_be_limited(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debadge.sources.importers.spreadsheet.can_limit", lambda: False)
    assert reason(read((PAIRS / "spreadsheet" / "old.xls").read_bytes())) == "workbook_old"


def test_open_document_that_is_not_well_formed_is_named(read: Read) -> None:
    told = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO((PAIRS / "spreadsheet" / "open.ods").read_bytes())) as book,
        zipfile.ZipFile(told, "w") as made,
    ):
        for entry in book.namelist():
            made.writestr(
                entry, book.read(entry).replace(b"</text:p></table:table-cell>", b"</text:p></tablee-cell>", 1)
            )
    assert reason(read(told.getvalue())) == "workbook_damaged"


def test_formula_is_text(read: Read) -> None:
    reading = read("Manufacturer,Model\n=cmd|' /C calc'!A0,@SUM(1)\nAxis,P1\n")
    assert [seen.value for seen in reading.observations][:2] == ["=cmd|' /C calc'!A0", "@SUM(1)"]


def test_quote_that_never_closes_costs_one_row(read: Read) -> None:
    rows = "".join(f'Axis,P{n},"Hall {n}"\n' for n in range(100))
    reading = read(f'Manufacturer,Model,Room\nAxis,"P1,Hall\n{rows}')
    assert (reading.accepted, [reject.reason for reject in reading.rejects]) == (100, ["quote_not_closed"])


def test_many_unclosed_quotes_take_bounded_time(read: Read) -> None:
    start = time.perf_counter()
    read("Manufacturer,Model\n" + 'Axis,"P1\n' * 60_000)
    assert time.perf_counter() - start < 20


def test_too_many_rows_are_an_error_that_says_what_to_do(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("observations", "csv_table"):
        monkeypatch.setattr(f"debadge.sources.importers.{module}.MAX_ROWS", 3)
    for text in ('{"subject":{"ip":"1"},"field":"a","value":"b"}\n' * 5, "Manufacturer,Model\n" + "Axis,P1\n" * 5):
        assert reason(read(text)) == "file_too_long"


def test_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, context: object
) -> None:
    monkeypatch.setattr(reading_module, "MAX_LINES_BYTES", 10)
    (tmp_path / "a.csv").write_text("Manufacturer,Model\nAxis,P1\n")
    (reading,) = reading_module.read_all([tmp_path], context)  # type: ignore[arg-type]  # the fixture of conftest
    assert reason(reading) == "file_too_large"


def test_file_name_cannot_write_to_the_terminal(tmp_path: Path, context: object) -> None:
    (tmp_path / "a\x1b[2J\n.csv").write_text("Manufacturer,Model\nAxis,P1\n")
    (reading,) = reading_module.read_all([tmp_path], context)  # type: ignore[arg-type]  # the fixture of conftest
    assert reading.name.isprintable()


@pytest.mark.parametrize(
    "content",
    [b"\xff" * 300, b"\x00" * 300, b"Manufacturer;Model\n\xc9\xff;\x81\n\xe9;P1\n", b"\xff\xfe\x00\xd8\n\x00"],
)
def test_bytes_that_are_no_text_break_nothing(content: bytes, read: Read) -> None:
    assert json.loads(json.dumps([seen.value for seen in read(content).observations])) is not None


def test_merged_ranges_over_the_whole_sheet_take_bounded_time(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("debadge.sources.rows._MAX_FILL", 1_000)
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{"Site" if n == 1 else ""}</t></is></c>'
        f'<c r="B{n}" t="inlineStr"><is><t>{"Maker" if n == 1 else "Axis"}</t></is></c></row>'
        for n in range(1, 40)
    )
    merges = "".join('<mergeCell ref="A2:A1048576"/>' for _ in range(9))
    text = sheet(rows).replace("</sheetData>", f'</sheetData><mergeCells count="9">{merges}</mergeCells>')
    assert reason(read(xlsx(text))) == "sheet_merged"


def test_secret_in_the_name_of_a_sheet_reaches_nothing(read: Read) -> None:
    told = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO((PAIRS / "spreadsheet" / "base-1904.xlsx").read_bytes())) as book,
        zipfile.ZipFile(told, "w") as made,
    ):
        for entry in book.namelist():
            made.writestr(entry, re.sub(rb'<sheet name="[^"]*"', b'<sheet name="pwd=Zq7canary"', book.read(entry)))
    reading = read(told.getvalue())
    assert reading.error is None
    assert "pwd=[cut]" in repr(reading)
    assert "Zq7canary" not in repr(reading)


@pytest.mark.parametrize(("odd", "code"), [("\x00", "U+0000"), ("\x1b[2J", "U+001B")])
def test_control_character_in_a_list_costs_a_note(odd: str, code: str, read: Read) -> None:
    rows = "".join(f"Axis,P32{n}\n" for n in range(30))
    reading = read(f"Manufacturer,Model\n{rows}Axis,P{odd}9\n{rows}")
    assert (reading.error, reading.format, reading.accepted) == (None, "csv_table", 61)
    assert [(note.locator, note.reason, dict(note.given)) for note in reading.notes] == [
        ("evidence:32", "characters_odd", {"count": "1", "code": code})
    ]


def test_bytes_of_a_program_are_no_list(read: Read) -> None:
    assert reason(read(b"Maker,Model\n" + bytes(range(32)) * 20 + b"\nAxis,P1\n")) == "file_of_nobody"


@pytest.mark.parametrize("value", ["99999999999999999999", "10000001", "-5", "1e999999999", "1.5", "", "many"])
def test_quantity_that_counts_nothing_is_rejected(value: str, read: Read) -> None:
    line = {"subject": {"kind": "lot", "ref": "1"}, "field": "quantity", "value": value}
    assert [told.reason for told in read(json.dumps(line)).rejects] == ["line_quantity"]
    assert read(f"Manufacturer,Model,Qty\nAxis,P1,2\nAxis,P2,{value or 'x'}\n").rejected == 1


def test_whole_quantity_is_kept_as_seen(read: Read) -> None:
    line = {"subject": {"kind": "lot", "ref": "1"}, "field": "quantity", "value": "040"}
    assert [seen.value for seen in read(json.dumps(line)).observations] == ["040"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"subject":{"ip":"192.0.2.7"},"field":"http_title","value":"a","value":"b"}', "value"),
        ('{"subject":{"ip":"192.0.2.7","ip":"192.0.2.8"},"field":"http_title","value":"a"}', "ip"),
    ],
)
def test_line_with_a_key_twice_is_rejected(line: str, key: str, read: Read) -> None:
    assert [(told.reason, dict(told.given)) for told in read(line).rejects] == [("line_key_twice", {"key": key})]


@pytest.mark.parametrize("start", ["<nmaprun args='", "<nmaprun><!--", "<nmaprun><host><a b='"])
def test_token_of_xml_without_end_is_refused_in_bounded_time(start: str, read: Read) -> None:
    begun = time.perf_counter()
    reading = read(start + "x" * 40_000_000)
    assert reason(reading) == "xml_without_end"
    assert time.perf_counter() - begun < 5  # seconds; each piece used to cost a look at all before it


def test_scan_with_long_remarks_and_texts_is_read(read: Read) -> None:
    parts = f"<!--{'x' * 900_000}-->{'<task/>' * 200_000}<?x {'y' * 900_000}?>" * 3
    host = '<host><status state="up"/><address addr="192.0.2.7" addrtype="ipv4"/></host>'
    assert read(f"<nmaprun>{parts}{host}</nmaprun>").accepted == 1


def test_line_without_end_costs_one_reject_and_little_memory(tmp_path: Path, context: ReadContext) -> None:
    line = b'{"subject":{"ip":"192.0.2.7"},"field":"http_title","value":"b"}\n'
    with (tmp_path / "lines.jsonl").open("wb") as made:
        made.write(line + b'{"value":"')
        made.writelines([b"x" * 1_000_000] * 40)
        made.write(b'"}\n' + line)
    tracemalloc.start()
    (reading,) = read_all([tmp_path], context)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [told.plain() for told in reading.rejects] == [
        {"locator": "lines.jsonl:2", "reason": "line_too_long", "given": {"limit": "2000000"}}
    ]
    assert reading.accepted == 2
    assert peak < 30_000_000  # bytes; the line alone has 40 million


def test_text_cut_in_its_first_character_is_one_reject(read: Read) -> None:
    assert [told.reason for told in read(b"\xff\xfe{", format="observations").rejects] == ["line_not_text"]
