"""Whether a party of ours is named by a measure on a day, or tied to one that is: what a matched name amounts to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.judge.binding import force, in_force
from debadge.judge.law import Law
from debadge.model.party import Tie
from debadge.model.regime import Affiliates, Measure
from debadge.model.words import Answer, Force

HALF_SHARE = 50.0
"""Percent: from here on a stake counts whole (OFAC's 50 % rule, the affiliates rule of 15 CFR part 744)."""
HALF = Affiliates(kind="share", share=HALF_SHARE)
CONTROL = Affiliates(kind="control")
ANY = Affiliates(kind="any")
_LAW = frozenset({Force.BINDING_LAW, Force.BINDING_ORDER, Force.BINDING_RULE})
"""What binds whoever it is about; a direction binds those it is given to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """That measures in force on a day name a party, surely or as nobody has checked."""

    regimes: tuple[str, ...]
    since: date | None
    until: date | None
    citation: str
    sure: bool = True  # False: the listing itself, or its first day, is not verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """How a party that is not named stands to those that are."""

    answer: Answer  # yes: owned by half or more, controlled, or a brand; unknown: a tie whose share or control nobody can tell
    ties: tuple[Mapping[str, Any], ...]


class Standings:
    """What the pack says of its parties on one day; each is worked out once."""

    def __init__(self, law: Law, day: date, jurisdiction: str | None = None) -> None:
        """``jurisdiction``: of who asks; measures of that place are cited first."""
        self._law, self.day, self._jurisdiction = law, day, jurisdiction
        self._named = dict(self._namings())
        self._tied: dict[str, Tied | None] = {}

    def naming(self, party: str) -> Naming | None:
        """By which measures a party is named on the day; by unverified listings only where no other names it."""
        return self._named.get(party)

    def _namings(self) -> list[tuple[str, Naming]]:
        found: dict[str, list[Measure]] = {}
        doubtful: dict[str, list[Measure]] = {}
        for regime in self._law.regimes.values():
            if force(regime).answer is not Answer.YES:
                continue
            for measure in regime.measures:
                if measure.entity.affiliates.only or in_force(measure, self.day).answer is not Answer.YES:
                    continue
                for party, listing in measure.entity.named.items():
                    begun = listing.start is None or listing.start.latest <= self.day
                    if begun and (listing.until is None or self.day <= listing.until):
                        (found if listing.verified else doubtful).setdefault(party, []).append(measure)
        told = doubtful | found
        return [(party, self._naming(party, told[party], sure=party in found)) for party in sorted(told)]

    def _naming(self, party: str, measures: list[Measure], *, sure: bool) -> Naming:
        """The measures that name a party, by the text of one of the place of who asks, else of law, else the first."""
        first = min(measures, key=lambda measure: self._rank(party, measure))
        ends = [measure.entity.named[party].until or measure.in_force.until for measure in measures]
        return Naming(
            regimes=tuple(sorted({measure.regime for measure in measures})),
            since=_since(party, first),
            until=None if None in ends else max(end for end in ends if end),
            citation=(first.entity.named[party].source or first.source).title,
            sure=sure,
        )

    def _rank(self, party: str, measure: Measure) -> tuple[bool, bool, date, str, str]:
        here = self._jurisdiction or ""
        is_here = not {here, here.partition("-")[0]}.isdisjoint(measure.areas)
        is_law = self._law.regimes[measure.regime].force in _LAW
        return (not is_here, not is_law, _since(party, measure) or date.max, measure.regime, measure.id)

    def tied(self, party: str) -> Tied | None:
        """How a party is tied to named ones on the day; None where no edge to one is known."""
        if party not in self._tied:
            self._tied[party] = self._find(party)
        return self._tied[party]

    def _find(self, party: str) -> Tied | None:
        graph = self._law.graph
        named = frozenset(one for one, naming in self._named.items() if naming.sure) - {party}
        for reach in (HALF, CONTROL):
            found = graph.standing(party, named, self.day, reach)
            if found.answer is Answer.YES:
                return Tied(answer=Answer.YES, ties=tuple(map(self._plain, found.ties)))
        found = graph.standing(party, named, self.day, ANY)
        if found.answer is Answer.NO or not found.ties:
            return self._formerly(party, named)
        return Tied(answer=Answer.UNKNOWN, ties=tuple(map(self._plain, found.ties)))

    def _formerly(self, party: str, named: frozenset[str]) -> Tied | None:
        """Subsidiaries that a named party gave up: what stands behind them since is for a person to ask, as measures have it."""
        ties = self._law.graph.ties(party)
        ended = [tie for tie in ties if tie.owned == party and tie.owner in named and tie.relation == "subsidiary"]
        past = [tie for tie in ended if tie.start is None or tie.start <= self.day]
        return Tied(answer=Answer.UNKNOWN, ties=tuple(map(self._plain, past))) if past else None

    def _plain(self, tie: Tie) -> dict[str, Any]:
        return {
            "owner": tie.owner,
            "owned": tie.owned,
            "relation": tie.called(self.day),
            "share": tie.told_share,
            "until": tie.until.isoformat() if tie.until else None,
            "verified": tie.sure,
            "source": tie.source.title,
            "basis": "known",
        }


def _since(party: str, measure: Measure) -> date | None:
    days = [window.latest for window in (measure.entity.named[party].start, measure.in_force.start) if window]
    return max(days, default=None)
