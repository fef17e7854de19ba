"""What of a list is read as nothing and names somebody is told, and passes no gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter

from debadge.cli.main import main

Told = pytest.CaptureFixture[str]
Sheet = list[list[str | int | None]]
CAMERA = "Hikvision DS-2CD2143G2-I"
GATE = ["--no-suppliers", "--fail-on", "gaps", "--strict"]


def run(path: Path, capsys: Told, *more: str) -> tuple[int, str, str]:
    code = main(["screen", "lines", str(path), *GATE, *more])
    told = capsys.readouterr()
    return code, " ".join(told.err.split()), told.out


def book(path: Path, **sheets: Sheet) -> Path:
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("heading", ["Anwendung", "Champ libre 7", "Artikelbezeichnung lang"])
def test_name_below_a_heading_that_nobody_knows_is_told(heading: str, form: str, tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "po.csv").write_text(f"Description,Qty,{heading}\nchair,1,wood\ncamera,2,{CAMERA}\n")
    code, says, _ = run(tmp_path / "po.csv", capsys, "--format", form)
    assert code == 1
    assert f'names Hikvision: what stands below "{heading}" (po.csv:3)' in says
    assert f'--map description="{heading}"' in says


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (f"PO,Description,Qty\nP1,chair,2\n* all of them {CAMERA},,\n", "Taken for a remark, no thing, and names Hikvision"),
        ("PO,Description,Qty\nP1,chair,2\nBuilding B Hikvision,,\n", "Taken for a heading between rows"),
        (f"Order of {CAMERA},,\nDescription,Qty,Price\nchair,1,20\n", "Taken for a title above the header"),
        (f"PO,Description,Qty\nP1,chair,2\n{CAMERA},,\n", 'below "PO" (po.csv:3)'),
        (f"PO,Description,Qty\nP1,chair,2\n{CAMERA},,12\n", 'below "PO" (po.csv:3)'),
        (f"Manufacturer,MPN,Material,Description\nBosch,301234567,{CAMERA},dome\n", 'below "Material" (po.csv:2)'),
        (f"Description,Qty,Commodity\ncamera,2,{CAMERA}\n", 'below "Commodity" (po.csv:2)'),
    ],
)  # fmt: skip
def test_name_in_what_is_no_line_or_no_text_is_told(content: str, says: str, tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "po.csv").write_text(content)
    code, told, _ = run(tmp_path / "po.csv", capsys)
    assert (code, says in told) == (1, True)


@pytest.mark.parametrize(
    "content",
    [
        f"Description,Qty,Fabrikant\n{CAMERA},2,HIKVISION\n",  # its line names the same
        f"Description,Qty,Ordered for\n{CAMERA},2,Building 7\n",
        f"Hikvision order,,\nDescription,Qty,Price\n{CAMERA},1,20\nSubtotal,1,20\n",
        "Description,Qty,Weight,Booked\nchair,2,12.5,2026-01-03T10:00:00Z\n",
    ],
)
def test_what_names_nobody_else_is_no_gap(content: str, tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "po.csv").write_text(content)
    assert run(tmp_path / "po.csv", capsys)[0] == 0


def test_words_without_a_heading_are_read_with_their_line(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "po.csv").write_text(f"Description,Qty,\ncamera,2,{CAMERA}\n")
    beside = book(tmp_path / "po.xlsx", A=[["Description", "Qty"], ["camera", 2, CAMERA], ["chair", 1]])
    for path in (tmp_path / "po.csv", beside):
        code, _, out = run(path, capsys, "--format", "csv")
        assert code == 0
        assert ",hikvision,hikvision,Hikvision,DS-2CD2143G2-I,camera,2,buy," in out


def test_words_below_a_merged_heading_are_read(tmp_path: Path, capsys: Told) -> None:
    with xlsxwriter.Workbook(tmp_path / "po.xlsx") as made:
        sheet = made.add_worksheet("A")
        sheet.merge_range(0, 0, 0, 1, "Description")
        sheet.write_row(0, 2, ["Qty"])
        sheet.write_row(1, 0, ["camera", CAMERA, 2])
    code, _, out = run(tmp_path / "po.xlsx", capsys, "--format", "csv")
    assert code == 0
    assert ",DS-2CD2143G2-I,camera,2,buy," in out


def test_word_beside_a_secret_is_not_shown(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "po.csv").write_text("Description,Password,\nHikvision dome,x,Zq7rrT9pw\n")
    assert "Zq7rrT9pw" not in "".join(map(str, run(tmp_path / "po.csv", capsys, "--format", "json")))


def test_sheet_of_two_columns_without_a_header_is_told(tmp_path: Path, capsys: Told) -> None:
    path = book(
        tmp_path / "po.xlsx", A=[["Description", "Qty"], ["camera", 2], ["chair", 1]], B=[[CAMERA, 12], ["chair", 1]]
    )
    code, says, _ = run(path, capsys)
    assert code == 1
    assert "Taken for a sheet of text without a list, and names Hikvision, whom no line names: po.xlsx:B" in says


def test_second_list_of_an_object_is_read_or_told(tmp_path: Path, capsys: Told) -> None:
    lines, more = [{"description": "chair"}], [{"description": CAMERA, "quantity": 3}]
    (tmp_path / "po.json").write_text(json.dumps({"lines": lines, "items": more}))
    code, _, out = run(tmp_path / "po.json", capsys, "--format", "csv")
    assert code == 0
    assert "po.json:items[0],hikvision" in out
    (tmp_path / "po.json").write_text(json.dumps({"lines": lines, "more": [*lines, *more]}))
    code, says, _ = run(tmp_path / "po.json", capsys)
    assert code == 1
    assert "Not read, and names Hikvision: more (po.json:more[1].description)" in says


def test_file_without_a_line_passes_no_gate(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "po.csv").write_text("Description,Qty\n")
    code, says, _ = run(tmp_path / "po.csv", capsys)
    assert (code, "nothing was screened" in says) == (1, True)


def test_certificate_has_it_among_the_gaps(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "po.csv").write_text(f"Description,Anwendung\ncamera,{CAMERA}\n")
    assert run(tmp_path / "po.csv", capsys, "--certificate", str(tmp_path / "c.html"))[0] == 1
    assert "Read as nothing although somebody is named there: po.csv:2" in (tmp_path / "c.html").read_text()


SERVICE = {"name": "Video cloud", "provider": {"name": "Hikvision"}, "description": "remote view of cameras"}
LIBRARY = {"type": "library", "name": "openssl"}
XML = """<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components><component type="library"><name>openssl</name>{inside}
</component></components>{beside}</bom>"""


def cyclonedx(**more: object) -> str:
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [LIBRARY], **more})


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (cyclonedx(services=[SERVICE]), "services[0]"),
        (cyclonedx(services=[{"name": "x", "services": [SERVICE]}]), "services[0].services[0]"),
        (cyclonedx(metadata={"component": {"name": "Unit"}, "supplier": {"name": "Hikvision"}}), "metadata.component"),
        (
            XML.format(
                inside="",
                beside="<services><service><provider><name>Hikvision</name></provider><name>Cloud</name></service></services>",
            ),
            "services[0]",
        ),
    ],
)
def test_service_and_maker_of_the_whole_are_read(content: str, place: str, tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "b.json").write_text(content)
    code, _, out = run(tmp_path / "b.json", capsys, "--format", "csv")
    assert code == 0
    assert f"b.json:{place},hikvision" in out


SPDX = {"spdxVersion": "SPDX-2.3", "packages": [{"name": "openssl"}]}
TAGS = "SPDXVersion: SPDX-2.3\nPackageName: openssl\n"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (cyclonedx(components=[{**LIBRARY, "purl": f"pkg:generic/hikvision/{CAMERA}@1"}]), 'below "purl"'),
        (
            cyclonedx(components=[{**LIBRARY, "properties": [{"name": "a", "value": CAMERA}]}]),
            "components[0].properties[0].value",
        ),
        (cyclonedx(metadata={"manufacture": {"name": "Hikvision"}}), "metadata.manufacture.name"),
        (cyclonedx(formulation=[{"components": [{"name": CAMERA}]}]), "formulation[0].components[0].name"),
        (XML.format(inside=f"<copyright>{CAMERA}</copyright>", beside=""), "components[0].copyright[0]"),
        (json.dumps({**SPDX, "name": f"Firmware of {CAMERA}"}), "b.json:name"),
        (json.dumps({**SPDX, "files": [{"fileName": f"./firmware/{CAMERA}.bin"}]}), "files[0].fileName"),
        (f"{TAGS}PackageComment: for {CAMERA}\n", "b.json:3"),
    ],
)
def test_rest_of_a_bill_that_names_somebody_is_told(content: str, place: str, tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "b.json").write_text(content)
    code, says, _ = run(tmp_path / "b.json", capsys)
    assert (code, place in says, "names Hikvision" in says) == (1, True, True)


@pytest.mark.parametrize(
    "content",
    [
        cyclonedx(metadata={"authors": [{"name": "Hikvision"}], "tools": [{"vendor": "Hikvision"}]}),
        cyclonedx(
            components=[
                {"type": "device", "name": CAMERA, "externalReferences": [{"url": "https://hikvision.example"}]}
            ]
        ),
        json.dumps({**SPDX, "creationInfo": {"creators": ["Tool: Hikvision"]}}),
    ],
)
def test_people_tools_and_what_is_read_already_are_no_gap(content: str, tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "b.json").write_text(content)
    assert run(tmp_path / "b.json", capsys)[0] == 0


def test_of_many_parts_the_first_are_told_and_the_others_counted(tmp_path: Path, capsys: Told) -> None:
    heads = [f"Champ {letter}" for letter in "abcdefghijklmno"]
    (tmp_path / "po.csv").write_text(f"Description,{','.join(heads)}\nchair{f',{CAMERA}' * len(heads)}\n")
    code, says, _ = run(tmp_path / "po.csv", capsys)
    assert (code, says.count("names Hikvision")) == (1, 10)
    assert "Further parts that are not read and name somebody: 5" in says
