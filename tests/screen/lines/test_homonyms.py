"""Names that are other firms, words or people as well."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Ask


def makers(ask: Ask, text: str) -> list[str | None]:
    return [one.found.maker for one in ask(text).goods if one.action != "mention" and one.found.maker]


@pytest.mark.parametrize(
    "text",
    [
        "LTS tapes LTO-9, 10 pack", "Lorex Pharma sample", "Imou argan oil", "Uniview window film", "Niko wall switch, white",
        "Northern cable and telephone services", "Northern Ontario camera maintenance", "DJI index data feed",
        "Tiandy Warhol print, framed", "Epcom antenna mast", "Interlogix door contact 2020A", "Dahua pumps, cast iron",
    ],
)  # fmt: skip
def test_name_of_another_trade_accuses_nobody(text: str, ask: Ask) -> None:
    assert makers(ask, text) == []


@pytest.mark.parametrize(
    "text",
    ["Wang Dahua, interpreter", "Dahua Liu - translation", "Payment to Zhang Dahua", "Mme Chen Dahua, traduction"],
)
def test_given_name_beside_a_family_name_is_a_person(text: str, ask: Ask) -> None:
    assert makers(ask, text) == []


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("LTS NVR 16 channel", "hikvision"), ("Lorex N843A8", "dahua"), ("Système Lorex", "dahua"), ("2 x Lorex", "dahua"),
        ("Imou Life subscription", "dahua"), ("Imou Bullet 2C", "dahua"), ("Uniview", "uniview"),
        ("Tiandy maintenance", "tiandy"),
        ("Wang Dahua cameras", "dahua"), ("Payment to Dahua", "dahua"), ("Niko intercom", "hikvision"),
        ("Northern Video NVR", "hikvision"), ("Northern N4IPFX camera", "hikvision"), ("DJI Mavic 3 index card", "dji"),
        ("Interlogix TVN-1016 NVR", "hikvision"), ("Hikvision", "hikvision"), ("24 port switch, Huawei", "huawei"),
    ],
)  # fmt: skip
def test_name_that_stands_alone_or_beside_equipment_counts(text: str, maker: str, ask: Ask) -> None:
    assert makers(ask, text) == [maker]


@pytest.mark.parametrize("text", ["HFW2831T hydraulic fitting", "HDW2431T relief valve, brass"])
def test_number_of_goods_of_another_trade_is_no_camera(text: str, ask: Ask) -> None:
    assert makers(ask, text) == []


@pytest.mark.parametrize("text", ["Honeywell Galaxy alarm panel", "Honeywell Home doorbell"])
def test_firm_with_all_kinds_of_goods_is_in_question_where_no_pictures_are_taken(text: str, ask: Ask) -> None:
    assert makers(ask, text) == []


def makers_in_question(ask: Ask, text: str) -> set[str]:
    found = [one.found for one in ask(text).goods]
    return {one.maker for told in found for one in told.candidates} | {told.maker for told in found if told.maker}


@pytest.mark.parametrize(
    "text",
    [
        "HONEYWELL N95 RESPIRATOR", "PANASONIC CS-XE9DKE air conditioner", "Panasonic RP-HJE120 earphones", "RCA audio cable 6ft",
        "FLIR E8-XT thermal", "Interlogix NX-8 alarm panel", "W Box battery WB-12V7",
    ],
)  # fmt: skip
def test_goods_of_a_firm_with_all_kinds_of_goods_put_no_supplier_of_cameras_in_question(text: str, ask: Ask) -> None:
    assert makers_in_question(ask, text) == set()


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Honeywell dome camera HD44", "dahua"), ("Honeywell CCTV system", "dahua"), ("Panasonic IP camera", "dahua"),
        ("Honeywell HBD3PR1", "dahua"), ("RCA HSDB2 doorbell camera", "hikvision"), ("Interlogix TVD-1106", "hikvision"),
    ],
)  # fmt: skip
def test_their_cameras_and_their_lines_do(text: str, maker: str, ask: Ask) -> None:
    assert maker in makers_in_question(ask, text)
