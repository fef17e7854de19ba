"""Files made to cost time, memory or truth: each ends soon, and says what and where."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.lists.conftest import OLD, csl

from debadge.model.errors import FileError
from debadge.sources.limits import MAX_FILE_BYTES
from debadge.sources.lists.delimited import MAX_RECORD, records
from debadge.sources.lists.objects import objects
from debadge.sources.lists.read import ListReading, look_at

Reader = Callable[..., ListReading]


def reasons(reading: ListReading) -> dict[str, int]:
    return {reason.rpartition(".")[2]: count for reason, count in reading.reasons.items()}


def test_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(2_000_000_000)
    with pytest.raises(FileError) as bad:
        look_at(path)
    assert (bad.value.reason, bad.value.given["megabytes"]) == ("file_too_large", str(MAX_FILE_BYTES // 1_000_000))


def test_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="absent"):
        look_at(tmp_path / "pipe")


def test_cell_of_ten_megabytes_costs_its_own_row(read: Reader) -> None:
    reading = read(csl([{"name": "A" * 10_000_000}, {"name": "Crake"}, {"name": "B" * 100_000}, {"name": "C" * 2_000}]))
    assert reasons(reading) == {"line_too_long": 1, "cell_too_long": 1, "name_too_long": 1}
    assert [row.names[0].text for row in reading.rows["us-bis-entity-list"]] == ["Crake"]


def test_quote_that_never_closes_costs_its_own_line(read: Reader) -> None:
    header, first, second = csl([{"name": "Crake"}, {"name": "Bittern"}]).splitlines(keepends=True)
    reading = read(header + first.replace("Crake", '"Crake') + second)
    assert reasons(reading) == {"quote": 1}
    assert [row.names[0].text for row in reading.rows["us-bis-entity-list"]] == ["Bittern"]


def test_cell_may_break_over_lines(read: Reader) -> None:
    [row] = read(csl([{"name": "Crake\nLtd."}])).rows["us-bis-entity-list"]
    assert row.names[0].text == "Crake Ltd."


def test_quotes_that_never_close_all_over_end_soon() -> None:
    with pytest.raises(FileError, match="quotes"):
        list(records(io.StringIO(('"x\n' + "y\n" * 201) * 1_002 + '"')))


def test_places_are_right_after_a_line_that_was_taken_back() -> None:
    told = list(records(io.StringIO('a,b\n"c\nd,e\nf,g\n')))
    assert [(row.line, bool(row.broken)) for row in told] == [(1, False), (2, True), (3, False), (4, False)]


@pytest.mark.parametrize("cell", ['19" rack', 'a "b" c', '"a ""b"" c"', "a\u2028b", '"a\n""b"""'])
def test_quotes_inside_a_cell_draw_no_other_row_in(cell: str) -> None:
    told = [row.cells[0] for row in records(io.StringIO(f"n,c\nfirst,{cell}\nsecond,{cell}\nthird,x\n"))]
    assert told == ["n", "first", "second", "third"]


def test_long_lines_are_read_away_in_pieces() -> None:
    told = list(records(io.StringIO("x" * (3 * MAX_RECORD) + "\na,b\n")))
    assert [(row.line, row.cells) for row in told] == [(1, []), (2, ["a", "b"])]


def test_row_of_another_width_is_rejected(read: Reader) -> None:
    text = csl([{"name": "Crake"}], OLD)
    assert reasons(read(f"{text}a,b\n")) == {"width": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 100_000, "deep"),
        ('{"results": [' + '{"a":' * 100_000, "deep"),
        ('{"results": [{"name": "x"}, ', "not_json"),
        ('{"results": [{"name": NaN}]}', "not_json"),
        ('{"results": [1' + "0" * 10_000 + "]}", "not_json"),
        ('{"results": "x"}', "no_array"),
        ('{"results": [] "x": 1}', "not_json"),
        ("{1: 2}", "not_json"),
    ],
)
def test_json_that_is_not_whole_is_refused(text: str, reason: str) -> None:
    with pytest.raises(FileError, match=f"lists.file.{reason}"):
        list(objects(io.StringIO(text), "results"))


def test_json_gives_what_stands_beside_the_array_on_either_side() -> None:
    told = list(objects(io.StringIO(' {"a": 1, "results" : [ {"x": 2} , 3 ], "b": [4]} '), "results"))
    assert told[1:] == [(1, {"x": 2}), (2, 3), (0, {"a": 1, "b": [4]})]
    assert list(objects(io.StringIO("[5]"), "results")) == [(1, 5)]


def test_json_value_of_a_megabyte_costs_its_own_row(read: Reader) -> None:
    rows = [{"source": "x", "name": "A" * 1_100_000}, {"source": "x", "name": "B" * 70_000}]
    rows.append({"source": "Entity List (EL) - Bureau of Industry and Security", "name": "Crake \ud800"})
    reading = read({"results": rows})
    assert reasons(reading) == {"no_object": 1, "cell_too_long": 1}
    assert [row.names[0].text for row in reading.rows["us-bis-entity-list"]] == ["Crake ?"]


def test_entry_of_a_thousand_names_is_rejected(read: Reader) -> None:
    names = "; ".join(f"Crake {number}" for number in range(1_000))
    reading = read(csl([{"name": "Bittern"}, {"name": "Rail", "alt_names": names}]))
    assert reasons(reading) == {"too_many_names": 1}


def test_control_characters_and_bytes_of_nothing_harm_nothing(read: Reader) -> None:
    reading = read(csl([{"name": "Crake\x1b[31m\x00"}, {"name": "Rail"}]).encode() + b"\xff\xfe\x1a\n")
    assert len(reading.rows["us-bis-entity-list"]) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff \n"])
def test_empty_file_says_so(text: str, read: Reader) -> None:
    with pytest.raises(FileError, match="empty"):
        read(text)


def test_list_without_a_row_is_no_list(read: Reader) -> None:
    with pytest.raises(FileError, match="no_rows"):
        read(csl([]))
    with pytest.raises(FileError, match="no_rows"):
        read(json.dumps({"results": [{"source": "Moon List", "name": "Crake"}]}))
