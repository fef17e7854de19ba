"""Model numbers in cells and sentences."""

from __future__ import annotations

import pytest

from debadge.text.models import candidates, numbers, without_remark

CELLS = [
    ("DS-2CD2143G2-I (dôme)", "DS-2CD2143G2-I"),
    ("DS-2CD2143G2-I, dome", "DS-2CD2143G2-I"),
    ("  P3245-V. ", "P3245-V"),
]


@pytest.mark.parametrize(("cell", "first"), CELLS)
def test_best_candidate_is_the_cell_without_its_remark(cell: str, first: str) -> None:
    assert candidates(cell)[0] == first


def test_word_with_a_digit_is_a_candidate_too() -> None:
    assert "P3245-V" in candidates("Network camera P3245-V")


def test_numbers_of_a_sentence_come_in_order_once() -> None:
    assert numbers("40 x DS-2CD2143G2-I, spare for «DS-7608NI-K2» and DS-2CD2143G2-I") == (
        "DS-2CD2143G2-I",
        "DS-7608NI-K2",
    )


def test_lens_in_brackets_is_a_remark() -> None:
    assert without_remark("DS-2CD2143G2-I(2.8mm)") == "DS-2CD2143G2-I"


def test_bracket_without_a_blank_ends_a_number() -> None:
    assert numbers("Dome camera DS-2CD2143G2-I(2.8mm)") == ("DS-2CD2143G2-I", "2.8mm")
    assert numbers("ONU EG8147X6(usada) [HG8546M]") == ("EG8147X6", "HG8546M")
    assert numbers("摄像机（DS-2CD2143G2-I）") == ("DS-2CD2143G2-I",)
