"""The entity test where a rule asks for a country: the law that a maker or seller is under, or where the goods were produced.

The one place where a company's country is read (DESIGN.md section 7, promise 7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debadge.judge.ask import soften
from debadge.judge.road import BY_READING, Question, Road, badge_of, contradicted
from debadge.model.words import Answer, all_of
from debadge.parties.graph import Standing


def by_origin(ask: Question, who: str | None) -> Iterator[Road]:
    """The roads of a rule that names countries and no party."""
    test = ask.measure.entity
    if test.made_in or test.made_outside:
        yield _by_production(ask)
        return
    yield from (_by_law_of_supplier(ask),) if who == "supplier" else _by_country(ask)
    for name in (who,) if who else ("maker", "entity"):
        yield from _owned_from(ask, name)


def by_argued_country(ask: Question, who: str | None) -> Iterator[Road]:
    """A rule about parties that may also reach everybody under some law, and who they own: whether it does is not settled."""
    argued = ask.measure.entity.countries_argued
    if not argued:
        return
    name = who or "maker"
    behind = ask.situation.facts[name]
    if not behind.known:
        return
    at = ask.law.country_of(behind.value) or (ask.situation.facts["maker_country"].value if who is None else None)
    if at not in (None, *argued) and ask.measure.entity.affiliates.kind != "excluded":
        tied = (one for one in _holders(ask, ask.law.entity_of(behind.value), argued) if one.answer is not Answer.NO)
        at = next((ask.law.country_of(str(one.named)) for one in tied), at)
    if at is None or at in argued:
        yield ask.road(Answer.UNKNOWN, "entity.country.argued", (name,), country=at or "?", maker=behind.value)


def _holders(ask: Question, person: str, countries: Iterable[str]) -> tuple[Standing, ...]:
    """How far parties under the law of some countries stand behind a person."""
    holders = [party for country in countries for party in ask.law.established.get(country, ())]
    return ask.law.graph.standings(person, holders, ask.day, ask.measure.entity.affiliates)


def _by_production(ask: Question) -> Road:
    """Where the goods were produced, whoever made them."""
    test, fact = ask.measure.entity, ask.situation.facts["made_in"]
    countries = test.made_in or test.made_outside
    if not fact.known:
        return ask.road(Answer.UNKNOWN, "entity.made.unknown", ("made_in",), countries=countries)
    among = str(fact.value).partition("-")[0] in countries
    answer = soften(Answer.YES if among is bool(test.made_in) else Answer.NO, fact)
    return ask.road(answer, f"entity.made.{answer}", ("made_in",), country=fact.value, countries=countries)


def _owned_from(ask: Question, name: str) -> Iterator[Road]:
    """Somebody under the law of one of the countries stands behind, as far as the measure follows owners."""
    reach, fact = ask.measure.entity.affiliates, ask.situation.facts[name]
    if fact.value is None or reach.kind == "excluded":
        return
    person, badge = ask.law.entity_of(fact.value), badge_of(ask) if name == "maker" else None
    shown = Answer.YES if badge is None else BY_READING[ask.measure.entity.relabels]
    for standing in _holders(ask, person, ask.measure.entity.countries):
        answer = soften(all_of((standing.answer, shown)), fact)
        yield ask.road(
            answer,
            f"entity.country.owner.{answer}",
            (name,),
            sources=tuple(tie.source for tie in standing.ties),
            entity=person,
            owner=ask.law.name_of(str(standing.named)),
            country=ask.law.country_of(str(standing.named)) or "?",
        )


def _by_law_of_supplier(ask: Question) -> Road:
    fact = ask.situation.facts["supplier"]
    at = ask.law.country_of(fact.value) if fact.known else None
    if at is None:
        return ask.road(Answer.UNKNOWN, "entity.country.unknown", ("supplier",))
    answer = soften(Answer.YES if at in ask.measure.entity.countries else Answer.NO, fact)
    return ask.road(answer, f"entity.country.{answer}", ("supplier",), country=at)


def _by_country(ask: Question) -> Iterator[Road]:
    """Makers under the law of a country: the one place where a company's country is read."""
    maker, country, entity = (ask.situation.facts[name] for name in ("maker", "maker_country", "entity"))
    for other in contradicted(ask):
        if (at := ask.law.country_of(other)) in ask.measure.entity.countries:
            yield ask.road(Answer.UNKNOWN, "entity.country.badge", ("maker", "brand"), maker=other, country=at)
    if entity.known and (at := ask.law.country_of(entity.value)):
        inside = Answer.YES if at in ask.measure.entity.countries else Answer.NO
        yield ask.road(soften(inside, entity), f"entity.country.{soften(inside, entity)}", ("entity",), country=at)
        if entity.value == (ask.law.entity_of(maker.value) if maker.known else None):
            return
    if not country.known:
        yield ask.road(Answer.UNKNOWN, "entity.country.unknown", ("maker", "maker_country"))
        return
    answer = Answer.YES if country.value in ask.measure.entity.countries else Answer.NO
    behind = soften(soften(answer, country), maker) if maker.known else soften(answer, country)
    asked: tuple[str, ...] = ("maker", "maker_country")
    says, badge = f"entity.country.{behind}", badge_of(ask)
    if behind is Answer.YES and badge:
        reading = ask.measure.entity.relabels
        behind = all_of((behind, BY_READING[reading]))
        says, asked = f"entity.country.relabel.{reading}", (*asked, "brand")
    yield ask.road(behind, says, asked, badge=badge or "—", country=country.value)
