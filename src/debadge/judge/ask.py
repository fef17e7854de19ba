"""Helpers that every test uses: softening an answer by what it rests on, and writing its row."""

from __future__ import annotations

from collections.abc import Iterable

from debadge.model.finding import TestAnswer
from debadge.model.situation import Fact, Situation
from debadge.model.source import Source
from debadge.model.words import Answer, Basis, Test


def soften(answer: Answer, fact: Fact) -> Answer:
    """A yes needs a settled fact; an assumption of a shipped profile decides nothing at all."""
    if fact.basis is Basis.ASSUMED and fact.known:
        return Answer.UNKNOWN
    return Answer.UNKNOWN if answer is Answer.YES and not fact.settled else answer


def is_one_of(fact: Fact, wanted: Iterable[str]) -> Answer:
    """Whether one of the values of a fact is wanted; nothing known is unknown."""
    if not fact.known:
        return Answer.UNKNOWN
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return soften(Answer.YES if set(values) & set(wanted) else Answer.NO, fact)


def flag(situation: Situation, name: str) -> Answer:
    """Whether a yes-or-no fact is so."""
    fact = situation[name]
    if not fact.known:
        return Answer.UNKNOWN
    return soften(Answer.YES if fact.value else Answer.NO, fact)


def row(
    test: Test,
    answer: Answer,
    says: str,
    situation: Situation,
    facts: Iterable[str] = (),
    *,
    party: str | None = None,
    sources: tuple[Source, ...] = (),
    **given: object,
) -> TestAnswer:
    """One row of `because`: the answer, the sentence, and the facts that were asked."""
    told = {name: situation[name].plain() for name in facts}
    words = {"party": party, **given} if party else given
    return TestAnswer(
        test=test,
        answer=answer,
        says=says,
        facts=told,
        party=party,
        sources=tuple(dict.fromkeys(sources)),
        given={name: _words(value) for name, value in words.items()},
    )


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
