"""What becomes of rows that are no lines, of damaged files, of secrets; the order of everything."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
import zstandard

from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.sources.interface import ReadContext, Report
from debadge.sources.purchases.lines import LineReader
from debadge.sources.purchases.read import read_rows, rows_of_lines
from debadge.sources.streaming.opening import Source, file_source, stream_source
from debadge.text.sentences import LANGUAGES, Sentences
from debadge.text.tables import Columns

Take = Callable[..., Any]
SENTENCES = {
    k: v for area in ("sources", "purchases") for k, v in read_yaml(DATA / "sentences" / f"{area}.yaml").items()
}
HEAD = "PO Number,Description,Manufacturer,Qty\n"


def places(taken: Any) -> list[tuple[str, str]]:
    """What stands where, in order: lines by their first description, everything else by its reason."""
    return [
        (told.locator.partition(":")[2], told.reason if isinstance(told, Reject) else told.description[0])
        for told in taken.answers
    ]


def test_bad_rows_are_told_in_their_place_and_nothing_else_is_lost(take: Take) -> None:
    taken = take(HEAD + "1,a,,1\n3,c,,1,too,many\n4,d,,1\n")
    assert places(taken) == [("2", "a"), ("3", "more_cells_than_columns"), ("4", "d")]


def test_quantity_that_is_no_number_is_noted_and_its_line_read(take: Take) -> None:
    taken = take(HEAD + "1,a,,1\n2,b,,many\n3,c,,many\n4,d,,5\n")
    assert [(line.description[0], line.quantity) for line in taken.lines] == [
        ("a", 1),
        ("b", None),
        ("c", None),
        ("d", 5),
    ]
    note, *more = taken.report.notes
    assert (note.locator, note.reason, note.given) == (
        "po.csv:3",
        "amount_not_a_number",
        {"column": "Qty", "value": "many"},
    )
    assert more == []


def test_answers_are_numbered_without_gaps(take: Take) -> None:
    taken = take("a title\n\n" + HEAD + "1,a,,1\n\n2,b,,1,too\nTotal,,,2\n3,c,,1\n")
    assert [(line.number, line.locator) for line in taken.lines] == [(1, "po.csv:4"), (3, "po.csv:8")]


def test_quotation_mark_that_is_never_closed_costs_one_line(take: Take) -> None:
    taken = take(HEAD + '1,a,,1\n2,"b,,1\n3,c,,1\n4,d,,1\n')
    assert places(taken) == [("2", "a"), ("3", "quote_not_closed"), ("4", "c"), ("5", "d")]


def test_two_marks_that_are_never_closed_do_not_swallow_what_is_between(take: Take) -> None:
    taken = take(HEAD + '1,a,,1\n2,"b,,1\n3,c,,1\n4,d,,1\n5,"e,,1\n6,f,,1\n')
    assert [told for _, told in places(taken)] == ["a", "quote_not_closed", "c", "d", "quote_not_closed", "f"]


def test_mark_that_is_never_closed_costs_one_line_in_a_long_file_too(take: Take) -> None:
    rows = [f"{n},thing {n},,1" for n in range(30_000)]
    rows[17_000] = '17000,"open,,1'
    taken = take(HEAD + "\n".join(rows) + "\n")
    assert taken.rejects == [("po.csv:17002", "quote_not_closed")]
    assert [line.description[0] for line in taken.lines] == [f"thing {n}" for n in range(30_000) if n != 17_000]


def test_cell_of_several_lines_may_hold_separators(take: Take) -> None:
    taken = take('Qty,Description\n1,"cameras, four\nbrackets, four\ncable, one"\n2,b\n')
    assert places(taken) == [("2", "cameras, four\nbrackets, four\ncable, one"), ("5", "b")]


def test_row_across_two_blocks_is_one_row(take: Take) -> None:
    rows = "".join(f'{n},"first line of {n}\nsecond, line",,1\n' for n in range(9_000))
    taken = take(HEAD + rows)
    assert [line.description[0] for line in taken.lines] == [f"first line of {n}\nsecond, line" for n in range(9_000)]
    assert taken.lines[-1].locator == f"po.csv:{2 * 9_000}"


def test_cell_longer_than_any_cell_is_rejected(take: Take) -> None:
    taken = take(HEAD + f"1,a,,1\n2,{'b' * 70_000},,1\n3,c,,1\n4,{'d' * 140_000},,1\n5,e,,1\n")
    assert places(taken) == [
        ("2", "a"), ("3", "cell_too_long"), ("4", "c"), ("5", "row_unreadable"), ("6", "e")
    ]  # fmt: skip


def test_line_without_end_is_passed_over_and_never_held(take: Take) -> None:
    content = gzip.compress((HEAD + "1,a,,1\n").encode() + b"x" * 5_000_000 + b"\n2,b,,1\n")
    taken = take(content, "po.csv.gz")
    assert places(taken) == [("2", "a"), ("3", "row_unreadable"), ("4", "b")]


def test_totals_blanks_and_headers_again_are_set_aside_with_their_reason(take: Take) -> None:
    taken = take(HEAD + "1,a,,1\n,,,\n" + HEAD + "2,b,,1\nTotal,,,2\n*prices without tax,,,\n")
    assert [(skip.locator, skip.reason) for skip in taken.skips] == [
        ("po.csv:3", "blank_row"),
        ("po.csv:4", "repeated_header"),
        ("po.csv:6", "total_row"),
        ("po.csv:7", "note_row"),
    ]
    assert [line.description for line in taken.lines] == [("a",), ("b",)]


@pytest.mark.parametrize(
    "row", ["1,Total station survey kit,,1", ",Total Security camera,TotalSec,1", "Total fluids,turret camera,Total,1"]
)
def test_thing_with_total_in_its_name_is_a_line(row: str, take: Take) -> None:
    assert len(take(HEAD + "1,a,,1\n" + row + "\n").lines) == 2


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (",Source code escrow,,", 2),
        (",See through panel,,", 2),
        (",Note: prices without tax,,", 1),
        (",*without tax,,", 1),
    ],
)
def test_remark_is_set_aside_and_a_thing_that_begins_like_one_is_not(row: str, count: int, take: Take) -> None:
    assert len(take(HEAD + f"1,turret camera,Hikvision,1\n{row}\n").lines) == count


def test_header_in_the_other_language_below_is_set_aside(take: Take) -> None:
    taken = take("PO Number,Description,Manufacturer,Qty\nN° de commande,Désignation,Fabricant,Qté\n1,a,,1\n")
    assert ([skip.reason for skip in taken.skips], len(taken.answers)) == (["repeated_header"], 1)


def test_blank_rows_that_stand_together_are_told_once_and_counted(take: Take) -> None:
    taken = take(HEAD + "1,a,,1\n\n,,,\n\n2,b,,1\n\n3,c,,1\n")
    assert [(skip.locator, skip.units) for skip in taken.skips] == [("po.csv:3", 3), ("po.csv:7", 1)]
    assert [line.locator for line in taken.lines] == ["po.csv:2", "po.csv:6", "po.csv:8"]


def test_object_that_says_nothing_still_gets_its_answer(take: Take) -> None:
    taken = take('{"description": "a"}\n{"description": ""}\n{}\n{"description": "b"}\n', "po.jsonl")
    assert [line.description for line in taken.lines] == [("a",), (), (), ("b",)]


BAD = (
    (
        HEAD + '1,a,,many\n2,b,,1,1\n3,"c,,1\n\nTotal,,,2\n' + f"4,{'d' * 70_000},,1\n5,{'e' * 140_000},,1\n6,f",
        "po.csv",
    ),
    ('{"description": "a"}\nx\n7\n{"a": 1, "a": 2}\n{"description": "a", "qty": "1,000"}\n', "po.jsonl"),
    ('[{"description": "a"}, 7]', "po.json"),
    ('{"bomFormat": "CycloneDX", "components": [7]}', "bom.json"),
    ("EBELN;TXZ01;AEDAT\n1;a;07/08/24\n2;b;never\n", "sap.csv"),
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("content", "name"), BAD, ids=range(len(BAD)))
def test_every_word_that_a_sentence_asks_for_is_given(content: str, name: str, lang: str, take: Take) -> None:
    taken, sentences = take(content, name), Sentences(lang, SENTENCES)
    said = [told for told in taken.answers if isinstance(told, Reject)] + taken.report.notes
    assert said
    assert [told.reason for told in said if "{" in sentences.say(told.reason, **told.given).replace('{"', "")] == []


def test_titles_above_the_header_are_told(take: Take) -> None:
    taken = take("Harbour Office;;;\nOrders of 2024;;;\n\nPO Number;Description;Manufacturer;Qty\n1;a;;1\n")
    assert [(skip.locator, skip.reason) for skip in taken.skips] == [
        ("po.csv:1", "title_row"),
        ("po.csv:2", "title_row"),
    ]
    assert taken.line.locator == "po.csv:5"


def test_last_line_that_is_cut_off_is_read_and_told(take: Take) -> None:
    taken = take(HEAD + "1,a,,1\n2,b")
    assert [line.description for line in taken.lines] == [("a",), ("b",)]
    assert [(note.locator, note.reason) for note in taken.report.notes] == [("po.csv:3", "last_line_short")]


def test_last_line_with_an_open_quotation_mark_is_told(take: Take) -> None:
    assert take(HEAD + '1,a,,1\n2,"b and so on').rejects == [("po.csv:3", "quote_not_closed")]


def test_what_stands_before_damage_is_read(columns: Columns) -> None:
    packed = gzip.compress((HEAD + "".join(f"{n},thing {n * 7919 % 100_003},,1\n" for n in range(50_000))).encode())
    seen: list[int] = []
    source = Source("po.csv.gz", lambda: io.BytesIO(packed[: len(packed) // 2]))
    with pytest.raises(FileError) as told:
        seen.extend(rows.count for rows in read_rows(source, ReadContext(columns=columns)))
    assert told.value.reason == "file_damaged"
    assert 20_000 < sum(seen) < 30_000


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor().compress, bytes])
def test_packed_files_read_as_plain_ones(pack: Callable[[bytes], bytes], take: Take) -> None:
    assert take(pack((HEAD + "1,a,,1\n").encode())).line.description == ("a",)


def test_standard_input_is_read_once_and_left_open(columns: Columns) -> None:
    class Pipe(io.BytesIO):
        def seek(self, *_: object) -> int:
            raise OSError("a pipe cannot")

        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size, 7) if size and size > 0 else size)

    pipe = Pipe((HEAD + "1,a,,1\n").encode())
    rows = list(read_rows(stream_source(pipe), ReadContext(columns=columns)))
    assert (rows[-1].locator(0), pipe.closed) == ("-:2", False)


def test_file_that_is_not_there_is_named(tmp_path: Any, columns: Columns) -> None:
    with pytest.raises(FileError) as told:
        list(read_rows(file_source(tmp_path / "none.csv"), ReadContext(columns=columns)))
    assert told.value.reason == "file_unread"


@pytest.mark.parametrize(
    ("text", "quantity", "note"),
    [
        ("12", 12, None), ("12,0", 12, None), ("Qté 4", 4, None), ("37.5", 37.5, None), ("-3", -3, None), ("3-", -3, None),
        ("", None, None), ("n/a", None, None), ("1 200", 1200, None), ("1,000", None, "amount_two_ways"), ("0", 0, None),
    ],
)  # fmt: skip
def test_quantity_as_written(text: str, quantity: float | None, note: str | None, take: Take) -> None:
    taken = take(f'Description,Manufacturer,Qty\na,,"{text}"\n')
    assert taken.line.quantity == quantity
    assert taken.notes() == ([note] if note else [])


def test_one_column_has_no_separator(take: Take) -> None:
    taken = take('Description\nSupply; install 2 cameras\nchairs\n"a; b"\nNVR; 16ch; new\n')
    assert [line.description for line in taken.lines] == [
        ("Supply; install 2 cameras",),
        ("chairs",),
        ("a; b",),
        ("NVR; 16ch; new",),
    ]


def test_column_that_is_not_there_is_told_though_another_is_taken(take: Take) -> None:
    with pytest.raises(FileError) as bad:
        take("Description\na\n", mapping={"description": "Vendor"})
    assert bad.value.reason == "rows_without_mapped"


def test_order_of_days_is_settled_from_the_first_rows(take: Take) -> None:
    lines = take("Description,Order date\na,07/08/2024\nb,13/08/2024\n").lines
    assert [line.ordered for line in lines] == ["2024-08-07", "2024-08-13"]


def test_day_that_can_be_read_in_two_ways_is_told(take: Take) -> None:
    taken = take("Description,Order date\na,07/08/2024\n")
    assert (taken.line.ordered, taken.line.ordered_as, taken.notes()) == (None, "07/08/2024", ["day_two_ways"])
    assert take("Description,Order date\na,07/08/2024\n", dates="mdy").line.ordered == "2024-07-08"


@pytest.mark.parametrize("name", ["po.csv", "po.jsonl"])
def test_secrets_are_cut(name: str, take: Take) -> None:
    table = "Description,Password,Notes\ncamera,hunter2,login admin / hunter3!\n"
    text = '{"description": "camera", "password": "hunter2", "notes": "password: hunter3!"}\n'
    taken = take(table if name == "po.csv" else text, name)
    assert "hunter" not in repr(taken.line)
    assert taken.report.dropped == {"Password" if name == "po.csv" else "password"}


def test_secret_is_cut_from_what_is_rejected(take: Take) -> None:
    taken = take(HEAD + "1,a,,1\n2,b,,password=hunter2\n")
    assert "hunter2" not in repr(taken.answers)


def test_cells_are_echoed_with_their_headings(take: Take) -> None:
    assert take(HEAD + "1,a,,1\n").line.given == (("PO Number", "1"), ("Description", "a"), ("Qty", "1"))


def test_commas_in_prose_make_no_table(take: Take) -> None:
    taken = take("Turret camera, white\nBracket, grey\nCable, blue\n", "-")
    assert [line.description for line in taken.lines] == [
        ("Turret camera, white",),
        ("Bracket, grey",),
        ("Cable, blue",),
    ]
    assert taken.notes() == ["read_as_text"]


def test_every_line_is_one_text_where_the_person_says_so(take: Take) -> None:
    taken = take("Description,Qty\nCAMERA,IP,DOME\n", format="text")
    assert [line.description for line in taken.lines] == [("Description,Qty",), ("CAMERA,IP,DOME",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_gives_the_same_lines(encoding: str, end: str, take: Take) -> None:
    text = end.join(["Désignation;Fabricant;Qté", *(f"Caméra n° {n};Hikvision;{n}" for n in range(5_000)), ""])
    lines = take(text.encode(encoding)).lines
    assert [(line.description[0], line.quantity) for line in lines] == [(f"Caméra n° {n}", n) for n in range(5_000)]
    assert lines[-1].locator == "po.csv:5001"


def test_bytes_of_another_encoding_far_down_are_read(take: Take) -> None:
    content = (HEAD + "1,a,,1\n" * 20_000).encode() + "2,Caméra,,1\n".encode("cp1252")
    assert take(content).lines[-1].description == ("Caméra",)


def test_batches_are_the_same_however_the_source_comes(columns: Columns) -> None:
    content = (
        HEAD + "".join(f'{n},"thing\n{n}",,{n % 5}\n' if n % 9 == 0 else f"{n},x{n},,1\n" for n in range(9_000))
    ).encode()

    class Drips(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size, 1_009) if size and size > 0 else size)

    def told(source: Source) -> list[tuple[str, list[str]]]:
        batches = read_rows(source, ReadContext(columns=columns, report=Report()))
        return [(rows.locator(i), row) for rows in batches for i, row in enumerate(rows.rows)]

    assert told(stream_source(Drips(content))) == told(Source("-", lambda: io.BytesIO(content)))


def test_lines_of_a_caller_are_read_like_those_of_a_file(columns: Columns) -> None:
    context = ReadContext(columns=columns, report=Report())
    values: list[dict[str, Any] | str] = [
        {"description": "a", "manufacturer": "Hikvision", "quantity": 2},
        "b",
        {},
        {"qty": "x"},
    ]
    told = [one for rows in rows_of_lines(values, context) for one in LineReader(context).lines(rows)]
    assert [None if isinstance(one, Reject) else one.description for one in told] == [("a",), ("b",), (), ()]
    assert [note.reason for note in context.report.notes] == ["amount_not_a_number"]


def test_memory_does_not_grow_with_the_file(columns: Columns) -> None:
    def peak(rows: int) -> int:
        content = (HEAD + "".join(f"{n},thing number {n},,1\n" for n in range(rows))).encode()
        tracemalloc.start()
        count = sum(
            batch.count
            for batch in read_rows(Source("po.csv", lambda: io.BytesIO(content)), ReadContext(columns=columns))
        )
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == rows
        return used

    assert peak(60_000) < 1.5 * peak(15_000)
