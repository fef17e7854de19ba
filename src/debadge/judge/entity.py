"""The entity test: whether a named party is behind the item, and by which road.

Five roads, joined by Kleene's *or* (DESIGN.md section 3): the item's entity is named; the maker is; the maker is behind
another badge; a named party owns the entity; a named party made a part. Products and purposes are asked of the party
that a road leads to, so a road is judged together with them and the best road gives the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from debadge.judge.ask import row, soften
from debadge.judge.law import Law
from debadge.model.finding import TestAnswer
from debadge.model.regime import Affiliates, Listing, Measure, Source
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Answer, Grade, Reading, Test, all_of
from debadge.parties.graph import Standing, surest

_BY_READING = {Reading.INCLUDED: Answer.YES, Reading.EXCLUDED: Answer.NO, Reading.SILENT: Answer.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Road:
    """One way from the item to a named party."""

    row: TestAnswer
    listing: Listing | None = None
    part: Component | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    """What the roads have in common."""

    measure: Measure
    situation: Situation
    day: date
    law: Law

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
                    f"entity.listing.{held.value}",
                    {**given, **_days(listing), "day": self.day},
                )
        test = Test.COMPONENT if part else Test.ENTITY
        party = listing.party if listing else None
        said = (listing.source,) if listing and listing.source else ()
        told = row(test, answer, says, self.situation, facts, party=party, sources=(*said, *sources), **given)
        return Road(told, listing, part)


def roads(measure: Measure, situation: Situation, day: date, law: Law) -> tuple[Road, ...]:
    """All roads that the facts point at, at least one; the caller picks the best."""
    ask = _Question(measure, situation, day, law)
    if measure.entity.countries:
        return tuple(_by_country(ask))
    counterparty = _asks_counterparty(measure, situation, law)
    found = list(_by_entity(ask, counterparty=counterparty))
    if not counterparty:
        found += [*_by_maker(ask), *_by_component(ask)]
    return (*found, _nobody(ask, counterparty=counterparty))


def _asks_counterparty(measure: Measure, situation: Situation, law: Law) -> bool:
    """Whether the other party is asked about, and not the item; an unknown act is asked as the measure's own."""
    act = situation["act"]
    acts = {act.value} if act.known else set(measure.acts)
    return bool(acts) and acts <= law.counterparty_acts


def listed(listing: Listing, day: date) -> Answer:
    """Whether a party is named on a day; an unverified first day is unknown from then on."""
    begun = listing.start.on_or_before(day) if listing.start else Answer.YES
    if begun is not Answer.NO and listing.until and day > listing.until:
        return Answer.NO
    return Answer.UNKNOWN if begun is Answer.YES and not listing.verified else begun


def _days(listing: Listing) -> dict[str, object]:
    return {"since": listing.start or "—", "until": listing.until or "—"}


def _by_entity(ask: _Question, *, counterparty: bool) -> Iterator[Road]:
    """The item's legal person is named, or a named party stands behind it."""
    entity = ask.situation["entity"]
    if not entity.known:
        return
    if listing := ask.named(entity.value):
        yield ask.road(
            soften(Answer.YES, entity), f"entity.named.{_sure(entity)}", ("entity",), listing, entity=entity.value
        )
    elif not counterparty or entity.value not in ask.measure.entity.named:
        yield from _by_ownership(ask, entity.value, entity, "entity")


def _by_ownership(ask: _Question, person: str, fact: Fact, name: str, badge: str | None = None) -> Iterator[Road]:
    """A named party stands behind a person; behind another badge, as far as the measure reads relabels."""
    reach = ask.measure.entity.affiliates
    if reach.foreign_to and ask.law.country_of(person) == reach.foreign_to:
        return
    shown = Answer.YES if badge is None else _BY_READING[ask.measure.entity.relabels]
    for standing in _standings(ask, person):
        answer = soften(all_of((standing.answer, shown)), fact)
        yield ask.road(
            answer,
            f"entity.owner.{_tied(standing, reach, shown)}",
            (name,) if badge is None else (name, "brand", "entity"),
            ask.measure.entity.named[str(standing.named)],
            sources=tuple(tie.source for tie in standing.ties),
            entity=person,
            share=standing.told(person, ask.law.name_of),
            verified=str(all(tie.verified for tie in standing.ties)).lower(),
            badge=badge or "—",
        )


def _standings(ask: _Question, person: str) -> tuple[Standing, ...]:
    """The named parties that a person is tied to; only shares of those that are named on the day add up."""
    graph, named, reach = ask.law.graph, ask.measure.entity.named, ask.measure.entity.affiliates
    if reach.kind != "share" or not graph.ties(person):
        return graph.standings(person, named, ask.day, reach)
    held = {party: listed(listing, ask.day) for party, listing in named.items()}
    now = [party for party, answer in held.items() if answer is not Answer.NO]
    perhaps = frozenset(party for party, answer in held.items() if answer is Answer.UNKNOWN)
    others = (graph.standings(person, (party,), ask.day, reach) for party in held if party not in now)
    return (*graph.standings(person, now, ask.day, reach, perhaps), *chain.from_iterable(others))


def _tied(standing: Standing, reach: Affiliates, shown: Answer) -> str:
    """Which sentence tells of the tie."""
    if reach.kind == "silent":
        return "silent"
    if standing.answer is Answer.YES and shown is not Answer.YES:
        return f"badge.{shown.value}"
    says = standing.answer.value if standing.answer is not Answer.UNKNOWN else "unverified"
    return f"beside.{says}" if standing.beside else says


