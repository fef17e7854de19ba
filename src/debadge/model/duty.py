"""What a finding obliges somebody to do, from which event on, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.model.days import Window
from debadge.model.source import Source, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time; the day of the event is never counted."""

    length: int
    unit: str  # hours | days | business_days | months | years

    def plain(self) -> dict[str, int]:
        """The JSON form, as in the file: {"business_days": 1}."""
        return {self.unit: self.length}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """Days on which a term did not run, or may not have: the text that stopped it may not be public."""

    start: date
    until: Window  # the last day of the stop; a window where it is not known exactly
    verified: bool  # whether it is known that the term stood still, and ran on afterwards
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing to be done, by whom, and its clock."""

    id: str
    of: tuple[str, ...]  # ids of the measures whose findings bring it
    roles: tuple[str, ...]  # empty: everybody whom the measure binds
    event: str  # a word of the vocabulary's `start_events`: discovery, first_report, order …
    starts: date | None  # the day of the event where the text fixes it
    within: Term | None  # None: no term is published, or `by` says the last day
    every: Term | None  # comes again after each such term
    by: Window | None  # the last day where the text fixes it
    calendar: str | None  # id of a calendar of holidays; None: plain days that never roll over
    interruptions: tuple[Interruption, ...]
    start: date | None  # first day on which the duty exists; None: as its measures
    until: date | None
    says: Text
    source: Source

    def plain(self) -> dict[str, Any]:
        """The JSON form, one of a finding's `duties`."""
        told: dict[str, Any] = {
            "id": self.id,
            "event": self.event,
            "says": dict(self.says),
            "source": self.source.plain(),
        }
        if self.starts:
            told["starts"] = self.starts.isoformat()
        for name, term in (("within", self.within), ("every", self.every)):
            if term:
                told[name] = term.plain()
        if self.by:
            told["by"] = self.by.plain()
        if self.calendar:
            told["calendar"] = self.calendar
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Until when one duty has to be done, counted from a day that was stated, fixed by the text, or supposed."""

    regime: str
    duty: Duty
    counted_from: date | None  # None: the event is not known, or the text fixes the last day itself
    supposed: bool  # nobody has stated the event: counted as if something were discovered on the day judged
    due: Window | None  # None: no term is published, or its start is not known
    beyond: bool = False  # the term ends in a year whose holidays are not known

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "regime": self.regime,
            **self.duty.plain(),
            "counted_from": self.counted_from.isoformat() if self.counted_from else None,
            "supposed": self.supposed,
            "due": self.due.plain() if self.due else None,
            "beyond_calendar": self.beyond,
        }
