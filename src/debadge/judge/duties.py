"""Which duties a finding brings: those of its measure, for the roles stated, while they exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from debadge.judge.binding import within
from debadge.model.duty import Duty
from debadge.model.regime import Measure, Regime
from debadge.model.situation import Situation
from debadge.model.words import Answer


def duties(regime: Regime, measure: Measure, situation: Situation, day: date) -> Iterator[Duty]:
    """The duties of one measure that bind one of the actor's roles on the day."""
    for duty in regime.duties:
        begun = duty.start is None or duty.start <= day
        exists = measure.id in duty.of and begun and (duty.until is None or day <= duty.until)
        if exists and (not duty.roles or _has_role(duty, situation, measure.jurisdiction)):
            yield duty


def _has_role(duty: Duty, situation: Situation, jurisdiction: str) -> bool:
    for role in situation["actor"].value or ():
        bare, _, place = role.partition("@")
        if bare in duty.roles and (not place or within(place, jurisdiction) is not Answer.NO):
            return True
    return False
