"""Names, notices, places and remarks as lists write them."""

from __future__ import annotations

import pytest

from debadge.sources.lists.citations import citation_of
from debadge.sources.lists.interface import ListContext
from debadge.sources.lists.names import announced, apart, has_lost, names_of, repaired
from debadge.sources.lists.places import addresses_of, city_of, country_of
from debadge.sources.lists.remarks import remarks_of

THEREOF = "and any successor, sub-unit, or subsidiary thereof"
FACTORY = "Bittern Academy. Subordinate Institution - 283 Factory"
MINISTRY = "Ministry of Reeds of Exampleland"


@pytest.mark.parametrize(
    ("text", "names", "terms"),
    [
        (f"Crake; {THEREOF}", ["primary Crake"], {"reaches": [THEREOF]}),
        ("Crake Ltd. (f.k.a., Rail Ltd.)", ["primary Crake Ltd.", "former Rail Ltd."], {}),
        ("Crake Ltd., a.k.a. Rail (Crex)", ["primary Crake Ltd.", "alias Rail (Crex)"], {}),
        ("Huawei (X). Affiliated Entity: Crake Co.", ["primary Crake Co."], {"listed_under": ["Huawei (X)"]}),
        (FACTORY, ["primary Bittern Academy, 283 Factory", "alias 283 Factory"], {"listed_under": ["Bittern Academy"]}),
        ("Bittern Trading House (BTH)", ["primary Bittern Trading House (BTH)", "weak BTH"], {}),
        ("Bittern Trading House (UAE)", ["primary Bittern Trading House (UAE)"], {}),
        (
            f"{MINISTRY}, including the Army of Reeds",
            [f"primary {MINISTRY}"],
            {"reaches": ["including the Army of Reeds"]},
        ),
        ("Crake Co., Ltd.,", ["primary Crake Co., Ltd."], {}),
        ("Crake Institute a.k.a. Rail Institute", ["primary Crake Institute", "alias Rail Institute"], {}),
        ("Crake Plant (Parent Organization: Bittern)", ["primary Crake Plant"], {"listed_under": ["Bittern"]}),
        (
            "Bittern Branch: Crake Plant",
            ["primary Bittern, Crake Plant", "alias Crake Plant"],
            {"listed_under": ["Bittern"]},
        ),
        ("d/b/a Crake Optics", ["primary Crake Optics"], {}),
        ("DBA Group Ltd.", ["primary DBA Group Ltd."], {}),
        ("Affiliated Supply Services", ["primary Affiliated Supply Services"], {}),
        ("Alfka, Majid aka Ltd", ["primary Alfka, Majid aka Ltd"], {}),
    ],
)
def test_other_facts_are_taken_out_of_names(
    text: str, names: list[str], terms: dict[str, list[str]], context: ListContext
) -> None:
    told = names_of(text, "primary", context.reading)
    assert ([f"{name.kind} {name.text}" for name in told.names], told.terms) == (names, terms)


@pytest.mark.parametrize("splinter", ["Ltd.", "and", "JSC", "UK"])
def test_splinters_are_no_alias(splinter: str, context: ListContext) -> None:
    assert names_of(splinter, "alias", context.reading).names == []


@pytest.mark.parametrize(
    ("text", "before", "names"),
    [
        ("Crake, a.k.a., the following two aliases: —Rail; and —Crex Ltd.", "Crake", ["alias Rail", "alias Crex Ltd."]),
        ("Teal; f.k.a., the following name: Rail.", "Teal", ["former Rail"]),
        ("a.k.a., the following aliases: —Rail —Crex - Lens", "", ["alias Rail", "alias Crex - Lens"]),
        ("Crake – Systems; Rail", "Crake – Systems; Rail", []),
    ],
)
def test_names_that_are_announced_together_are_parted(
    text: str, before: str, names: list[str], context: ListContext
) -> None:
    told, found = announced(text, context.reading)
    assert (told, [f"{kind} {name}" for name, kind in found]) == (before, names)


