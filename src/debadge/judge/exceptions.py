"""Ways out that the text itself offers: applied when every condition is shown, open when nobody has said."""

from __future__ import annotations

from collections.abc import Iterable

from debadge.judge.ask import is_one_of, soften
from debadge.model.regime import LegalException
from debadge.model.situation import Situation
from debadge.model.words import Answer, all_of


def weigh(
    exceptions: Iterable[LegalException], situation: Situation
) -> tuple[tuple[LegalException, ...], tuple[str, ...]]:
    """Those that apply, and the ids of those that are open.

    A claim that nobody has made is unknown, not no; an exception shown not to apply is neither.
    """
    answers = [
        (item, all_of(_holds(name, value, situation) for name, value in item.when.items())) for item in exceptions
    ]
    return (
        tuple(item for item, answer in answers if answer is Answer.YES),
        tuple(item.id for item, answer in answers if answer is Answer.UNKNOWN),
    )


def _holds(name: str, wanted: object, situation: Situation) -> Answer:
    fact = situation[name]
    values = (wanted,) if isinstance(wanted, str | bool) else tuple(wanted)  # type: ignore[arg-type]  # checked on load
    if name == "claims":
        claimed = is_one_of(fact, [str(v) for v in values])
        return Answer.UNKNOWN if claimed is Answer.NO else claimed
    if not fact.known:
        return Answer.UNKNOWN
    if isinstance(fact.value, bool):
        return soften(Answer.YES if fact.value in values else Answer.NO, fact)
    return is_one_of(fact, [str(v) for v in values])
