"""Parties of ours on a list: which stand there, which were lost since the last copy, which a first copy ought to have.

What rows are ours is told by their names, as our facts have them, and not by the few that the file of the list names. One party
lost is news, however many rows are left, and has to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from debadge.flow.lists_doubt import Doubt
from debadge.flow.world import World
from debadge.judge.binding import in_force
from debadge.judge.law import Law
from debadge.knowledge.screening import name_words
from debadge.model.listing import ListRow, Snapshot
from debadge.model.published import PublishedList
from debadge.model.words import Answer
from debadge.screen.names.reading import Reader
from debadge.text.folding import fold

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")  # an acronym: "Nightjar Optics Corporation (NOC)"


def missing_parties(new: Snapshot, last: Snapshot | None, facts: PublishedList | None, world: World) -> Iterator[Doubt]:
    """Parties of the last copy that the new one lacks; of a first copy those that the regime of the same id names.

    A selection is not measured by the whole list; what the file of the list names is asked for by name, and not here again.
    """
    law, owners = world.law, _Owners(world)
    now = set(_parties(new.rows, new.day, owners))
    if last is None:
        known = {entry.entity for entry in facts.known} if facts else set()
        wanted = set() if new.partial else _named(law, new.list, new.day) - known
        yield from (_doubt(law.parties[party].name) for party in sorted(wanted - now))
        return
    before = _parties(sorted(last.rows, key=lambda row: row.ref), last.day, owners)
    yield from (_doubt(row.names[0].text) for party, row in before.items() if party not in now)


def _doubt(name: str) -> Doubt:
    return Doubt(reason="lists.doubt.known", given={"name": name})


class _Owners:
    """Whose a name is: by the name as it is, and without its legal form where two words are left."""

    def __init__(self, world: World) -> None:
        self._reader = Reader(name_words(world.pack))
        self._of: dict[str, set[str]] = {}
        for party in world.law.parties.values():  # names of its makers and badges are no names of a party
            for name in (party.name, *party.aliases, *party.native_names.values()):
                for key in self._keys(name):
                    self._of.setdefault(key, set()).add(party.id)

    def of(self, name: str) -> set[str]:
        """The party that has a name; a name that several have is that of none."""
        found = (self._of.get(key, set()) for key in self._keys(name))
        return next((several for several in found if len(several) == 1), set())

    def _keys(self, name: str) -> list[str]:
        whole = fold(name)
        bare = self._reader.without_forms(tuple(whole.split()))
        return [whole, " ".join(bare)] if len(bare) > 1 else [whole]


def _parties(rows: Iterable[ListRow], day: date, owners: _Owners) -> dict[str, ListRow]:
    """The parties that stand in some rows on a day, each with its first row."""
    told: dict[str, ListRow] = {}
    for row in rows:
        if row.until is None or day <= row.until:
            for party in sorted(_of_row(row, owners)):
                told.setdefault(party, row)
    return told


def _of_row(row: ListRow, owners: _Owners) -> set[str]:
    """As the list's file says, and by every name that is no acronym, with what stands in brackets behind it and without."""
    told = {row.entity} if row.entity else set()
    texts = (text for name in row.names if name.kind != "weak" for text in (name.text, _BRACKETS.sub("", name.text)))
    return told.union(*map(owners.of, texts))


def _named(law: Law, list_: str, day: date) -> set[str]:
    """The parties that the regime which keeps the list surely names on a day."""
    regime = law.regimes.get(list_)
    measures = regime.measures if regime else ()
    return {
        party
        for measure in measures
        if in_force(measure, day).answer is Answer.YES
        for party, listing in measure.entity.named.items()
        if listing.verified
        and (listing.start is None or listing.start.latest <= day)
        and (listing.until is None or day <= listing.until)
    }
