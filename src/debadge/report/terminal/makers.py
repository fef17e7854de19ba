"""Without an organisation: who made what, and for each measure that names somebody found the roles it would bind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from debadge.report.reading.answers import Answers
from debadge.report.reading.duties import Duty, duties
from debadge.report.reading.folding import Fold
from debadge.report.reading.naming import what
from debadge.report.reading.speech import Speech
from debadge.report.terminal.columns import WIDTH, indented, laid_out, width


def makers(folds: Sequence[Fold], answers: Answers, speech: Speech) -> Iterator[str]:
    """Rows of units and makers, then the measures."""
    heads = [speech.say(f"report.column.{name}") for name in ("units", "what", "grade")]
    grade = max(width(speech.word("grade", g)) for g in ("confirmed", "probable", "possible", "unknown"))
    counted = _counted(folds, speech)
    most = max(counted.values(), default=0)
    columns = [max(5, width(heads[0]), len(str(most))), 0, max(grade, width(heads[2]))]
    columns[1] = WIDTH - columns[0] - columns[2] - 4  # two gaps of two
    rights = [True, False, False]
    yield from laid_out(heads, columns, rights)
    yield "-" * WIDTH
    for (told, sure), units in counted.items():
        yield from laid_out([str(units), told, sure], columns, rights)
    yield ""
    yield from indented(speech.say("report.nobody.told"), "", "")
    for duty in duties(answers.assessment):
        yield ""
        yield from _duty(duty, speech)


def _counted(folds: Sequence[Fold], speech: Speech) -> dict[tuple[str, str], int]:
    """Answers differ by act and rule, which nobody asked here; what reads alike is one row."""
    counted: dict[tuple[str, str], int] = {}
    for one in folds:
        key = (what(one, speech), speech.word("grade", one.first.grade))
        counted[key] = counted.get(key, 0) + one.units
    return counted


def _duty(duty: Duty, speech: Speech) -> Iterator[str]:
    measure = duty.measure
    yield from indented(
        speech.say(
            "report.table.duty",
            regime=duty.regime.id,
            measure=measure.id,
            force=speech.word("force", duty.regime.force),
        ),
        "",
        "  ",
    )
    yield from indented(speech.text(measure.says), "  ", "  ")
    roles = ", ".join(speech.word("role", role) for role in measure.roles) or speech.say("report.none")
    yield from indented(
        speech.say("report.duty.binds", roles=roles, place=speech.word("place", measure.jurisdiction)), "  ", "  "
    )
    names = ", ".join(speech.name(party) for party in duty.parties)
    yield from indented(
        speech.say("report.duty.units", names=names, units=duty.units, open=duty.units_open), "  ", "  "
    )
