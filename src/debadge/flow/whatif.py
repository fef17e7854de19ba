"""`debadge whatif`: a run judged as if a regime were quashed, stayed or repealed from a day on.

Three questions: what may stop, what must not be undone since another rule asks for the same, and what was already spent
because the regime was law until that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.assess import assess, known
from debadge.flow.replay import load
from debadge.flow.world import World
from debadge.judge.reversed import resting_on, set_aside
from debadge.judge.shared import judge_many
from debadge.knowledge.vocabulary import unknown_word
from debadge.model.assessment import Assessment
from debadge.model.duty import Deadline
from debadge.model.errors import InputError
from debadge.model.finding import FindingGroup
from debadge.model.words import Force, Outcome, Test
from debadge.store.runfolder import read_run

Asked = tuple[str, str, Outcome, Force]  # regime, measure, what it asks, and how bindingly
OBLIGES = frozenset({Outcome.PROHIBITED, Outcome.CONDITIONAL, Outcome.REPORT_DUTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What one measure asks of some things today, and would not ask any more."""

    regime: str
    measure: str
    act: str | None
    outcome: Outcome
    force: Force
    subjects: tuple[str, ...]
    units: int
    also: tuple[Asked, ...]  # other measures that still ask something for the same act

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "regime": self.regime,
            "measure": self.measure,
            "act": self.act,
            "outcome": self.outcome.value,
            "force": self.force.value,
            "subjects": list(self.subjects),
            "units": self.units,
            "also": [{"regime": r, "measure": m, "outcome": o.value} for r, m, o, _ in self.also],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A run without some regimes."""

    without: tuple[str, ...]
    start: date  # the first day without them
    day: date  # the day judged: that of the run, or the first day without them where it lies ahead
    assessment: Assessment  # with them
    may_stop: tuple[Ended, ...]
    must_not_be_undone: tuple[Ended, ...]
    spent: tuple[Deadline, ...]  # duties whose last day lay before
    out_of_use: int  # units that records say are kept and not used: taken out of use already
    settled: int  # open questions that nobody would have to answer any more
    resting: tuple[
        tuple[str, str | None], ...
    ]  # rules that take over its list or words: whether they fall too is not settled

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "without": list(self.without),
            "from": self.start.isoformat(),
            "as_of": self.day.isoformat(),
            "pack": self.assessment.pack,
            "may_stop": [one.plain() for one in self.may_stop],
            "must_not_be_undone": [one.plain() for one in self.must_not_be_undone],
            "already_spent": {"deadlines": [one.plain() for one in self.spent], "units_out_of_use": self.out_of_use},
            "questions_settled": self.settled,
            "resting_on_it": [{"regime": regime, "measure": measure} for regime, measure in self.resting],
        }


def whatif(folder: Path, without: Sequence[str], start: date | None, world: World) -> WhatIf:
    """A run folder's evidence and question, judged with and without some regimes, on the run's day or on ``start`` if later.

    Args:
        folder: A run folder.
        without: Ids of regimes, also of the organisation's own directions.
        start: The first day without them; None: the day of the run.
        world: The facts.

    Raises:
        InputError: No run, or no such regime.
    """
    evidence, asking = load(folder, read_run(folder), world)
    start = start or asking.as_of
    day = max(start, asking.as_of)  # what may stop is asked of today, however far back a court reaches
    with_them = assess(evidence, replace(asking, as_of=day), world)
    regimes, world, _ = known(replace(asking, as_of=day), world)
    ids = [regime.id for regime in regimes]
    for name in without:
        if name not in ids:
            raise InputError(f"--without {name}: {unknown_word('regime', name, sorted(ids))}")
    flat = (one for several in with_them.situations.values() for one in several)
    rest = judge_many(flat, set_aside(regimes, without, start), as_of=day, law=world.law)
    return _compared(with_them, rest, tuple(without), (start, day), resting_on(regimes, without))


def _compared(
    told: Assessment,
    rest: Iterable[FindingGroup],
    without: tuple[str, ...],
    days: tuple[date, date],
    resting: tuple[tuple[str, str | None], ...],
) -> WhatIf:
    start, day = days
    quantity = {asset.id: asset.quantity for asset in told.assets}
    still = _by_subject(group for group in rest if group.finding.outcome in OBLIGES)
    mine = [group for group in told.groups if group.finding.regime in without]
    free: dict[_Key, list[str]] = {}
    held: dict[_Key, list[str]] = {}
    for group in (one for one in mine if one.finding.outcome in OBLIGES):
        for subject in group.subjects:
            also = tuple(dict.fromkeys(still.get((subject, group.finding.act), ())))
            found = group.finding
            key = (found.regime, found.measure, found.act, found.outcome, found.force, also)
            (held if _kept(group, also) else free).setdefault(key, []).append(subject)
    return WhatIf(
        without=without,
        start=start,
        day=day,
        assessment=told,
        may_stop=_ended(free, quantity),
        must_not_be_undone=_ended(held, quantity),
        spent=tuple(one for one in told.deadlines if one.regime in without and one.due and one.due.latest < start),
        out_of_use=_out_of_use(told, mine, quantity),
        settled=len({s for g in mine if g.finding.outcome is Outcome.UNDETERMINED for s in g.subjects}),
        resting=resting,
    )


Still = dict[tuple[str, str | None], list[Asked]]
_Key = tuple[str, str, str | None, Outcome, Force, tuple[Asked, ...]]


def _by_subject(groups: Iterable[FindingGroup]) -> Still:
    """(thing, act) -> what measures still ask."""
    told: Still = {}
    for group in groups:
        for subject in group.subjects:
            asked = (group.finding.regime, group.finding.measure, group.finding.outcome, group.finding.force)
            told.setdefault((subject, group.finding.act), []).append(asked)
    return told


def _kept(group: FindingGroup, others: Iterable[Asked]) -> bool:
    outcomes = {outcome for _, _, outcome, _ in others}
    return Outcome.PROHIBITED in outcomes or group.finding.outcome in outcomes


def _ended(found: dict[_Key, list[str]], quantity: dict[str, int]) -> tuple[Ended, ...]:
    return tuple(
        Ended(
            regime=regime,
            measure=measure,
            act=act,
            outcome=outcome,
            force=force,
            subjects=tuple(sorted(subjects)),
            units=sum(quantity.get(subject, 1) for subject in subjects),
            also=also,
        )
        for (regime, measure, act, outcome, force, also), subjects in found.items()
    )


def _out_of_use(told: Assessment, mine: Iterable[FindingGroup], quantity: dict[str, int]) -> int:
    """Units behind which the regime's party stands, and which records say are kept and not used."""
    reached = {subject for group in mine if not _misses(group) for subject in group.subjects}
    idle = {id_ for id_, several in told.situations.items() if {s["act"].value for s in several} == {"retain"}}
    return sum(quantity.get(subject, 1) for subject in reached & idle)


def _misses(group: FindingGroup) -> bool:
    return any(test is not Test.ACT for test in group.finding.failed_tests)
