"""Cells that were read and that no rule understands: told, so that a circumstance is not lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from debadge.judge.situate import Words
from debadge.model.observation import Observation
from debadge.sources.interface import Note

_SHOWN = 80  # characters of a value that a remark repeats


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
        known = words.spelled.get(one.field)
        if known is not None and words.read(one.field, one.value) is None and one.value.strip():
            first.setdefault((one.field, one.value), one.origin.locator)
    columns = {field: column for column, field in understood.items()}
    for (field, value), locator in sorted(first.items()):
        allowed = ", ".join(dict.fromkeys(words.spelled[field].values()))
        given = {"column": columns.get(field, field), "value": value[:_SHOWN], "allowed": allowed}
        yield Note(locator=locator, reason="word_unknown", given=given)
