"""`debadge judge`: facts that somebody gives, against every regime or some, on a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.asking import Aside, Asking
from debadge.flow.world import World
from debadge.judge.binding import without_rules
from debadge.judge.clocks import deadlines
from debadge.judge.complete import complete
from debadge.judge.judge import judge
from debadge.judge.known import LeftOut, known_by
from debadge.judge.law import Law
from debadge.judge.named import ReadAs, named
from debadge.judge.reversed import set_aside
from debadge.knowledge.vocabulary import read_situation, unknown_word
from debadge.knowledge.yamlfile import parse_yaml, read_yaml
from debadge.model.days import Window
from debadge.model.duty import Deadline
from debadge.model.errors import InputError
from debadge.model.finding import Finding
from debadge.model.negative import Negative
from debadge.model.regime import Regime
from debadge.model.situation import Situation

SCHEMA_VERSION = 1
_ABOUT = ("as_of", "known_by", "regimes", "events")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One set of facts, its findings, and what was not yet public."""

    situation: Situation
    findings: tuple[Finding, ...]
    regimes: Mapping[str, Regime]  # those judged by
    deadlines: tuple[Deadline, ...]
    as_of: date
    left_out: tuple[LeftOut, ...]
    pack: str
    place_without_rules: str | None  # a stated jurisdiction whose law nobody has read for this
    not_found: tuple[Negative, ...]  # what was looked for there, without result
    read_as: tuple[ReadAs, ...]  # names that were given and are no ids of ours
    aside: Aside | None = None  # regimes that are supposed to have fallen

    def plain(self) -> dict[str, Any]:
        """The JSON form (DESIGN.md section 5)."""
        return {
            "schema_version": SCHEMA_VERSION,
            "pack": self.pack,
            "as_of": self.as_of.isoformat(),
            "situation": self.situation.plain(),
            "findings": [finding.plain() for finding in self.findings],
            "own_directions": {
                one.id: {"title": dict(one.title), "follows": list(one.follows)}
                for one in self.regimes.values()
                if one.own
            },
            "deadlines": [one.plain() for one in self.deadlines],
            "place_without_rules": self.place_without_rules,
            "not_found": [one.plain() for one in self.not_found],
            "read_as": [one.plain() for one in self.read_as],
            "left_out": [{"fact": fact.fact, "dated": fact.dated} for fact in self.left_out],
            **({"supposed": self.aside.plain()} if self.aside else {}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What is judged, by what, and on which day."""

    stated: Situation
    read_as: tuple[ReadAs, ...]
    regimes: tuple[Regime, ...]
    law: Law
    day: date
    left_out: tuple[LeftOut, ...]
    aside: Aside | None = None


def read_facts(place: str, content: bytes | None = None) -> list[Mapping[str, Any]] | Mapping[str, Any]:
    """One mapping of facts, or a list of them, from a file or from bytes.

    Raises:
        InputError: Not readable, or neither a mapping nor a list of mappings.
    """
    value = read_yaml(Path(place), InputError) if content is None else parse_yaml(content, place, InputError)
    rows = value if isinstance(value, list) else [value]
    if not rows or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{place}: expected facts as one mapping or a list of mappings, such as `maker: hikvision`")
    return value  # type: ignore[no-any-return]  # checked above


def judge_facts(
    given: Mapping[str, Any],
    world: World,
    place: str,
    *,
    as_of: date,
    own: Sequence[Regime] = (),
    asking: Asking | None = None,
) -> Judged:
    """Judge one set of facts; ``as_of``, ``known_by`` and ``regimes`` among the facts beat the arguments."""
    asked = brief(given, world, place, as_of=as_of, own=own, asking=asking)
    law, regimes, day = asked.law, asked.regimes, asked.day
    situation = complete(asked.stated, law, day)
    where, read = situation["jurisdiction"].value, {regime.jurisdiction for regime in law.regimes.values()}
    findings = judge(situation, regimes, as_of=day, law=law)
    events = {**(asking.events if asking else {}), **_events(given, world, place)}
    return Judged(
        situation=situation,
        regimes={regime.id: regime for regime in regimes},
        findings=findings,
        deadlines=deadlines(findings, events, law.calendars, day),
        as_of=day,
        left_out=asked.left_out,
        pack=world.pack.name,
        place_without_rules=where if where and without_rules(where, read) else None,
        not_found=law.not_found(where, situation["actor"].value or ()) if where else (),
        read_as=asked.read_as,
        aside=asked.aside,
    )


def brief(
    given: Mapping[str, Any],
    world: World,
    place: str,
    *,
    as_of: date,
    own: Sequence[Regime] = (),
    asking: Asking | None = None,
    without: Collection[str] = (),
) -> Brief:
    """The facts as read, and by what they are judged; of the facts those in ``without`` are set aside.

    Raises:
        InputError: A fact, day or regime that is none; names ``place`` and what is allowed.
    """
    facts = {key: value for key, value in given.items() if key not in _ABOUT}
    if asking and asking.organisation:
        facts = {"actor": list(asking.organisation.roles), "jurisdiction": asking.organisation.jurisdiction, **facts}
    facts = {key: value for key, value in facts.items() if key not in without}
    day = _day(given, "as_of", place) or as_of
    known = _day(given, "known_by", place) or (asking.known_by if asking else None)
    everything = {**world.law.regimes, **{r.id: r for r in own}}
    regimes = _regimes(given, everything, place)
    aside = _aside(asking, everything)
    law: Law = world.law
    left: Sequence[LeftOut] = ()
    if known:
        regimes, law, left = known_by(regimes, law, known)
    if aside:
        regimes = set_aside(regimes, aside.regimes, aside.day or day)
    stated, read_as = named(read_situation(facts, world.vocabulary, place), law, world.columns.words["nothing"])
    return Brief(
        stated=stated,
        read_as=tuple(read_as),
        regimes=tuple(regimes),
        law=law,
        day=day,
        left_out=tuple(left),
        aside=aside,
    )


def _aside(asking: Asking | None, known: Mapping[str, Regime]) -> Aside | None:
    aside = asking.aside if asking else None
    for name in aside.regimes if aside else ():
        if name not in known:
            raise InputError(f"--without {name}: {unknown_word('regime', name, sorted(known))}")
    return aside


def _events(given: Mapping[str, Any], world: World, place: str) -> dict[str, date]:
    """What happened when, from `events` among the facts."""
    told = given.get("events") or {}
    if not isinstance(told, dict):
        raise InputError(f"{place}: events: expected a mapping such as {{discovery: 2026-11-20}}")
    for name in told:
        if name not in world.vocabulary.set("start_events"):
            known = world.vocabulary.ordered["start_events"]
            raise InputError(f"{place}: events: {unknown_word('event', str(name), known)}")
    days = {name: _day(told, name, f"{place}: events") for name in told}
    return {name: day for name, day in days.items() if day is not None}


def _day(given: Mapping[str, Any], key: str, place: str) -> date | None:
    if given.get(key) is None:
        return None
    try:
        told = Window.parse(given[key])
    except ValueError as bad:
        raise InputError(f"{place}: {key}: {bad}") from bad
    if told.earliest != told.latest:
        raise InputError(f"{place}: {key}: one day is needed, YYYY-MM-DD, and not {given[key]}")
    return told.earliest


def _regimes(given: Mapping[str, Any], known: Mapping[str, Regime], place: str) -> Sequence[Regime]:
    wanted = given.get("regimes")
    if wanted is None:
        return tuple(known.values())
    names = [wanted] if isinstance(wanted, str) else wanted
    for name in names:
        if name not in known:
            raise InputError(f"{place}: regimes: {unknown_word('regime', str(name), sorted(known))}")
    return tuple(known[name] for name in names)
