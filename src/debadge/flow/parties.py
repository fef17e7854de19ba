"""`debadge parties`: who a legal person is, who owns and directs it on a day, and which regimes name it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.flow.world import World
from debadge.judge.law import Law
from debadge.knowledge.vocabulary import unknown_word
from debadge.model.days import Window
from debadge.model.errors import InputError
from debadge.model.party import UNKNOWN_HOLDER, Party, Supply, Tie
from debadge.model.regime import Measure
from debadge.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """That a regime names a party."""

    regime: str
    measures: tuple[str, ...]
    since: Window | None  # the first day of the earliest; None: announced without one
    until: date | None  # the last day of the latest; None: still
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A party on a day."""

    party: Party
    day: date
    owners: tuple[Tie, ...]  # who owns or directs it on the day
    above: tuple[Tie, ...]  # who is behind those, nearest first
    owned: tuple[Tie, ...]  # what it owns or directs on the day
    former: tuple[Tie, ...]  # ended before the day, on either side
    supplies: tuple[Supply, ...]
    named: tuple[Named, ...]


def party(world: World, name: str) -> Party:
    """One party by its id, or by a name that only it has.

    Raises:
        InputError: No such party; names the nearest.
    """
    law = world.law
    meant = law.called.meant(name)
    known = law.parties.get(name) or (law.parties.get(meant.party) if meant and meant.party else None)
    if known is None:
        raise InputError(unknown_word("party", name, sorted(law.parties)))
    return known


def profile(world: World, name: str, day: date) -> Profile:
    """A party, its ties on a day and the regimes that name it.

    Raises:
        InputError: No such party.
    """
    one, law = party(world, name), world.law
    owners = law.graph.owners(one.id, day)
    return Profile(
        party=one,
        day=day,
        owners=owners,
        above=tuple(tie for tie in law.graph.above(one.id, day) if tie not in owners),
        owned=law.graph.owned(one.id, day),
        former=tuple(tie for tie in law.graph.ties(one.id) if tie.last is not None and tie.last < day),
        supplies=one.supplies,
        named=tuple(named_by(one.id, law)),
    )


def named_by(id_: str, law: Law) -> Iterator[Named]:
    """The regimes whose measures name a party, in their order, since when and until when."""
    for regime in law.regimes.values():
        measures = [m for m in regime.measures if id_ in m.entity.named and not m.entity.affiliates.only]
        if not measures:
            continue
        listings = [m.entity.named[id_] for m in measures]
        begun = [day for day in map(_since(id_), measures) if day is not None]
        ends = [listing.until or m.in_force.until for listing, m in zip(listings, measures, strict=True)]
        yield Named(
            regime=regime.id,
            measures=tuple(m.id for m in measures),
            since=min(begun, default=None),
            until=None if None in ends else max(day for day in ends if day),
            verified=all(listing.verified for listing in listings),
        )


def _since(id_: str) -> Callable[[Measure], Window | None]:
    def begun(measure: Measure) -> Window | None:
        """The later of the two first days: nobody is reached before the measure is."""
        days = [day for day in (measure.entity.named[id_].start, measure.in_force.start) if day is not None]
        return max(days, default=None) if measure.in_force.start else None

    return begun


def plain_party(one: Party) -> dict[str, Any]:
    """The JSON form of who a party is."""
    return {
        "id": one.id,
        "name": one.name,
        "native_names": dict(one.native_names),
        "aliases": list(one.aliases),
        "country": one.country,
        "identifiers": [
            {"scheme": i.scheme, "value": i.value, "verified": i.verified, "source": i.source.plain()}
            for i in one.identifiers
        ],
        "source": one.source.plain() if one.source else None,
    }


def plain_profile(told: Profile) -> dict[str, Any]:
    """The JSON form of a party on a day."""
    return {
        **plain_party(told.party),
        "as_of": told.day.isoformat(),
        "owned_by": _ties(told.owners, told.day),
        "further_up": _ties(told.above, told.day),
        "owns": _ties(told.owned, told.day),
        "former": _ties(told.former, told.day),
        "goods": [
            {
                "kind": s.kind,
                "maker": s.maker,
                "from": _day(s.start),
                "until": _day(s.until),
                "verified": s.verified,
                "note": s.note and dict(s.note),
                "source": s.source.plain(),
            }
            for s in told.supplies
        ],
        "named_by": [
            {
                "regime": n.regime,
                "measures": list(n.measures),
                "since": n.since.plain() if n.since else None,
                "until": _day(n.until),
                "verified": n.verified,
            }
            for n in told.named
        ],
    }


def _ties(ties: Iterable[Tie], day: date) -> list[dict[str, Any]]:
    return [
        {
            "owner": None if tie.owner == UNKNOWN_HOLDER else tie.owner,
            "owned": tie.owned,
            "relation": tie.called(day),
            "share": tie.share,
            "at_least": tie.at_least,
            "at_most": tie.at_most,
            "share_as_of": _day(tie.share_as_of),
            "share_verified": tie.share_verified,
            "verified": tie.verified,
            "from": _day(tie.start),
            "until": _day(tie.until),
            "note": tie.note and dict(tie.note),
            "denied": tie.denied and dict(tie.denied),
            "source": tie.source.plain(),
            "share_source": _source(tie.share_source),
        }
        for tie in ties
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _source(source: Source | None) -> dict[str, Any] | None:
    return source.plain() if source else None
