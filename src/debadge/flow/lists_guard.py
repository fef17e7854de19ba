"""What speaks against taking a list for what it says it is, each doubt with its numbers; a person may accept them and say why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from debadge.flow.lists_content import lost_content
from debadge.flow.lists_doubt import FEW, Doubt
from debadge.flow.lists_parties import missing_parties
from debadge.flow.lists_turned import turned
from debadge.flow.world import World
from debadge.model.listing import ListRow, Snapshot
from debadge.model.published import MOST_LOST, PublishedList
from debadge.text.folding import fold

MOST_WORN = 10  # percent of the rows that may go within a year; the lists that we have grow
MOST_UNREADABLE = 2  # percent of the rows; a table that is written well has none


def doubts(
    new: Snapshot, last: Snapshot | None, facts: PublishedList | None, unreadable: int, world: World
) -> Iterator[Doubt]:
    """Everything that speaks against the new snapshot.

    Args:
        new: With its rows.
        last: The snapshot that it would replace, with its rows; None: there is none.
        facts: What is known of the list; None: a list of one's own.
        unreadable: Rows of the same files that could not be read.
        world: Our facts, with the parties that we look for on lists.
    """
    if facts:
        yield from _count(new, facts)
        yield from _known(new, facts)
    if unreadable * 100 > MOST_UNREADABLE * (new.count + unreadable):
        yield Doubt(reason="lists.doubt.unreadable", given={"rows": str(unreadable), "of": str(new.count + unreadable)})
    if last and new.partial and not last.partial:
        yield Doubt(reason="lists.doubt.partial", given={"count": str(last.count)})
        return
    yield from missing_parties(new, last, facts, world)
    if last:
        yield from _lost(new, last, facts.most_lost if facts else MOST_LOST)
        yield from turned(new, last)
    yield from lost_content(new, last, None if new.partial else facts)


def worn_away(new: Snapshot, last: Snapshot | None, largest: Snapshot | None) -> Iterator[Doubt]:
    """Small losses, one import after another, that together are a large one.

    Args:
        new: The new snapshot.
        last: The one that it would replace: what is lost at once since then is told as such.
        largest: The one of the last year with the most rows, without them; None: there is none.
    """
    if largest is None or last is None or new.partial or largest.count <= last.count:
        return
    lost = largest.count - new.count
    if lost > FEW and lost * 100 > MOST_WORN * largest.count:
        given = {"count": new.count, "had": largest.count, "day": largest.day, "most": MOST_WORN}
        yield Doubt(reason="lists.doubt.worn", given={name: str(told) for name, told in given.items()})


def _holds(row: ListRow, day: date) -> bool:
    return row.until is None or day <= row.until


def _count(new: Snapshot, facts: PublishedList) -> Iterator[Doubt]:
    """A selection is not measured by the whole list."""
    if facts.at_least is None or facts.at_most is None or new.partial:
        return
    if not facts.at_least <= new.count <= facts.at_most:
        given = {"count": str(new.count), "at_least": str(facts.at_least), "at_most": str(facts.at_most)}
        yield Doubt(reason="lists.doubt.count", given=given)


def _known(new: Snapshot, facts: PublishedList) -> Iterator[Doubt]:
    names = {fold(name.text) for row in new.rows for name in row.names}
    entities = {row.entity for row in new.rows if row.entity}
    for entry in facts.known:
        if fold(entry.name) not in names and (entry.entity is None or entry.entity not in entities):
            yield Doubt(reason="lists.doubt.known", given={"name": entry.name})


def _lost(new: Snapshot, last: Snapshot, most: int) -> Iterator[Doubt]:
    """Rows of the last snapshot of which no name and no number is left."""
    here = {key for row in new.rows if _holds(row, new.day) for key in _keys(row)}
    lost = sum(1 for row in last.rows if _holds(row, last.day) and not here & _keys(row))
    if lost * 100 > most * last.count and (lost > FEW or lost == last.count):
        given = {"lost": str(lost), "of": str(last.count), "percent": str(lost * 100 // last.count), "most": str(most)}
        yield Doubt(reason="lists.doubt.lost", given=given)


def _keys(row: ListRow) -> set[object]:
    return {fold(row.names[0].text), *row.identifiers}
