"""A table of facts on the FCC's Covered List: entries that name parties of ours by id, and what of theirs is covered.

The names are ours, since the table has none; an entry that names a kind of product and nobody is no row to compare a name with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from debadge.model.observation import Reject, Skip
from debadge.sources.lists.entry import Entry, row_of
from debadge.sources.lists.interface import NO_PARTY, Item, ListContext, ListFile
from debadge.sources.lists.tables import Table, first_line, table

NAME = "facts_fcc"
TOGETHER = False
LIST = "us-fcc-covered-list"
_COLUMNS = ("entry_id", "entity_id", "scope", "product_class", "purpose_qualified", "added_on", "category_entry")


def sniff(head: str) -> bool:
    """Whether the first line names the columns."""
    return {"entry_id", "entity_id", "category_entry", "added_on"} <= set(first_line(head))


def read(files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
    """One row for each party that an entry names."""
    for file in files:
        for place, cells in table(Table(file, context, _COLUMNS)):
            if not isinstance(cells, dict):
                yield cells
                continue
            parties = [part for part in cells["entity_id"].split("|") if part]
            if not parties:
                yield Skip(locator=place, reason=NO_PARTY)
            for party in parties:
                yield _item(cells, party, place, context)


def _item(cells: dict[str, str], party: str, place: str, context: ListContext) -> Item:
    names = context.parties.get(party)
    if not names:
        return Reject(locator=place, reason="lists.reject.party", given={"party": party[:60]})
    entry = Entry(
        list=LIST,
        locator=place,
        ref=f"{cells['entry_id']}/{party}",
        name=names[0],
        kind="organisation",
        start=cells["added_on"],
        terms={
            "covers": cells["scope"],
            "products": cells["product_class"].replace("|", "; "),
            "only_for_some_purposes": "yes" if cells["purpose_qualified"] == "yes" else "",
        },
        entity=party,
    )
    return row_of(entry, context)