def test_aliases_part_at_semicolons_outside_brackets() -> None:
    assert list(apart("A (x; y); and B Co., Ltd.; ; C")) == ["A (x; y)", "B Co., Ltd.", "C"]
    assert list(apart("A (x; B")) == ["A (x", "B"]


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("Soci\u00c3\u00a9t\u00c3\u00a9", "Société"),
        ("\u00d0\u009e\u00d0\u009e\u00d0\u009e", "ООО"),
        ("Xi\u00e2\u20ac\u2122an", "Xi’an"),
        ("Crake\u00a0Co.,\u00a0Ltd.\u00ff", "Crake Co., Ltd."),
        ("Ärger “Über” GmbH", "Ärger “Über” GmbH"),
        ("海康威视", "海康威视"),
    ],
)
def test_wrong_encoding_is_undone_and_sound_text_left_alone(damaged: str, sound: str, context: ListContext) -> None:
    assert repaired(damaged, context.reading) == sound


@pytest.mark.parametrize(
    ("text", "lost"), [("Xi?an", True), ("Soci\ufffdt\ufffd", True), ("Who?", False), ("What? Ltd", False)]
)
def test_lost_characters_are_noticed(text: str, *, lost: bool) -> None:
    assert has_lost(text) is lost


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("84 FR 54002", "84 FR 54002"),
        ("66 FR 24266, 77 FR 58006 (no. 182), 81 FR 64694", "66 FR 24266; 77 FR 58006; 81 FR 64694"),
        ("82 F.R. 48792 10/20/2017", "82 FR 48792"),
        ("84  FR  54002;85 FR 44159 No. 141", "84 FR 54002; 85 FR 44159"),
        ("84FR 54002; 85 fr 44159; 84 FR 54002", "84 FR 54002; 85 FR 44159"),
        ("Vol. 88, No. 151, 08/08/2023", "Vol. 88, No. 151, 08/08/2023"),
        ("See BIS Entity List", None),
        ("See 84 FR 54002", "84 FR 54002"),
        ("n/a", None),
        ("  ", None),
    ],
)
def test_notices_have_one_form(text: str, citation: str | None) -> None:
    assert citation_of(text) == citation


def test_addresses_in_one_text_part_and_end_with_their_country(context: ListContext) -> None:
    told = list(addresses_of("1 Way, X, China; and 2 Way, Y, AE; Sea of Okhotsk; ;", context.reading))
    assert [(place.text, place.country) for place in told] == [
        ("1 Way, X, China", "CN"),
        ("2 Way, Y, AE", "AE"),
        ("Sea of Okhotsk", None),
    ]


@pytest.mark.parametrize(
    ("text", "city"),
    [("Grand Cayman KY1-1104", "Grand Cayman"), ("Shenzhen, Guangdong", "Shenzhen"), ("100033", None), ("", None)],
)
def test_city_stands_before_its_postal_code(text: str, city: str | None) -> None:
    assert city_of(text) == city


def test_country_that_is_none_is_unknown(context: ListContext) -> None:
    assert [country_of(text, context.reading) for text in ("Virgin Islands, British", "Atlantis", "")] == [
        "VG",
        None,
        None,
    ]


@pytest.mark.parametrize("text", ["DOB 01 Jan 1970; POB X", "nationality Y; alt. DOB 1971", "Gender Male"])
def test_remarks_about_a_birth_are_of_a_person(text: str, context: ListContext) -> None:
    assert remarks_of(text, context.reading).person


def test_remarks_are_understood_part_by_part(context: ListContext) -> None:
    told = remarks_of(
        "Issuer Name Crake Co., Ltd.; alt. ISIN XS1; Linked To: A LTD.; Linked To: B GROUP.; f.k.a. 'RAIL'; Phone 1; "
        "Registration Number 12-3 (Iran); Purchase/Sales For Divestment Date (CMIC) 03 Jun 2022.",
        context.reading,
    )
    assert [(name.text, name.kind) for name in told.names] == [("Crake Co., Ltd.", "alias"), ("RAIL", "former")]
    assert told.identifiers == [("isin", "XS1"), ("registration", "12-3")]
    assert (told.linked, told.rest, told.days) == (["A LTD.", "B GROUP"], ["Phone 1"], {"divest_until": "2022-06-03"})


def test_word_that_begins_like_a_label_is_no_number(context: ListContext) -> None:
    told = remarks_of("ISINGLASS works; Company Numbers unknown", context.reading)
    assert (told.identifiers, len(told.rest)) == ([], 2)
