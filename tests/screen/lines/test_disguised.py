"""Names that are written so that a search for their letters misses them."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Ask

from debadge.model.screened import LineCells
from debadge.screen.lines.screener import LineScreener

DISGUISED = {
    "Ηikvision DS-2CD2143G2-I camera": "hikvision",  # Greek Eta
    "Нikvision dome": "hikvision",  # Cyrillic En
    "Hikvіsіon NVR": "hikvision",
    "Dаhua camera": "dahua",
    "ΗΥΤΕRΑ radio": "hytera",
    "Нuаwei switch": "huawei",
    "Unіviеw NVR": "uniview",
    "H I K V I S I O N cameras": "hikvision",
    "d.a.h.u.a NVR": "dahua",
    "H-U-A-W-E-I router": "huawei",
    "Hikvísion dome": "hikvision",
    "Da\u200bhua camera": "dahua",
    "Hik\u00advision camera": "hikvision",
    "\x1b[31mHikvision\x1b[0m DS-2CD2143G2-I": "hikvision",
    "\x1b[1;4;31mDahua\x1b[m NVR": "dahua",
    "\x1b]0;title\x07Hytera PD785G": "hytera",
}


@pytest.mark.parametrize(("text", "maker"), DISGUISED.items())
def test_disguised_name_is_read_in_a_text_and_not_passed_by(
    text: str, maker: str, ask: Ask, screener: LineScreener
) -> None:
    assert screener.may_name([text]) == [True]
    assert [one.found.maker for one in ask(text).goods] == [maker]


@pytest.mark.parametrize("cell", ["Ηikvision", "Hikvіsion", "H I K V I S I O N", "\x1b[31mHikvision\x1b[0m"])
def test_disguised_name_is_read_in_the_column_for_makers(cell: str, ask: Ask) -> None:
    assert [one.found.maker for one in ask("camera", maker=cell).goods] == ["hikvision"]


def test_codes_of_terminals_change_no_answer(ask: Ask) -> None:
    bare, coloured = (ask(f"{on}Hikvision{off} DS-2CD2143G2-I") for on, off in (("", ""), ("\x1b[31m", "\x1b[0m")))
    assert bare.goods[0].found.grade is coloured.goods[0].found.grade


@pytest.mark.parametrize("text", ["Камера наружная", "κάμερα", "A B C D E F shelving", "d a camera", "H I tape"])
def test_other_alphabets_and_single_letters_name_nobody(text: str, ask: Ask) -> None:
    assert ask(text).goods == ()


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("CAMERA*DS-2CD2047G2-L*4MM", "DS-2CD2047G2-L"), ("*CAM*IP*BULLET*HIKVISION*DS-2CD2T45G0P-I*", "DS-2CD2T45G0P-I"),
        ("2xDS-2CD2143G2-I", "DS-2CD2143G2-I"), ("Caméra réf.DS-2CD2143G2-I", "DS-2CD2143G2-I"),
        ("HIKVISION_DS-2CD2143G2-I", "DS-2CD2143G2-I"), ("P/N.DS-2CD2143G2-I", "DS-2CD2143G2-I"),
        ("CAM—DS-2CD2143G2-I", "DS-2CD2143G2-I"), ("FoxDS-2CD2143G2-I and 2xDS-2CD2047G2-L", "DS-2CD2047G2-L"),
    ],
)  # fmt: skip
def test_mark_in_place_of_a_blank_hides_no_number(text: str, model: str, screener: LineScreener) -> None:
    assert screener.may_name([text]) == [True]
    main = screener.screen(LineCells(texts=(text,))).main
    assert main is not None
    assert (main.found.maker, main.found.model) == ("hikvision", model)
