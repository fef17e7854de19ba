"""The facts that each group of a measure's tests reads, and every value of them that the tests could tell apart.

The vocabulary is finite but for parties, countries and days. Of parties that a measure treats alike (listed for the same things,
with the same answer on the day, or tied to a named one with the same answer) one stands for all; of the product words those that
are in just the same of its lists; days stand just before, on and just after each cut-off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import product
from typing import Any

from debadge.flow.world import World
from debadge.judge import binding, item
from debadge.judge.judge import behind
from debadge.judge.matter import Matter
from debadge.judge.road import listed
from debadge.judge.shared import reads
from debadge.model.days import Window
from debadge.model.finding import TestAnswer
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Answer

OTHER = "somebody_else"
PLACE, ACT = "jurisdiction", "act"  # the two facts that more than one group reads
GROUPS: Mapping[str, tuple[str, ...]] = {
    "actor": ("actor",),
    "act": ("controller", "personal_data"),
    "behind": (
        "maker", "entity", "brand", "supplier", "component", "maker_country", "made_in", "product", "purpose", "ship_from",
        "controlled_us_content",
    ),
    "site": ("site_class", "on_core_network"),
    "acquired": ("acquired",),
    "funding": ("funding",),
    "certificate": ("authorised", "certificate"),
}  # fmt: skip
SHARED: Mapping[str, tuple[str, ...]] = {"actor": (PLACE,), "act": (PLACE, ACT), "behind": (ACT,), "site": (ACT,)}
Values = tuple[Any, ...]


def names_of(group: str) -> tuple[str, ...]:
    """The facts of a group, those that it shares first."""
    return (*SHARED.get(group, ()), *GROUPS[group])


class Domain:
    """The values of every fact that one measure could tell apart."""

    def __init__(self, matter: Matter, world: World) -> None:
        words, measure = world.vocabulary, matter.measure
        self.words = words
        self.matter, self.read = matter, {*reads(measure), PLACE, ACT}
        parties = [None, *_parties(matter), OTHER]
        test = measure.entity
        places = sorted({*test.countries, *test.countries_argued, *test.made_in, *test.made_outside})
        certified = around(day for day in [measure.authorised_before] if day)
        named = next((party for party in parties if party in test.named), None)
        flags = (None, True, False)
        every: Mapping[str, Sequence[Any]] = {
            "actor": [None, *map(partial(words.value, "actor"), words.ordered["roles"])],
            "controller": [None, *words.ordered["controllers"]],
            "personal_data": flags,
            "maker": parties,
            "entity": parties,
            "brand": [None, "somebody_elses_badge"],
            "supplier": parties,
            "component": [None, *((Component(maker=named, part=part),) for part in ("recorder", "lens") if named)],
            "maker_country": [None, *places, "XX"],
            "made_in": [None, *places, "US", "XX"],
            "product": [None, *self._products(world)],
            "purpose": [None, *((word,) for word in words.ordered["purposes"])],
            "ship_from": [None, "US", "XX"],
            "controlled_us_content": flags,
            "site_class": [None, *((word,) for word in words.ordered["site_classes"])],
            "on_core_network": flags,
            "acquired": around(day for day in (measure.acquired_after, measure.acquired_until) if day),
            "funding": [None, *((word,) for word in words.ordered["fundings"])],
            "authorised": certified,
            "certificate": [*flags, *measure.certificates, "another_kind"],
            PLACE: [None, *sorted({*measure.areas, *([measure.market] if measure.market else [])}), "XX"],
            ACT: [None, *words.ordered["acts"]],
        }
        self.values = {name: several if name in self.read else [None] for name, several in every.items()}

    def _products(self, world: World) -> Iterator[tuple[str, ...]]:
        """One word with its wider kinds for each set of the measure's lists that it is in."""
        measure = self.matter.measure
        found: dict[tuple[bool, ...], tuple[str, ...]] = {}
        lists = [measure.products, measure.products_argued, *(x.products for x in measure.entity.named.values())]
        for word in map(partial(world.vocabulary.value, "product"), world.vocabulary.ordered["products"]):
            found.setdefault(tuple(bool({*word} & {*(one or ())}) for one in lists), word)
        yield from found.values()

    def size(self) -> int:
        """How many situations there are."""
        count = 1
        for several in self.values.values():
            count *= len(several)
        return count

    def answers(self, group: str) -> dict[Values, tuple[Answer, ...]]:
        """Values of the group's facts, with place and act -> the answers of its tests."""
        told, names = {}, names_of(group)
        for values in product(*(self._few(name, group) for name in names)):
            rows = _rows(group, self.matter, situation(names, values))
            if strangers := {name for row in rows for name in row.asked} - {*names}:
                raise SystemExit(f"{self.matter.regime.id}: tests of `{group}` read {sorted(strangers)}")
            told[values] = tuple(row.answer for row in rows)
        return told

    def _few(self, name: str, group: str) -> Sequence[Any]:
        """Of the acts only those that a test tells apart: about the thing, about another party, connecting to a core network."""
        if name != ACT or group == "act":
            return self.values[name]
        parties = self.matter.law.counterparty_acts
        about = sorted({kind(act, parties): act for act in self.values[ACT] if act}.values())
        return [None, *about]


def kind(act: str | None, parties: frozenset[str]) -> str:
    """What the other groups ask of an act."""
    return "unknown" if act is None else "party" if act in parties else "core" if act == "connect_core" else "thing"


def situation(names: Sequence[str], values: Values) -> Situation:
    """The situation in which some facts have some values; None: unknown."""
    return Situation(facts={n: Fact(value=v) for n, v in zip(names, values, strict=True) if v is not None})


def around(days: Iterator[date]) -> list[Window | None]:
    """Unknown, and the days next to each."""
    return [None, *(Window(day, day) for d in sorted({*days}) for day in (d + timedelta(n) for n in (-1, 0, 1)))]


def _parties(matter: Matter) -> Iterator[str]:
    """One of each kind that the measure treats alike."""
    test, law = matter.measure.entity, matter.law
    found: dict[tuple[object, ...], str] = {}
    for party, listing in test.named.items():
        found.setdefault((listing.products, listing.purposes, listed(listing, matter.day)), party)
    holders = [one for country in test.countries for one in law.established.get(country, ())]
    for party in sorted({*law.parties} - {*test.named}):
        ties = law.graph.standings(party, holders or test.named, matter.day, test.affiliates)
        at = law.country_of(party)
        where = at in test.countries, at in test.countries_argued, at == test.affiliates.foreign_to
        found.setdefault((*where, frozenset((one.answer, one.named in found.values()) for one in ties)), party)
    yield from found.values()


def _rows(group: str, matter: Matter, asked: Situation) -> tuple[TestAnswer, ...]:
    measure = matter.measure
    if group == "behind":
        return behind(matter, asked)
    tests = {
        "actor": binding.actor,
        "act": binding.act,
        "site": item.site,
        "acquired": item.acquired,
        "funding": item.funding,
        "certificate": item.certificate,
    }
    return (tests[group](measure, asked),)
