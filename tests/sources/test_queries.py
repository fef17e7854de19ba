"""Names from files of every kind: in order, one query a line, and what cannot be read stays a line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from debadge.flow.world import World
from debadge.knowledge.screening import name_words
from debadge.model.errors import InputError
from debadge.model.query import Owner, Query
from debadge.sources.queries import queries

Ask = Callable[..., list[Query]]


@pytest.fixture
def ask(world: World) -> Ask:
    columns = name_words(world.pack).columns
    return lambda content, name="names.csv", column=None: list(
        queries(io.BytesIO(content.encode() if isinstance(content, str) else content), name, columns, column)
    )


def test_columns_are_found_by_their_headings(ask: Ask) -> None:
    (told,) = ask("Vendor ID;Supplier Name;Country;City;Type\n7;Nightjar, Ltd.;cn;Hangzhou;company\n")
    assert (told.text, told.line, told.country, told.address, told.kind) == (
        "Nightjar, Ltd.",
        2,
        "CN",
        "Hangzhou",
        "company",
    )


def test_titles_above_the_headings_are_passed_over(ask: Ask) -> None:
    assert [q.line for q in ask("Report of May\n\nname,country\nOwl,CA\nNightjar,CN\n")] == [4, 5]


def test_owner_and_share_of_a_row(ask: Ask) -> None:
    told = ask("name,owner,share\nOwl,Nightjar,49 %\nElk,Nightjar,\n")
    assert [q.owners for q in told] == [(Owner(name="Nightjar", share=49.0),), (Owner(name="Nightjar"),)]


def test_column_that_nobody_knows_is_named(ask: Ask) -> None:
    with pytest.raises(InputError, match=r"--column HEADING"):
        ask("alpha,beta\n1,2\n")
    assert [q.text for q in ask("alpha,beta\nOwl,2\n", column="Alpha")] == ["Owl"]


def test_text_is_one_name_a_line(ask: Ask) -> None:
    assert [(q.line, q.text) for q in ask("Nightjar Co., Ltd.\n\nOwl, Inc.\n", "names.txt")] == [
        (1, "Nightjar Co., Ltd."),
        (3, "Owl, Inc."),
    ]


def test_json_lines_carry_all_that_is_known(ask: Ask) -> None:
    line = {
        "query": "Owl",
        "country": "cn",
        "identifiers": ["123456"],
        "owners": [{"name": "Elk", "share": "30,5"}],
        "id": 7,
    }
    (told,) = ask(json.dumps(line), "names.jsonl")
    assert (told.country, told.identifiers, told.owners) == ("CN", ("123456",), (Owner(name="Elk", share=30.5),))
    assert told.given["id"] == 7  # echoed


@pytest.mark.parametrize(
    ("line", "bad"),
    [
        ("{no", "screen.refused.json"),
        ('{"name": "x"}', "screen.refused.query"),
        ("[1]", "screen.refused.query"),
        ('{"query": "x", "owners": [3]}', "screen.refused.owners"),
    ],
)
def test_bad_line_stays_a_line(ask: Ask, line: str, bad: str) -> None:
    told = ask(f'{{"query": "Owl"}}\n{line}\n{{"query": "Elk"}}\n', "x.jsonl")
    assert [q.bad for q in told] == [None, bad, None]


@pytest.mark.parametrize("share", [-1, 101, "half", True, None, "NaN"])
def test_share_that_is_none_is_unknown(ask: Ask, share: object) -> None:
    (told,) = ask(json.dumps({"query": "x", "owners": [{"name": "Owl", "share": share}]}), "x.jsonl")
    assert told.owners[0].share is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_office_encoding_is_read(ask: Ask, encoding: str) -> None:
    assert [q.text for q in ask("name,country\nÉtoile ltée,CA\n".encode(encoding))] == ["Étoile ltée"]


def test_workbook_is_read_by_its_headings(ask: Ask, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "n.xlsx") as book:
        book.add_worksheet("cover")
        sheet = book.add_worksheet("list")
        for row, cells in enumerate([("Name", "Pays"), ("Owl", "CA"), ("Nightjar", "CN")]):
            sheet.write_row(row, 0, cells)
    told = ask((tmp_path / "n.xlsx").read_bytes(), "n.xlsx")
    assert [(q.text, q.country) for q in told] == [("Owl", "CA"), ("Nightjar", "CN")]


def test_first_name_is_there_before_the_last_is_read(world: World) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            text = b"name,country\n" + b"Owl,CA\n" * 20_000
            buffer[:] = text[: len(buffer)]
            return len(buffer)

    source = queries(io.BufferedReader(Endless()), "names.csv", name_words(world.pack).columns)
    assert [next(source).text for _ in range(3)] == ["Owl"] * 3


def test_endless_line_is_cut(ask: Ask) -> None:
    first, second = ask("x" * 5_000_000 + "\nOwl\n", "x.txt")
    assert (len(first.text), second) == (2_000, Query(text="Owl", line=2))
