"""Each layout: what stands in a file of it comes out as rows, and everything else is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.sources.lists.conftest import CURRENT, OLD, SDN, csl

from debadge.model.errors import FileError
from debadge.model.listing import ListRow
from debadge.sources.lists.read import ListReading

Reader = Callable[..., ListReading]
NIGHTJAR = {
    "name": "Nightjar Optics Ltd.",
    "alt_names": "Nightjar Lens; and Nachtschwalbe GmbH",
    "addresses": "1 Lamp Street, Exampletown, DE; and 2 Lamp Street, Exampletown, China",
    "federal_register_notice": "84 FR 54002, 85 FR 44159",
    "start_date": "2019-10-09",
    "license_policy": "Presumption of denial",
}


def only(reading: ListReading) -> ListRow:
    [rows] = reading.rows.values()
    [row] = rows
    return row


@pytest.mark.parametrize("columns", [OLD, CURRENT, list(reversed(CURRENT))], ids=["28", "29", "another order"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\ufeff\n", "\n"])
def test_csl_is_read_by_header_name(read: Reader, columns: list[str], before: str) -> None:
    row = only(read(before + csl([NIGHTJAR], columns)))
    assert [(name.text, name.kind) for name in row.names] == [
        ("Nightjar Optics Ltd.", "primary"),
        ("Nightjar Lens", "alias"),
        ("Nachtschwalbe GmbH", "alias"),
    ]
    assert [place.country for place in row.addresses] == ["DE", "CN"]
    assert (row.list, row.kind, row.start) == ("us-bis-entity-list", "unknown", date(2019, 10, 9))
    assert (row.citation, dict(row.terms)) == ("84 FR 54002; 85 FR 44159", {"license_policy": "Presumption of denial"})


def test_csl_json_says_what_the_csv_says(read: Reader) -> None:
    address = {"address": "1 Lamp Street", "city": "Exampletown", "state": None, "postal_code": "0815", "country": "DE"}
    told: dict[str, Any] = {
        **NIGHTJAR,
        "source": "Entity List (EL) - Bureau of Industry and Security",
        "id": "x1",
        "type": None,
    }
    told |= {"alt_names": ["Nightjar Lens", "Nachtschwalbe GmbH"], "addresses": [address], "country": None}
    row, flat = only(read({"total": 1, "results": [told]})), only(read(csl([NIGHTJAR])))
    assert (row.names, row.citation, row.start, row.terms) == (flat.names, flat.citation, flat.start, flat.terms)
    assert row.addresses[0].plain() == {
        "text": "1 Lamp Street, Exampletown, 0815, DE",
        "city": "Exampletown",
        "country": "DE",
    }


def test_each_source_goes_to_its_own_list(read: Reader) -> None:
    uvl = "Unverified List (UVL) - Bureau of Industry and Security"
    reading = read(csl([NIGHTJAR, {"name": "Bittern", "source": uvl}, {"name": "Crake", "source": "Moon List (ML)"}]))
    assert {list_: len(rows) for list_, rows in reading.rows.items()} == {
        "us-bis-entity-list": 1,
        "us-bis-unverified": 1,
    }
    assert [(bad.reason, bad.given) for bad in reading.rejects] == [
        ("lists.reject.source", {"source": "Moon List (ML)"})
    ]


@pytest.mark.parametrize("sign", [{"type": "Individual"}, {"dates_of_birth": "1970"}, {"citizenships": "XX"}])
def test_persons_are_counted_and_never_kept(read: Reader, sign: dict[str, str]) -> None:
    reading = read(csl([{"name": "Jane Doe", "source": SDN, **sign}, {"name": "Bittern", "source": SDN}]))
    assert [row.names[0].text for row in reading.rows["us-ofac-sdn"]] == ["Bittern"]
    assert reading.persons == {"us-ofac-sdn": 1}


def test_list_of_persons_alone_is_read_as_empty(read: Reader) -> None:
    source = "Palestinian Legislative Council List (PLC) - Treasury Department"
    reading = read(csl([{"name": "Jane Doe", "source": source, "type": "Individual"}]))
    assert (reading.rows, reading.persons) == ({}, {"us-ofac-plc": 1})


def test_null_name_is_rejected_and_an_alias_saves_the_row(read: Reader) -> None:
    reading = read(csl([{"name": "", "start_date": "2020-01-01"}, {"name": "", "alt_names": "Crake; Crake Ltd."}]))
    assert [bad.reason for bad in reading.rejects] == ["lists.reject.nameless"]
    assert [(name.text, name.kind) for name in only(reading).names] == [("Crake", "alias"), ("Crake Ltd.", "alias")]


def test_party_listed_once_per_country_is_one_row(read: Reader) -> None:
    twice = [{**NIGHTJAR, "_id": "a"}, {**NIGHTJAR, "_id": "b", "addresses": "3 Lamp Street, Kabul, AF"}]
    reading = read(csl(twice))
    assert reading.united == 1
    assert sorted(place.country or "" for place in only(reading).addresses) == ["AF", "CN", "DE"]


def test_rows_on_other_terms_stay_apart(read: Reader) -> None:
    rows = read(csl([NIGHTJAR, {**NIGHTJAR, "license_policy": "Case by case"}])).rows["us-bis-entity-list"]
    assert (len(rows), len({row.ref for row in rows})) == (2, 2)


def test_two_numbered_parties_of_one_name_stay_two(read: Reader) -> None:
    rows = [{"name": "Bittern", "source": SDN, "entity_number": number} for number in ("7", "8")]
    assert [row.ref for row in read(csl(rows)).rows["us-ofac-sdn"]] == ["7", "8"]


PRIM = (
    '306,"NIGHTJAR OPTICS CO., LTD.",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Equity Ticker 2415 CH; '
    "Issuer Name Nightjar Optics; ISIN CNE100000PM8; Effective Date (CMIC) 02 Aug 2021; Listing Date (CMIC) 03 Jun 2021; "
    "Unified Social Credit Code (USCC) 91330000733796106P (China); a.k.a. 'NJO'; Linked To: BITTERN GROUP.\"\n"
)
ALT = '306,1,"fka","NIGHTJAR GLASS",-0- \n306,2,"aka","NACHTSCHWALBE",-0- \n'
ADD = '306,9,"1 Lamp Street","Hangzhou 310051","China",-0- \n'


def test_ofac_files_are_joined_on_their_first_column(read: Reader) -> None:
    row = only(read(ADD, ALT, PRIM))
    assert {name.text: name.kind for name in row.names} == {
        "NIGHTJAR OPTICS CO., LTD.": "primary",
        "NIGHTJAR GLASS": "former",
        "NACHTSCHWALBE": "alias",
        "Nightjar Optics": "alias",
        "NJO": "weak",
    }
    assert row.addresses[0].plain() == {
        "text": "1 Lamp Street, Hangzhou 310051, China",
        "city": "Hangzhou",
        "country": "CN",
    }
    assert (row.list, row.ref, row.start, row.kind) == ("us-ns-cmic", "306", date(2021, 6, 3), "organisation")


def test_ofac_remarks_give_numbers_days_and_ties(read: Reader) -> None:
    row = only(read(PRIM))
    assert dict(row.identifiers) == {
        "isin": "CNE100000PM8",
        "ofac_ent_num": "306",
        "ticker": "2415 CH",
        "uscc": "91330000733796106P",
    }
    assert dict(row.terms) == {"effective": "2021-08-02", "linked_to": "BITTERN GROUP"}
    assert row.remarks is None


def sdn(number: int, name: str, program: str = "SDGT", remarks: str = "-0- ", kind: str = "-0- ") -> str:
    return f'{number},"{name}",{kind},"{program}",' + "-0- ," * 7 + f'"{remarks}"\n'


def test_person_in_ofac_remarks_is_counted(read: Reader) -> None:
    born = sdn(2, "DOE, Jane", remarks="DOB 05 May 1970; nationality X")
    reading = read(sdn(1, "BITTERN") + born + sdn(3, "DOE", kind="individual"))
    assert ([row.ref for row in reading.rows["us-ofac-sdn"]], reading.persons) == (["1"], {"us-ofac-sdn": 2})


def test_vessels_and_programmes_of_ofac(read: Reader) -> None:
    row = only(read(sdn(1, "HERON", "NPWMD] [SDGT", kind="vessel")))
    assert (row.kind, row.programs) == ("vessel", ("NPWMD", "SDGT"))


def test_programme_that_tells_no_list_is_rejected_beside_one_that_does(read: Reader) -> None:
    reading = read(PRIM + sdn(2, "CRAKE", "MOON-EO1"))
    assert [(bad.reason, dict(bad.given)) for bad in reading.rejects] == [
        ("lists.reject.program", {"programs": "MOON-EO1"})
    ]


def test_aliases_without_their_entry_are_told(read: Reader) -> None:
    reading = read(PRIM, ALT + '999,3,"aka","NOBODY",-0- \n')
    assert [(bad.reason, bad.given["number"]) for bad in reading.rejects] == [("lists.reject.orphan", "999")]


def test_aliases_alone_are_no_list(read: Reader) -> None:
    with pytest.raises(FileError, match="no_names"):
        read(ALT)


def test_copy_of_the_entity_list_is_put_together_at_its_commas(read: Reader) -> None:
    told = {
        "name": "Nightjar",
        "alternateNames": ["Lens Co.", "Ltd.; Crake Co.", "Ltd."],
        "addresses": ["1 Way, DE; 2 Way, FR"],
    }
    told |= {"federalRegisterCitation": "84 FR  54002 No. 7", "effectiveDate": "Various", "licenseRequirement": "All"}
    told |= {"country": "Unknown", "entityType": "company"}
    reading = read({"entities": [told], "lastUpdate": "2025-11-08T20:13:11Z", "count": 1})
    row = only(reading)
    assert [name.text for name in row.names] == ["Nightjar", "Lens Co., Ltd.", "Crake Co., Ltd."]
    assert ([place.country for place in row.addresses], row.citation) == (["DE", "FR"], "84 FR 54002")
    assert (row.start, dict(row.terms)["start_as_written"], row.kind) == (None, "Various", "unknown")
    assert (reading.published, reading.said) == (date(2025, 11, 8), None)
    assert read({"entities": [told], "count": 5}).said == (5, 1)


@pytest.mark.parametrize(
    ("aliases", "names"),
    [
        (["Lens Co., Ltd.", "Crake Glass", "Crake Co., Ltd."], ["Lens Co., Ltd.", "Crake Glass", "Crake Co., Ltd."]),
        (["a.k.a.", "the following two aliases: —Lens Co.", "Ltd.; and —Crake"], ["Lens Co., Ltd.", "Crake"]),
        (["Lens", "f.k.a.", "Glass Works"], ["Lens", "Glass Works"]),
    ],
)
def test_aliases_of_a_copy_are_parted_as_they_were_written(read: Reader, aliases: list[str], names: list[str]) -> None:
    told = {"name": "Nightjar", "alternateNames": aliases, "addresses": ["1 Way, DE"], "licenseRequirement": "All"}
    assert [name.text for name in only(read({"entities": [told]})).names] == ["Nightjar", *names]


FACTS = "entity_id,name_as_listed,editions_listed,removed_on,listed_under_parent\n"


def test_1260h_editions_are_days_and_a_selection_says_so(read: Reader) -> None:
    named = 'dahua,"Zhejiang Dahua Technology Co., Ltd.",2022-10-05|2025-01-07,,\n'
    reading = read(f"{FACTS}{named}x,Crake,2021-06-03,2025-01-07,Bittern\n")
    crake, dahua = sorted(reading.rows["us-1260h"], key=lambda row: row.names[0].text)
    assert (dahua.start, dahua.until, dahua.entity) == (date(2022, 10, 5), None, "dahua")
    assert (crake.until, dict(crake.terms)["listed_under"], crake.entity) == (date(2025, 1, 6), "Bittern", None)
    assert (set(reading.partial), reading.published) == ({"us-1260h"}, date(2025, 1, 7))


def test_name_removed_and_listed_again_is_on_the_list(read: Reader) -> None:
    row = only(read(FACTS + "x,Crake,2025-01-07|2026-06-08,2026-02-17,\n"))
    assert (row.until, dict(row.terms)["removed_and_listed_again"]) == (None, "2026-02-17")


def test_subsidiary_is_not_taken_for_the_party_that_the_table_files_it_under(read: Reader) -> None:
    assert only(read(FACTS + "dahua,Chengdu Dahua Wisdom,2025-01-07,,Dahua\n")).entity is None


FCC = "entry_id,entity_id,scope,product_class,purpose_qualified,added_on,category_entry\n"


def test_fcc_entries_name_our_parties_and_kinds_of_product_name_nobody(read: Reader) -> None:
    named = "F1,hikvision|dahua,video,video_surveillance|telecom,yes,2021-03-12,no\n"
    reading = read(f"{FCC}{named}F2,,routers,telecom,no,2026-03-23,yes\n")
    assert [(row.ref, row.entity) for row in reading.rows["us-fcc-covered-list"]] == [
        ("F1/dahua", "dahua"),
        ("F1/hikvision", "hikvision"),
    ]
    assert dict(reading.rows["us-fcc-covered-list"][0].terms)["products"] == "video_surveillance; telecom"
    assert reading.no_party == 1


def test_fcc_entry_of_an_unknown_party_is_rejected(read: Reader) -> None:
    reading = read(FCC + "F1,hikvision,v,t,no,2021-03-12,no\nF3,moon_maker,v,t,no,2021-03-12,no\n")
    assert [bad.reason for bad in reading.rejects] == ["lists.reject.party"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_table_is_read_by_a_mapping(read: Reader, mark: str) -> None:
    table = f"Firm{mark}Since{mark}Land{mark}Else\n" + f'"Nightjar"{mark}2024-08-07{mark}Germany{mark}x\n'
    reading = read(table, list_="us-uflpa", mapping={"name": "Firm", "start": "since", "country": "Land"})
    row = only(reading)
    assert (row.list, row.names[0].text, row.start) == ("us-uflpa", "Nightjar", date(2024, 8, 7))
    assert (row.addresses[0].country, reading.left_over) == ("DE", ("Else",))


def test_headings_that_say_what_they_are_need_no_mapping(read: Reader) -> None:
    row = only(
        read("Entity Name,Aliases,Effective Date,Type\nCrake,Rail|Corn Rail,06/21/2022,Entity\n", list_="us-uflpa")
    )
    assert ([name.text for name in row.names], row.start, row.kind) == (
        ["Crake", "Rail", "Corn Rail"],
        date(2022, 6, 21),
        "organisation",
    )


def test_json_of_any_shape_is_read_by_a_mapping(read: Reader) -> None:
    told: dict[str, Any] = {"as_of": 1, "items": [{"n": "Crake"}, {"n": "Bittern", "also": ["Botaurus", "Reed"]}, 7]}
    reading = read(told, list_="own-ban", mapping={"name": "n", "aliases": "also"})
    names = {row.names[0].text: [name.text for name in row.names[1:]] for row in reading.rows["own-ban"]}
    assert (names, [bad.reason for bad in reading.rejects]) == (
        {"Crake": [], "Bittern": ["Botaurus", "Reed"]},
        ["lists.reject.no_object"],
    )


@pytest.mark.parametrize(
    ("mapping", "list_", "reason"),
    [
        ({"name": "Company"}, "us-uflpa", "no_column"),
        ({"start": "Since"}, "us-uflpa", "no_name"),
        ({"name": "Firm"}, None, "no_list"),
        ({}, None, "unknown"),
    ],
)
def test_table_that_cannot_be_understood_says_why(read: Reader, mapping: Any, list_: Any, reason: str) -> None:
    with pytest.raises(FileError, match=f"lists.file.{reason}"):
        read("Firm,Since\nCrake,2024-08-07\n", list_=list_, mapping=mapping)


def test_names_alone_are_no_list(read: Reader) -> None:
    with pytest.raises(FileError, match="names_only"):
        read("002071887 ONTARIO\n041216 NB\nACME, THE BEST\nBETA\nGAMMA\n")


def test_western_code_page_and_wrong_reading_are_set_right(read: Reader) -> None:
    assert only(read(csl([{"name": "Société Électrique"}]).encode("cp1252"))).names[0].text == "Société Électrique"
    reading = read(csl([{"name": "SociÃ©tÃ© d’Optique"}, {"name": "Xiâ€™an Lens"}]))
    assert sorted(row.names[0].text for row in reading.rows["us-bis-entity-list"]) == [
        "Société d’Optique",
        "Xi’an Lens",
    ]
    assert reading.repaired == 2


def test_lost_character_is_told_and_not_guessed(read: Reader) -> None:
    reading = read(csl([{"name": "Xi?an Lens"}, {"name": "Who? Ltd."}]))
    assert reading.doubtful == 1
    assert "Xi?an Lens" in {row.names[0].text for row in reading.rows["us-bis-entity-list"]}


def test_known_name_is_tied_to_our_party(read: Reader) -> None:
    assert only(read(csl([{"name": "Dahua Technology"}]))).entity == "dahua"
