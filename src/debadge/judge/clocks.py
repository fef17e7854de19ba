"""Until when a duty has to be done: terms counted from an event, by the calendar of the authority.

The day of the event is not counted (Interpretation Act, R.S.C. 1985, c. I-21, s. 27; 31 CFR 800 as pointed to for the
FAR's business days). A term in hours runs through nights, weekends and holidays; as events are known by their day, its
last day is told. An interruption whose terms nobody has published leaves a window: from the end without any stop to the
end of a term that began again after it.
"""

from __future__ import annotations

import calendar as months_of
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from debadge.model.calendar import BeyondCalendarError, Calendar
from debadge.model.days import Window
from debadge.model.duty import Deadline, Duty, Interruption, Term
from debadge.model.finding import Finding

HOURS_OF_DAY = 24
DISCOVERY = "discovery"


def deadlines(
    findings: Iterable[Finding], events: Mapping[str, date], calendars: Mapping[str, Calendar], day: date
) -> tuple[Deadline, ...]:
    """Every duty of the findings once, with its last day; those that are due first come first.

    Args:
        findings: As judged.
        events: Days on which something happened: discovery, first_report, award …
        calendars: By id.
        day: The day judged. A discovery that nobody has stated is supposed on it, and marked; no other event is supposed.
    """
    duties = {(found.regime, duty.id): duty for found in findings for duty in found.duties}
    told = [_deadline(regime, duty, events, calendars, day) for (regime, _), duty in duties.items()]
    return tuple(sorted(told, key=lambda one: (one.due.latest if one.due else date.max, one.regime, one.duty.id)))


def _deadline(
    regime: str, duty: Duty, events: Mapping[str, date], calendars: Mapping[str, Calendar], day: date
) -> Deadline:
    supposed = duty.event == DISCOVERY and not (duty.by or duty.starts or DISCOVERY in events)
    start = None if duty.by else duty.starts or (day if supposed else events.get(duty.event))
    try:
        last = due(duty, start, calendars, after=day)
    except BeyondCalendarError:
        return Deadline(regime=regime, duty=duty, counted_from=start, supposed=supposed, due=None, beyond=True)
    return Deadline(regime=regime, duty=duty, counted_from=start, supposed=supposed, due=last)


def due(
    duty: Duty, event: date | None, calendars: Mapping[str, Calendar], *, after: date | None = None
) -> Window | None:
    """The last day for a duty, or the window in which it lies; None where no term is published or no event is known.

    Args:
        duty: What has to be done; a fixed last day or start of its own beats ``event``.
        event: The day on which its clock starts.
        calendars: By id.
        after: For a duty that comes again, the day after which the next time is asked; None: the first time.

    Raises:
        BeyondCalendarError: A year whose holidays are not known.
    """
    if duty.by:
        return duty.by
    start = duty.starts or event
    if start is None:
        return None
    held = calendars[duty.calendar] if duty.calendar else None
    if duty.every:
        return _next(duty.every, start, held, after)
    if duty.within is None:
        return None
    if not duty.interruptions:
        end = last_day(duty.within, start, held)
        return Window(end, end)
    return _interrupted(duty.within, start, duty.interruptions, held)


def last_day(term: Term, start: date, held: Calendar | None) -> date:
    """The last day of a term that starts on a day which is not counted."""
    match term.unit:
        case "business_days":
            assert held is not None
            return _business_days(term.length, start, held)
        case "hours":
            return start + timedelta(days=-(-term.length // HOURS_OF_DAY))
        case "days":
            end = start + timedelta(days=term.length)
        case _:
            end = _months_later(start, term.length * (12 if term.unit == "years" else 1))
    return held.carried(end) if held else end


def _business_days(count: int, day: date, held: Calendar) -> date:
    while count:
        day += timedelta(days=1)
        count -= held.is_business_day(day)
    return day


def _months_later(day: date, count: int) -> date:
    """The same day of a later month; its last day where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    month += 1
    return date(year, month, min(day.day, months_of.monthrange(year, month)[1]))


def _next(term: Term, start: date, held: Calendar | None, after: date | None) -> Window:
    times = 1
    end = last_day(term, start, held)
    while after is not None and end <= after:
        times += 1
        end = last_day(Term(length=term.length * times, unit=term.unit), start, held)
    return Window(end, end)


def _interrupted(term: Term, start: date, stops: tuple[Interruption, ...], held: Calendar | None) -> Window:
    first = latest = last_day(term, start, held)
    for stop in stops:
        if stop.verified:
            pauses = [(day - stop.start).days for day in (stop.until.earliest, stop.until.latest)]
            ends = [last_day(_longer(term, pause), start, held) for pause in pauses]
            first, latest = max(first, ends[0]), max(latest, ends[1])
        else:
            latest = max(latest, last_day(term, stop.until.latest, held))
    return Window(first, latest)


def _longer(term: Term, days: int) -> Term:
    if term.unit != "days":
        raise ValueError(f"only a term in days can stand still for days, not one in {term.unit}")
    return Term(length=term.length + days, unit="days")
