"""`debadge judge --everywhere`: one product against every jurisdiction, role and act on a day: the seller's view.

What was given of the product stays. Place, role and act are those of each measure in turn, since under any other its
actor or act test says no; so nothing is judged here that `judge` would not judge alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from debadge.flow.asking import Asking
from debadge.flow.judge import SCHEMA_VERSION, Brief, brief
from debadge.flow.plainest import ORDER, Say, said
from debadge.flow.world import World
from debadge.judge.binding import ANY_PERSON, within, without_rules
from debadge.judge.complete import complete
from debadge.judge.judge import answer, heard
from debadge.judge.matter import Matter, matters
from debadge.model.finding import Finding
from debadge.model.negative import Negative
from debadge.model.regime import Measure, Regime
from debadge.model.situation import Fact, Situation
from debadge.model.words import Answer

VARIED = ("jurisdiction", "actor", "act")
TOLD = frozenset({Say.PROHIBITED, Say.POLICY, Say.UNKNOWN, Say.CONDITIONAL, Say.REPORT_DUTY})
BESIDE = frozenset({Say.NAMED, Say.PERHAPS_NAMED, Say.SUSPENDED, Say.NOT_YET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one measure says for some roles and acts alike."""

    say: Say
    roles: tuple[str, ...]
    acts: tuple[str, ...]
    finding: Finding  # of the first role and act

    def plain(self) -> dict[str, Any]:
        """The JSON form: the finding, with its roles and acts."""
        told = self.finding.plain()
        return {"say": self.say.value, "roles": list(self.roles), "acts": list(self.acts), "finding": told}


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """The answer at one place: what its own rules say."""

    place: str
    within: tuple[str, ...]  # places with rules of their own in which it lies
    answers: tuple[Answered, ...]
    beside: Mapping[Say, tuple[str, ...]]  # measures that name it and bind nobody, are suspended or to come
    silent: int  # measures that do not reach it
    not_found: tuple[Negative, ...]

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "place": self.place,
            "within": list(self.within),
            "answers": [one.plain() for one in self.answers],
            "beside": {say.value: list(measures) for say, measures in self.beside.items()},
            "silent": self.silent,
            "not_found": [one.plain() for one in self.not_found],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Everywhere:
    """One product in every place."""

    asked: Brief
    places: tuple[Local, ...]
    not_found: tuple[Negative, ...]  # of places without a rule: what was looked for there
    unread: tuple[str, ...]  # places that we can name and whose rules nobody has read
    regimes: Mapping[str, Regime]
    pack: str

    @property
    def as_of(self) -> date:
        """The day judged."""
        return self.asked.day

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "schema_version": SCHEMA_VERSION,
            "pack": self.pack,
            "as_of": self.as_of.isoformat(),
            "situation": self.asked.stated.plain(),
            "varied": list(VARIED),
            "places": [one.plain() for one in self.places],
            "not_found": [one.plain() for one in self.not_found],
            "places_without_rules": list(self.unread),
            "read_as": [one.plain() for one in self.asked.read_as],
            "left_out": [{"fact": fact.fact, "dated": fact.dated} for fact in self.asked.left_out],
            **({"supposed": self.asked.aside.plain()} if self.asked.aside else {}),
        }


def everywhere(
    given: Mapping[str, Any],
    world: World,
    place: str,
    *,
    as_of: date,
    own: Sequence[Regime] = (),
    asking: Asking | None = None,
) -> Everywhere:
    """Judge one set of facts in every place, for every role and act that some measure speaks of.

    Args:
        given: As for `judge_facts`; a place, a role and an act among them are set aside.
        world: The facts.
        place: Where the facts stand, for errors.
        as_of: The day judged, unless the facts name another.
        own: Directions of the organisation that asks.
        asking: The question's options.
    """
    asked = brief(given, world, place, as_of=as_of, own=own, asking=asking, without=VARIED)
    local: dict[str, list[Matter]] = {}
    for matter in matters(asked.regimes, asked.day, asked.law):
        local.setdefault(where(matter.measure), []).append(matter)
    known = sorted(world.sentences("en").values("place"))
    areas = {code: {area for matter in several for area in matter.measure.areas} for code, several in local.items()}
    around = {code: _around(code, areas) for code in local}
    return Everywhere(
        asked=asked,
        places=tuple(_local(code, around[code], several, asked, world) for code, several in sorted(local.items())),
        not_found=tuple(_elsewhere(asked.law.negatives, local)),
        unread=tuple(code for code in known if without_rules(code, {*local, *chain.from_iterable(areas.values())})),
        regimes={regime.id: regime for regime in asked.regimes},
        pack=world.pack.name,
    )


