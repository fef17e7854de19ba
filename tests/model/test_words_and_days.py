"""Kleene's rules and days that are known as windows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.model.days import Window
from debadge.model.words import Answer, all_of, any_of

ANSWERS = st.lists(st.sampled_from(Answer))
NOT = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}


@given(ANSWERS)
def test_and_is_or_turned_inside_out(answers: list[Answer]) -> None:
    assert all_of(answers) is NOT[any_of(NOT[a] for a in answers)]


@given(ANSWERS, st.sampled_from([Answer.YES, Answer.NO]))
def test_settling_an_unknown_never_overturns_a_settled_answer(answers: list[Answer], settled: Answer) -> None:
    before = all_of(answers)
    after = all_of(settled if a is Answer.UNKNOWN else a for a in answers)
    assert before is Answer.UNKNOWN or before is after


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_partial_days_are_windows(text: str, first: date, last: date) -> None:
    assert Window.parse(text) == Window(first, last)


@pytest.mark.parametrize("text", ["2023-02-30", "2024-13", "07/08/24", "", "yesterday", "20240101"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        Window.parse(text)


def test_window_is_no_before_unknown_inside_and_yes_from_its_last_day() -> None:
    window = Window(date(2026, 7, 6), date(2026, 7, 31))
    days = [date(2026, 7, 5), date(2026, 7, 6), date(2026, 7, 30), date(2026, 7, 31)]
    assert [window.on_or_before(d) for d in days] == [Answer.NO, Answer.UNKNOWN, Answer.UNKNOWN, Answer.YES]
