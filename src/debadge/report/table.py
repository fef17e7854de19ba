"""The answer in 80 columns: *Buy? Keep?* for what was found, the deciding clauses, and what nobody looked at.

Colour only where the caller asks for it; the words carry everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debadge.model.assessment import Assessment
from debadge.report.reading.answers import Answers, answers_of
from debadge.report.reading.folding import fold
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Speech
from debadge.report.terminal.below import below
from debadge.report.terminal.colour import strong
from debadge.report.terminal.columns import WIDTH, centre, indented
from debadge.report.terminal.makers import makers
from debadge.report.terminal.verdicts import Verdicts
from debadge.text.sentences import Sentences


def render(assessment: Assessment, sentences: Sentences, *, color: bool = False, everything: bool = False) -> str:
    """The whole table.

    ``color`` paints the answers; the caller knows the terminal and NO_COLOR. ``everything`` also lists the rules that do not
    bind, each with the tests that fail.
    """
    speech, answers = Speech(assessment, sentences), answers_of(assessment)
    lines = [
        *_head(assessment, speech, color=color),
        *_body(answers, speech, color=color, everything=everything),
        *below(answers, speech),
        "",
        *indented(speech.say("report.standing"), "", ""),
        *_marking(assessment),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _body(answers: Answers, speech: Speech, *, color: bool, everything: bool) -> Iterable[str]:
    folds = fold(answers.assessment, answers)
    if not folds:
        return indented(speech.say("report.nothing"), "", "")
    if answers.assessment.organisation is None:
        return makers(folds, answers, speech)
    verdicts = Verdicts(answers, speech, color=color, most_units=max(one.units for one in folds))
    return [*verdicts.lines(folds), *verdicts.legend.lines(everything=everything)]


def _head(assessment: Assessment, speech: Speech, *, color: bool) -> Iterator[str]:
    yield from _marking(assessment)
    asking = assessment.organisation
    who = speech.text(asking.names) if asking else speech.say("report.nobody")
    known = speech.say("report.head.known_by", day=assessment.known_by.isoformat()) if assessment.known_by else ""
    first, *rest = indented(
        speech.say("report.head", day=assessment.as_of.isoformat(), known=known, pack=assessment.pack, who=who), "", ""
    )
    yield strong(first, color=color)
    yield from rest
    yield ""


def _marking(assessment: Assessment) -> Iterator[str]:
    """On top and at the bottom of every page."""
    asking = assessment.organisation
    if asking and asking.marking:
        yield from (centre(line) for line in indented(harmless(asking.marking), "", "", WIDTH))
