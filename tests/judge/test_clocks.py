"""Terms in business days, days, hours, months and years, by the calendar of the authority."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.flow.world import World
from debadge.judge.clocks import due, last_day
from debadge.model.calendar import BeyondCalendarError
from debadge.model.days import Window
from debadge.model.duty import Duty, Interruption, Term
from debadge.testing.rules import source

CALENDARS = World.load().law.calendars
US, CA, QC = (CALENDARS[name] for name in ("us-federal", "ca-federal", "ca-qc"))


def term(length: int, unit: str = "days") -> Term:
    return Term(length=length, unit=unit)


def duty(within: Term | None = None, **told: object) -> Duty:
    whole = {
        "id": "d", "of": ("m",), "roles": (), "event": "discovery", "starts": None, "within": within, "every": None, "by": None,
        "calendar": None, "interruptions": (), "start": None, "until": None, "says": {"en": "x", "fr": "x"}, "source": source(),
    }  # fmt: skip
    return Duty(**{**whole, **told})  # type: ignore[arg-type]  # a table of parts


@pytest.mark.parametrize(
    ("length", "event", "last"),
    [
        (1, date(2026, 7, 1), date(2026, 7, 2)),
        (1, date(2026, 7, 2), date(2026, 7, 6)),  # Independence Day is observed on Friday 3 July
        (1, date(2025, 12, 24), date(2025, 12, 26)),
        (10, date(2026, 11, 6), date(2026, 11, 23)),  # over two weekends and Veterans Day
        (10, date(2018, 10, 5), date(2018, 10, 22)),  # over Columbus Day
        (1, date(2020, 6, 18), date(2020, 6, 19)),  # Juneteenth is a holiday since 2021
        (1, date(2023, 6, 16), date(2023, 6, 20)),
        (1, date(2027, 12, 30), date(2028, 1, 3)),  # New Year's Day 2028 is observed on 31 December 2027
    ],
)
def test_business_days_of_the_us_government_skip_its_holidays(length: int, event: date, last: date) -> None:
    assert last_day(term(length, "business_days"), event, US) == last


def test_the_order_of_120_days_ends_on_a_saturday_and_does_not_roll() -> None:
    assert last_day(term(120), date(2025, 6, 27), CA) == date(2025, 10, 25)


def test_a_term_that_ends_on_a_sunday_or_holiday_is_carried_in_canada() -> None:
    assert last_day(term(1), date(2026, 6, 30), CA) == date(2026, 7, 2)  # Canada Day
    assert last_day(term(2), date(2026, 5, 15), CA) == date(2026, 5, 19)  # Sunday, then Victoria Day
    assert last_day(term(1), date(2028, 6, 23), QC) == date(2028, 6, 26)  # Saint-Jean on a Saturday, then Sunday


def test_plain_days_never_roll() -> None:
    assert last_day(term(30), date(2019, 2, 19), None) == date(2019, 3, 21)
    assert last_day(term(90), date(2019, 2, 19), None) == date(2019, 5, 20)


@pytest.mark.parametrize(
    ("told", "start", "last"),
    [
        (term(36, "months"), date(2027, 1, 31), date(2030, 1, 31)),
        (term(1, "months"), date(2028, 1, 31), date(2028, 2, 29)),
        (term(1, "years"), date(2028, 2, 29), date(2029, 2, 28)),
        (term(72, "hours"), date(2026, 7, 3), date(2026, 7, 6)),
    ],
)
def test_months_years_and_hours_run_by_the_calendar(told: Term, start: date, last: date) -> None:
    assert last_day(told, start, None) == last


def stopped(until: Window, *, verified: bool) -> Duty:
    """The 120 days of the order of 27 June 2025, with a stop from 7 July on."""
    stop = Interruption(start=date(2025, 7, 7), until=until, verified=verified, source=source())
    return duty(term(120), starts=date(2025, 6, 27), calendar="ca-federal", interruptions=(stop,))


def test_a_stop_whose_terms_are_not_public_leaves_a_window() -> None:
    told = stopped(Window(date(2025, 9, 16), date(2025, 9, 22)), verified=False)
    assert due(told, None, CALENDARS) == Window(date(2025, 10, 25), date(2026, 1, 20))


def test_a_stop_that_is_known_makes_the_term_longer_by_its_days() -> None:
    told = stopped(Window(date(2025, 9, 16), date(2025, 9, 16)), verified=True)
    assert due(told, None, CALENDARS) == Window(date(2026, 1, 5), date(2026, 1, 5))  # 4 January is a Sunday


def test_a_duty_that_comes_again_tells_the_next_day() -> None:
    again = duty(every=term(90))
    assert due(again, date(2026, 1, 1), {}, after=date(2026, 1, 1)) == Window(date(2026, 4, 1), date(2026, 4, 1))
    assert due(again, date(2026, 1, 1), {}, after=date(2026, 4, 1)) == Window(date(2026, 6, 30), date(2026, 6, 30))


def test_without_an_event_or_a_term_no_day_is_told() -> None:
    assert due(duty(term(1)), None, {}) is None
    assert due(duty(), date(2026, 1, 1), {}) is None
    assert due(duty(by=Window(date(2024, 10, 31), date(2024, 10, 31))), None, {}) == Window(
        date(2024, 10, 31), date(2024, 10, 31)
    )


def test_a_year_whose_holidays_are_not_known_is_an_error_and_no_guess() -> None:
    with pytest.raises(BeyondCalendarError, match="2041"):
        last_day(term(10, "business_days"), date(2040, 12, 28), US)


@given(st.dates(date(2015, 1, 2), date(2039, 6, 1)), st.integers(1, 60))
def test_business_days_are_open_grow_with_the_count_and_match_counting_one_by_one(start: date, count: int) -> None:
    last = last_day(term(count, "business_days"), start, US)
    between = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]

    assert US.is_business_day(last)
    assert sum(US.is_business_day(day) for day in between) == count
