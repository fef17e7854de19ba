"""Which regimes somebody asks about: by place, party, force and act, on no day, so also those that are over or to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from debadge.flow.parties import Named, named_by, party
from debadge.flow.regimes import plain_regime, regime
from debadge.flow.world import World
from debadge.judge.binding import within
from debadge.judge.law import Law
from debadge.knowledge.vocabulary import unknown_word
from debadge.model.errors import InputError
from debadge.model.party import UNKNOWN_HOLDER, Party, Tie
from debadge.model.regime import InForce, Measure, Regime
from debadge.model.words import Answer, Force


class Way(StrEnum):
    """How a measure comes to speak of a party, the plainest first. Whether it reaches it on a day is for judging."""

    # by its name
    NAMED = "named"
    # of those that it owns, and not of itself
    AFFILIATES = "affiliates"
    # by the name of somebody who owns or directs it, or did
    OWNER = "owner"
    # by the country whose law it is under
    COUNTRY = "country"
    # by the country of somebody who owns or directs it, or did
    OWNER_COUNTRY = "owner_country"
    # by the country where goods are produced, which may be its own
    ORIGIN = "origin"
    # by a list of an authority that was not read
    UNREAD_LIST = "unread_list"
    # as it speaks of whoever made a thing
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked about; None asks nothing."""

    regime: str | None = None
    place: str | None = None
    party: Party | None = None
    force: Force | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A regime that was asked about, and those of its measures that are."""

    regime: Regime
    measures: tuple[str, ...]
    ways: Mapping[str, Way]  # measure -> how it speaks of the party asked about
    named: Named | None  # since when it names that party
    binds_nobody: bool


def wanted(
    world: World,
    *,
    id_: str | None = None,
    place: str | None = None,
    name: str | None = None,
    force: str | None = None,
    act: str | None = None,
) -> Wanted:
    """What the words of a person ask about.

    Raises:
        InputError: A regime, place, party, force or act that is none; names the nearest.
    """
    try:
        code = world.vocabulary.place(place) if place else None
    except ValueError as bad:
        raise InputError(f"--place: {bad}") from bad
    if force and force not in set(Force):
        raise InputError(f"--force: {unknown_word('force', force, list(Force))}")
    if act:
        known_act(act, world, "--act")
    return Wanted(
        regime=regime(world, id_).id if id_ else None,
        place=code,
        party=party(world, name) if name else None,
        force=Force(force) if force else None,
        act=act or None,
    )


def known_act(act: str, world: World, option: str) -> str:
    """The act itself.

    Raises:
        InputError: No act of the vocabulary; names the nearest.
    """
    if act not in world.vocabulary.set("acts"):
        raise InputError(f"{option}: {unknown_word('act', act, world.vocabulary.ordered['acts'])}")
    return act


def chosen(what: Wanted, law: Law) -> tuple[Chosen, ...]:
    """The regimes asked about, place by place and then by id."""
    named = {one.regime: one for one in named_by(what.party.id, law)} if what.party else {}
    found = []
    for one in sorted(law.regimes.values(), key=lambda one: (one.jurisdiction, one.id)):
        if what.force not in {None, one.force} or what.regime not in {None, one.id}:
            continue
        ways = dict(measures_of(what, one, law))
        if ways:
            found.append(
                Chosen(
                    regime=one,
                    measures=tuple(ways),
                    ways={id_: way for id_, way in ways.items() if way},
                    named=named.get(one.id),
                    binds_nobody=binds_nobody(one),
                )
            )
    return tuple(found)


def measures_of(what: Wanted, one: Regime, law: Law) -> Iterator[tuple[str, Way | None]]:
    """The measures of a regime that are asked about, and how each speaks of the party; None where no party is asked."""
    for measure in one.measures:
        way = way_to(measure, what.party, law) if what.party else None
        if what.act is not None and what.act not in (*measure.acts, *measure.acts_argued):
            continue
        if what.place is not None and not _of_place(what.place, one, measure):
            continue
        if what.party is None or way:
            yield measure.id, way


def _of_place(place: str, one: Regime, measure: Measure) -> bool:
    """A rule of the place itself, of what it lies in, or of a part of it."""
    areas = {one.jurisdiction, *measure.areas, measure.market or measure.jurisdiction}
    return any(within(place, area) is not Answer.NO for area in areas)


def binds_nobody(one: Regime) -> bool:
    """Whether nobody is told to do anything: by its force, or since no measure has a role."""
    return not one.force.binds or not any(m.roles or m.roles_argued for m in one.measures)


def way_to(measure: Measure, one: Party, law: Law) -> Way | None:
    """How a measure comes to speak of a party, on whatever day; None: it does not."""
    test = measure.entity
    if one.id in test.named:
        return Way.AFFILIATES if test.affiliates.only else Way.NAMED
    if _tied(measure, one, law):
        return Way.OWNER
    if one.country and one.country in (*test.countries, *test.countries_argued):
        return Way.COUNTRY
    if test.affiliates.kind not in {"silent", "excluded"} and _countries(measure, one, law) & {*test.countries}:
        return Way.OWNER_COUNTRY
    if one.country and (one.country in test.made_in or (test.made_outside and one.country not in test.made_outside)):
        return Way.ORIGIN
    if test.anyone:
        return Way.ANYONE
    return Way.UNREAD_LIST if test.designated_by else None


def _countries(measure: Measure, one: Party, law: Law) -> set[str | None]:
    """Where those are established who own or direct a party, or did, while the measure stood."""
    return {law.country_of(above) for above in _up(one.id, measure, law)}


def _tied(measure: Measure, one: Party, law: Law) -> bool:
    reach = measure.entity.affiliates
    if reach.kind == "excluded" or (reach.foreign_to and reach.foreign_to == one.country):
        return False
    up = _up(one.id, measure, law)
    if not reach.either_way:
        return bool(up & measure.entity.named.keys())
    return any((up | {one.id}) & (_up(name, measure, law) | {name}) for name in measure.entity.named)


def _up(id_: str, measure: Measure, law: Law) -> frozenset[str]:
    """Everybody who owns or directs a party, or those who do, on any day of a measure."""
    found: set[str] = set()
    ahead = [id_]
    while ahead:
        known = law.parties.get(ahead.pop())
        ties = [tie for tie in known.ties if _at_once(tie, measure.in_force)] if known else []
        above = {tie.owner for tie in ties} - found - {UNKNOWN_HOLDER}
        found |= above
        ahead += sorted(above)
    return frozenset(found - {id_})


def _at_once(tie: Tie, days: InForce) -> bool:
    """Whether a tie and a measure may have held on one day; a party that was sold before is nobody's affiliate."""
    first = days.start.earliest if days.start else days.announced
    ends = [day for day in (days.until, days.withdrawn) if day]
    began = tie.start is None or not ends or tie.start <= min(ends)
    return began and (tie.last is None or first is None or first <= tie.last)


def plain_chosen(found: Iterable[Chosen]) -> list[dict[str, Any]]:
    """The JSON form: whole regimes, and for each what of it was asked about."""
    return [
        {
            **plain_regime(one.regime),
            "binds_nobody": one.binds_nobody,
            "asked_about": {"measures": list(one.measures), "ways": {id_: way.value for id_, way in one.ways.items()}},
        }
        for one in found
    ]
