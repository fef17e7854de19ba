"""`debadge questions`: the smallest set of questions that settles most of what is undetermined, and who can answer them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from debadge.cases.planner import Plan, plan
from debadge.model.assessment import Assessment
from debadge.model.finding import Finding, TestAnswer
from debadge.model.question import TEXT, Answerers, Question
from debadge.model.words import Answer, Outcome

_LEFT_OPEN = ("silent", "argued", "unverified")  # ends of sentences about a text that does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What is asked, in the order in which it is best asked."""

    several: tuple[Question, ...]
    plan: Plan
    left: int  # open findings that the plan does not settle


def questions(run: Assessment, answerers: Answerers, share: float) -> Questions:
    """The questions of a run.

    Args:
        run: Judged.
        answerers: Who can answer what.
        share: Of the undetermined findings that are to be settled, from 0 to 1.
    """
    needs: dict[frozenset[str], int] = defaultdict(int)
    known: dict[str, tuple[str, str, str]] = {}
    subjects: dict[str, set[str]] = defaultdict(set)
    for group in run.groups:
        if group.finding.outcome is not Outcome.UNDETERMINED:
            continue
        for subject in group.subjects:
            asked = dict(_asked(group.finding, subject, run, answerers))
            known |= asked
            for id_ in asked:
                subjects[id_].add(subject)
            needs[frozenset(asked)] += 1
    told = plan(needs, share)
    several = tuple(_question(id_, known[id_], subjects[id_]) for id_ in told.questions)
    return Questions(several=several, plan=told, left=told.total - told.settles)


def _question(id_: str, told: tuple[str, str, str], subjects: set[str]) -> Question:
    fact, holds, about = id_.split(":", 2)
    return Question(id_, fact, told[0], holds, about, tuple(sorted(subjects)))


def _asked(
    finding: Finding, subject: str, run: Assessment, answerers: Answerers
) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The ids of the questions that one thing's finding asks, with who answers."""
    for row in finding.because:
        if row.answer is not Answer.UNKNOWN:
            continue
        for fact in _open_facts(row) or (TEXT,):
            who, holds = answerers.of[fact]
            about = _about(holds, subject, finding, run)
            site = run.sites.get(subject)
            if who in answerers.landlord and site is not None and site.controller == "landlord":
                who = "landlord"
            yield f"{fact}:{holds}:{about}", (who, holds, about)


def _open_facts(row: TestAnswer) -> tuple[str, ...]:
    """The facts that a row asked and that are not settled; none where the text itself leaves it open."""
    if row.situation is None or row.says.endswith(_LEFT_OPEN):
        return ()
    situation = row.situation
    return tuple(name for name in row.asked if not situation[name].settled)


def _about(holds: str, subject: str, finding: Finding, run: Assessment) -> str:
    match holds:
        case "model":
            found = run.identifications[subject]
            told = (found.maker or "", found.brand or "", found.model or "")
            return "/".join(told) if found.model else subject
        case "site":
            site = run.sites.get(subject)
            return site.id if site else subject
        case "measure":
            return f"{finding.regime}/{finding.measure}"
        case "organisation":
            return "organisation"
        case _:
            return subject
