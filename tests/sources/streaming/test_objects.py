"""JSON as rows: keys as headings, bad values in their place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.sources.interface import ReadContext, Report
from debadge.sources.purchases.kind import PURCHASES
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.json_values import BadValue
from debadge.sources.streaming.objects import flatten, read_lines, read_list
from debadge.sources.streaming.opening import Opened, bytes_source
from debadge.text.tables import Columns

Gather = Callable[..., list[Rows]]


@pytest.fixture(scope="session")
def gather(columns: Columns) -> Gather:
    def gathering(content: str, *, is_list: bool = False) -> list[Rows]:
        opened = Opened(bytes_source(content.encode("utf-8", "surrogatepass"), "x.json"))
        context = ReadContext(columns=columns, report=Report())
        return list((read_list if is_list else read_lines)(opened, PURCHASES, context))

    return gathering


def told(batches: list[Rows]) -> list[str]:
    """Answers in order: the first description of a row, or the reason."""
    answers: list[str] = []
    for rows in batches:
        column = rows.layout.column("description")
        for _, one in rows.answers():
            answers.append(one.reason if isinstance(one, Reject) else rows.rows[one][column or 0])
    return answers


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "line_not_json"),
        ("7", "line_not_object"),
        ("[]", "line_not_object"),
        ('{"description": "x", "description": "y"}', "line_key_twice"),
        ('{"description": ' + '{"a": ' * 60 + "1" + "}" * 61, "line_too_deep"),
        ('{"description": ' + "[" * 5_000 + "]" * 5_000 + "}", "line_too_deep"),
        (json.dumps({"description": "x" * 70_000}), "cell_too_long"),
    ],
)
def test_bad_value_is_told_in_its_place(line: str, reason: str, gather: Gather) -> None:
    assert told(gather(f'{{"description": "a"}}\n{line}\n{{"description": "b"}}\n')) == ["a", reason, "b"]


def test_line_without_end_is_told_in_its_place(gather: Gather) -> None:
    text = '{"description": "a"}\n"' + "x" * 3_000_000 + '"\n{"description": "b"}\n'
    assert told(gather(text)) == ["a", "line_too_long", "b"]


def test_new_key_makes_a_new_layout_and_loses_nothing(gather: Gather) -> None:
    lines = [
        {"description": f"thing {n}", **({"manufacturer": "Hikvision"} if n > 3_000 else {})} for n in range(5_000)
    ]
    batches = gather("\n".join(map(json.dumps, lines)))
    assert told(batches) == [f"thing {n}" for n in range(5_000)]
    assert [rows.layout.column("maker") is not None for rows in batches] == [False, True, True]


def test_keys_without_end_are_left_out_and_told(columns: Columns) -> None:
    content = "\n".join(f'{{"description": "thing {n}", "key{n}": 1}}' for n in range(1_500))
    context = ReadContext(columns=columns, report=Report())
    batches = list(read_lines(Opened(bytes_source(content.encode(), "x.json")), PURCHASES, context))
    assert len(told(batches)) == 1_500
    assert [(note.locator, note.reason) for note in context.report.notes] == [("x.json:1000", "keys_too_many")]


def test_numbers_go_on_from_batch_to_batch(gather: Gather) -> None:
    batches = gather("\n".join(["7" if n % 3 == 0 else f'{{"description": "{n}"}}' for n in range(5_000)]))
    assert [number for rows in batches for number, _ in rows.answers()] == list(range(1, 5_001))


@pytest.mark.parametrize("space", ["", " ", "\n  "])
def test_list_is_read_in_pieces(space: str, gather: Gather) -> None:
    items = f",{space}".join(json.dumps({"description": f"thing {n}"}) for n in range(5_000))
    assert told(gather(f"{space}[{space}{items}{space}]{space}", is_list=True)) == [f"thing {n}" for n in range(5_000)]


def test_place_in_a_list_is_its_index(gather: Gather) -> None:
    (rows,) = gather('[{"description": "a"}, {"description": "b"}]', is_list=True)
    assert [rows.locator(0), rows.locator(1)] == ["x.json:[0]", "x.json:[1]"]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("[]", []),
        ('[{"description": "a"}, 12, "b"]', ["a", "line_not_object", "b"]),
        ('[{"description": "a"}, {"x": 1, "x": 2}, "b"]', ["a", "line_key_twice", "b"]),
    ],
)
def test_value_of_a_list_that_is_no_row_stands_in_its_place(text: str, answers: list[str], gather: Gather) -> None:
    assert told(gather(text, is_list=True)) == answers


@pytest.mark.parametrize(
    "text",
    [
        '[{"description": "a"}',
        '[{"description": "a"},',
        '[{"description": "a"} {"description": "b"}]',
        '[{"description": "a"}, {"descr',
        '[{"description": "a"}]]]',
        '[{"description": "a"}]\n[{"description": "Hikvision dome"}]',
    ],
)
def test_list_that_breaks_off_is_read_up_to_there_and_is_an_error(text: str, gather: Gather) -> None:
    with pytest.raises(FileError) as bad:
        gather(text, is_list=True)
    assert (bad.value.reason, bad.value.given) == ("list_cut", {"place": "[1]"})


def test_long_value_in_a_list_is_read_in_reasonable_time(gather: Gather) -> None:
    long = json.dumps({"description": "a", **{f"k{n}": "x" * 1_000 for n in range(1_500)}})
    assert told(gather(f'[{long}, {{"description": "b"}}]', is_list=True)) == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        ({"a": {"b": 1, "c": None}}, {"a.b": "1", "a.c": ""}),
        ({"a": ["x", 2, None, True]}, {"a": "x\n2\ntrue"}),
        ({"a": [{"b": 1}, {"b": 2.5}]}, {"a.1.b": "1", "a.2.b": "2.5"}),
        ({"a": 12.0}, {"a": "12"}),
        ({"a": "\ud800"}, {"a": "?"}),
        ({"a": 10**400}, {"a": str(10**400)}),
    ],
)
def test_nested_keys_are_headings(value: dict[str, Any], cells: dict[str, str]) -> None:
    flat: dict[str, str] = {}
    flatten(value, flat)
    assert flat == cells


def test_nesting_has_an_end() -> None:
    value: dict[str, Any] = {}
    for _ in range(60):
        value = {"a": value}
    with pytest.raises(BadValue, match="line_too_deep"):
        flatten(value, {})
