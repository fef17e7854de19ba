"""Where listed parties are said to be: by their names, their addresses, and what our facts say of the same party."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from debadge.screen.names.entry import PACK, Entry
from debadge.screen.names.reading import Reader


class Whereabouts:
    """Worked out when somebody asks for an entry, and then kept."""

    def __init__(self, entries: Sequence[Entry], reader: Reader, party: Callable[[Entry], str | None]) -> None:
        """``party``: the party of ours that an entry is."""
        self._entries, self._reader, self._party = entries, reader, party
        self._own = {entry.entity: entry for entry in entries if entry.list == PACK and entry.entity}
        self.countries, self.places = cache(self._countries), cache(self._places)

    def _countries(self, number: int) -> frozenset[str]:
        """The countries of an entry, ISO 3166 alpha-2."""
        entry = self._entries[number]
        own = self._own.get(self._party(entry) or "")
        same = (entry, own) if own else (entry,)
        return frozenset(one.country for told in same for one in told.addresses if one.country)

    def _places(self, number: int) -> frozenset[str]:
        """The words of places in its names and addresses."""
        entry = self._entries[number]
        texts = (f"{one.text} {one.city or ''}" for one in entry.addresses)
        return frozenset[str]().union(*map(self._reader.places_in, (*(name.text for name in entry.names), *texts)))
