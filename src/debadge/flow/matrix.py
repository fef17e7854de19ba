"""`debadge regimes matrix`: parties, or the acts with one, beside regimes; each cell judges the plainest situation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.flow.plainest import ORDER, Say, plainest, said
from debadge.judge.law import Law
from debadge.judge.matter import Matter
from debadge.model.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a regime says of a party, and the finding that says so."""

    say: Say
    finding: Finding | None  # None where it says nothing

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        found = self.finding
        if found is None:
            return {"say": self.say.value}
        return {
            "say": self.say.value,
            "measure": found.measure,
            "act": found.act,
            "outcome": found.outcome.value,
            "condition": list(found.condition),
            "failed_tests": [test.value for test in found.failed_tests],
            "questions": [test.value for test in found.questions],
        }


NOTHING = Cell(say=Say.NOTHING, finding=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Regimes in rows; parties, or acts with one party, in columns."""

    day: date
    columns: tuple[str, ...]
    of_acts: str | None  # the party whose acts the columns are; None: they are parties
    rows: Mapping[str, tuple[Cell, ...]]  # regime -> a cell for each column

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "as_of": self.day.isoformat(),
            "party": self.of_acts,
            "columns": list(self.columns),
            "rows": {
                regime: {name: cell.plain() for name, cell in zip(self.columns, cells, strict=True)}
                for regime, cells in self.rows.items()
            },
        }


def by_parties(law: Law, day: date, parties: Sequence[str], acts: Sequence[str] = ()) -> Matrix:
    """Parties by regimes.

    Args:
        law: Who is who, and the regimes.
        day: The day judged.
        parties: Ids; a column each.
        acts: Judge these acts only; none: the first act of each measure.
    """
    asked = [[(party, act) for act in acts or (None,)] for party in parties]
    return Matrix(day=day, columns=tuple(parties), of_acts=None, rows=_rows(law, day, asked))


def by_acts(law: Law, day: date, party: str, acts: Sequence[str]) -> Matrix:
    """The acts with what one party makes, or with that party, by regimes."""
    return Matrix(day=day, columns=tuple(acts), of_acts=party, rows=_rows(law, day, [[(party, act)] for act in acts]))


def most_named(law: Law, most: int | None = None) -> tuple[str, ...]:
    """The parties that regimes name, those first that more do; ``most`` of them, None: all."""
    counts = Counter(
        party
        for regime in law.regimes.values()
        for party in dict.fromkeys(name for measure in regime.measures for name in measure.entity.named)
    )
    return tuple(party for party, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most])


Asked = Iterable[tuple[str, str | None]]
"""Of one column: parties and acts that are judged; None: the measure's own act."""


def _rows(law: Law, day: date, columns: Sequence[Asked]) -> dict[str, tuple[Cell, ...]]:
    regimes = sorted(law.regimes.values(), key=lambda one: (one.jurisdiction, one.id))
    told = {one.id: [Matter.of(one, measure, day, law) for measure in one.measures] for one in regimes}
    return {id_: tuple(cell(matters, asked) for asked in columns) for id_, matters in told.items()}


def cell(matters: Sequence[Matter], asked: Asked) -> Cell:
    """The first word, in their order, that any measure of a regime says."""
    cells = []
    for matter in matters:
        for party, act in asked:
            found = plainest(matter, party, act)
            cells.append(Cell(say=said(matter, found), finding=found))
    return min(
        (one for one in cells if one.say is not Say.NOTHING), key=lambda one: ORDER.index(one.say), default=NOTHING
    )
