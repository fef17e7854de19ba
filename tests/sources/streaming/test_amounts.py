"""How many."""

from __future__ import annotations

import pytest

from debadge.sources.streaming.amounts import Amounts, has_two_readings, read_amount
from debadge.text.numbers import settle_mark

WORDS = frozenset({"qte", "units", "of"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12", 12), ("0", 0), ("12.00", 12), ("37,5", 37.5), ("0.25", 0.25), ("-2", -2), ("\u22122", -2), ("2-", -2),
        ("Qté 4", 4),
        ("4 units", 4), ("1 200", 1200), ("1,200,000", 1_200_000), ("1,000", None), ("12.000", None), ("many", None),
        ("4 or 5", None),
        ("1.200,000", 1200), ("1.234,5", 1234.5), ("1,234.56", 1234.56), ("1 200,000", 1200), ("1'200.50", 1200.5),
        ("-1.234,50", -1234.5), ("1.234,5-", -1234.5), ("0,500", 0.5), ("1.200.000", 1_200_000), ("Qté 37,5", 37.5),
        ("1.234.5", None), ("1,2,3", None), ("1.200,000,5", None), ("1,23,456", None), ("1.2.2024", None),
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


@pytest.mark.parametrize(
    ("column", "mark", "told"),
    [
        (["1.200,000", "-3,000", "12,500"], ",", [1200, -3, 12.5]), (["37.5", "1,000", "1.000"], ".", [37.5, 1000, 1]),
        (["1,000", "2,000"], None, [None, None]), (["37.5", "37,5", "1,000"], None, [37.5, 37.5, None]),
        (["0,500", "3,000", "many", ""], ",", [0.5, 3, None, None]), (["3", "4"], None, [3, 4]),
    ],
)  # fmt: skip
def test_column_that_agrees_on_a_mark_has_no_doubt(
    column: list[str], mark: str | None, told: list[float | None]
) -> None:
    assert settle_mark(column) == mark
    assert [read_amount(text, WORDS, mark) for text in column] == told
