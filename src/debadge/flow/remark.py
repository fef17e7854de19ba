"""Cells that were read and that no rule understands: told, so that a circumstance is not lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from debadge.judge.situate import CIRCUMSTANCES, Words
from debadge.model.observation import Observation
from debadge.sources.interface import Note
from debadge.text.status import Use

_FORMS = {
    **dict.fromkeys(("acquired", "installed", "authorised"), "2024-08-07, 2024-08, 2024"),
    **dict.fromkeys(("made_in", "ship_from"), "CA, CA-QC, US, CN"),
    "status": "in use, in storage, removed",
    **dict.fromkeys(("routes_traffic", "on_core_network", "controlled_us_content"), "yes, no"),
}
"""How to write what is no word of a list."""
_SHOWN = 80  # characters of a value that a remark repeats


def _is_unread(one: Observation, words: Words) -> bool:
    if one.field == "status":
        return words.statuses.use(one.value) is Use.UNKNOWN
    return one.field in CIRCUMSTANCES and bool(one.value.strip()) and words.value(one.field, one.value) is None


def unknown_words(seen: Iterable[Observation], understood: Mapping[str, str], words: Words) -> Iterator[Note]:
    """One remark for each value of a circumstance that is no word of the vocabulary, at its first place.

    Sorted by field and value.

    Args:
        seen: The observations of one file, in their order.
        understood: Column -> what it was taken as; a field without a column stands for itself.
        words: What situating reads.
    """
    first: dict[tuple[str, str], str] = {}
    for one in seen:
        if _is_unread(one, words):
            first.setdefault((one.field, one.value), one.origin.locator)
    columns = {field: column for column, field in understood.items()}
    for (field, value), locator in sorted(first.items()):
        allowed = ", ".join(dict.fromkeys(words.spelled[field].values())) if field in words.spelled else _FORMS[field]
        given = {"column": columns.get(field, field), "value": value[:_SHOWN], "allowed": allowed}
        yield Note(locator=locator, reason="word_unknown", given=given)
