"""The flow, start to end: observations become assets, assets get makers, makers and owners get answers.

A pure function of evidence, question and pack; `check` feeds it from files, `replay` from a run folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from debadge.correlate.channels import behind, with_recorders
from debadge.correlate.derive import derive
from debadge.correlate.join import Shared, join
from debadge.correlate.records import JoinRules, group
from debadge.flow.asking import Asking
from debadge.flow.cover import cover
from debadge.flow.world import World
from debadge.judge.clocks import deadlines
from debadge.judge.known import LeftOut, known_by
from debadge.judge.law import Law
from debadge.judge.shared import judge_many
from debadge.judge.situate import site_of, situate
from debadge.model.assessment import Assessment
from debadge.model.asset import Asset
from debadge.model.coverage import FileCoverage
from debadge.model.identification import Identification
from debadge.model.observation import Kept, Observation, Reject, keep
from debadge.model.organisation import Organisation, Site
from debadge.model.regime import Regime
from debadge.model.situation import Situation
from debadge.store.observations import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was read: observations by file, rows that could not be read, and what became of each file."""

    observations: Sequence[tuple[str, Observation]]  # (file, observation), none derived
    rejects: Sequence[Reject]
    files: Sequence[FileCoverage]
    personal: int = 0  # phones and laptops that a reader or an earlier run has set aside
    excluded: int = 0  # units on addresses of others that an earlier run has set aside


def assess(evidence: Evidence, asking: Asking, world: World) -> Assessment:
    """From evidence to findings: derive and join, identify, set aside, situate, judge, and say what was not looked at."""
    organisation = asking.organisation
    regimes, world, left_out = known(asking, world)
    read = [keep(file, seen) for file, seen in evidence.observations]
    read += behind(read)
    kept = number([*read, *derive(read)])
    things, shared = _things(kept, organisation, world)
    ours, personal, excluded = _set_aside(things, organisation, frozenset(world.vocabulary.ordered["personal_classes"]))
    situations = _situations(ours, asking, world)
    flat = (one for several in situations.values() for one in several)
    groups = judge_many(flat, regimes, as_of=asking.as_of, law=world.law)
    aside = {"personal": evidence.personal + personal, "excluded": evidence.excluded + excluded}
    seen = [(thing.asset, thing.records, thing.found) for thing in ours]
    coverage = cover(evidence.files, organisation, seen, **aside, shared=shared, left_out=left_out, law=world.law)
    kept = _kept_of(ours, kept) if len(ours) < len(things) else kept
    return Assessment(
        arguments=asking.plain,
        as_of=asking.as_of,
        known_by=asking.known_by,
        pack=world.pack.name,
        organisation=organisation,
        observations={told.id: told for told in kept},
        assets=tuple(thing.asset for thing in ours),
        identifications={thing.asset.id: thing.found for thing in ours},
        situations=situations,
        sites={thing.asset.id: thing.site for thing in ours},
        groups=tuple(groups),
        regimes={regime.id: regime for regime in regimes},
        makers=world.law.makers,
        parties=names_of(world.law),
        deadlines=deadlines((group.finding for group in groups), asking.events, world.law.calendars, asking.as_of),
        not_found=world.law.not_found(organisation.jurisdiction, organisation.roles)
        if organisation and organisation.jurisdiction
        else (),
        coverage=coverage,
        rejects=tuple(sorted(evidence.rejects, key=lambda r: (r.reason, sorted(r.given.items()), r.locator))),
    )


@dataclass(frozen=True, slots=True)
class _Thing:
    """An asset with its records, its maker and its place."""

    asset: Asset
    records: Sequence[tuple[str, Observation]]
    found: Identification
    addresses: Sequence[str]  # under which it was seen, sorted
    site: Site | None


def _things(
    kept: Sequence[Kept], organisation: Organisation | None, world: World
) -> tuple[list[_Thing], Sequence[Shared]]:
    """Join records into assets, and say who made each and where it is."""
    rules = JoinRules.of(world.pack.family("joins")["joins"])
    networks = organisation.network_of_address if organisation and organisation.sites else lambda _: "unnamed"
    joined = join(group(kept), rules, networks)
    assets = with_recorders(joined.assets)
    return [_thing(asset, several, organisation, world) for asset, several in assets], joined.shared


def _thing(asset: Asset, kept: Sequence[Kept], organisation: Organisation | None, world: World) -> _Thing:
    records = [(told.id, told.seen) for told in kept]
    addresses = [value for key, value in asset.keys if key == "ip"]  # every record brings its own into the keys
    site = site_of(records, addresses, organisation)
    return _Thing(asset, records, world.identifier.identify(asset.id, records), addresses, site)


def _situations(things: Iterable[_Thing], asking: Asking, world: World) -> dict[str, tuple[Situation, ...]]:
    org, law, day = asking.organisation, world.law, asking.as_of
    return {t.asset.id: situate(t.asset, t.records, t.found, org, t.site, law, world.words, day) for t in things}


def _kept_of(things: Iterable[_Thing], kept: Iterable[Kept]) -> list[Kept]:
    """Nothing of what was set aside is kept."""
    ids = {id_ for thing in things for id_, _ in thing.records}
    return [told for told in kept if told.id in ids]


def _set_aside(
    things: Iterable[_Thing], organisation: Organisation | None, personal_classes: frozenset[str]
) -> tuple[list[_Thing], int, int]:
    """People's own devices are counted and not listed; things on addresses of others are not ours to list."""
    ours, personal, excluded = [], 0, 0
    for thing in things:
        addresses = thing.addresses
        if thing.found.device_class in personal_classes:
            personal += thing.asset.quantity
        elif organisation and addresses and all(organisation.is_excluded(ip) for ip in addresses):
            excluded += thing.asset.quantity
        else:
            ours.append(thing)
    return ours, personal, excluded


def known(asking: Asking, world: World) -> tuple[tuple[Regime, ...], World, tuple[LeftOut, ...]]:
    """What the question lets us know: the regimes by id, the organisation's own last, the facts, and what is left out."""
    regimes = (*world.law.regimes.values(), *asking.own)
    if asking.known_by is None:
        return regimes, world, ()
    regimes, law, left_out = known_by(regimes, world.law, asking.known_by)
    return regimes, world.under(law), left_out


def names_of(law: Law) -> Mapping[str, str]:
    """The names of badges, and the short names of legal persons: of a badge that names one, else the registered name."""
    return {
        **{badge.id: badge.name for badge in law.badges.values()},
        **{id_: party.name for id_, party in law.parties.items()},
        **{b.entity: b.name for b in law.badges.values() if b.entity},
    }


def without_derived(read: Iterable[tuple[str, Observation]]) -> list[tuple[str, Observation]]:
    """What was read, without what was worked out from it."""
    return [(file, seen) for file, seen in read if seen.origin.method != "derived"]


def set_aside_counts(assessment: Assessment) -> Mapping[str, int]:
    """What a replay has to be told, since it is no longer in the folder."""
    return {"personal": assessment.coverage.personal, "excluded": assessment.coverage.excluded_units}
