"""Facts that follow from other facts by what we know of makers and badges; each names what it was derived from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from debadge.judge.law import Law
from debadge.model.situation import Fact, Situation
from debadge.model.words import Basis, Grade


def complete(situation: Situation, law: Law, day: date) -> Situation:
    """The same situation with what follows: entity from badge, maker from badge, the maker's country.

    A badge of the maker's own names its maker; a badge that others supply only *may* come from them, so it gives a lead
    (inferred, possible) where nobody has said who made the item. Nothing that was given is replaced.
    """
    facts = dict(situation.facts)
    if (entity := _entity(situation, law)) and "entity" not in facts:
        facts["entity"] = entity
    if "maker" not in facts and (maker := _maker(Situation(facts=facts), law, day)):
        facts["maker"] = maker
    if "maker_country" not in facts and (country := _country(Situation(facts=facts), law)):
        facts["maker_country"] = country
    return replace(situation, facts=facts)


def _entity(situation: Situation, law: Law) -> Fact | None:
    brand = situation["brand"]
    badge = law.badges.get(brand.value) if brand.known else None
    return _derived(badge.entity, brand, "brand") if badge and badge.entity else None


def _maker(situation: Situation, law: Law, day: date) -> Fact | None:
    for name in ("brand", "entity"):
        fact = situation[name]
        if not fact.known:
            continue
        if maker := law.brand_makers.get(fact.value) or (fact.value if fact.value in law.makers else None):
            return _lead((maker,), name)
        if suppliers := law.suppliers(fact.value, day):
            return _lead(suppliers, name)
    return None


def _country(situation: Situation, law: Law) -> Fact | None:
    name = "entity" if situation["act"].value in law.counterparty_acts else "maker"
    fact = situation[name]
    country = law.country_of(fact.value) if fact.known else None
    return _derived(country, fact, name) if country else None


def _derived(value: str, parent: Fact, name: str) -> Fact:
    basis = Basis.ASSUMED if parent.basis is Basis.ASSUMED else Basis.DERIVED
    return Fact(value=value, basis=basis, grade=parent.grade, rests_on=(name,))


def _lead(makers: tuple[str, ...], name: str) -> Fact:
    value, others = (makers[0], ()) if len(makers) == 1 else (None, makers)
    return Fact(value=value, basis=Basis.INFERRED, grade=Grade.POSSIBLE, rests_on=(name,), others=others)
