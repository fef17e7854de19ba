"""Numbers and names as their makers write them."""

from __future__ import annotations

import pytest

from debadge.screen.lines.reading import LineReader


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("DS 2CD2143G2 I", "DS-2CD2143G2-I"), ("2CD2143G2-I", "DS-2CD2143G2-I"),
        ("DH IPC HFW2431S", "DH-IPC-HFW2431S"), ("haikvision", "hikvision"),
        ("Hikvison camera", "hikvision camera"), ("Da Hua NVR", "dahua NVR"), ("海康 摄像机", "海康威视 摄像机"),
        ("Hikvsiion", "hikvision"), ("H1KVISION dome", "hikvision dome"), ("hikvi5i0n", "hikvision"),
        ("D5-2CD2143G2-I", "DS-2CD2143G2-I"),
    ],
)  # fmt: skip
def test_spelling_is_mended(found: str, told: str, reader: LineReader) -> None:
    assert reader.respelled(found) == told


@pytest.mark.parametrize(
    "text",
    [
        "DS-2CD2143G2-I", "Hikvision", "DS923+", "DS1054Z",
        "大华股份", "IPC-A-610", "a clock radio", "DS2CD2143G2I", "", "   ", "Avigilon H5A",
        "Dahua DH-IPC-HFW1431S",
    ],
)  # fmt: skip
def test_what_is_right_or_unknown_stays(text: str, reader: LineReader) -> None:
    assert reader.respelled(text) == text.strip()


def test_name_cut_off_by_the_end_of_a_field_is_read_and_told_as_a_guess(reader: LineReader) -> None:
    reading = reader.read("CAMERA IP TURRET 4MP OUTDOOR WHT HIKVIS")
    (slip,) = reading.mended
    assert (slip.found, slip.read, slip.is_guess) == ("HIKVIS", "hikvision", True)
    assert [good.guessed for good in reading.goods] == [True]


def test_beginning_of_a_name_in_a_short_text_is_no_cut(reader: LineReader) -> None:
    assert reader.respelled("a lovely HIKVIS") == "a lovely HIKVIS"


def test_every_slip_leads_to_one_name_and_no_name_is_a_slip(reader: LineReader) -> None:
    slips = reader._respelling.slips
    assert set(slips.values()) == set(reader._respelling._spellings.near)
    assert not set(slips) & set(reader._respelling._known)
