"""Without an organisation nobody's role is guessed: for each measure that names a maker found, the roles it would bind."""

from __future__ import annotations

from dataclasses import dataclass

from debadge.model.assessment import Assessment
from debadge.model.finding import Finding
from debadge.model.regime import Measure, Regime
from debadge.model.words import Answer, Test

_IN_FORCE = frozenset({Test.FORCE, Test.DATE})
_BEHIND = frozenset({Test.ENTITY, Test.COMPONENT})


@dataclass(frozen=True, slots=True)
class Duty:
    """A measure that names, or may name, somebody behind the things found."""

    regime: Regime
    measure: Measure
    parties: tuple[str, ...]  # the named ones, sorted
    units: int  # the entity test says yes
    units_open: int  # the entity test says unknown of somebody who is named


def duties(assessment: Assessment) -> tuple[Duty, ...]:
    """In the order of the regimes; measures that are not in force on the day are left out."""
    quantity = {asset.id: asset.quantity for asset in assessment.assets}
    yes: dict[tuple[str, str], set[str]] = {}
    open_: dict[tuple[str, str], set[str]] = {}
    parties: dict[tuple[str, str], set[str]] = {}
    for group in assessment.groups:
        key = (group.finding.regime, group.finding.measure)
        answer, party = _behind(group.finding)
        if answer is Answer.NO or party is None:
            continue
        parties.setdefault(key, set()).add(party)
        (yes if answer is Answer.YES else open_).setdefault(key, set()).update(group.subjects)
    found = []
    for regime in assessment.regimes.values():
        for measure in regime.measures:
            key = (regime.id, measure.id)
            if key in parties:
                sure = yes.get(key, set())
                found.append(
                    Duty(
                        regime,
                        measure,
                        tuple(sorted(parties[key])),
                        sum(quantity.get(s, 1) for s in sure),
                        sum(quantity.get(s, 1) for s in open_.get(key, set()) - sure),
                    )
                )
    return tuple(found)


def _behind(finding: Finding) -> tuple[Answer, str | None]:
    """What the entity test says and of whom; no where the measure is not in force."""
    if any(row.answer is Answer.NO for row in finding.because if row.test in _IN_FORCE):
        return Answer.NO, None
    row = next(row for row in finding.because if row.test in _BEHIND)
    return row.answer, row.party or row.given.get("country")  # a measure may name a country's makers and no firm
