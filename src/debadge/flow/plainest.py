"""The plainest situation of a measure: its own role, place, act, product and purpose, with one party behind the thing.

A table of the law judges it instead of reading the rule once more, so the table cannot say what `judge` does not.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any

from debadge.judge.binding import ANY_PERSON
from debadge.judge.complete import complete
from debadge.judge.judge import answer
from debadge.judge.law import Law
from debadge.judge.matter import Matter
from debadge.model.days import Window
from debadge.model.finding import Finding, TestAnswer
from debadge.model.regime import Listing, Measure
from debadge.model.situation import Fact, Facts, Situation
from debadge.model.words import Answer, Force, Outcome, Test

DAY = timedelta(days=1)
POLICY = frozenset({Force.POLICY_STATEMENT, Force.OWN_DIRECTION})


class Say(StrEnum):
    """What a measure says of its plainest situation; of several the first is told."""

    PROHIBITED = "prohibited"
    # prohibited under a policy statement or a direction: contrary to it, and no more
    POLICY = "policy"
    # a day, a tie or the text leaves it open
    UNKNOWN = "unknown"
    CONDITIONAL = "conditional"
    REPORT_DUTY = "report_duty"
    # it names the party and binds nobody
    NAMED = "named"
    # it binds nobody, and whether it names the party is open
    PERHAPS_NAMED = "perhaps_named"
    SUSPENDED = "suspended"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    NOTHING = "nothing"


ORDER = tuple(Say)
_ABOUT_THE_RULE = frozenset({Test.FORCE, Test.DATE, Test.ACTOR, Test.ACT})


def plainest(matter: Matter, party: str, act: str | None = None) -> Finding:
    """A measure's answer on its plainest situation; see `plain_case`."""
    return _answer(matter, plain_case(matter, party, act))


def plain_case(matter: Matter, party: str, act: str | None = None) -> Situation:
    """What has to be stated for a measure's plainest situation; what follows from it is left to `complete`.

    Args:
        matter: The measure on a day.
        party: Who is behind the thing, or the counterparty where the act is about one.
        act: None: the first act of the measure.
    """
    measure = matter.measure
    done = act or next(iter((*measure.acts, *measure.acts_argued)), None)
    bare = _answer(matter, _stated(matter, party, done, None))
    led = next(row.party for row in bare.because if row.test in {Test.ENTITY, Test.COMPONENT})
    listing = measure.entity.named.get(led) if led else None
    return _stated(matter, party, done, listing)


def _answer(matter: Matter, stated: Situation) -> Finding:
    return answer(matter, complete(stated, matter.law, matter.day))


def _stated(matter: Matter, party: str, act: str | None, listing: Listing | None) -> Situation:
    measure = matter.measure
    roles = measure.roles or measure.roles_argued or (ANY_PERSON,)
    told: dict[str, Any] = {
        "jurisdiction": measure.market or measure.jurisdiction,
        "actor": roles[:1],
        "act": act,
        "controller": "own",
        "product": ((listing.products if listing else None) or measure.products)[:1],
        "purpose": ((listing.purposes if listing else None) or measure.purposes)[:1],
        "site_class": measure.sites[:1],
        "funding": measure.funding[:1],
        "personal_data": measure.personal_data or None,
        "on_core_network": measure.core_network or None,
        **_who(measure, party, act, matter.law),
        **_days(measure),
    }
    return Situation(facts=Facts({name: Fact(value=value) for name, value in told.items() if value not in (None, ())}))


def _who(measure: Measure, party: str, act: str | None, law: Law) -> dict[str, Any]:
    """The party as counterparty, seller or maker, and goods of its own country; items of the US where their rules are asked."""
    country = law.country_of(party)
    made = {"made_in": country} if measure.entity.made_in or measure.entity.made_outside else {}
    shipped = {"ship_from": "US"} if measure.subject_to else {}
    seller = {"supplier": party} if measure.entity.of_supplier else {}
    behind = {"entity": party} if act in law.counterparty_acts else _behind(party, law)
    return {**behind, **seller, **made, **shipped}


def _behind(party: str, law: Law) -> dict[str, Any]:
    """What it makes; of a badge, and of a firm that a maker owns, it is left open who made its goods."""
    maker = next((one.id for one in law.makers.values() if party in {one.id, one.entity}), None)
    if maker:
        return {"maker": maker}
    makers = {one.entity for one in law.makers.values()}
    sells = any(badge.entity == party for badge in law.badges.values())
    known = law.parties.get(party)
    owned = known is not None and (known.is_brand or bool(known.supplies) or any(t.owner in makers for t in known.ties))
    return {"entity": party} if sells or owned else {"maker": party}


def _days(measure: Measure) -> dict[str, Any]:
    """A purchase on the side of the cut-off that is reached, an authorisation before it, and no certificate."""
    acquired = measure.acquired_after + DAY if measure.acquired_after else measure.acquired_until
    authorised = measure.authorised_before - DAY if measure.authorised_before else None
    return {
        "acquired": Window(acquired, acquired) if acquired else None,
        "authorised": Window(authorised, authorised) if authorised else None,
        "certificate": False if measure.certificates else None,
    }


def said(matter: Matter, finding: Finding) -> Say:
    """The one word for a finding on a situation of the measure's own role and act."""
    match finding.outcome:
        case Outcome.PROHIBITED:
            return Say.POLICY if finding.force in POLICY else Say.PROHIBITED
        case Outcome.UNDETERMINED:
            return Say.UNKNOWN
        case Outcome.CONDITIONAL:
            return Say.CONDITIONAL
        case Outcome.REPORT_DUTY:
            return Say.REPORT_DUTY
        case _:
            return _unreached(matter, finding)


def _unreached(matter: Matter, finding: Finding) -> Say:
    """Why a measure does not reach a situation: for whom it is and when, or what it asks."""
    rows = {row.test: row for row in finding.because}
    behind = rows.get(Test.ENTITY) or rows[Test.COMPONENT]
    if any(row.answer is Answer.NO for test, row in rows.items() if test not in _ABOUT_THE_RULE and row is not behind):
        return Say.NOTHING
    asks_another = rows[Test.ACT].answer is Answer.NO and bool(matter.measure.acts or matter.measure.acts_argued)
    if asks_another or behind.answer is Answer.NO:
        return Say.NOTHING if asks_another else _formerly(matter, behind)
    if rows[Test.DATE].answer is Answer.NO:
        return {"date.before": Say.NOT_YET, "date.suspended": Say.SUSPENDED}.get(rows[Test.DATE].says, Say.NO_LONGER)
    if Answer.NO in {rows[Test.FORCE].answer, rows[Test.ACTOR].answer}:
        return Say.NAMED if behind.answer is Answer.YES else Say.PERHAPS_NAMED
    return Say.NOTHING


def _formerly(matter: Matter, behind: TestAnswer) -> Say:
    """A party that was named before the day, or will be after it."""
    listing = matter.measure.entity.named.get(behind.party or "")
    if listing is None or behind.says != "entity.listing.no":
        return Say.NOTHING
    return Say.NO_LONGER if listing.until and listing.until < matter.day else Say.NOT_YET
