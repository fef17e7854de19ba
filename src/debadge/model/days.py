"""Days that are known exactly, known as a window, or announced without a first day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from debadge.model.words import Answer

_PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A day between two days, both inclusive; equal ends are a day known exactly."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"window ends ({self.latest}) before it begins ({self.earliest})")

    @classmethod
    def parse(cls, value: object) -> Window:
        """Read a date, ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or ``{earliest, latest}``.

        Raises:
            ValueError: Not one of these, or not a day of the calendar.
        """
        match value:
            case Window():
                return value
            case date():
                return cls(value, value)
            case {"earliest": first, "latest": last, **rest} if not rest:
                return cls(cls.parse(first).earliest, cls.parse(last).latest)
            case str() | int():
                return cls._of_text(str(value))
            case _:
                raise ValueError(f"{value!r} is not a day; write 2024-08-07, 2024-08, 2024 or a window")

    @classmethod
    @lru_cache(maxsize=16384)
    def _of_text(cls, text: str) -> Window:
        found = _PARTIAL.match(text.strip())
        if not found:
            raise ValueError(f"{text!r} is not a day; write 2024-08-07, 2024-08 or 2024")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
        return cls(first, last)

    def on_or_before(self, day: date) -> Answer:
        """Whether this day lies on or before ``day``; unknown while the window straddles it."""
        if self.latest <= day:
            return Answer.YES
        return Answer.NO if self.earliest > day else Answer.UNKNOWN

    def plain(self) -> object:
        """The JSON form: one day, or both ends."""
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return {"earliest": self.earliest.isoformat(), "latest": self.latest.isoformat()}

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return f"{self.earliest.isoformat()} … {self.latest.isoformat()}"
