"""Days on which an authority is closed, for terms in business days and for terms that end on such a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from debadge.model.source import Source, Text


class BeyondCalendarError(ValueError):
    """A day that the calendar does not know: the holidays of its year are not in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Weekly closed days and holidays of some years."""

    id: str
    title: Text
    closed: frozenset[int]  # weekdays that are no business days, Monday is 0
    carries: frozenset[int] | None  # weekdays on which no term ends, beside holidays; None: a term ends where it ends
    holidays: frozenset[date]
    years: range
    source: Source

    def is_business_day(self, day: date) -> bool:
        """Whether the authority is open.

        Raises:
            BeyondCalendarError: The holidays of that year are not in.
        """
        self._known(day)
        return day.weekday() not in self.closed and day not in self.holidays

    def carried(self, day: date) -> date:
        """The day on which a term ends that would end on ``day``.

        Raises:
            BeyondCalendarError: The holidays of that year are not in.
        """
        self._known(day)
        while self.carries is not None and (day.weekday() in self.carries or day in self.holidays):
            day += timedelta(days=1)
            self._known(day)
        return day

    def _known(self, day: date) -> None:
        if day.year not in self.years:
            raise BeyondCalendarError(
                f"{self.id}: holidays are known from {self.years[0]} to {self.years[-1]}, not for {day.year}"
            )
