"""Findings that read alike, once: same measure, act, outcome and tests, whatever facts of single things differ behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from debadge.model.assessment import Assessment
from debadge.model.finding import Finding
from debadge.model.words import Outcome
from debadge.report.reading.answers import Answers

MOST_ALIKE = 40  # of one measure, act and row of answers told apart by names; beyond it the names are joined
MOST_NAMES = 6  # joined names that are written out


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One reasoning, told once, and the findings that it stands for."""

    finding: Finding  # the first of them
    given: tuple[Mapping[str, str], ...]  # per test: the words of its sentence, those that differ joined
    facts: tuple[Mapping[str, Any], ...]  # per test: what was asked, where all findings agree; else name -> None
    units: int
    fragile: int  # units for which one single record carries a prohibition
    others: int  # further findings that it stands for
    anchor: str  # its place in a page


def shapes(assessment: Assessment, answers: Answers) -> tuple[Mapping[int, Shape], Sequence[Shape]]:
    """Which shape each binding group has, and all shapes in the order of the regimes."""
    keys = _keys(answers)
    members: dict[object, list[int]] = {}
    for number, key in keys.items():
        members.setdefault(key, []).append(number)
    units = {asset.id: asset.quantity for asset in assessment.assets}
    made = {key: _shape(assessment, numbers, units) for key, numbers in members.items()}
    return {number: made[key] for number, key in keys.items()}, tuple(made.values())


def _keys(answers: Answers) -> dict[int, object]:
    """What makes findings read alike; names count too, unless they are too many or the measure does not reach the thing."""
    bare = {n: _bare(f) for n, f in enumerate(answers.findings) if answers.binding[n]}
    named = {
        n: (key, tuple(tuple(sorted(row.given.items())) for row in answers.findings[n].because))
        for n, key in bare.items()
    }
    variants = Counter(key for key, _ in set(named.values()))
    return {
        n: key if answers.findings[n].outcome is Outcome.NOT_REACHED or variants[key] > MOST_ALIKE else named[n]
        for n, key in bare.items()
    }


def _bare(finding: Finding) -> tuple[object, ...]:
    rows = tuple((row.test, row.answer, row.says, row.party, tuple(row.facts)) for row in finding.because)
    return (
        finding.regime,
        finding.measure,
        finding.act,
        finding.outcome,
        finding.condition,
        rows,
        finding.questions,
        finding.open_exceptions,
        finding.applied_exceptions,
        finding.not_looked,
    )


def _shape(assessment: Assessment, numbers: Sequence[int], units: Mapping[str, int]) -> Shape:
    groups = [assessment.groups[n] for n in numbers]
    rows = [[g.finding.because[i] for g in groups] for i in range(len(groups[0].finding.because))]
    return Shape(
        finding=groups[0].finding,
        given=tuple({name: _joined(r.given.get(name, "") for r in row) for name in row[0].given} for row in rows),
        facts=tuple({name: _agreed([r.facts[name] for r in row]) for name in row[0].facts} for row in rows),
        units=sum(units.get(s, 1) for g in groups for s in g.subjects),
        fragile=sum(units.get(s, 1) for g in groups for s in g.fragile),
        others=len(groups) - 1,
        anchor=f"finding-{groups[0].id}",
    )


def _joined(words: Iterable[str]) -> str:
    told = list(dict.fromkeys(words))
    return ", ".join(told[:MOST_NAMES]) + (", …" if len(told) > MOST_NAMES else "")


def _agreed(values: Sequence[Any]) -> Any:
    return values[0] if all(value == values[0] for value in values) else None
