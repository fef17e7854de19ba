"""Tests about the measure itself and the person: force, date, actor, act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from debadge.judge.ask import flag, row, soften
from debadge.model.finding import TestAnswer
from debadge.model.regime import InForce, Measure, Regime, Suspension
from debadge.model.situation import Fact, Situation
from debadge.model.words import Answer, Test, all_of, any_of

ANY_PERSON = "any_person"


def force(regime: Regime) -> TestAnswer:
    """Whether the regime tells anybody to do anything."""
    answer = Answer.YES if regime.force.binds else Answer.NO
    if answer is Answer.YES and not regime.verified:
        return row(Test.FORCE, Answer.UNKNOWN, "force.unverified", force=regime.force.value)
    return row(Test.FORCE, answer, f"force.{answer}", force=regime.force.value)


def in_force(measure: Measure, day: date) -> TestAnswer:
    """Whether the measure applies on the day.

    A first day known as a window is no before it, unknown inside, yes from its last day on; a measure announced
    without a first day is no before the announcement and unknown after it (DESIGN.md section 3).
    """
    days = measure.in_force
    begun, says, since = _begun(days, day)
    if begun is not Answer.NO and days.withdrawn:
        answer, form = (Answer.NO, "date.withdrawn") if day > days.withdrawn else (Answer.UNKNOWN, "date.posted")
        return row(Test.DATE, answer, form, since=since, until=days.withdrawn, day=day)
    if begun is not Answer.NO and days.until and day > days.until:
        return row(Test.DATE, Answer.NO, "date.over", until=days.until, day=day)
    if begun is Answer.YES:
        for suspension in days.suspensions:
            if told := _suspended(suspension, day):
                return told
    return row(Test.DATE, begun, says, since=since, day=day)


def _begun(days: InForce, day: date) -> tuple[Answer, str, object]:
    if days.start is None:
        assert days.announced is not None
        if day < days.announced:
            return Answer.NO, "date.before", days.announced
        return Answer.UNKNOWN, "date.announced", days.announced
    answer = days.start.on_or_before(day)
    return answer, {Answer.YES: "date.yes", Answer.NO: "date.before", Answer.UNKNOWN: "date.window"}[answer], days.start


def _suspended(suspension: Suspension, day: date) -> TestAnswer | None:
    if day < suspension.start:
        return None
    if suspension.until is None or day <= suspension.until:
        return row(
            Test.DATE,
            Answer.NO,
            "date.suspended",
            since=suspension.start,
            until=suspension.until or "…",
            day=day,
            sources=(suspension.source,),
        )
    if suspension.resumption_verified:
        return None
    sources = (suspension.source,)
    return row(Test.DATE, Answer.UNKNOWN, "date.resumption", sources=sources, until=suspension.until, day=day)


def actor(measure: Measure, situation: Situation) -> TestAnswer:
    """Whether the person is bound: a role, at a jurisdiction. ``any_person`` binds every role."""
    place = situation.facts["jurisdiction"]
    if not measure.roles and not measure.roles_argued:
        return row(Test.ACTOR, Answer.NO, "actor.nobody", situation, ("actor",))
    roles = situation.facts["actor"]
    if ANY_PERSON in measure.roles:
        answer = any_of([_where(measure, one) for one in _places(roles, place)])
        return row(
            Test.ACTOR,
            answer,
            f"actor.any.{answer}",
            situation,
            ("actor", "jurisdiction"),
            jurisdiction=measure.jurisdiction,
        )
    if roles.value is None:
        return row(
            Test.ACTOR,
            Answer.UNKNOWN,
            "actor.unknown",
            situation,
            ("actor",),
            roles=measure.roles or measure.roles_argued,
            jurisdiction=measure.jurisdiction,
        )
    answer = soften(any_of([_bound(measure, role, place) for role in _bindable(measure, roles.value)]), roles)
    return row(
        Test.ACTOR,
        answer,
        f"actor.{answer}",
        situation,
        ("actor", "jurisdiction"),
        roles=measure.roles or measure.roles_argued,
        jurisdiction=measure.jurisdiction,
        actor=roles.value,
    )


def _bindable(measure: Measure, roles: tuple[str, ...]) -> tuple[str, ...]:
    """The roles without those that the text leaves out, and without the wider ones that these imply."""
    if not measure.roles_outside:
        return roles
    out = {one for role in roles for one in measure.roles_outside.get(role.partition("@")[0], ())}
    return tuple(role for role in roles if role.partition("@")[0] not in out)


def _bound(measure: Measure, role: str, place: Fact) -> Answer:
    bare, _, at = role.partition("@")
    there = Fact(value=at) if at else place
    if bare in measure.roles:
        return _whose(measure, there) if bare in measure.roles_shared and there.known else _where(measure, there)
    return all_of((Answer.UNKNOWN, _where(measure, there))) if bare in measure.roles_argued else Answer.NO


def _whose(measure: Measure, place: Fact) -> Answer:
    """Of a role that parts of the jurisdiction have as well: there, or in those that are told apart, it is unknown whose."""
    if measure.areas_outside:
        apart = any(within(place.value, one) is Answer.YES for one in measure.areas_outside)
        return Answer.UNKNOWN if apart else _where(measure, place)
    return all_of((_where(measure, place), Answer.YES if place.value == measure.jurisdiction else Answer.UNKNOWN))


def _places(roles: Fact, place: Fact) -> list[Fact]:
    """Where somebody is: the place of each role that has one of its own, else the one that was stated."""
    told = [at for role in roles.value or () if (at := role.partition("@")[2])]
    bare = [place] if len(told) < len(roles.value or ("",)) else []
    return [*(Fact(value=at, basis=roles.basis, grade=roles.grade) for at in told), *bare]


def _where(measure: Measure, place: Fact) -> Answer:
    if measure.follows_item:
        return Answer.YES
    areas = measure.areas
    if place.known and any(within(place.value, one) is Answer.YES for one in measure.areas_outside):
        return soften(Answer.NO, place)
    inside = within(place.value, areas[0]) if len(areas) == 1 else any_of([within(place.value, one) for one in areas])
    return soften(inside, place)


def within(place: str | None, area: str) -> Answer:
    """Whether a place (ISO 3166: CA, CA-QC) lies in an area; a country may or may not mean its province."""
    if place is None:
        return Answer.UNKNOWN
    if place == area or place.startswith(f"{area}-"):
        return Answer.YES
    return Answer.UNKNOWN if area.startswith(f"{place}-") else Answer.NO


def without_rules(place: str | None, areas: Iterable[str]) -> bool:
    """Whether none of the areas whose law was read is the place: what applies there is unknown, never nothing."""
    return place is None or all(within(place, area) is Answer.NO for area in areas)


def act(measure: Measure, situation: Situation) -> TestAnswer:
    """Whether the act is one that the measure speaks of.

    Use of equipment that another operates is unknown: no regime we have read defines use. A measure that follows the
    item speaks of acts in its own market; an act stated to be elsewhere may or may not touch it.
    """
    fact, asked = situation.facts["act"], ("act", "controller")
    if fact.value is None:
        return row(Test.ACT, Answer.UNKNOWN, "act.unknown", situation, asked, acts=measure.acts)
    if fact.value in measure.acts_argued:
        return row(
            Test.ACT, Answer.UNKNOWN, "act.argued", situation, asked, act=fact.value, acts=measure.acts or ("—",)
        )
    if fact.value not in measure.acts:
        return row(
            Test.ACT, soften(Answer.NO, fact), "act.no", situation, asked, act=fact.value, acts=measure.acts or ("—",)
        )
    controller, place = situation.facts["controller"], situation.facts["jurisdiction"]
    if fact.value == "use" and controller.known and controller.value != "own":
        return row(Test.ACT, Answer.UNKNOWN, "act.controller", situation, asked, controller=controller.value)
    if measure.market and place.known and within(place.value, measure.market) is not Answer.YES:
        return row(
            Test.ACT,
            Answer.UNKNOWN,
            "act.market",
            situation,
            ("act", "jurisdiction"),
            market=measure.market,
            jurisdiction=place.value,
        )
    if measure.personal_data and (shown := flag(situation, "personal_data")) is not Answer.YES:
        facts = (*asked, "personal_data")
        return row(Test.ACT, shown, f"act.personal.{shown}", situation, facts, act=fact.value)
    answer = soften(Answer.YES, fact)
    return row(Test.ACT, answer, "act.yes" if answer is Answer.YES else "act.open", situation, asked, act=fact.value)
