"""What the rows of a list hold beside their first name, counted by kind, and what of it a copy has lost.

A copy of a list may have every row and still lack a column: every alias, every address, every notice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import name as called

from debadge.flow.lists_doubt import FEW, Doubt
from debadge.model.listing import CONTENTS, ListRow, Snapshot
from debadge.model.published import PublishedList

MOST_CONTENT_LOST = 40
"""Percent of one kind of content that may be gone at once: a column that lost every second cell is no news.

Rows that come and go take their own content along, a few of a hundred. Two official files of one list may differ by more: OFAC's
own holds days and numbers in remarks that the other words otherwise, and going from one to the other is no loss. A lost column
takes all.
"""
_COMMON = 20  # rows for each item: what is rarer than one item in so many rows, chance may take away
_OF_THE_ROW = frozenset({"ofac_ent_num"})  # how the publisher numbers the row, which says nothing of the party
_ORDERED = frozenset({"license_requirement", "license_policy", "standard_order"})
"""Terms that every layout tells; others stand in the remarks of one of them."""


def contents(rows: Iterable[ListRow]) -> Counter[str]:
    """How many items of each of `CONTENTS` the rows hold."""
    told: Counter[str] = Counter()
    for row in rows:
        told["names"] += len(row.names) - 1
        told["native"] += sum(_is_native(one.text) for one in row.names)
        told["addresses"] += len(row.addresses)
        told["identifiers"] += sum(scheme not in _OF_THE_ROW for scheme, _ in row.identifiers)
        told["programs"] += len(row.programs)
        told["start"] += row.start is not None
        told["until"] += row.until is not None
        told["citation"] += row.citation is not None
        told["terms"] += sum(term in _ORDERED for term, _ in row.terms)
        told["kind"] += row.kind != "unknown"
    return told


def _is_native(text: str) -> bool:
    return not text.isascii() and any(char.isalpha() and "LATIN" not in called(char, "") for char in text)


def lost_content(new: Snapshot, last: Snapshot | None, facts: PublishedList | None) -> Iterator[Doubt]:
    """Kinds of content that the new snapshot lacks: beside the last one, and beside what is usual for the list."""
    now, before = contents(new.rows), contents(last.rows) if last else Counter[str]()
    for kind in CONTENTS:
        if last and _has_fallen(now[kind], before[kind], new.count, last.count):
            given = {
                "had": before[kind],
                "before": last.count,
                "left": now[kind],
                "rows": new.count,
                "most": MOST_CONTENT_LOST,
            }
            yield _doubt("lists.doubt.content", kind, given)
        elif facts and _is_too_few(now[kind], facts.usual.get(kind, 0) * new.count / 100):
            given = {"left": now[kind], "rows": new.count, "usual": facts.usual[kind]}
            yield _doubt("lists.doubt.usual", kind, given)


def _doubt(reason: str, kind: str, given: dict[str, int]) -> Doubt:
    return Doubt(reason=reason, given={"content": kind, **{key: str(value) for key, value in given.items()}})


def _has_fallen(left: int, had: int, rows: int, before: int) -> bool:
    """Whether too little is left of what was common; what went with rows that are gone is told as the loss of those rows."""
    return had * _COMMON >= before > 0 and _is_too_few(left, had * min(1, rows / before))


def _is_too_few(found: int, wanted: float) -> bool:
    return wanted - found > FEW and found * 100 < wanted * (100 - MOST_CONTENT_LOST)
