"""`debadge regimes precedent`: who restricted a party, in what order, and what each took over or left out of those before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.flow.choosing import Chosen, Wanted, Way, chosen
from debadge.flow.matrix import Cell, cell
from debadge.judge.law import Law
from debadge.judge.matter import Matter
from debadge.model.days import Window
from debadge.model.party import Party
from debadge.model.regime import Affiliates, LegalException, Measure, Regime
from debadge.model.source import Text

ANY = "any"
"""What a measure has that does not ask: any product, any purpose."""
UNNAMED = (Way.UNREAD_LIST, Way.ANYONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One respect in which two regimes are compared."""

    name: str  # a key of `_features`: force, roles, acts, parties …
    shared: tuple[str, ...]
    added: tuple[str, ...]  # only the later one has it
    left_out: tuple[str, ...]  # only the earlier one has it

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {"shared": list(self.shared), "added": list(self.added), "left_out": list(self.left_out)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A regime beside an earlier one."""

    model: str
    declared: bool  # its file says that it follows the model or takes its list; else nobody says that it was copied
    aspects: tuple[Aspect, ...]

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "model": self.model,
            "declared": self.declared,
            "aspects": {one.name: one.plain() for one in self.aspects},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A regime that speaks of the party."""

    regime: Regime
    ways: tuple[Way, ...]
    since: Window  # from when on it speaks of the party; the announcement where no first day is known
    announced_only: bool
    until: date | None
    verified: bool
    binds_nobody: bool
    now: Cell  # what it says on the day asked about
    comparisons: tuple[Comparison, ...]

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "regime": self.regime.id,
            "jurisdiction": self.regime.jurisdiction,
            "issuer": self.regime.issuer,
            "force": self.regime.force.value,
            "ways": [way.value for way in self.ways],
            "since": self.since.plain(),
            "announced_only": self.announced_only,
            "until": self.until.isoformat() if self.until else None,
            "verified": self.verified,
            "binds_nobody": self.binds_nobody,
            "now": self.now.plain(),
            "compared": [one.plain() for one in self.comparisons],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """The order in which a party was restricted."""

    party: Party
    day: date
    steps: tuple[Step, ...]
    to_come: tuple[str, ...]  # regimes that speak of it only after the day
    others: Mapping[
        Way, tuple[str, ...]
    ]  # that refer to a list which nobody has read, or speak of whoever made a thing
    exceptions: Mapping[str, Text]  # the names of what `exceptions` compares

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "party": self.party.id,
            "as_of": self.day.isoformat(),
            "steps": [one.plain() for one in self.steps],
            "to_come": list(self.to_come),
            "others": {way.value: list(regimes) for way, regimes in self.others.items()},
        }


def precedent(one: Party, law: Law, day: date) -> Precedent:
    """Every regime that speaks of a party up to a day, the earliest first.

    Each is compared with the regimes that its file says it follows; without one, with the nearest earlier regime that
    has most named parties in common: a comparison, and no claim that anybody copied.
    """
    found, dated = chosen(Wanted(party=one), law), speaking(one, law)
    past = [(since, each) for since, each in dated if since.earliest <= day]
    steps: list[Step] = []
    for number, (since, each) in enumerate(past):
        matters = [Matter.of(each.regime, measure, day, law) for measure in _measures(each)]
        steps.append(
            Step(
                regime=each.regime,
                ways=tuple(dict.fromkeys(each.ways[measure.id] for measure in _measures(each))),
                since=since,
                announced_only=all(measure.in_force.start is None for measure in _measures(each)),
                until=_until(each, one.id),
                verified=each.regime.verified and (each.named is None or each.named.verified),
                binds_nobody=each.binds_nobody,
                now=cell(matters, [(one.id, None)]),
                comparisons=tuple(_compared(each, since, [e for _, e in past[:number]], one.id, law)),
            )
        )
    return Precedent(
        party=one,
        day=day,
        steps=tuple(steps),
        to_come=tuple(each.regime.id for since, each in dated if since.earliest > day),
        others={
            way: several
            for way in UNNAMED
            if (several := tuple(each.regime.id for each in found if not _measures(each) and way in each.ways.values()))
        },
        exceptions={_key(way): way.name for r in law.regimes.values() for m in r.measures for way in m.exceptions},
    )


def speaking(one: Party, law: Law) -> tuple[tuple[Window, Chosen], ...]:
    """Every regime that speaks of a party, with the day since when; not those that may or must mean everybody."""
    read = (each for each in chosen(Wanted(party=one), law) if _measures(each))
    return tuple(sorted(((_since(each, one.id), each) for each in read), key=lambda told: (told[0], told[1].regime.id)))


