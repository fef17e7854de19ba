"""Names to screen, from every kind of list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.model.query import NameQuery, Owner
from debadge.sources.interface import ReadContext, Report
from debadge.sources.owners import owner_with, owners_of, with_plain_owners
from debadge.sources.parties import QueryReader, read_names, rows_of_names
from debadge.sources.streaming.opening import bytes_source
from debadge.text.tables import Columns

Ask = Callable[..., list[NameQuery | Reject]]


@pytest.fixture(scope="session")
def ask(columns: Columns) -> Ask:
    """The queries of some content."""

    def asking(content: str, name: str = "names.csv", **said: Any) -> list[NameQuery | Reject]:
        context = ReadContext(columns=columns, report=Report(), **said)
        reader = QueryReader(context)
        return [
            told for rows in read_names(bytes_source(content.encode(), name), context) for told in reader.queries(rows)
        ]

    return asking


def only(told: list[NameQuery | Reject]) -> NameQuery:
    (query,) = told
    assert isinstance(query, NameQuery)
    return query


def test_table_says_everything_of_a_party(ask: Ask) -> None:
    query = only(
        ask(
            "Supplier No,Legal name,Operating as,Type,Country,Street,City,Postal code,Business number,LEI,Owner,Owner share\n"
            "77,Harbour Supply Inc.,Port Vision,Company,CA,1 Dock Road,Halifax,B3H,123456789,5493001KJTIIGC8Y1R12,Bigco,49.5 %\n"
        )
    )
    assert (query.number, query.locator, query.query, query.names, query.ref) == (
        1, "names.csv:2", "Harbour Supply Inc.", ("Port Vision",), "77"
    )  # fmt: skip
    assert (query.kind, query.country, query.address) == ("organisation", "CA", "1 Dock Road, Halifax, B3H")
    assert query.identifiers == (("business_number", "123456789"), ("lei", "5493001KJTIIGC8Y1R12"))
    assert query.owners == (Owner(name="Bigco", share=49.5),)


@pytest.mark.parametrize(
    "heading",
    [
        "recipient_parent_name",
        "Ultimate Parent Name",
        "ultimate_parent_company_name",
        "Global Ultimate",
        "Holding company",
    ],
)
def test_parent_of_an_export_is_an_owner(heading: str, ask: Ask) -> None:
    query = only(ask(f"recipient_name,recipient_uei,{heading}\nHarbour Supply LLC,ABC,Bigco Holding\n"))
    assert (query.query, query.owners) == ("Harbour Supply LLC", (Owner(name="Bigco Holding"),))


def test_french_headings_are_understood(ask: Ask) -> None:
    query = only(
        ask("Raison sociale;Pays;Adresse;Actionnaire;Pourcentage\nFournitures du Port inc.;CA;1, quai;Grosco;51\n")
    )
    assert (query.query, query.country, query.address) == ("Fournitures du Port inc.", "CA", "1, quai")
    assert query.owners == (Owner(name="Grosco", share=51.0),)


def test_object_says_everything_of_a_party(ask: Ask) -> None:
    query = only(
        ask(
            '{"query": "杭州海康威视数字技术股份有限公司", "country": "CN", "identifiers": {"uscc": "91330000733796106P"},'
            ' "owners": [{"name": "A", "share": 40}, {"share": "unknown", "name": "B"}, {"name": "C"}], "aliases": ["x", "y"]}\n',
            "names.jsonl",
        )
    )
    assert (query.query, query.names) == ("杭州海康威视数字技术股份有限公司", ("x", "y"))
    assert query.identifiers == (("uscc", "91330000733796106P"),)
    assert query.owners == (Owner(name="A", share=40.0), Owner(name="B"), Owner(name="C"))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Hangzhou Hikvision Digital Technology Co., Ltd.\nAcme, Inc.\n", "names.txt"),
        ("Hangzhou Hikvision Digital Technology Co., Ltd.\nAcme, Inc.\n", "-"),
        ('"Hangzhou Hikvision Digital Technology Co., Ltd."\n"Acme, Inc."\n', "names.jsonl"),
        ('["Hangzhou Hikvision Digital Technology Co., Ltd.", "Acme, Inc."]', "names.json"),
        ('{"names": ["Hangzhou Hikvision Digital Technology Co., Ltd.", "Acme, Inc."]}', "names.json"),
        ('Name\n"Hangzhou Hikvision Digital Technology Co., Ltd."\n"Acme, Inc."\n', "names.csv"),
    ],
)
def test_list_of_bare_names_is_read_in_order(content: str, name: str, ask: Ask) -> None:
    told = [query.query for query in ask(content, name) if isinstance(query, NameQuery)]
    assert told == ["Hangzhou Hikvision Digital Technology Co., Ltd.", "Acme, Inc."]


def test_row_without_a_name_is_told_in_its_place(ask: Ask) -> None:
    told = ask("Name,Country\nA,CA\n,US\nB,CA\n")
    assert [one.reason if isinstance(one, Reject) else one.query for one in told] == ["A", "row_lacks", "B"]
    assert [one.number for one in told if isinstance(one, NameQuery)] == [1, 3]


def test_every_name_of_a_row_is_asked_for(ask: Ask) -> None:
    told = ask("Supplier,Legal name,Country\nPort Vision,Harbour Supply Inc.,CA\nAcme,,CA\nX,X,CA\n")
    assert [(one.query, one.names) for one in told if isinstance(one, NameQuery)] == [
        ("Harbour Supply Inc.", ("Port Vision",)), ("Acme", ()), ("X", ())
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content", ["{}\n", '{}\n{"query": "A"}\n', '{"query": null}\n', '{"query": "  "}\n', '[{}, "A"]']
)
def test_object_without_a_name_is_told(content: str, ask: Ask) -> None:
    first, *rest = ask(content, "names.jsonl")
    assert isinstance(first, Reject)
    assert (first.reason, [one.query for one in rest if isinstance(one, NameQuery)]) == ("row_lacks", ["A"] * len(rest))


def test_word_for_nothing_is_still_a_name_that_is_asked_for(ask: Ask) -> None:
    assert only(ask("Name,Country\nUnknown,CA\n")).query == "Unknown"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Individual", "person"),
        ("personne physique", "person"),
        ("Entreprise", "organisation"),
        ("Vessel", "vessel"),
        ("7", None),
    ],
)
def test_kind_is_a_closed_word(word: str, kind: str | None, ask: Ask) -> None:
    assert only(ask(f"Name,Type\nA,{word}\n")).kind == kind


def test_owners_have_the_share_that_stands_beside_them(ask: Ask) -> None:
    query = only(ask("Name,Owner 1,Owner 1 share,Owner 2,Owner 2 share,Owner 3\nA,X,60%,Y,40%,Z\n"))
    assert query.owners == (Owner(name="X", share=60.0), Owner(name="Y", share=40.0), Owner(name="Z"))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("49.5", 49.5), ("49,5 %", 49.5), ("100%", 100.0), ("0.4%", 0.4), ("0", 0.0), ("0.01 %", 0.01),
        ("50-60 %", None),
        ("majority", None), (">50%", None), ("101", None), ("", None),
    ],
)  # fmt: skip
def test_share_that_is_not_certain_is_unknown(text: str, share: float | None) -> None:
    assert owner_with("Crake", text) == Owner(name="Crake", share=share)


@pytest.mark.parametrize(("text", "least", "most"), [("0.01", 0.01, 1.0), ("0,49", 0.49, 49.0), ("1", 1.0, 100.0)])
def test_share_that_is_of_one_or_of_a_hundred_keeps_both(text: str, least: float, most: float) -> None:
    asked = Owner(name="Crake", share=least, most=most)
    assert owner_with("Crake", text) == asked
    assert (
        owners_of(f"Crake={text}")
        == owners_of([["Crake", least]])
        == owners_of({"name": "Crake", "share": text})
        == (asked,)
    )
    assert with_plain_owners({"o": f"Crake={text}"}, {"o": True})["owners"] == [
        {"name": "Crake", "share": f"{least:f}"}
    ]


def test_names_that_are_already_a_table_need_a_column(ask: Ask) -> None:
    with pytest.raises(FileError) as told:
        ask("colour,size\nred,1\nblue,2\n")
    assert told.value.given["columns"] == "colour, size"


def test_person_names_the_column(ask: Ask) -> None:
    assert only(ask("Truc,size\nAcme,1\n", mapping={"name": "Truc"})).query == "Acme"


def test_names_of_a_caller_are_read_like_those_of_a_file(columns: Columns) -> None:
    context = ReadContext(columns=columns, report=Report())
    reader = QueryReader(context)
    values: list[dict[str, Any] | str] = [
        "Acme",
        {"query": "B", "owners": [{"name": "C", "share": 50}]},
        {"country": "CA"},
    ]
    told = [one for rows in rows_of_names(iter(values), context) for one in reader.queries(rows)]
    assert [one.locator for one in told] == ["-:1", "-:2", "-:3"]
    assert [one.reason if isinstance(one, Reject) else one.query for one in told] == ["Acme", "B", "row_lacks"]


def test_secrets_are_cut(ask: Ask) -> None:
    assert "hunter2" not in repr(ask("Name,Password,Country\nAcme password=hunter2,hunter2,CA\n"))


@pytest.mark.parametrize(
    ("owners", "read"),
    [
        ('[["Crake", 60], ["Rail", "40 %"]]', (("Crake", 60.0), ("Rail", 40.0))),
        ('"Crake=60"', (("Crake", 60.0),)),
        ('"Crake=60; Rail=40"', (("Crake", 60.0), ("Rail", 40.0))),
        ('["Crake=60", "Rail"]', (("Crake", 60.0), ("Rail", None))),
        ('["Crake", "Rail"]', (("Crake", None), ("Rail", None))),
        ('[["Crake", 0.6]]', (("Crake", 0.6),)),
        ('[{"name": "Crake", "share": 60}, "Rail=40"]', (("Crake", 60.0), ("Rail", 40.0))),
        ('"E=MC Holdings"', (("E=MC Holdings", None),)),
        ('""', ()),
        ("null", ()),
    ],
)
@pytest.mark.parametrize("key", ["owners", "Owned by"])
def test_owners_of_json_are_read_as_programs_write_them(
    ask: Ask, key: str, owners: str, read: tuple[tuple[str, float | None], ...]
) -> None:
    told = only(ask(f'{{"query": "Owl Ltd.", "{key}": {owners}}}\n', name="x.jsonl"))
    assert tuple((one.name, one.share) for one in told.owners) == read


@pytest.mark.parametrize(
    "owners",
    ["60", "true", '["Crake", 60]', '[["Crake", 160]]', "[[null, 60]]", '[["a", 1, 2]]', '[{"naam": "Crake"}]'],
)
def test_owners_of_json_in_no_known_form_refuse_the_row(ask: Ask, owners: str) -> None:
    first, second = ask(f'{{"query": "Owl Ltd.", "owners": {owners}}}\n{{"query": "Rail"}}\n', name="x.jsonl")
    assert isinstance(first, Reject)
    assert first.reason == "screen.refused.owners"
    assert isinstance(second, NameQuery)


def test_shares_of_rows_with_different_keys_are_read(ask: Ask) -> None:
    told = ask(
        '{"query": "Owl", "owners": [{"name": "Crake", "pct": 60}]}\n'
        '{"query": "Elk", "owners": [{"name": "Rail", "share": 40}]}\n',
        name="x.jsonl",
    )
    assert [one.owners for one in told if isinstance(one, NameQuery)] == [
        (Owner(name="Crake", share=60.0),),
        (Owner(name="Rail", share=40.0),),
    ]


def test_share_behind_an_owner_in_a_cell_is_read(ask: Ask) -> None:
    told = only(ask('name,owner\nOwl Ltd.,"Crake=60; Rail=40"\n'))
    assert told.owners == (Owner(name="Crake", share=60.0), Owner(name="Rail", share=40.0))


def test_columns_of_one_heading_are_told_apart_and_the_one_not_read_is_told(columns: Columns) -> None:
    context = ReadContext(columns=columns, report=Report())
    (rows,) = read_names(bytes_source(b"name,name,country,country\nOwl,Elk,CA,CN\n", "a.csv"), context)
    (query,) = QueryReader(context).queries(rows)
    assert isinstance(query, NameQuery)
    assert (query.query, query.names, query.country) == ("Owl", ("Elk",), "CA")
    assert dict(query.given) == {"name": "Owl", "name (B)": "Elk", "country": "CA", "country (D)": "CN"}
    assert [(note.reason, note.given) for note in context.report.notes] == [
        ("heading_twice", {"column": "country (D)"})
    ]
    assert context.report.left_over == {"country (D)"}
