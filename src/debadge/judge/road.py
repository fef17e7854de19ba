"""One way from the item, or from who sells it, to a named party: the row of `because` that it gives, and what it led to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from debadge.judge.ask import row
from debadge.judge.law import Law
from debadge.model.finding import TestAnswer
from debadge.model.regime import Listing, Measure
from debadge.model.situation import Component, Fact, Situation
from debadge.model.source import Source
from debadge.model.words import Answer, Reading, Test, all_of

BY_READING = {Reading.INCLUDED: Answer.YES, Reading.EXCLUDED: Answer.NO, Reading.SILENT: Answer.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Road:
    """One way from the item to a named party."""

    row: TestAnswer
    listing: Listing | None = None
    part: Component | None = None


Held = tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]
"""Of a measure on a day: the parties that are named or may be, those of the first that only may be, and the others."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the roads have in common."""

    measure: Measure
    situation: Situation
    day: date
    law: Law
    held: Held

    def named(self, party: str | None) -> Listing | None:
        """The listing of a party; a rule for affiliates only names nobody directly."""
        return None if party is None or self.measure.entity.affiliates.only else self.measure.entity.named.get(party)

    def road(
        self,
        answer: Answer,
        says: str,
        facts: tuple[str, ...],
        listing: Listing | None = None,
        part: Component | None = None,
        sources: tuple[Source, ...] = (),
        **given: object,
    ) -> Road:
        """A road whose listing has been asked whether it holds on the day."""
        if listing is not None:
            held = listed(listing, self.day)
            if held is not Answer.YES and all_of((answer, held)) is not answer:
                answer, says, given = (
                    all_of((answer, held)),
                    f"entity.listing.{held}",
                    {**given, **_days(listing), "day": self.day},
                )
        test = Test.COMPONENT if part else Test.ENTITY
        party = listing.party if listing else None
        if listing is not None and listing.source:
            sources = tuple(dict.fromkeys((listing.source, *sources)))
        told = row(test, answer, says, self.situation, facts, party=party, sources=sources, **given)
        return Road(told, listing, part)


def held_on(measure: Measure, day: date) -> Held:
    """Which of a measure's parties are named on a day."""
    told = {party: listed(listing, day) for party, listing in measure.entity.named.items()}
    now = tuple(party for party, answer in told.items() if answer is not Answer.NO)
    perhaps = frozenset(party for party, answer in told.items() if answer is Answer.UNKNOWN)
    return now, perhaps, tuple(party for party in told if party not in now)


def listed(listing: Listing, day: date) -> Answer:
    """Whether a party is named on a day; an unverified first day is unknown from then on."""
    begun = listing.start.on_or_before(day) if listing.start else Answer.YES
    if begun is not Answer.NO and listing.until and day > listing.until:
        return Answer.NO
    return Answer.UNKNOWN if begun is Answer.YES and not listing.verified else begun


def _days(listing: Listing) -> dict[str, object]:
    return {"since": listing.start or "—", "until": listing.until or "—"}


def badge_of(ask: Question) -> str | None:
    """A stated badge or legal person other than the maker's own, even where records disagree on which; else None."""
    maker, brand, entity = (ask.situation.facts[name].value for name in ("maker", "brand", "entity"))
    if maker is None:
        return None
    if entity is not None and entity not in {maker, ask.law.entity_of(maker)}:
        return str(entity)
    if brand is not None and brand != maker and ask.law.brand_makers.get(brand) != maker:
        return str(brand)
    return next((str(one) for one in ask.situation.facts["brand"].others if one != maker), None)


def contradicted(ask: Question) -> tuple[str, ...]:
    """The maker whose own badge a thing bears that somebody else is said to have made: one of the two is wrong."""
    maker, brand = ask.situation.facts["maker"], ask.situation.facts["brand"]
    owner = ask.law.brand_makers.get(str(brand.value)) if brand.known and maker.known else None
    return (owner,) if owner and owner != maker.value else ()


def sure(fact: Fact) -> str:
    """Which sentence tells how sure a fact is."""
    return "yes" if fact.settled else "possible"
