"""What rows and headings of people's tables mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debadge.model.observation import Observation, Reject
from debadge.sources.read import FileReading

Read = Callable[..., FileReading]
HEAD = "Manufacturer,Model,Serial number,MAC address,Quantity,Acquired\n"


def values(reading: FileReading, field: str) -> list[str]:
    return [seen.value for seen in reading.observations if seen.field == field]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Fabricant / Manufacturer", "brand_string"),
        ("MARQUE", "brand_string"),
        ("Make", "brand_string"),
        ("Vendor", "brand_string"),
        ("Modèle", "model_string"),
        ("N° de modèle", "model_string"),
        ("Model (modèle)", "model_string"),
        ("Part number", "model_string"),
        ("Make/Model", "description"),
        ("Marque et modèle", "description"),
        ("Désignation", "description"),
        ("S/N", "serial_string"),
        ("Numéro de série", "serial_string"),
        ("Version du micrologiciel", "firmware_string"),
        ("Type d'appareil", "device_class_string"),
    ],
)
def test_heading_is_understood(heading: str, field: str, read: Read) -> None:
    reading = read(f"Ville;{heading};Nom d'hôte\nLaval;ABC 9;cam1\nGaspé;DEF 9;cam2\n")
    assert values(reading, field) == ["ABC 9", "DEF 9"]
    assert reading.left_over == ("Ville",)


def test_better_heading_wins_and_the_other_is_told(read: Read) -> None:
    reading = read("Vendor,Manufacturer,Model,Reference\nCDW,Hikvision,DS-1,R1\nCDW,Axis,P1,R2\n")
    assert values(reading, "brand_string") == ["Hikvision", "Axis"]
    assert values(reading, "supplier") == ["CDW", "CDW"]
    assert reading.left_over == ("Reference",)


@pytest.mark.parametrize(
    "head",
    ["PO Number;Line;Vendor;Description;Price", "PO Number;Line;Vendor;Item;Price", "Qty;Asset;Vendor;Details;X"],
)
def test_vendor_beside_goods_in_words_is_a_mention_and_no_maker(head: str, read: Read) -> None:
    reading = read(f"{head}\n1;2;CDW Canada;HIKVISION DS-2CD2143G2-I 4MP dome;9\n2;3;CDW Canada;AXIS P3245;9\n")
    assert values(reading, "brand_string") == []
    assert "CDW Canada" in " ".join(values(reading, "description"))
    assert "HIKVISION DS-2CD2143G2-I" in " ".join(values(reading, "description"))


def test_vendor_of_a_register_of_models_is_the_maker(read: Read) -> None:
    reading = read("Vendor,Model,Description\nHikvision,DS-1,dome\nAxis,P1,dome\n")
    assert values(reading, "brand_string") == ["Hikvision", "Axis"]


def test_header_in_a_second_row_is_no_thing(read: Read) -> None:
    reading = read("Manufacturer,Model,Serial number\nFabricant,Modèle,N° de série\nHikvision,DS-1,ABC12345\n")
    assert values(reading, "brand_string") == ["Hikvision"]
    assert reading.format == "csv_table"


def test_table_that_nobody_understands_says_how_to_map_it(read: Read) -> None:
    error = read("Truc;Machin\nHikvision;DS-1\nAxis;P1\n", "registre.csv").error
    given = {"columns": "Truc, Machin", "example": "Truc"}
    assert error == Reject(locator="registre.csv", reason="table_without_columns", given=given)


def test_row_of_values_is_not_shown_as_headings(read: Read) -> None:
    error = read("hunter2;44:19:b6:00:00:01;10\nhunter3;44:19:b6:00:00:02;11\n").error
    assert error == Reject(locator="evidence", reason="table_without_header", given={})


def test_mapping_of_a_person_outranks_ours(read: Read) -> None:
    reading = read("Manufacturer,Badge,Model\nOEM Ltd,LTS,CM1\nOEM Ltd,Annke,C8\n", mapping={"maker": "Badge"})
    assert values(reading, "brand_string") == ["LTS", "Annke"]
    assert reading.left_over == ("Manufacturer",)


def test_mapping_cannot_bring_a_secret_in(read: Read) -> None:
    reading = read("Manufacturer,Password\nAxis,canary-pw\nAxis,canary-pw\n", mapping={"serial": "Password"})
    assert "canary" not in repr(reading.items)


def test_user_name_is_dropped_only_beside_a_password(read: Read) -> None:
    assert read("Manufacturer,User\nAxis,Ann\nAxis,Bob\n").dropped == ()
    assert read("Manufacturer,User,Password\nAxis,Ann,x\nAxis,Bob,y\n").dropped == ("Password", "User")


def test_column_order_of_days_is_settled_by_one_day_above_twelve(read: Read) -> None:
    rows = "Axis,P1,,,1,07/08/24\nAxis,P1,,,1,13/06/24\n"
    assert values(read(HEAD + rows), "acquired") == ["2024-08-07", "2024-06-13"]


def test_ambiguous_day_is_left_out_with_a_note(read: Read) -> None:
    reading = read(HEAD + "Axis,P1,,,1,07/08/24\n", "po.csv")
    (note,) = reading.notes
    assert values(reading, "acquired") == []
    assert (note.locator, note.reason, note.given["readings"]) == (
        "po.csv:2",
        "day_ambiguous",
        "2024-07-08, 2024-08-07",
    )


def test_person_settles_days(read: Read) -> None:
    assert values(read(HEAD + "Axis,P1,,,1,07/08/24\n", dates="mdy"), "acquired") == ["2024-07-08"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Axis,P1,,,many,", "quantity_not_a_number"),
        (",,,00:1G:54:22,,", "mac_malformed"),
        (",,N/A,,1,", "nothing_names_it"),
        ("Axis,P1,,bad,1,", "mac_malformed"),
        ("Axis,P1,,,1,,x", "more_cells_than_columns"),
        (",,1.23E+11,,1,", "nothing_names_it"),
        (f"{'A' * 70_000},P1,,,1,", "cell_too_long"),
    ],
)
def test_row_that_cannot_be_used_is_rejected(row: str, reason: str, read: Read) -> None:
    reading = read(f"{HEAD}{row}\nAxis,P1,,,1,\n")
    assert [reject.reason for reject in reading.rejects] == [reason]
    assert reading.accepted == 1


def test_malformed_mac_beside_another_key_is_only_left_out(read: Read) -> None:
    reading = read(HEAD + "Axis,P1,AB12345,bad,1,\n")
    assert (reading.accepted, reading.notes[0].reason) == (1, "mac_dropped")


@pytest.mark.parametrize("word", ["Phone", "Téléphone cellulaire", "LAPTOP", "Tablette"])
def test_personal_device_is_counted_and_appears_nowhere(word: str, read: Read) -> None:
    reading = read(f"Category,Manufacturer,Serial number,Qty\n{word},Huawei,PERSONAL-1,3\nCamera,Axis,AB12345,1\n")
    assert [(skip.reason, skip.units) for skip in reading.skips] == [("personal_device", 3)]
    assert "PERSONAL-1" not in repr(reading)


@pytest.mark.parametrize("word", ["IP phone", "Téléphone IP", "Desk phone"])
def test_office_telephone_is_equipment(word: str, read: Read) -> None:
    assert read(f"Category,Manufacturer\n{word},Huawei\nCamera,Axis\n").accepted == 2


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ("PO number,Description,Quantity\nP1,Camera,40\n", "purchase_line"),
        ("PO number,Description,Quantity,Received\nP1,Camera,40,2023-12-21\n", "lot"),
        ("PO number,Description,Quantity,Serial number\nP1,Camera,1,AB12345\n", "device"),
        ("Manufacturer,Quantity,Room\nAxis,2,Hall\n", "lot"),
    ],
)
def test_kind_of_thing_follows_from_the_columns(rows: str, kind: str, read: Read) -> None:
    assert {seen.subject.kind for seen in read(rows).observations} == {kind}


def test_maker_and_model_in_one_cell_are_kept_as_description(read: Read) -> None:
    reading = read("Fabricant;Modèle;Local\nHikvision DS-2CD2143G2-I (dôme);;Hall\nHanwha Vision;;Hall\n")
    assert values(reading, "description") == ["Hikvision DS-2CD2143G2-I (dôme)"]
    assert values(reading, "brand_string") == ["Hanwha Vision"]


@pytest.mark.parametrize("row", ["Total : 14,,14", "Sous-total Hikvision,,14", "TOTAL,,14 u.", "Total,Hikvision,40"])
def test_sum_of_rows_is_no_thing(row: str, read: Read) -> None:
    reading = read(f"Local,Fabricant,Qté\nHall,Axis,14\n{row}\n")
    assert [skip.reason for skip in reading.skips] == ["total_row"]


def test_maker_called_total_is_a_maker(read: Read) -> None:
    assert values(read("Maker,Model\nTotal Security,TS1000\nAxis,P1\n"), "brand_string") == ["Total Security", "Axis"]


@pytest.mark.parametrize(
    "row", ["* taxes en sus,,", "Note : voir annexe,,", "Les caméras du deuxième étage ne sont pas comptées,,"]
)
def test_remark_is_no_thing(row: str, read: Read) -> None:
    reading = read(f"Local,Fabricant,Qté\nHall,Axis,14\n{row}\n")
    assert [skip.reason for skip in reading.skips] == ["note_row"]


TAGGED = "Asset tag,Manufacturer,Model,Password\nHO-1,Axis,P1,\n{}\nHO-2,Axis,P2,\n"


@pytest.mark.parametrize("row", ["Building B,,,", "Étage 2,,,", "Pavillon principal,,,", "ANNEX,,,"])
def test_heading_between_rows_is_no_thing(row: str, read: Read) -> None:
    reading = read(TAGGED.format(row))
    assert [(skip.locator, skip.reason) for skip in reading.skips] == [("evidence:3", "section_row")]
    assert (reading.accepted, reading.rejected) == (2, 0)


@pytest.mark.parametrize(
    "row", ["HO-1021,,,", "12345,,,", "A4,,,", "CAM 12,,,", ",Axis,,", ",,P1,", "Gate camera,,,pw1"]
)
def test_lone_tag_maker_or_model_is_a_thing(row: str, read: Read) -> None:
    reading = read(TAGGED.format(row))
    assert (reading.accepted, reading.skipped) == (3, 0)


def test_equal_rows_of_two_files_have_equal_digests(read: Read) -> None:
    first, second = (read(HEAD + "Axis,P1,AB12345,,1,\n", name) for name in ("a.csv", "b.csv"))
    assert [seen.id() for seen in first.observations] == [seen.id() for seen in second.observations]


def test_values_are_as_seen(read: Read) -> None:
    (seen, *_) = (item for item in read("Model,Room\n  ds-2cd ,x\nP1,y\n").items if isinstance(item, Observation))
    assert seen.value == "  ds-2cd "


def test_list_of_lone_names_has_no_headings_between_its_rows(read: Read) -> None:
    reading = read("Asset tag,Maker,Model\nlobby,,\ngarage,,\n")
    assert (reading.accepted, reading.skipped) == (2, 0)
    assert read("Asset tag,Maker,Model\nBuilding B,,\nA-1,Axis,P1\n").skipped == 1
