"""What judging needs to know beside the measures: who is who, who owns whom, and what parts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from debadge.judge.called import Called
from debadge.model.calendar import Calendar
from debadge.model.negative import Negative
from debadge.model.party import Badge, Maker, Party
from debadge.model.regime import Regime
from debadge.parties.graph import Graph


@dataclass(frozen=True)
class Law:
    """The knowledge that tests consult; made once from a pack."""

    regimes: Mapping[str, Regime]
    parties: Mapping[str, Party]
    makers: Mapping[str, Maker]
    badges: Mapping[str, Badge]  # by normalised name and alias
    parts: Mapping[str, str]  # part -> essential | argued
    part_products: Mapping[str, str]
    counterparty_acts: frozenset[str]
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    negatives: tuple[Negative, ...] = ()

    @cached_property
    def graph(self) -> Graph:
        """The ownership graph over all parties."""
        return Graph(tie for party in self.parties.values() for tie in party.ties)

    @cached_property
    def called(self) -> Called:
        """Whom a name means."""
        return Called(self.parties, self.makers, self.badges, self.listed)

    @cached_property
    def listed(self) -> frozenset[str]:
        """Parties that some measure names, what belongs to them, and the makers behind either."""
        named = {party for regime in self.regimes.values() for m in regime.measures for party in m.entity.named}
        named |= {party.id for party in self.parties.values() if any(tie.owner in named for tie in party.ties)}
        return frozenset(named | {maker.id for maker in self.makers.values() if {maker.id, maker.entity} & named})

    @cached_property
    def names(self) -> frozenset[str]:
        """Every badge, brand and maker that a fact file knows."""
        return frozenset((*self.badges, *self.brand_makers, *self.makers))

    @cached_property
    def brand_makers(self) -> Mapping[str, str]:
        """Own badge -> maker."""
        return {brand: maker.id for maker in self.makers.values() for brand in maker.brands}

    def not_found(self, place: str, roles: Iterable[str]) -> tuple[Negative, ...]:
        """What was looked for and not found at a place, or of what it lies in, for any of the roles; no roles: for anybody."""
        bare = {role.partition("@")[0] for role in roles}
        here = {place, place.partition("-")[0]}
        return tuple(
            one
            for one in self.negatives
            if here & set(one.places) and (not one.roles or not bare or bare & set(one.roles))
        )

    def knows(self, party: str) -> bool:
        """Whether we keep anything about a party or maker."""
        return party in self.parties or party in self.makers

    def entity_of(self, maker: str) -> str:
        """The legal person behind a maker; the maker's own id where we keep no other."""
        known = self.makers.get(maker)
        return known.entity if known and known.entity else maker

    def country_of(self, party: str) -> str | None:
        """Where a party or maker is established."""
        known = self.parties.get(party) or self.parties.get(self.entity_of(party))
        return known.country if known else None

    def name_of(self, party: str) -> str:
        """What a party is called; its id where we keep no name."""
        known = self.parties.get(party)
        return known.name if known else party

    @cached_property
    def established(self) -> Mapping[str, tuple[str, ...]]:
        """Country -> the parties that are established there."""
        told: dict[str, list[str]] = {}
        for party in self.parties.values():
            if party.country:
                told.setdefault(party.country, []).append(party.id)
        return {country: tuple(sorted(ids)) for country, ids in told.items()}

    def suppliers(self, badge: str, day: date) -> tuple[str, ...]:
        """Makers that have supplied a badge or legal person up to a day, as a lead and never as proof."""
        known, person = self.badges.get(badge), self.parties.get(badge)
        begun = [e for e in known.edges if e.start is None or e.start <= day] if known else []
        told = [e.maker for e in begun if not e.lines_only or e.confidence in "AB"]
        told += [s.maker for s in person.supplies if s.start is None or s.start <= day] if person else []
        return tuple(dict.fromkeys(told))
