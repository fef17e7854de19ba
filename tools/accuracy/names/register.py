"""Who is on the lists and in the pack, by name: which rows a name may rightly be answered with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from debadge.model.listing import ListRow, Snapshot
from debadge.model.party import Party
from tools.accuracy.names.query import PACK, Ref
from tools.accuracy.names.words import Words

LONG = 8  # letters of a name without its form, from which two rows that share it are taken for one party

NUMBER = re.compile(r"\b(\d{1,3})(st|nd|rd|th)?\b")  # of an institute, a plant, a brigade


def key(text: str) -> str:
    """Letters and digits alone, without case and accents: equal for one name written twice."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a list, or one party of the pack."""

    ref: Ref
    names: tuple[str, ...]  # the primary one first
    country: str | None
    native: tuple[str, ...] = ()


def entries(snapshots: Iterable[Snapshot], parties: Mapping[str, Party]) -> tuple[Entry, ...]:
    """Rows in order of the lists, then parties."""
    rows = (_of_row(row) for snapshot in snapshots for row in snapshot.rows)
    return (*rows, *(_of_party(party) for party in parties.values()))


def _of_row(row: ListRow) -> Entry:
    country = next((address.country for address in row.addresses if address.country), None)
    return Entry(ref=(row.list, row.ref), names=tuple(name.text for name in row.names), country=country)


def _of_party(party: Party) -> Entry:
    native = tuple(dict.fromkeys(party.native_names.values()))
    return Entry(ref=(PACK, party.id), names=(party.name, *party.aliases), country=party.country, native=native)


class Register:
    """Entries by the forms of their names."""

    def __init__(self, told: Sequence[Entry], words: Words) -> None:
        self.entries = told
        self.words = words
        self.of = {entry.ref: entry for entry in told}
        self._names: dict[str, set[Ref]] = {}
        self._cores: dict[str, set[Ref]] = {}
        self._placeless: dict[str, set[Ref]] = {}
        for entry in told:
            for name in (*entry.names, *entry.native):
                self._names.setdefault(key(name), set()).add(entry.ref)
                self._cores.setdefault("".join(words.core(name)), set()).add(entry.ref)
                self._placeless.setdefault("".join(words.placeless(name)), set()).add(entry.ref)

    def alike(self, name: str) -> set[Ref]:
        """Rows with this very name, but for its legal form."""
        return self._names.get(key(name), set()) | self._cores.get("".join(self.words.core(name)), set())

    def named(self, name: str) -> set[Ref]:
        """The rows that have this name, and rows of one party with them."""
        return {other for ref in self._names.get(key(name), ()) for other in self.same_party(ref)}

    def placeless(self, name: str) -> set[Ref]:
        """Rows with this name but for its form and places."""
        return self._placeless.get("".join(self.words.placeless(name)), set())

    def beginning(self, start: str) -> set[Ref]:
        """Rows one of whose names begins so."""
        head = key(start)
        return {ref for name, refs in self._names.items() if name.startswith(head) for ref in refs}

    def same_party(self, ref: Ref) -> set[Ref]:
        """The row, and rows of one party with it: they share a name that is long enough not to be chance."""
        entry = self.of[ref]
        told = {ref}
        for name in (*entry.names, *entry.native):
            if len("".join(self.words.core(name))) >= LONG or name in entry.native:
                told |= self.alike(name)
        return told

    def keys(self, refs: Iterable[Ref]) -> frozenset[str]:
        """Keys of all names of some rows."""
        return frozenset(key(name) for ref in refs for name in (*self.of[ref].names, *self.of[ref].native))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Every folded word of a listed name."""
        return frozenset(word for entry in self.entries for name in entry.names for word in self.words.core(name))

    @cached_property
    def party_words(self) -> frozenset[str]:
        """Single words that name a party of the pack: a supplier who has one may be of that party."""
        told = (name for entry in self.entries if entry.ref[0] == PACK for name in entry.names)
        cores = [self.words.core(name) for name in told]
        return frozenset(core[0] for core in cores if len(core) == 1 and self.words.is_telling(core[0]))

    def may_be_listed(self, name: str) -> bool:
        """Whether a name of somebody else's could be a listed party after all: such names make no negatives."""
        core = self.words.core(name)
        if self.alike(name) or any(len(word) > 3 and word in self.party_words for word in core):
            return True
        if self.placeless(name) and any(map(self.words.is_telling, core)):
            return True
        if self._holds_listed(core):
            return True
        return "".join(sorted(core)) in self._sorted

    def _holds_listed(self, core: tuple[str, ...]) -> bool:
        """Whether a listed name of two words or more stands in it whole, one that tells a firm or is the first of its row."""
        for start in range(len(core)):
            for stop in range(start + 2, len(core) + 1):
                some = core[start:stop]
                telling = any(map(self.words.is_telling, some))
                if some in self._primary or (telling and "".join(some) in self._cores):
                    return True
        return False

    @cached_property
    def _primary(self) -> frozenset[tuple[str, ...]]:
        return frozenset(self.words.core(entry.names[0]) for entry in self.entries)

    @cached_property
    def by_word(self) -> dict[str, list[tuple[str, ...]]]:
        """Word -> cores of the listed names that have it."""
        told: dict[str, list[tuple[str, ...]]] = {}
        for core in self._every_core():
            for word in core:
                told.setdefault(word, []).append(core)
        return told

    @cached_property
    def numbered(self) -> dict[int, list[tuple[str, ...]]]:
        """Number -> cores of the listed names that have it, as an ordinal or not."""
        told: dict[int, list[tuple[str, ...]]] = {}
        for entry in self.entries:
            for name in entry.names:
                for found in NUMBER.finditer(name):
                    told.setdefault(int(found[1]), []).append(self.words.core(name))
        return told

    @cached_property
    def _sorted(self) -> frozenset[str]:
        return frozenset("".join(sorted(core)) for core in self._every_core())

    def _every_core(self) -> Iterator[tuple[str, ...]]:
        return (self.words.core(name) for entry in self.entries for name in entry.names)
