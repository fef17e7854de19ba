"""`debadge regimes show REGIME`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

from debadge.cli.common import cited, wrap
from debadge.flow.regimes import plain_regime, regime
from debadge.flow.world import World
from debadge.model.regime import Measure, Regime
from debadge.model.words import Force
from debadge.report.reading import measures, rules
from debadge.report.reading.speech import Wording


def answer(args: argparse.Namespace, world: World, words: Wording) -> tuple[Any, Iterable[str]]:
    """One regime, whole."""
    one = regime(world, args.id)
    return plain_regime(one), _lines(one, words)


def measure_lines(one: Measure, force: Force, words: Wording) -> Iterator[str]:
    """One measure: its effect, and a line for each of its tests."""
    yield wrap(measures.effect(one, force, words))
    for test in measures.tests(one, words):
        yield wrap(test, 2, 4)


def _lines(one: Regime, words: Wording) -> Iterator[str]:
    yield wrap(words.text(one.title))
    yield wrap(words.text(one.summary))
    yield ""
    yield wrap(rules.head(one, words))
    if not one.verified:
        yield wrap(words.say("regimes.unverified"))
    yield wrap(rules.reasons(one, words))
    for measure in one.measures:
        yield ""
        yield from measure_lines(measure, one.force, words)
    for told in _beside(one, words):
        yield ""
        yield wrap(told)
    if one.clauses:
        yield ""
        yield words.say("regimes.clauses")
    for clause in one.clauses:
        yield wrap(rules.clause(clause, words), 2, 4)
    yield ""
    for source in one.sources.values():
        yield from cited(rules.source(source, words), source.url)
    yield wrap(rules.recheck(one, words))


def _beside(one: Regime, words: Wording) -> Iterator[str]:
    yield from (rules.duty(duty, words) for duty in one.duties)
    yield from (rules.event(event, words) for event in one.history)
    yield from (rules.statement(*told, words) for told in one.statements)
    yield from (rules.proceeding(case, words) for case in one.proceedings)
