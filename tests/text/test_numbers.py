"""Numbers as people and spreadsheets write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.text.numbers import is_scientific, number_text, read_quantity

WORDS = frozenset({"qte", "qty", "units", "unites", "x"})


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("40", 40),
        ("40.0", 40),
        ("40,00", 40),
        ("Qté 40", 40),
        ("Qty: 40", 40),
        ("40 units", 40),
        ("40 unités", 40),
        ("x40", 40),
        ("1 200", 1200),
        ("1\u202f200", 1200),
        ("0", 0),
        (" 7 ", 7),
        ("12 000 000", None),
        ("1,000", None),
        ("1,200", 1200),
        ("1.234.567", 1_234_567),
        ("1.000", None),
        ("3 ou 4", None),
        ("-3", None),
        ("about 40", None),
        ("~40", None),
        ("see bundle 7", None),
        ("", None),
        ("2,5", None),
        ("½", None),
        ("40 Hikvision", None),
        ("4e1", None),
    ],
)
def test_quantity_is_a_whole_count_or_nothing(text: str, count: int | None) -> None:
    assert read_quantity(text, WORDS) == count


def test_serial_stored_as_a_number_has_no_decimal_point() -> None:
    assert number_text(12345678901.0) == "12345678901"
    assert number_text(2.5) == "2.5"


@pytest.mark.parametrize("value", [123456789012345678.0, 1e300, float("inf"), float("nan")])
def test_number_that_lost_digits_is_refused(value: float) -> None:
    assert number_text(value) is None


@pytest.mark.parametrize(
    ("text", "told"), [("1.23E+11", True), ("1,23E+11", True), ("1E+05", True), ("12E345", False), ("E+11", False)]
)
def test_scientific_notation_is_a_damaged_code(text: str, told: bool) -> None:
    assert is_scientific(text) is told


@given(st.integers(0, 10_000_000))
def test_every_count_is_read_back(count: int) -> None:
    assert read_quantity(f"Qté {count}", WORDS) == count


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(read_quantity(text, WORDS), int | None)
