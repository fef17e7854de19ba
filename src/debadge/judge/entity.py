"""The entity test: whether a named party is behind the item, and by which road.

Five roads, joined by Kleene's *or* (DESIGN.md section 3): the item's entity is named; the maker is; the maker is behind
another badge; a named party owns the entity; a named party made a part. Products and purposes are asked of the party
that a road leads to, so a road is judged together with them and the best road gives the row. A rule about the seller
takes the first and the fourth only; one that names countries takes its own (origin.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from debadge.judge.ask import row, soften
from debadge.judge.item import ANY_ICT
from debadge.judge.law import Law
from debadge.judge.origin import by_argued_country, by_origin
from debadge.judge.road import BY_READING, Question, Road, badge_of, contradicted, sure
from debadge.model.regime import Affiliates, Listing, Measure
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Answer, Grade, Reading, Test, all_of
from debadge.parties.graph import Standing, surest

UNKNOWN_PART = "unknown"  # a part of which nobody has said what it is


def roads(ask: Question) -> tuple[Road, ...]:
    """All roads that the facts point at, at least one; the caller picks the best."""
    who, test = party_asked(ask.measure, ask.situation, ask.law), ask.measure.entity
    if test.anyone:
        return (_ANYONE,)
    if test.countries or test.made_in or test.made_outside:
        return (*by_origin(ask, who), *(_by_component(ask) if test.countries and who is None else ()))
    found = list(_by_person(ask, who))
    if who is None:
        found += [*_by_maker(ask), *_by_component(ask)]
    return (*found, *by_argued_country(ask, who), _nobody(ask, who))


_ANYONE = Road(row(Test.ENTITY, Answer.YES, "entity.anyone"))


def party_asked(measure: Measure, situation: Situation, law: Law) -> str | None:
    """The fact that names the party asked about, None where the item is; an unknown act is asked as the measure's own."""
    act = situation.facts["act"]
    acts = {act.value} if act.known else set(measure.acts)
    if acts and acts <= law.counterparty_acts:
        return "entity"
    return "supplier" if measure.entity.of_supplier else None


def _by_person(ask: Question, who: str | None) -> Iterator[Road]:
    """The legal person behind the item, or the party asked about, is named, or a named party stands behind it."""
    name = who or "entity"
    person = ask.situation.facts[name]
    if not person.known:
        return
    if listing := ask.named(person.value):
        yield ask.road(
            soften(Answer.YES, person), f"entity.named.{sure(person)}", (name,), listing, entity=person.value
        )
    elif who is None or person.value not in ask.measure.entity.named:
        yield from _by_ownership(ask, person.value, person, name)


def _by_ownership(ask: Question, person: str, fact: Fact, name: str, badge: str | None = None) -> Iterator[Road]:
    """A named party stands behind a person; behind another badge, as far as the measure reads relabels."""
    reach = ask.measure.entity.affiliates
    if reach.foreign_to and ask.law.country_of(person) == reach.foreign_to:
        return
    shown = Answer.YES if badge is None else BY_READING[ask.measure.entity.relabels]
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


def _standings(ask: Question, person: str) -> tuple[Standing, ...]:
    """The named parties that a person is tied to; only shares of those that are named on the day add up."""
    graph, reach = ask.law.graph, ask.measure.entity.affiliates
    if reach.kind != "share" or not graph.ties(person):
        return graph.standings(person, ask.measure.entity.named, ask.day, reach)
    now, perhaps, others = ask.held
    alone = (graph.standings(person, (party,), ask.day, reach) for party in others)
    return (*graph.standings(person, now, ask.day, reach, perhaps), *chain.from_iterable(alone))


def _tied(standing: Standing, reach: Affiliates, shown: Answer) -> str:
    """Which sentence tells of the tie."""
    if reach.kind == "silent":
        return "silent"
    if standing.answer is Answer.YES and shown is not Answer.YES:
        return f"badge.{shown}"
    says = standing.answer.value if standing.answer is not Answer.UNKNOWN else "unverified"
    return f"beside.{says}" if standing.beside else says


def _by_maker(ask: Question) -> Iterator[Road]:
    """The maker is named, or somebody behind it is: under its own badge, or behind another as the measure reads relabels."""
    maker = ask.situation.facts["maker"]
    badge = badge_of(ask)
    if maker.known:
        legal = ask.law.entity_of(maker.value)
        if listing := ask.named(maker.value) or ask.named(legal):
            yield _made_by(ask, maker, listing, badge)
        elif legal != ask.situation.facts["entity"].value:
            yield from _by_ownership(ask, legal, maker, "maker", badge)
    for other in (*map(str, maker.others), *contradicted(ask)):
        legal = ask.law.entity_of(other)
        behind = [one.named for one in _standings(ask, legal)]
        for name in (other, *behind):
            if name and (listing := ask.named(name) or (ask.measure.entity.named.get(name) if name != other else None)):
                yield ask.road(Answer.UNKNOWN, "entity.maker.among", ("maker",), listing, maker=other)


