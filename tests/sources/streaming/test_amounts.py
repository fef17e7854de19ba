"""How many."""

from __future__ import annotations

import pytest

from debadge.sources.streaming.amounts import Amounts, has_two_readings, read_amount

WORDS = frozenset({"qte", "units", "of"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12", 12), ("0", 0), ("12.00", 12), ("37,5", 37.5), ("0.25", 0.25), ("-2", -2), ("\u22122", -2), ("2-", -2),
        ("Qté 4", 4),
        ("4 units", 4), ("1 200", 1200), ("1,200,000", 1_200_000), ("1,000", None), ("12.000", None), ("many", None),
        ("4 or 5", None),
        ("2-3", None), ("1e9", None), ("99999999999", None), ("9" * 100, None), ("", None),
    ],
)  # fmt: skip
def test_amount_as_written(text: str, told: float | None) -> None:
    assert read_amount(text, WORDS) == told


def test_number_that_is_another_in_french_has_two_readings() -> None:
    assert [has_two_readings(text) for text in ("1,000", "12.500", "1,5", "many")] == [True, True, False, False]


def test_spelling_that_says_no_number_is_told_once_with_the_reason() -> None:
    amounts = Amounts(WORDS, {"n a"})
    assert amounts.untold({"12", "", "N/A", "many", "1,000"}) == {
        "many": "amount_not_a_number",
        "1,000": "amount_two_ways",
    }
    assert amounts.untold({"12", "1,000", "many", "few"}) == {"few": "amount_not_a_number"}
