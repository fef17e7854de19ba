"""Screening names again after lists changed: only names that a change may touch; the others keep their earlier answers.

What an answer hangs on is compared, and not guessed: every row as it is compared with names (its words, what they weigh, which
party it is, whether measures name that party on the day). A name is touched if one of the rows that differ, before or after, is a
candidate for it, or if a word of its own weighs something else. So the answers are byte for byte those of a full screening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.each_name import each_name
from debadge.flow.earlier import Earlier
from debadge.flow.screening import NameScreen
from debadge.flow.standing import Standings
from debadge.flow.world import World
from debadge.model.listing import Snapshot
from debadge.model.query import Query
from debadge.model.supplier import ASKS
from debadge.screen.names.answer import Answer, NameAnswer
from debadge.screen.names.entry import PACK, Entry, number_key
from debadge.screen.names.index import Index
from debadge.screen.names.reading import Form, Read
from debadge.store.lists import FOLDER, Kept, with_rows

Pair = tuple[str, str]
"""(list, ref) of a row."""


class _Part(Index):
    """The rows that differ, as they were and as they are, to be asked for candidates.

    Whether a row is a candidate hangs on the weights of the name's own words, which are the same before and after (else the name
    is touched anyway), and on whether the row is all generic words: by the greater weight it is so only where it was and is.
    """

    def __init__(self, before: Index, after: Index, entries: Iterable[Entry]) -> None:
        self._whole = before, after
        super().__init__(tuple(dict.fromkeys(entries)), after.reader, after.policy)
        self._numbers = {number_key(value) for entry in self.entries for _, value in entry.identifiers}

    def weigh(self, word: str) -> float:
        """The greater of both."""
        return max(index.weigh(word) for index in self._whole)

    def may_match(self, query: Query, read: Read) -> bool:
        """Whether one of the rows is looked at for a name at all."""
        return (
            any(number_key(value) in self._numbers for value in query.identifiers)
            or any(True for _ in self.as_written.of(read))
            or bool(self.branded(read))
            or bool(self.sounding(read))
            or bool(self.slipped(read))
            or any(self.candidates(form) for form in read.forms)
            or any(self.spelled_candidates(word) for word in read.spelled)
            or any(self.native_candidates(native) for native in read.natives)
        )


class Change:
    """What differs between two screenings with the same facts and policy."""

    def __init__(self, before: NameScreen, after: NameScreen, world: World) -> None:
        self._before, self._after = before.index, after.index
        self._words = _words(self._before), _words(self._after)
        weights = {word for word in self._words[0] | self._words[1] if self._weighs_otherwise(word)}
        old, new = (_views(screen.index, _standings(screen, world), weights) for screen in (before, after))
        self.pairs = frozenset(pair for pair in old.keys() | new.keys() if old.get(pair) != new.get(pair)) | {
            pair for views in (old, new) for pair, several in views.items() if any(one.is_moved for one in several)
        }
        kept = [pair for pair in old if pair not in self.pairs]
        self.is_reordered = kept != [pair for pair in new if pair not in self.pairs]
        both = (entry for index in (self._before, self._after) for entry in index.entries)
        differ = (entry for entry in both if (entry.list, entry.ref) in self.pairs)
        self._part = _Part(self._before, self._after, differ)
        self.is_none = not (self.pairs or weights or self._words[0] ^ self._words[1])
        self._other_words = tuple(sorted(self._words[0] ^ self._words[1]))

    def touches(self, query: Query) -> bool:
        """Whether the answer for a row may be another one, by any of its names."""
        return not self.is_none and any(map(self._touches_name, each_name(query)))

    def _touches_name(self, query: Query) -> bool:
        read = self._after.reader.read(query.text)
        words = {word for form in read.forms for word in form.words}
        return (
            any(map(self._weighs_otherwise, words))
            or any(map(self._is_cut_before, read.forms))
            or self._part.may_match(query, read)
            or any(self.touches(Query(text=owner.name)) for owner in query.owners)
        )

    def _weighs_otherwise(self, word: str) -> bool:
        return self._before.weigh(word) != self._after.weigh(word)

    def _is_cut_before(self, form: Form) -> bool:
        """A word that was cut off leads to the first words that begin so: which they are, a new word may change."""
        return form.cut and bool(form.words) and any(word.startswith(form.words[-1]) for word in self._other_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """A row as names are compared with it."""

    told: tuple[Any, ...]
    is_moved: bool  # a word of it weighs something else


def _views(index: Index, standings: Standings, weights: set[str]) -> dict[Pair, tuple[_View, ...]]:
    """Every row, in the order of the index; where it stood in its file is no part of it."""
    names: dict[int, list[Any]] = defaultdict(list)
    for name in index.names:
        names[name.entry].append(name._replace(entry=0))
    natives: dict[int, list[Any]] = defaultdict(list)
    for native in index.natives:
        natives[native.entry].append(native._replace(entry=0))
    told: dict[Pair, tuple[_View, ...]] = {}
    for number, entry in enumerate(index.entries):
        party = index.party(entry)
        standing = (standings.naming(party), standings.tied(party)) if party else None
        parts = (tuple(names[number]), tuple(natives[number]), index.places.get(number), party, index.group(entry))
        moved = any(word in weights for name in names[number] for word in name.words)
        view = _View(told=(replace(entry, locator=""), *parts, standing), is_moved=moved)
        told[entry.list, entry.ref] = (*told.get((entry.list, entry.ref), ()), view)
    return told


def _standings(screen: NameScreen, world: World) -> Standings:
    return Standings(world.law, screen.against.as_of, screen.against.jurisdiction)


def _words(index: Index) -> frozenset[str]:
    return frozenset(word for name in index.names for word in name.words)


class Rescreening:
    """Answers for names, from an earlier run where nothing can have changed."""

    def __init__(self, screen: NameScreen, earlier: Earlier, change: Change | None, why_all: str | None) -> None:
        """Take both; without a change nothing is touched, and with a reason everything is."""
        self._screen, self._earlier, self._change, self.why_all = screen, earlier, change, why_all
        places: dict[Pair, list[str]] = defaultdict(list)
        for entry in screen.index.entries:
            places[entry.list, entry.ref].append(entry.locator)
        self._places = places
        self.anew = self.carried = 0

    def close(self) -> None:
        """Read no further in the earlier answers."""
        self._earlier.close()

    @property
    def rows(self) -> int:
        """Rows of lists, and parties, that differ."""
        return len(self._change.pairs) if self._change else 0

    def each(self, query: Query) -> list[tuple[Query, NameAnswer]]:
        """The earlier answer under the name that it stands for, or new ones for every name.

        Of several names only the worst answer was kept, after decisions: where somebody may decide, all are asked for again.
        """
        told = None if self.why_all else self._earlier.answer(query.digest)
        if told is None or (self._change and self._change.touches(query)) or not self._is_whole(query, told):
            self.anew += 1
            return self._screen.each(query)
        self.carried += 1
        place = None if told["list"] in (None, PACK) else self._places[told["list"], told["ref"]][0] or None
        asked = replace(query, text=told["asked_as"], names=()) if query.names else query
        return [(asked, answer_of({**told, "query": asked.text, "line": query.line, "row": place}, query.given))]

    def _is_whole(self, query: Query, told: Mapping[str, Any]) -> bool:
        """Whether all that the row's answer hangs on is in the earlier one."""
        return self._has_place(told) and not (query.names and told["answer"] in ASKS)

    def _has_place(self, told: Mapping[str, Any]) -> bool:
        """Whether it is known where the row stands now that an answer rests on."""
        return told["list"] in (None, PACK) or len(self._places.get((told["list"], told["ref"]), ())) == 1


