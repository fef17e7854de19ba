"""JSON, JSON lines and CSV: whole, and harmless to the programs that read them."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.model.assessment import Assessment
from debadge.model.errors import InputError
from debadge.report import csv as csv_report
from debadge.report.interface import formats, load, render
from debadge.report.reading.answers import binds
from debadge.testing.assessments import ESTATE, Thing, assessment
from debadge.text.sentences import Sentences


def table(assessed: Assessment, sentences: Sentences) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(csv_report.render(assessed, sentences)).decode(), newline="")))


def whole(form: str, assessed: Assessment, sentences: Sentences, **options: Any) -> bytes:
    return b"".join(render(form, assessed, sentences, **options))


def test_all_formats_are_listed() -> None:
    assert {"table", "json", "jsonl", "csv", "html"} <= set(formats())


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(InputError, match="csv, html, json"):
        load("pdf")


ROWS = {"csv", "jsonl"}  # rows for programs, each with marking, day and pack; a notice would be a row about nothing


@pytest.mark.parametrize("form", formats())
def test_every_format_gives_the_same_bytes_twice(form: str, english: Sentences) -> None:
    assert whole(form, assessment(), english) == whole(form, assessment(), english)


@pytest.mark.parametrize("form", formats())
def test_every_format_is_text_or_pieces_of_bytes(form: str, estate: Assessment, english: Sentences) -> None:
    made = load(form)(estate, english)
    assert isinstance(made, str) or all(isinstance(piece, bytes) for piece in made)
    assert whole(form, estate, english).decode().endswith("\n")


@pytest.mark.parametrize("form", formats())
def test_every_format_says_what_it_is(form: str, english: Sentences, french: Sentences) -> None:
    assert english.has(f"format.{form}")
    assert french.say(f"format.{form}")


@pytest.mark.parametrize("form", formats())
def test_every_format_carries_marking_day_pack_and_notice(form: str, estate: Assessment, english: Sentences) -> None:
    told = html.unescape(" ".join(whole(form, estate, english).decode().split()))
    asking = estate.organisation
    assert asking
    for owed in (asking.marking, estate.as_of.isoformat(), estate.pack):
        assert str(owed) in told
    assert (english.say("report.standing") in told) is (form not in ROWS)


@pytest.mark.parametrize("form", sorted(ROWS))
def test_every_row_carries_marking_day_and_pack(form: str, estate: Assessment, english: Sentences) -> None:
    rows = [line for line in whole(form, estate, english).decode().splitlines() if not line.startswith("marking,as_of")]
    assert all({"PROTECTED A", "2026-10-16", estate.pack} <= set(re.split('[",]', row)) for row in rows)


def test_options_of_the_table_do_not_disturb_other_formats(estate: Assessment, english: Sentences) -> None:
    assert whole("json", estate, english, color=True, everything=True) == whole("json", estate, english)


def test_json_holds_everything_with_both_notices(estate: Assessment, english: Sentences) -> None:
    told = json.loads(whole("json", estate, english))
    assert told["units"] == sum(t.quantity for t in ESTATE)
    assert told["marking"] == "PROTECTED A"
    assert set(told["notice"]) == {"en", "fr"}
    assert {f["regime"] for f in told["findings"]} == set(estate.regimes)


def test_json_lines_have_one_line_for_each_thing(estate: Assessment, english: Sentences) -> None:
    lines = [json.loads(line) for line in whole("jsonl", estate, english).decode().splitlines()]
    assert [line["id"] for line in lines] == [asset.id for asset in estate.assets]
    assert {len(line["findings"]) for line in lines} == {4, 8}  # four measures, for one act or for two


def test_csv_has_one_row_for_each_thing_binding_regime_and_act(estate: Assessment, english: Sentences) -> None:
    rows = table(estate, english)
    keys = {(row["id"], row["regime"], row["act"]) for row in rows if row["regime"]}
    bound = {
        (subject, g.finding.regime, g.finding.act or "")
        for g in estate.groups
        if binds(g.finding)
        for subject in g.subjects
    }
    assert keys == bound
    assert len(rows) == len(keys) + len({a.id for a in estate.assets} - {subject for subject, _, _ in bound})


def test_csv_says_contrary_to_policy_where_no_law_forbids(estate: Assessment, french: Sentences) -> None:
    row = next(
        r for r in table(estate, french) if (r["id"], r["regime"], r["act"]) == ("dev-cam-1", "zz-use-ban", "use")
    )
    assert (row["outcome"], row["outcome_text"], row["force"]) == (
        "prohibited",
        "contraire à la politique",
        "policy_statement",
    )


def test_csv_leaves_out_addresses_of_the_evidence() -> None:
    assert not {"ip", "mac", "locator", "room", "address", "cve"} & set(csv_report.COLUMNS)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", '=HYPERLINK("http://x")']
)
def test_no_cell_begins_as_a_formula(cell: str, english: Sentences) -> None:
    told = assessment([Thing(name=cell, model=cell, brand=cell)])
    cells = [value for row in table(told, english) for value in row.values()]
    assert [value for value in cells if value.lstrip().startswith(("=", "+", "-", "@", "＝"))] == []


@given(st.text(max_size=40))
def test_a_safe_cell_is_one_line_and_no_formula(text: str) -> None:
    told = csv_report.safe(text)
    assert not told.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert not set(told) & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x202E)}