def _by_maker(ask: _Question) -> Iterator[Road]:
    """The maker is named, or somebody behind it is: under its own badge, or behind another as the measure reads relabels."""
    maker = ask.situation["maker"]
    badge = _badge(ask)
    if maker.known:
        legal = ask.law.entity_of(maker.value)
        if listing := ask.named(maker.value) or ask.named(legal):
            yield _made_by(ask, maker, listing, badge)
        elif legal != ask.situation["entity"].value:
            yield from _by_ownership(ask, legal, maker, "maker", badge)
    for other in map(str, maker.others):
        legal = ask.law.entity_of(other)
        behind = [one.named for one in _standings(ask, legal)]
        for name in (other, *behind):
            if name and (listing := ask.named(name) or (ask.measure.entity.named.get(name) if name != other else None)):
                yield ask.road(Answer.UNKNOWN, "entity.maker.among", ("maker",), listing, maker=other)


def _made_by(ask: _Question, maker: Fact, listing: Listing, badge: str | None) -> Road:
    if badge is None:
        return ask.road(
            soften(Answer.YES, maker), f"entity.maker.{_sure(maker)}", ("maker",), listing, maker=maker.value
        )
    reading = ask.measure.entity.relabels
    answer = soften(_BY_READING[reading], maker)
    says = "possible" if reading is Reading.INCLUDED and not maker.settled else reading.value
    return ask.road(
        answer, f"entity.relabel.{says}", ("maker", "brand", "entity"), listing, maker=maker.value, badge=badge
    )


def _badge(ask: _Question) -> str | None:
    """A stated badge or legal person other than the maker's own, even where records disagree on which; else None."""
    maker, brand, entity = (ask.situation[name].value for name in ("maker", "brand", "entity"))
    if maker is None:
        return None
    if entity is not None and entity not in {maker, ask.law.entity_of(maker)}:
        return str(entity)
    if brand is not None and brand != maker and ask.law.brand_makers.get(brand) != maker:
        return str(brand)
    return next((str(one) for one in ask.situation["brand"].others if one != maker), None)


def _by_component(ask: _Question) -> Iterator[Road]:
    """A named party, or somebody it stands behind, made a part."""
    components = ask.situation["component"]
    for part in components.value if components.known else ():
        reading = ask.measure.entity.components
        listing, tied = _part_maker(ask, part)
        if listing is None or reading is Reading.EXCLUDED:
            continue
        graded = tied if part.grade.rank > Grade.POSSIBLE.rank else all_of((tied, Answer.UNKNOWN))
        answer = soften(all_of((graded, _essential(ask, part, listing), _BY_READING[reading])), components)
        says = (
            "silent"
            if reading is Reading.SILENT
            else "yes"
            if answer is Answer.YES
            else "unverified"
            if tied is Answer.UNKNOWN
            else "argued"
        )
        yield ask.road(
            answer, f"component.{says}", ("component",), listing, part, maker=part.maker, part_name=part.part
        )


def _essential(ask: _Question, part: Component, listing: Listing) -> Answer:
    """Whether a part is essential, and by itself a product of the measure; where no clause says, both are argued."""
    wanted = listing.products or ask.measure.products
    is_product = not wanted or ask.law.part_products.get(part.part) in wanted
    return Answer.YES if ask.law.parts.get(part.part) == "essential" and is_product else Answer.UNKNOWN


def _part_maker(ask: _Question, part: Component) -> tuple[Listing | None, Answer]:
    if listing := ask.named(part.maker):
        return listing, Answer.YES
    standing = surest(_standings(ask, ask.law.entity_of(part.maker)))
    return (ask.measure.entity.named[standing.named], standing.answer) if standing.named else (None, Answer.NO)


def _by_country(ask: _Question) -> Iterator[Road]:
    """Makers under the law of a country: the one place where a company's country is read."""
    maker, country, entity = (ask.situation[name] for name in ("maker", "maker_country", "entity"))
    if entity.known and (at := ask.law.country_of(entity.value)):
        inside = Answer.YES if at in ask.measure.entity.countries else Answer.NO
        yield ask.road(
            soften(inside, entity), f"entity.country.{soften(inside, entity).value}", ("entity",), country=at
        )
        if entity.value == (ask.law.entity_of(maker.value) if maker.known else None):
            return
    if not country.known:
        yield ask.road(Answer.UNKNOWN, "entity.country.unknown", ("maker", "maker_country"))
        return
    answer = Answer.YES if country.value in ask.measure.entity.countries else Answer.NO
    behind = soften(soften(answer, country), maker) if maker.known else soften(answer, country)
    asked: tuple[str, ...] = ("maker", "maker_country")
    says, badge = f"entity.country.{behind.value}", _badge(ask)
    if behind is Answer.YES and badge:
        reading = ask.measure.entity.relabels
        behind = all_of((behind, _BY_READING[reading]))
        says, asked = f"entity.country.relabel.{reading.value}", (*asked, "brand")
    yield ask.road(behind, says, asked, badge=badge or "—", country=country.value)


def _nobody(ask: _Question, *, counterparty: bool) -> Road:
    """No road leads to a named party: no, if somebody else is known to be behind the item; else unknown."""
    asked: tuple[str, ...] = ("entity",) if counterparty else ("maker", "entity", "brand")
    by_name = counterparty or (ask.measure.entity.relabels is Reading.EXCLUDED and ask.situation["entity"].known)
    behind = ask.situation["entity"] if by_name else ask.situation["maker"]
    if behind.known or (behind.others and not counterparty):
        told = behind.value or ", ".join(map(str, behind.others))
        return ask.road(soften(Answer.NO, behind), "entity.no", asked, maker=told)
    return ask.road(Answer.UNKNOWN, "entity.unknown", asked)


def _sure(fact: Fact) -> str:
    return "yes" if fact.settled else "possible"
