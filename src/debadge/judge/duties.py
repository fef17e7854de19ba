"""Which duties a finding brings: those of its measure, for the roles stated."""

from __future__ import annotations

from debadge.judge.binding import within
from debadge.judge.matter import Matter
from debadge.model.duty import Duty
from debadge.model.situation import Situation
from debadge.model.words import Answer


def duties(matter: Matter, situation: Situation) -> tuple[Duty, ...]:
    """The duties of one measure that bind one of the actor's roles."""
    return tuple(duty for duty in matter.duties if not duty.roles or _has_role(duty, situation, matter))


def _has_role(duty: Duty, situation: Situation, matter: Matter) -> bool:
    for role in situation.facts["actor"].value or ():
        bare, _, place = role.partition("@")
        if bare in duty.roles and (not place or within(place, matter.measure.jurisdiction) is not Answer.NO):
            return True
    return False
