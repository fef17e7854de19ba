"""What the rows of the table refer to: the rules by number with title and clause, the marks, the rules that do not bind."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.model.finding import Finding
from debadge.model.regime import Regime
from debadge.model.source import Source
from debadge.report.reading.answers import Answers
from debadge.report.reading.speech import Speech
from debadge.report.terminal.columns import indented

CONTESTED, FRAGILE = "†", "‡"


class Legend:
    """Numbers each rule and clause when a row first names it."""

    def __init__(self, answers: Answers, speech: Speech) -> None:
        self.answers, self.speech = answers, speech
        self._numbers: dict[tuple[str, str], int] = {}
        self._clauses: dict[tuple[str, str], tuple[Regime, Source]] = {}
        self._marks: set[str] = set()

    def number(self, found: Finding) -> int:
        """The number of a finding's rule and clause; measures under one clause share it."""
        regime = self.answers.assessment.regimes[found.regime]
        clause = next(m for m in regime.measures if m.id == found.measure).source
        self._clauses.setdefault((regime.id, clause.title), (regime, clause))
        return self._numbers.setdefault((regime.id, clause.title), len(self._numbers) + 1)

    def marks(self, *, contested: bool, fragile: bool) -> str:
        """The marks behind a number; each is told below."""
        marks = (CONTESTED if contested else "") + (FRAGILE if fragile else "")
        self._marks.update(marks)
        return marks

    def lines(self, *, everything: bool) -> Iterator[str]:
        """All of it."""
        if self._numbers:
            yield self.speech.say("report.rules")
        for key, number in self._numbers.items():
            yield from self._cited(*self._clauses[key], f"{number:>3}  ")
        for mark, id_ in ((CONTESTED, "report.contested.mark"), (FRAGILE, "report.fragile.mark")):
            if mark in self._marks:
                yield from indented(self.speech.say(id_), f"{mark} ", "  ")
        yield from indented(self.speech.say("report.question.words"), "", "")
        if self.answers.other_days:
            names = ", ".join(self.answers.other_days)
            yield from indented(self.speech.say("report.rules.other_day", regimes=names), "", "")
        yield from self._not_binding(everything=everything)

    def _cited(self, regime: Regime, clause: Source, first: str) -> Iterator[str]:
        rest = " " * len(first)
        yield from indented(self.speech.regime(regime), first, rest)
        force = self.speech.own(regime) if regime.own else self.speech.word("force", regime.force)
        yield from indented(
            self.speech.say("report.table.clause", force=force, source=self.speech.source(clause)), rest, rest
        )

    def _not_binding(self, *, everything: bool) -> Iterator[str]:
        hidden = [self.answers.findings[number] for number in self.answers.not_binding]
        if not hidden:
            return
        if not everything:
            yield from indented(self.speech.counted("report.rules.not_binding", len(hidden)), "", "")
            return
        yield self.speech.counted("report.rules.not_binding.list", len(hidden))
        for found in hidden:
            tests = ", ".join(self.speech.word("test", t) for t in found.failed_tests)
            told = self.speech.say("report.table.unbound", regime=found.regime, measure=found.measure, tests=tests)
            yield from indented(told, "  ", "    ")