def where(measure: Measure) -> str:
    """The place where a measure can be met: its market, or where those whom it binds are."""
    return measure.market or measure.jurisdiction


def _around(code: str, areas: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The other places whose rules hold there as well."""
    holds = (other for other, several in areas.items() if any(within(code, area) is Answer.YES for area in several))
    return tuple(sorted(other for other in holds if other != code))


def _local(code: str, around: tuple[str, ...], several: Iterable[Matter], asked: Brief, world: World) -> Local:
    answers: list[Answered] = []
    beside: dict[Say, list[str]] = {}
    silent = 0
    for matter in several:
        found = tuple(_of_measure(matter, asked, world))
        told = [one for one in found if one.say in TOLD]
        answers += told
        other = next((one.say for one in found if one.say in BESIDE), None)
        if other and not told:
            beside.setdefault(other, []).append(f"{matter.regime.id}/{matter.measure.id}")
        silent += not told and not other
    return Local(
        place=code,
        within=around,
        answers=tuple(sorted(answers, key=lambda one: ORDER.index(one.say))),
        beside={say: tuple(beside[say]) for say in ORDER if say in beside},
        silent=silent,
        not_found=tuple(one for one in asked.law.negatives if code in one.places),
    )


def _elsewhere(several: Iterable[Negative], local: Mapping[str, object]) -> Iterator[Negative]:
    """What was looked for in places without a rule, for those places alone."""
    for one in several:
        if left := tuple(place for place in one.places if place not in local):
            yield replace(one, places=left)


def _of_measure(matter: Matter, asked: Brief, world: World) -> Iterator[Answered]:
    """The answers of a measure; roles and acts with equal answers are told together."""
    measure = matter.measure
    pairs: dict[object, list[tuple[str, str, Finding]]] = {}
    for role in (*measure.roles, *measure.roles_argued) or (ANY_PERSON,):
        for act in (*measure.acts, *measure.acts_argued) or ("",):
            found = answer(matter, heard(_situation(asked, where(measure), role, act, world), asked.law))
            key = (
                said(matter, found),
                found.condition,
                found.questions,
                found.applied_exceptions,
                found.open_exceptions,
            )
            pairs.setdefault(key, []).append((role, act, found))
    for alike in pairs.values():
        yield from _rectangles(alike, matter)


def _rectangles(alike: Sequence[tuple[str, str, Finding]], matter: Matter) -> Iterator[Answered]:
    """Roles that answer alike for the same acts are told once."""
    acts_of: dict[str, list[tuple[str, Finding]]] = {}
    for role, act, found in alike:
        acts_of.setdefault(role, []).append((act, found))
    shared: dict[tuple[str, ...], list[str]] = {}
    for role, several in acts_of.items():
        shared.setdefault(tuple(act for act, _ in several), []).append(role)
    for acts, roles in shared.items():
        first = acts_of[roles[0]][0][1]
        duties = dict.fromkeys(duty.id for role in roles for _, found in acts_of[role] for duty in found.duties)
        brought = tuple(duty for duty in matter.duties if duty.id in duties)
        yield Answered(
            say=said(matter, first),
            roles=tuple(roles),
            acts=tuple(act for act in acts if act),
            finding=first._replace(duties=brought),
        )


def _situation(asked: Brief, code: str, role: str, act: str, world: World) -> Situation:
    varied = {
        "jurisdiction": Fact(value=code),
        "actor": Fact(value=world.vocabulary.value("actor", [role])),
        "act": Fact(value=act or None),
    }
    stated = replace(asked.stated, facts={**asked.stated.facts, **varied})
    return complete(stated, asked.law, asked.day)
