"""Helpers that every test uses: softening an answer by what it rests on, and writing its row."""

from __future__ import annotations

from collections.abc import Container

from debadge.model.finding import TestAnswer
from debadge.model.situation import Fact, Situation
from debadge.model.source import Source
from debadge.model.words import Answer, Basis, Test


def soften(answer: Answer, fact: Fact) -> Answer:
    """A yes needs a settled fact; an assumption of a shipped profile decides nothing at all."""
    if answer is Answer.YES:
        return answer if fact.settled else Answer.UNKNOWN
    return Answer.UNKNOWN if fact.basis is Basis.ASSUMED and fact.value is not None else answer


def is_one_of(fact: Fact, wanted: Container[str]) -> Answer:
    """Whether one of the values of a fact is wanted; nothing known is unknown."""
    value = fact.value
    if value is None:
        return Answer.UNKNOWN
    among = any(one in wanted for one in value) if isinstance(value, tuple) else value in wanted
    return soften(Answer.YES if among else Answer.NO, fact)


def flag(situation: Situation, name: str) -> Answer:
    """Whether a yes-or-no fact is so."""
    fact = situation.facts[name]
    if not fact.known:
        return Answer.UNKNOWN
    return soften(Answer.YES if fact.value else Answer.NO, fact)


def row(
    test: Test,
    answer: Answer,
    says: str,
    situation: Situation | None = None,
    facts: tuple[str, ...] = (),
    *,
    party: str | None = None,
    sources: tuple[Source, ...] = (),
    **given: object,
) -> TestAnswer:
    """One row of `because`: the answer, the sentence, and the facts that were asked of the situation."""
    return TestAnswer(test, answer, says, given, facts, situation, party, sources)
