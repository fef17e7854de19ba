"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.text.dates import Ambiguous, read_day, settle_order


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-08-07", "2024-08-07"),
        ("2024/8/7", "2024-08-07"),
        ("20240807", "2024-08-07"),
        ("2024-08-07T09:00:00Z", "2024-08-07"),
        ("2024-08", "2024-08"),
        ("2024", "2024"),
        ("13/08/2024", "2024-08-13"),
        ("08/13/2024", "2024-08-13"),
        ("13.08.24", "2024-08-13"),
        ("05/05/2024", "2024-05-05"),
        ("7 août 2024", "2024-08-07"),
        ("1er mars 2023", "2023-03-01"),
        ("Aug 7, 2024", "2024-08-07"),
        ("7-Aug-2024", "2024-08-07"),
        ("déc. 2023", "2023-12"),
        ("13/08/1999 10:30", "1999-08-13"),
    ],
)
def test_day_with_one_reading_is_read(text: str, day: str) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "32/13/2024", "2024-13-01", "31/02/2024", "45511", "1/2", "12:30", "00/00/0000", "7 brumaire 2024"],
)
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert read_day(text) is None


def test_day_with_two_readings_is_not_chosen() -> None:
    assert read_day("07/08/24") == Ambiguous((date(2024, 7, 8), date(2024, 8, 7)))


def test_person_settles_the_order() -> None:
    assert (read_day("07/08/24", "dmy"), read_day("07/08/24", "mdy")) == ("2024-08-07", "2024-07-08")


def test_day_that_does_not_fit_the_order_is_not_read() -> None:
    assert read_day("13/08/2024", "mdy") is None


def test_one_day_above_twelve_settles_a_column() -> None:
    assert settle_order(["07/08/24", "13/06/24", "2024-01-01", ""]) == "dmy"
    assert settle_order(["07/08/24", "06/13/24"]) == "mdy"


def test_column_that_contradicts_itself_settles_nothing() -> None:
    assert settle_order(["13/06/24", "06/13/24"]) is None
    assert settle_order(["07/08/24"]) is None


def test_short_iso_day_of_quebec_is_a_third_reading() -> None:
    assert isinstance(read_day("24-08-07"), Ambiguous)
    assert read_day("24-08-07", "ymd") == "2024-08-07"
    assert settle_order(["24-08-07", "24-08-31", "24-09-30", "69-12-31"]) == "ymd"


@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_every_day_written_day_first_is_read_back(day: date) -> None:
    assert read_day(day.strftime("%d/%m/%Y"), "dmy") == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(read_day(text), str | Ambiguous | None)
