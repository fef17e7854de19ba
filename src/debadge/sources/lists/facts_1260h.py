"""A table of facts on the list of section 1260H: a name, the editions that list it, the day it was removed, its parent there.

It holds the names that somebody follows, not the whole list, and the snapshot says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from debadge.sources.lists.entry import Entry, row_of
from debadge.sources.lists.interface import Item, ListContext, ListFile
from debadge.sources.lists.tables import Table, entity_named, first_line, table

NAME = "facts_1260h"
TOGETHER = False
LIST = "us-1260h"
_COLUMNS = ("entity_id", "name_as_listed", "editions_listed", "removed_on", "listed_under_parent")


def sniff(head: str) -> bool:
    """Whether the first line names the columns."""
    return {"name_as_listed", "editions_listed"} <= set(first_line(head))


def read(files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
    """One row a name; the latest edition is the day of the list."""
    context.report.partial.add(LIST)
    for file in files:
        told = Table(file, context, _COLUMNS)
        for place, cells in table(told):
            yield cells if not isinstance(cells, dict) else _item(cells, place, context)


def _item(cells: dict[str, str], place: str, context: ListContext) -> Item:
    editions = sorted(filter(None, map(_day, cells["editions_listed"].split("|"))))
    removed = _day(cells["removed_on"])
    if editions:
        context.report.published = max(editions[-1], context.report.published or editions[-1])
    back = bool(removed and editions and editions[-1] > removed)  # an edition after the removal lists it again
    last = removed - timedelta(days=1) if removed and not back else None
    names = list(dict.fromkeys(part for part in cells["listed_under_parent"].split("|") if part))
    entry = Entry(
        list=LIST,
        locator=place,
        name=cells["name_as_listed"],
        kind="organisation",
        start=editions[0].isoformat() if editions else "",
        until=last.isoformat() if last else "",
        terms={
            "editions": "; ".join(day.isoformat() for day in editions),
            "listed_under": "; ".join(names),
            "removed_and_listed_again": cells["removed_on"] if back else "",
        },
        entity=entity_named(cells["entity_id"], cells["name_as_listed"], context),
    )
    return row_of(entry, context)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
