"""Situations: sentences beside a regime that a lawyer can check, and that prove its encoding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.judge.clocks import deadlines
from debadge.judge.complete import complete
from debadge.judge.judge import headline, judge
from debadge.judge.known import known_by
from debadge.judge.law import Law
from debadge.knowledge.node import Node
from debadge.knowledge.vocabulary import Vocabulary, read_situation
from debadge.model.days import Window
from debadge.model.finding import Finding
from debadge.model.regime import Regime
from debadge.model.words import Outcome

LEFT_OUT = "left_out"
_ALSO = ("open_exceptions", "contested", "answers", "cites", "not_looked", "force", "duties", "due")
_KEYS = ("expect", "measure", "events", "name", *_ALSO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row: facts, a day, and what is expected."""

    sentence: str  # the situation that the row belongs to
    name: str  # sentence and row
    given: Mapping[str, Any]
    as_of: date
    known_by: date | None
    measure: str | None
    expect: Any
    events: Mapping[str, date]  # what happened when, for the clocks of duties
    also: Mapping[str, Any]  # what else of the answer is expected, of `_ALSO`
    place: str


def read_cases(value: Any, place: str, vocabulary: Vocabulary) -> list[Case]:
    """The rows of a file's `situations`; a row with `each` is one case for each word that it stands for."""
    nodes = Node({"situations": value or []}, place).each("situations")
    return [case for node in nodes for case in _rows(node, vocabulary)]


def _rows(node: Node, vocabulary: Vocabulary) -> Iterator[Case]:
    name, given, place = node.text("name"), node.raw("given"), node.place
    rows = node.raw("cases", None)
    shared = {key: node.raw(key) for key in _KEYS if key in node.left}
    node.done()
    numbered = enumerate(rows if rows is not None else [{}])
    for number, row in ((n, one) for n, several in numbered for one in _each(several, vocabulary, node)):
        told = {**shared, **{k: v for k, v in row.items() if k in _KEYS}}
        facts = {**given, **{k: v for k, v in row.items() if k not in _KEYS}}
        facts = {k: v for k, v in facts.items() if v is not None}
        where = f"{place}.cases[{number}]" if rows is not None else place
        if "as_of" not in facts or "expect" not in told:
            raise node.error(f"{where}: `as_of` and `expect` are needed")
        days = {key: Window.parse(facts.pop(key)).earliest for key in ("as_of", "known_by") if key in facts}
        yield Case(
            sentence=name,
            name=f"{name} / {told['name']}" if "name" in told else name,
            given=facts,
            as_of=days["as_of"],
            known_by=days.get("known_by"),
            measure=told.get("measure"),
            expect=told["expect"],
            events={event: Window.parse(day).earliest for event, day in told.get("events", {}).items()},
            also={key: told[key] for key in _ALSO if key in told},
            place=where,
        )


def _each(row: Mapping[str, Any], vocabulary: Vocabulary, node: Node) -> Iterator[Mapping[str, Any]]:
    """`each: {actor: {all_but: [federal_department]}}` stands for one row for every other word of the vocabulary."""
    if "each" not in row:
        yield row
        return
    rest = {key: value for key, value in row.items() if key != "each"}
    for fact, below in Node({"each": row["each"]}, node.place, node.error).items("each"):
        kind = vocabulary.facts.get(fact)
        if kind is None or kind.of is None:
            raise node.fail(f"each: `{fact}` is no fact that has a list of words")
        spared = below.words("all_but", vocabulary.set(kind.of))
        below.done()
        for word in vocabulary.ordered[kind.of]:
            if word not in spared:
                named = f"{rest.get('name', '')} {word}".strip()
                yield {**rest, fact: word if kind.kind == "word" else [word], "name": named}


def check_case(case: Case, regime: Regime, law: Law, vocabulary: Vocabulary) -> str | None:
    """What is wrong with one row, or None."""
    regimes: Sequence[Regime] = (regime,)
    if case.known_by:
        regimes, law, _ = known_by(regimes, law, case.known_by)
    situation = complete(read_situation(case.given, vocabulary, case.place), law, case.as_of)
    findings = judge(situation, regimes, as_of=case.as_of, law=law)
    if case.measure:
        findings = tuple(f for f in findings if f.measure == case.measure)
    if not findings:
        return None if case.expect == LEFT_OUT else f"{case.place} ({case.name}): no such measure, or left out"
    found = headline(findings)
    wanted, told = _wanted(case), _told(found, case, law)
    if wanted == told:
        return None
    return f"{case.place} ({case.name}; {case.as_of}): expected {wanted}, found {told}"


def _due(found: Finding, case: Case, law: Law) -> dict[str, Any]:
    """The last day of each duty, or the window in which it lies; None: none is known."""
    told = deadlines([found], case.events, law.calendars, case.as_of)
    return {one.duty.id: one.due.plain() if one.due else None for one in told}


def _wanted(case: Case) -> dict[str, Any]:
    also = {k: sorted(v) if isinstance(v, list) else v for k, v in case.also.items()}
    if isinstance(case.expect, str):
        bare = case.expect in {Outcome.PROHIBITED, Outcome.REPORT_DUTY, Outcome.CONDITIONAL}
        return {"outcome": case.expect, **({} if bare else {"why": "a list of tests is needed"}), **also}
    ((outcome, why),) = case.expect.items()
    return {"outcome": outcome, **({"why": sorted([why] if isinstance(why, str) else why)} if why else {}), **also}


def _told(found: Finding, case: Case, law: Law) -> dict[str, Any]:
    told: dict[str, Any] = {"outcome": found.outcome.value}
    why = {
        Outcome.NOT_REACHED: found.failed_tests,
        Outcome.UNDETERMINED: found.questions,
        Outcome.CONDITIONAL: found.condition,
    }
    if found.outcome in why and not (found.outcome is Outcome.CONDITIONAL and isinstance(case.expect, str)):
        told["why"] = sorted(str(word) for word in why[found.outcome])
    known: dict[str, Callable[[], Any]] = {
        "open_exceptions": lambda: sorted(found.open_exceptions),
        "contested": lambda: (
            bool(found.contested) if isinstance(case.also["contested"], bool) else len(found.contested)
        ),
        "force": lambda: found.force.value,
        "answers": lambda: {
            r.test.value: r.answer.value for r in found.because if r.test.value in case.also["answers"]
        },
        "cites": lambda: sorted(s.key for s in found.citations),
        "not_looked": lambda: sorted(found.not_looked),
        "duties": lambda: sorted(duty.id for duty in found.duties),
        "due": lambda: {id_: day for id_, day in _due(found, case, law).items() if id_ in case.also["due"]},
    }
    return {**told, **{key: known[key]() for key in case.also}}
