"""Judging with hindsight cut off: only what had been published by a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from debadge.judge.law import Law
from debadge.model.party import Party
from debadge.model.regime import Measure, Regime
from debadge.model.source import Source


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that was not public by the day, or whose source bears no date."""

    fact: str
    dated: bool


def known_by(regimes: Sequence[Regime], law: Law, day: date) -> tuple[tuple[Regime, ...], Law, tuple[LeftOut, ...]]:
    """The same knowledge without facts whose source was published later, or bears no date; these are returned."""
    left: list[LeftOut] = []
    kept = tuple(_regime(regime, day, left) for regime in regimes)
    parties = {name: _party(party, day, left) for name, party in law.parties.items()}
    badges = {
        name: replace(
            badge, edges=tuple(e for e in badge.edges if _keep(e.source, day, f"{badge.id} < {e.maker}", left))
        )
        for name, badge in law.badges.items()
    }
    negatives = tuple(n for n in law.negatives if _keep(n.source, day, f"negative {n.id}", left))
    return kept, replace(law, negatives=negatives, parties=parties, badges=badges), tuple(dict.fromkeys(left))


def _keep(source: Source | None, day: date, fact: str, left: list[LeftOut]) -> bool:
    if source is None or (source.published is not None and source.published <= day):
        return True
    left.append(LeftOut(fact, source.published is not None))
    return False


def _party(party: Party, day: date, left: list[LeftOut]) -> Party:
    """A party with the ties, shares and supplies that had been told by the day."""
    ties = [tie for tie in party.ties if _keep(tie.source, day, f"{party.id} < {tie.owner}", left)]
    return replace(
        party,
        ties=tuple(
            tie
            if _keep(tie.share_source, day, f"{party.id} < {tie.owner}: share", left)
            else replace(tie, share=None, at_least=None, at_most=None, share_as_of=None, share_source=None)
            for tie in ties
        ),
        supplies=tuple(s for s in party.supplies if _keep(s.source, day, f"{party.id} < {s.maker}", left)),
    )


def _regime(regime: Regime, day: date, left: list[LeftOut]) -> Regime:
    measures = tuple(
        _measure(m, day, left) for m in regime.measures if _keep(m.source, day, f"{regime.id}/{m.id}", left)
    )
    clauses = tuple(c for c in regime.clauses if _keep(c.source, day, f"{regime.id}: {c.at}", left))
    duties = tuple(d for d in regime.duties if _keep(d.source, day, f"{regime.id}/{d.id}", left))
    history = tuple(e for e in regime.history if _keep(e.source, day, f"{regime.id}: {e.day}", left))
    cases = tuple(c for c in regime.proceedings if _keep(c.source, day, f"{regime.id}: {c.forum}", left))
    statements = tuple(s for s in regime.statements if _keep(s[2], day, f"{regime.id}: {s[0]}", left))
    return replace(
        regime,
        measures=measures,
        proceedings=cases,
        statements=statements,
        clauses=clauses,
        duties=duties,
        history=history,
    )


def _measure(measure: Measure, day: date, left: list[LeftOut]) -> Measure:
    name = f"{measure.regime}/{measure.id}"
    named = {
        p: listing for p, listing in measure.entity.named.items() if _keep(listing.source, day, f"{name}: {p}", left)
    }
    exceptions = tuple(e for e in measure.exceptions if _keep(e.source, day, f"{name}: {e.id}", left))
    stops = tuple(s for s in measure.in_force.suspensions if _keep(s.source, day, f"{name}: {s.start}", left))
    return replace(
        measure,
        entity=replace(measure.entity, named=named),
        exceptions=exceptions,
        in_force=replace(measure.in_force, suspensions=stops),
    )