def _made_by(ask: Question, maker: Fact, listing: Listing, badge: str | None) -> Road:
    if badge is None:
        return ask.road(
            soften(Answer.YES, maker), f"entity.maker.{sure(maker)}", ("maker",), listing, maker=maker.value
        )
    reading = ask.measure.entity.relabels
    answer = soften(BY_READING[reading], maker)
    says = "possible" if reading is Reading.INCLUDED and not maker.settled else reading.value
    return ask.road(
        answer, f"entity.relabel.{says}", ("maker", "brand", "entity"), listing, maker=maker.value, badge=badge
    )


def _by_component(ask: Question) -> Iterator[Road]:
    """A named party, somebody it stands behind, or a maker under the law that is asked for, made a part."""
    components, test = ask.situation.facts["component"], ask.measure.entity
    if test.components is Reading.EXCLUDED or not components.known:
        return
    for part in components.value:
        if test.parts and part.part not in (*test.parts, UNKNOWN_PART):
            continue
        listing, tied = _under_law(ask, part) if test.countries else _part_maker(ask, part)
        if tied is not Answer.NO:
            yield _with_part(ask, part, listing, tied, components)


def _with_part(ask: Question, part: Component, listing: Listing | None, tied: Answer, components: Fact) -> Road:
    reading = ask.measure.entity.components
    graded = tied if part.grade.rank > Grade.POSSIBLE.rank else all_of((tied, Answer.UNKNOWN))
    answer = soften(all_of((graded, _essential(ask, part, listing), BY_READING[reading])), components)
    if reading is Reading.SILENT:
        says = "silent"
    elif answer is Answer.YES:
        says = "yes"
    else:
        says = "unverified" if tied is Answer.UNKNOWN else "argued"
    sentence = f"component.{says}" if listing else f"component.law.{says}"
    return ask.road(answer, sentence, ("component",), listing, part, maker=part.maker, part_name=part.part)


def _essential(ask: Question, part: Component, listing: Listing | None) -> Answer:
    """Whether a part is essential, and by itself a product of the measure; where no clause says, both are argued."""
    wanted = (listing.products if listing else None) or ask.measure.products
    is_product = not wanted or ANY_ICT in wanted or ask.law.part_products.get(part.part) in wanted
    return Answer.YES if ask.law.parts.get(part.part) == "essential" and is_product else Answer.UNKNOWN


def _under_law(ask: Question, part: Component) -> tuple[None, Answer]:
    """Whether the maker of a part is under a law that is asked for; not known where a text speaks of parts, else no matter."""
    facts, test = ask.situation.facts, ask.measure.entity
    own = facts["maker_country"].value if part.maker == facts["maker"].value else None
    at = ask.law.country_of(part.maker) or own
    if at is None:
        return None, Answer.UNKNOWN if test.components is Reading.INCLUDED else Answer.NO
    return None, Answer.YES if at in test.countries else Answer.NO


def _part_maker(ask: Question, part: Component) -> tuple[Listing | None, Answer]:
    if listing := ask.named(part.maker):
        return listing, Answer.YES
    standing = surest(_standings(ask, ask.law.entity_of(part.maker)))
    return (ask.measure.entity.named[standing.named], standing.answer) if standing.named else (None, Answer.NO)


def _nobody(ask: Question, who: str | None) -> Road:
    """No road leads to a named party: no, if somebody else is known to be behind the item; else unknown."""
    asked: tuple[str, ...] = (who,) if who else ("maker", "entity", "brand")
    by_name = ask.measure.entity.relabels is Reading.EXCLUDED and ask.situation.facts["entity"].value is not None
    behind = ask.situation.facts[who or ("entity" if by_name else "maker")]
    if not behind.known and (who or not behind.others):
        return ask.road(Answer.UNKNOWN, "entity.unknown", asked)
    told = behind.value or ", ".join(map(str, behind.others))
    if ask.measure.entity.designated_by:
        return ask.road(Answer.UNKNOWN, "entity.designated", asked, maker=told)
    if ask.measure.entity.others_named and behind.known and not ask.law.knows(behind.value):
        return ask.road(Answer.UNKNOWN, "entity.others_named", asked, maker=told)
    return ask.road(soften(Answer.NO, behind), "entity.no", asked, maker=told)
