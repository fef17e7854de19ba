"""The rows of the table: one line for alike things, and under it each rule that has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from debadge.model.finding import Finding
from debadge.model.words import HEADLINE_ORDER, Grade, Outcome, Test
from debadge.report.reading.answers import Answers, Headline, Reply, by_act
from debadge.report.reading.folding import Fold
from debadge.report.reading.naming import what
from debadge.report.reading.speech import Speech
from debadge.report.terminal.colour import painted
from debadge.report.terminal.columns import WIDTH, indented, laid_out, pad, width
from debadge.report.terminal.legend import Legend

MOST_RULES = 4  # lines under one row; the others are counted
SITE = 12  # columns


class Verdicts:
    """Draws rows; what they refer to is in the legend."""

    def __init__(self, answers: Answers, speech: Speech, *, color: bool, most_units: int = 0) -> None:
        """``most_units`` of one row decides how wide their column is: a number in two pieces is another number."""
        self.answers, self.speech, self.color = answers, speech, color
        self.legend = Legend(answers, speech)
        self.heads = [speech.say(f"report.column.{name}") for name in ("buy", "keep", "units", "what", "grade", "site")]
        reply = max(width(speech.word("question", reply)) for reply in Reply)
        grade = max(width(speech.word("grade", grade)) for grade in Grade)
        units = max(5, width(self.heads[2]), len(str(most_units)))
        fixed = [max(reply, width(self.heads[0])), max(reply, width(self.heads[1])), units]
        last = [max(grade, width(self.heads[4])), SITE]
        self.columns = [*fixed, WIDTH - sum(fixed) - sum(last) - 10, *last]  # five gaps of two
        self.rights = [False, False, True, False, False, False]
        self.replies = fixed[0] + fixed[1] + 4  # columns of both answers and their gaps
        self.indent = " " * (sum(fixed) + 6)

    def lines(self, folds: Sequence[Fold]) -> Iterator[str]:
        """Headings and all rows."""
        yield from laid_out(self.heads, self.columns, self.rights)
        yield "-" * WIDTH
        for alike in self._alike(folds):
            for one in alike:
                yield from self._thing(one)
            for told in self._told(alike[0], own=False):
                yield from indented(told, self.indent, f"{self.indent}  ")
            if self.answers.has_own:
                yield from self._own(alike[0])
            yield ""

    def _alike(self, folds: Sequence[Fold]) -> Iterable[list[Fold]]:
        """Things that get the same answers for the same reasons stand together, and the reasons are told once."""
        groups: dict[object, list[Fold]] = {}
        for one in folds:
            said = one.said
            reasons = tuple(tuple(self._told(one, own=own)) for own in (False, True))
            groups.setdefault((said.buy, said.keep, said.own_buy, said.own_keep, reasons), []).append(one)
        return groups.values()

    def _thing(self, one: Fold) -> Iterator[str]:
        grade = self.speech.word("grade", one.first.grade)
        mark = self.legend.marks(contested=False, fragile=self._is_fragile(one))
        cells = ["", "", str(one.units), what(one, self.speech) + mark, grade, self.speech.site(one.site)]
        first, *rest = laid_out(cells, self.columns, self.rights)
        yield self._replied(one.said.buy, one.said.keep) + first[self.replies :]
        yield from rest

    def _replied(self, buy: Reply, keep: Reply) -> str:
        words = ((buy, self.columns[0]), (keep, self.columns[1]))
        return "".join(
            painted(pad(self.speech.word("question", reply), space), reply, color=self.color) + "  "
            for reply, space in words
        )

    def _own(self, one: Fold) -> Iterator[str]:
        """The organisation's own direction answers on lines of its own, never in place of the public rules."""
        told = list(self._told(one, own=True)) or [self.speech.say("report.own.silent")]
        own = self.speech.say("report.own")
        first = self.speech.say("report.table.gap", about=own, told=told[0]) if len(told) == 1 else own
        head, *rest = indented(first, self.indent, f"{self.indent}  ")
        yield self._replied(one.said.own_buy, one.said.own_keep) + head[self.replies :]
        yield from rest
        for line in told if len(told) > 1 else ():
            yield from indented(line, self.indent, f"{self.indent}  ")

    def _told(self, one: Fold, *, own: bool) -> Iterator[str]:
        """One text for each rule and outcome that is more than *not reached*, worst first."""
        asked = [h for h in one.said.headlines if self.answers.is_own(h.regime) is own]
        by_answer: dict[tuple[int, str, str], list[Headline]] = {}
        for headline in asked:
            found = self._finding(headline)
            if found.outcome is not Outcome.NOT_REACHED:
                key = (HEADLINE_ORDER.index(found.outcome), found.regime, self._outcome(found))
                by_answer.setdefault(key, []).append(headline)
        if asked and not by_answer:
            yield self._not_reached(asked)
        speaking = sorted(by_answer.items(), key=lambda pair: pair[0][0])
        for (_, _, outcome), headlines in speaking[:MOST_RULES]:
            yield self._rule(outcome, headlines)
        if len(speaking) > MOST_RULES:
            yield self.speech.counted("report.rules.more", len(speaking) - MOST_RULES)

    def _not_reached(self, headlines: Iterable[Headline]) -> str:
        """The first test that fails of each rule; that of the act only where nothing else is told."""
        tests = {self._finding(h).failed_tests[0] for h in headlines}
        ordered = sorted(tests - {Test.ACT} or tests, key=list(Test).index)
        told = ", ".join(self.speech.word("test", t) for t in ordered)
        return self.speech.say(
            "report.table.not_reached", outcome=self.speech.word("outcome", Outcome.NOT_REACHED), tests=told
        )

    def _outcome(self, found: Finding) -> str:
        """The outcome word, and what it depends on or asks."""
        more = self.speech.conditions(found) or ", ".join(self.speech.word("test", t) for t in found.questions)
        outcome = self.speech.outcome(found)
        return self.speech.say("report.table.outcome_more", outcome=outcome, more=more) if more else outcome

    def _rule(self, outcome: str, headlines: Sequence[Headline]) -> str:
        findings = [self._finding(h) for h in headlines]
        acts = self.speech.acts(sorted({h.act for h in headlines}, key=by_act))
        numbers = ", ".join(str(n) for n in sorted({self.legend.number(found) for found in findings}))
        marks = self.legend.marks(contested=bool(findings[0].contested), fragile=False)
        return self.speech.say(
            "report.table.rule", acts=acts, outcome=outcome, number=numbers, regime=findings[0].regime, marks=marks
        )

    def _is_fragile(self, one: Fold) -> bool:
        """Whether for one of these things one single record carries an answer."""
        subjects = {asset.id for asset in one.assets}
        return any(not subjects.isdisjoint(self.answers.assessment.groups[n].fragile) for n in one.groups)

    def _finding(self, headline: Headline) -> Finding:
        return self.answers.findings[headline.group]
