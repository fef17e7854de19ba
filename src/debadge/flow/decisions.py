"""What people decided about names, laid beside the answers: an answer keeps what it is, and says who dismissed it and why.

A dismissed pair of a name and a row stays dismissed until one of them or the policy changes, or its last day is over; then the
answer counts again and says why. Nothing is ever hidden by a decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from debadge.flow.each_name import each_name, standing
from debadge.flow.name_entries import pack_entries
from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.decision import Asked, Decision, Kind, Record, Revived, Revocation
from debadge.model.errors import ToldError
from debadge.model.ids import canonical, digest_bytes
from debadge.model.listing import Snapshot
from debadge.model.query import Query
from debadge.screen.names.answer import Answer, NameAnswer
from debadge.screen.names.entry import PACK, Entry
from debadge.store.decisions import decisions_file, read_decisions

Pair = tuple[str, str]
"""(list, ref) of a row."""
ASKS = (Answer.LISTED, Answer.AFFILIATE, Answer.CANNOT_TELL, Answer.POSSIBLE)
"""Answers about which somebody has to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A decision and what became of it."""

    decision: Decision
    revoked: Revocation | None

    def plain(self, day: date) -> dict[str, Any]:
        """The JSON form."""
        return {**self.decision.plain(), "state": self.state(day), "revoked": self.revoked and self.revoked.plain()}

    def state(self, day: date) -> str:
        """``revoked``, ``expired``, ``later`` (than the day) or ``kept``; if row and policy are the same, a screening tells."""
        if self.revoked:
            return "revoked"
        if self.decision.expires and self.decision.expires < day:
            return "expired"
        return "later" if self.decision.day > day else "kept"


def kept_decisions(records: Iterable[Record]) -> list[Kept]:
    """Every decision in its order; a revocation ends those before it and none after."""
    told: list[Kept] = []
    for record in records:
        if isinstance(record, Decision):
            told.append(Kept(decision=record, revoked=None))
        else:
            told = [_ended(one, record) for one in told]
    return told


def _ended(one: Kept, record: Revocation) -> Kept:
    return replace(one, revoked=record) if one.decision.id == record.of and one.revoked is None else one


def asked_of(query: Query, screen: NameScreen) -> Asked:
    """What was asked, in a form that finds it again; a firm of another legal form may be another firm."""
    read = screen.index.reader.read(query.text)
    forms = (" · ".join(filter(None, (" ".join(form.words), " ".join(form.removed)))) for form in read.forms)
    readings = (*forms, *(native.whole for native in read.natives))
    told = {
        "country": query.country,
        "address": query.address and " ".join(query.address.split()).casefold(),
        "identifiers": sorted(query.identifiers),
        "owners": sorted(([owner.name, owner.share] for owner in query.owners), key=canonical),
        "kind": query.kind,
    }
    return Asked(
        written=query.text,
        read=tuple(dict.fromkeys(readings)),
        circumstances={key: value for key, value in told.items() if value},
    )


class Rows:
    """What the rows of lists, and the parties of our facts, say: told by a digest that does not hang on where they stand."""

    def __init__(self, world: World, snapshots: Sequence[Snapshot]) -> None:
        self._world, self._snapshots = world, snapshots

    def digest(self, pair: Pair) -> str | None:
        """SHA-256 of the row; None where there is no such row."""
        return self._digests.get(pair)

    @cached_property
    def _digests(self) -> dict[Pair, str]:
        told: dict[Pair, list[str]] = defaultdict(list)
        for pair, content in self._contents():
            told[pair].append(content)
        return {pair: digest_bytes("\n".join(sorted(several)).encode()) for pair, several in told.items()}

    def _contents(self) -> Iterator[tuple[Pair, str]]:
        for snapshot in self._snapshots:
            for row in snapshot.rows:
                yield (row.list, row.ref), canonical({**row.plain(), "locator": ""})
        for entry in pack_entries(self._world.law):
            yield (entry.list, entry.ref), canonical(_of_pack(entry))


def _of_pack(entry: Entry) -> dict[str, Any]:
    return {
        "list": PACK,
        "ref": entry.ref,
        "names": [name.plain() for name in entry.names],
        "addresses": [address.plain() for address in entry.addresses],
        "identifiers": [list(pair) for pair in entry.identifiers],
    }


def pairs_of(told: NameAnswer, *, every: bool) -> tuple[Pair, ...]:
    """The rows that an answer rests on: the one that it shows and those about the same party, or every row that it tells."""
    if told.list is None or told.ref is None:
        return ()
    others = ((one["list"], one["ref"]) for one in told.others if every or one["same_party"])
    return tuple(dict.fromkeys(((told.list, told.ref), *others)))


class Desk:
    """Decisions for one screening."""

    def __init__(self, screen: NameScreen, rows: Rows, records: Sequence[Record]) -> None:
        self._screen, self._rows, self._day = screen, rows, screen.against.as_of
        self._of_pair: dict[Pair, list[Decision]] = defaultdict(list)
        self.in_force: dict[str, tuple[Decision, int]] = {}  # by id, with the answers that it was laid beside
        for one in kept_decisions(records):
            if one.revoked is None and one.decision.day <= self._day:
                self._of_pair[one.decision.list, one.decision.ref].append(one.decision)

    def of_row(self, query: Query, named: Sequence[tuple[Query, NameAnswer]]) -> NameAnswer:
        """The answer of a row with what was decided about each of its names, a match that vanished with its row too."""
        told = standing(query, [self.laid_beside(name, of_name) for name, of_name in named])
        if told.answer is not Answer.NO_MATCH or not self._gone:
            return told
        keys = (key for name in each_name(query) for key in _keys(asked_of(name, self._screen)))
        return replace(told, revived=Revived.GONE.value) if not self._gone.isdisjoint(keys) else told

    @cached_property
    def _gone(self) -> frozenset[str]:
        """Names that were confirmed as the party of a row that is on no list of the day."""
        last = {(key, pair): one for pair, told in self._of_pair.items() for one in told for key in _keys(one.asked)}
        held = ((key, pair) for (key, pair), one in last.items() if one.kind is Kind.CONFIRM and not self._is_over(one))
        return frozenset(key for key, pair in held if self._rows.digest(pair) is None)

    def _is_over(self, one: Decision) -> bool:
        return one.expires is not None and one.expires < self._day

    def laid_beside(self, query: Query, told: NameAnswer) -> NameAnswer:
        """The answer for one name with what was decided about it."""
        if (told.list or "", told.ref or "") not in self._of_pair or not _can_be_decided(told):
            return told
        asked, pairs = asked_of(query, self._screen), pairs_of(told, every=True)
        main, *others = (self._state(asked, pair, told.policy) for pair in pairs)
        if isinstance(main, Revived):
            return replace(told, revived=main.value)
        if main is None:
            return told
        if main.kind is Kind.DISMISS and any(not _dismisses(one) for one in others):
            return replace(told, revived=Revived.ROW.value)
        for one in {state.id: state for state in (main, *others) if isinstance(state, Decision)}.values():
            self.in_force[one.id] = (one, self.in_force.get(one.id, (one, 0))[1] + 1)
        if main.kind is Kind.CONFIRM:
            return replace(told, confirmed=main.brief())
        return replace(told, dismissed=main.brief())

    def _state(self, asked: Asked, pair: Pair, policy: str) -> Decision | Revived | None:
        """The last decision about a pair if it is in force; else why it is not."""
        found = [one for one in self._of_pair.get(pair, ()) if _same(one.asked, asked)]
        if not found:
            return None
        last = found[-1]
        if self._is_over(last):
            return Revived.EXPIRED
        if last.row != self._rows.digest(pair):
            return Revived.ROW
        is_read_so = last.asked.by_reading == asked.by_reading
        return last if last.policy == policy and is_read_so else Revived.POLICY


def _can_be_decided(told: NameAnswer) -> bool:
    """Whether the answer rests on rows alone: that a named party is said to own a part of it is no likeness of names."""
    return told.answer in ASKS and not any(tie.get("basis") == "declared" and "answer" in tie for tie in told.ties)


def _keys(asked: Asked) -> tuple[str, str]:
    return asked.by_reading, asked.by_writing


def _same(one: Asked, other: Asked) -> bool:
    return one.by_reading == other.by_reading or one.by_writing == other.by_writing


def _dismisses(one: Decision | Revived | None) -> bool:
    return isinstance(one, Decision) and one.kind is Kind.DISMISS


def file_of(option: str | None, home: str | None) -> Path | None:
    """Where decisions are kept: the file given, else that below the home of the lists; None without either.

    Raises:
        ToldError: A folder instead of a file.
    """
    path = Path(option) if option else decisions_file(Path(home)) if home else None
    if path and path.is_dir():
        raise ToldError("screen_desk.folder", path=path)
    return path


def desk_of(path: Path | None, screen: NameScreen, rows: Rows) -> Desk | None:
    """The decisions of a file; None where there is no file.

    Raises:
        ToldError: A file that holds something else.
    """
    records = read_decisions(path) if path else ()
    return Desk(screen, rows, records) if records else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says of a decision."""

    kind: Kind
    by: str
    why: str
    day: date
    expires: date | None
    pair: Pair | None  # the row; None for every row that an answer tells

    def __post_init__(self) -> None:
        """Hold what cannot be.

        Raises:
            ToldError: Nobody, no reason, or a last day before the first.
        """
        if not self.by.strip() or not self.why.strip():
            raise ToldError("screen_desk.who_why")
        if self.expires and self.expires < self.day:
            raise ToldError("screen_desk.expires_before", expires=self.expires, day=self.day)


def decide(queries: Iterable[Query], said: Said, screen: NameScreen, rows: Rows) -> Iterator[Decision]:
    """A decision for each name whose answer rests on the row, and for each row of the same party; nothing for other names."""
    for query, told in (one for row in queries for one in screen.each(row)):
        pairs = pairs_of(told, every=True) if _can_be_decided(told) else ()
        if said.pair is not None:
            pairs = _with(said.pair, told, pairs)
        for pair in pairs:
            if row := rows.digest(pair):
                yield _decision(query, said, screen, told.policy, (*pair, row))


def _with(wanted: Pair, told: NameAnswer, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The row that is meant, and where it is one of the party that is shown, all rows of that party."""
    same = pairs_of(told, every=False) if pairs else ()
    return same if wanted in same else (wanted,) if wanted in pairs else ()


def _decision(query: Query, said: Said, screen: NameScreen, policy: str, row: tuple[str, str, str]) -> Decision:
    return Decision(
        kind=said.kind,
        asked=asked_of(query, screen),
        list=row[0],
        ref=row[1],
        row=row[2],
        policy=policy,
        by=" ".join(said.by.split()),
        day=said.day,
        why=" ".join(said.why.split()),
        expires=said.expires,
    )