_FIELDS = frozenset(field.name for field in fields(NameAnswer))


def answer_of(told: Mapping[str, Any], given: Mapping[str, Any]) -> NameAnswer:
    """The answer for one name from its JSON form, without what was decided about it."""
    same = {key: told[key] for key in _FIELDS - _MADE}
    return NameAnswer(
        **same,
        answer=Answer(told["answer"]),
        given=given,
        regimes=tuple(told["regimes"]),
        matched=tuple((one["query"], one["listed"], one["how"]) for one in told["matched"]),
        ties=tuple(told["ties"]),
        others=tuple(told["others"]),
    )


_MADE = frozenset(
    {
        "answer",
        "given",
        "regimes",
        "matched",
        "ties",
        "others",
        "dismissed",
        "confirmed",
        "revived",
        "asked",
        "asked_as",
    }
)


def rescreening(
    screen: NameScreen, earlier: Earlier, world: World, snapshots: tuple[Snapshot, ...], home: Path | None
) -> Rescreening:
    """Compare an earlier run with the lists, the facts and the policy of today.

    Raises:
        TamperError: Rows of an earlier list are not as they were kept.
    """
    if why := earlier.why_all(screen.against):
        return Rescreening(screen, earlier, None, why)
    same_lists = earlier.lists == tuple((one.list, one.digest) for one in snapshots)
    if same_lists and earlier.as_of == screen.against.as_of:
        return Rescreening(screen, earlier, None, None)
    if home is None and earlier.lists:
        return Rescreening(screen, earlier, None, "screen_desk.all.rows")
    before = tuple(_rows(home, list_, digest) for list_, digest in earlier.lists) if home else ()
    kept = [one for one in before if one is not None]
    if len(kept) < len(before):
        return Rescreening(screen, earlier, None, "screen_desk.all.rows")
    place = screen.against.jurisdiction
    change = Change(NameScreen(world, kept, as_of=earlier.as_of, jurisdiction=place), screen, world)
    return Rescreening(screen, earlier, change, "screen_desk.all.order" if change.is_reordered else None)


def _rows(home: Path, list_: str, digest: str) -> Snapshot | None:
    """A list as it was, by the digest of its rows; None where they are not kept here."""
    if not (home / FOLDER / list_ / f"{digest}.jsonl").is_file():
        return None
    bare = Snapshot(list=list_, digest=digest, published=None, imported=date.min, count=0, persons=0, files=())
    return with_rows(home, Kept(number=0, snapshot=bare, path=home))
