"""`debadge case triage`: the cases that wait for a decision, twins together, what is most urgent first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from debadge.cases.triage import priority
from debadge.flow.case.drafting import twin_of
from debadge.model.case import Case, State
from debadge.model.triage import Priority, Weights

WAITING = frozenset({State.OPEN, State.IN_REVIEW, State.PROPOSED})


class Twins(NamedTuple):
    """Cases that one decision can cover."""

    cases: tuple[Case, ...]
    priority: Priority  # of the most urgent of them

    @property
    def units(self) -> int:
        """How many things they are."""
        return sum(case.units for case in self.cases)

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "level": self.priority.level,
            "points": self.priority.points,
            "reasons": [
                {"says": one.says, "given": dict(one.given), "points": one.points} for one in self.priority.reasons
            ],
            "cases": [case.id for case in self.cases],
            "units": self.units,
        }


def triage(cases: Iterable[Case], on: date, weights: Weights) -> list[Twins]:
    """Those that wait, the most urgent first; equal ones in the order of their ids."""
    groups: dict[object, list[tuple[Priority, Case]]] = {}
    for case in sorted((one.on(on) for one in cases), key=lambda one: one.id):
        if case.state in WAITING:
            groups.setdefault(twin_of(case) or case.id, []).append((priority(case, on, weights), case))
    told = [
        Twins(tuple(case for _, case in group), max((one for one, _ in group), key=lambda one: one.points))
        for group in groups.values()
    ]
    return sorted(told, key=lambda twins: (-twins.priority.points, twins.cases[0].id))