def _measures(one: Chosen) -> list[Measure]:
    """Those that mean the party more than anybody else."""
    return [m for m in one.regime.measures if one.ways.get(m.id, Way.ANYONE) not in UNNAMED]


def _since(one: Chosen, party: str) -> Window:
    """The first day on which any measure speaks of the party; nobody is reached before the measure is."""
    return min(_begun(measure, party) for measure in _measures(one))


def _begun(measure: Measure, party: str) -> Window:
    days, listing = measure.in_force, measure.entity.named.get(party)
    first = days.start or Window.parse(days.announced)
    return max(first, listing.start) if listing and listing.start else first


def _until(one: Chosen, party: str) -> date | None:
    """The last day of the measure that speaks of it longest; None: none is known."""
    ends = []
    for measure in _measures(one):
        listing, days = measure.entity.named.get(party), measure.in_force
        last = [day for day in (listing.until if listing else None, days.until, days.withdrawn) if day]
        ends.append(min(last, default=None))
    return None if None in ends else max(day for day in ends if day)


def _compared(one: Chosen, since: Window, earlier: Sequence[Chosen], party: str, law: Law) -> Iterable[Comparison]:
    declared = [law.regimes[id_] for id_ in _declared(one.regime) if id_ in law.regimes]
    models = declared or [each.regime for each in _nearest(one, since, earlier)]
    reaching = {each.regime.id: _measures(each) for each in earlier}
    later = _features(_measures(one), one.regime, since, party)
    for model in models:
        before = _features(reaching.get(model.id, list(model.measures)), model, since, party)
        yield Comparison(model=model.id, declared=bool(declared), aspects=_aspects(before, later))


def _declared(one: Regime) -> tuple[str, ...]:
    """The regimes that a file says it follows, or whose list it takes."""
    lists = (m.entity.taken_from.partition("/")[0] for m in one.measures if m.entity.taken_from)
    return tuple(dict.fromkeys((*one.follows, *(id_ for id_ in lists if id_ != one.id))))


def _nearest(one: Chosen, since: Window, earlier: Sequence[Chosen]) -> list[Chosen]:
    """Of those before it the one with most named parties in common, the latest of several; none without a common one."""
    own = _parties(_measures(one), since)
    shared = [(len(own & _parties(_measures(each), since)), number) for number, each in enumerate(earlier)]
    most, number = max(shared, default=(0, 0))
    return [earlier[number]] if most else []


def _parties(measures: Iterable[Measure], since: Window) -> set[str]:
    """Who had been named by then; nobody is before the measure is."""
    return {party for m in measures for party in m.entity.named if _begun(m, party).earliest <= since.latest}


Features = Mapping[str, tuple[str, ...]]


def _features(measures: Sequence[Measure], regime: Regime, since: Window, party: str) -> Features:
    """What a regime has in each respect, as it stood when the later one began."""
    measures = [m for m in measures if _begun(m, party).earliest <= since.latest] or measures  # all of what came later
    told: dict[str, Iterable[str]] = {
        "force": [regime.force.value],
        "roles": (role for m in measures for role in m.roles),
        "acts": (act for m in measures for act in m.acts),
        "parties": sorted(_parties(measures, since)),
        "countries": (code for m in measures for code in (*m.entity.countries, *m.entity.made_in)),
        "products": (word for m in measures for word in _asked(m, party)[0] or (ANY,)),
        "purposes": (word for m in measures for word in _asked(m, party)[1] or (ANY,)),
        "affiliates": (_reach(m.entity.affiliates) for m in measures),
        "relabels": (m.entity.relabels.value for m in measures),
        "components": (m.entity.components.value for m in measures),
        "exceptions": (_key(way) for m in measures for way in m.exceptions),
    }
    return {name: tuple(dict.fromkeys(words)) for name, words in told.items()}


def _asked(measure: Measure, party: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Products and purposes, as asked of the party."""
    listing = measure.entity.named.get(party)
    products, purposes = (listing.products, listing.purposes) if listing else (None, None)
    return products or measure.products, purposes or measure.purposes


def _reach(one: Affiliates) -> str:
    return one.kind if one.kind != "share" else f"{'over' if one.strictly_over else 'at_least'}:{one.share:g}"


def _key(way: LegalException) -> str:
    """Exceptions of two texts are the same where they ask the same facts, whatever they are called."""
    return f"{way.kind}: " + ", ".join(f"{name}={value}" for name, value in sorted(way.when.items()))


def _aspects(before: Features, later: Features) -> tuple[Aspect, ...]:
    return tuple(
        Aspect(
            name=name,
            shared=tuple(word for word in later[name] if word in before[name]),
            added=tuple(word for word in later[name] if word not in before[name]),
            left_out=tuple(word for word in before[name] if word not in later[name]),
        )
        for name in later
    )
