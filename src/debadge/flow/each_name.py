"""A row with several names of one party: each is asked about, and the worst answer stands for the row.

As with the suppliers of purchase lines: a firm may be listed by what it trades as, and its legal name says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from debadge.model.query import Query
from debadge.model.supplier import ASKS, WORST
from debadge.screen.names.answer import Answer, NameAnswer

TOO_LONG = "screen.refused.long"


def each_name(query: Query) -> tuple[Query, ...]:
    """Every name with all that stands beside it, the first one first, equal ones once."""
    if not query.names:
        return (query,)
    texts: dict[str, str] = {}
    for text in (query.text, *query.names):
        texts.setdefault(" ".join(text.split()), text)
    return tuple(replace(query, text=text, names=()) for text in texts.values())


def standing(query: Query, told: Sequence[NameAnswer]) -> NameAnswer:
    """The answer of a row: of its names' answers the worst, with what was decided about each laid beside it.

    A name that nobody dismissed goes before one that was, and where none is like a listed one, it is told that one was too
    long to be read.
    """
    if not query.names:
        return told[0]
    worst = min(told, key=_rank)
    if worst.answer is Answer.NO_MATCH and any(one.reason == TOO_LONG for one in told):
        worst = replace(worst, reason=TOO_LONG)
    return replace(worst, query=query.text, asked_as=worst.query)


def _rank(one: NameAnswer) -> tuple[bool, bool, int]:
    is_like = one.answer in ASKS
    return not (is_like and not one.dismissed), not is_like, WORST.index(one.answer)
