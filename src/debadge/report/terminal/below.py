"""What stands below the answers: gaps, rows that could not be used, files that could not be read, units by maker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from debadge.report.reading.answers import Answers
from debadge.report.reading.clocks import when
from debadge.report.reading.folding import units_by_maker
from debadge.report.reading.gaps import gaps, notes
from debadge.report.reading.plain import cut, harmless
from debadge.report.reading.speech import Speech
from debadge.report.terminal.columns import indented

MOST_REJECTS = 10  # rows written out; the run folder has them all
LONGEST = 300  # characters of one reason


def below(answers: Answers, speech: Speech) -> Iterator[str]:
    """All of it, each part with its heading."""
    yield from _deadlines(answers, speech)
    yield ""
    yield speech.say("report.gaps")
    for gap in gaps(answers, speech):
        yield from indented(
            speech.say("report.table.gap", about=gap.about, told=gap.told), "! " if gap.is_open else "  ", "    "
        )
    yield from _rejects(answers, speech)
    yield from _notes(answers, speech)
    yield from _files(answers, speech)
    yield from _makers(answers, speech)


def _deadlines(answers: Answers, speech: Speech) -> Iterator[str]:
    told = answers.assessment.deadlines
    if told:
        yield ""
        yield speech.say("report.deadlines")
    for one in told:
        says = speech.text(one.duty.says)
        yield from indented(
            speech.say("deadline.line", when=when(one, speech), says=says, regime=one.regime), "  ", "    "
        )


def _makers(answers: Answers, speech: Speech) -> Iterator[str]:
    counted = units_by_maker(answers.assessment)
    if counted:
        yield ""
        yield speech.say("report.makers")
    space = max(6, *(len(str(units)) for *_, units in counted), 0)
    for maker, grade, units in counted:
        name = speech.name(maker) if maker else speech.say("report.maker.unknown")
        sure = f" ({speech.word('grade', grade)})" if maker else ""
        yield from indented(f"{name}{sure}", f"{units:>{space}}  ", " " * (space + 2))


def _rejects(answers: Answers, speech: Speech) -> Iterator[str]:
    rejects = answers.assessment.rejects
    if not rejects:
        return
    yield ""
    yield speech.say("report.rejects", count=len(rejects))
    for reject in rejects[:MOST_REJECTS]:
        yield from indented(cut(speech.refusal(reject), LONGEST), "  ", "    ")
    if len(rejects) > MOST_REJECTS:
        counted = Counter(r.locator.rpartition(":")[0] or r.locator for r in rejects[MOST_REJECTS:])
        files = ", ".join(f"{harmless(name)} ({count})" for name, count in counted.most_common(5))
        yield from indented(
            speech.counted("report.rejects.more", len(rejects) - MOST_REJECTS, files=files), "  ", "    "
        )


def _notes(answers: Answers, speech: Speech) -> Iterator[str]:
    told, count = notes(answers.assessment.coverage, speech)
    if told:
        yield ""
        yield speech.say("report.notes", count=count)
    for place, said in told[:MOST_REJECTS]:
        yield from indented(cut(speech.say("report.table.gap", about=place, told=said), LONGEST), "  ", "    ")
    if count > MOST_REJECTS:
        yield from indented(speech.counted("report.notes.more", count - MOST_REJECTS), "  ", "    ")


def _files(answers: Answers, speech: Speech) -> Iterator[str]:
    unread = [told.error for told in answers.assessment.coverage.files if told.error]
    if not unread:
        return
    yield ""
    yield speech.say("report.unreadable", count=len(unread))
    for error in unread:
        yield from indented(cut(speech.refusal(error), LONGEST), "  ", "    ")
