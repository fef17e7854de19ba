"""Take list files in: read them, hold each list against what is known of it, keep the good ones and say why of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.lists import context_of, published
from debadge.flow.lists_doubt import Doubt
from debadge.flow.lists_guard import doubts, worn_away
from debadge.flow.world import World
from debadge.model.errors import FileError, ToldError
from debadge.model.ids import digest_bytes
from debadge.model.listing import Snapshot
from debadge.sources.lists.interface import ListContext, ListFile
from debadge.sources.lists.read import ListReading, layout, layout_of, look_at, read_together
from debadge.store.lists import content_of, keep, largest, newest, with_rows

OF_OTHERS = frozenset({"lists.reject.source", "lists.reject.program", "lists.reject.orphan"})
"""Rejects that say nothing of whether the file is whole: rows of lists that we do not know, and parts without their row."""
OF_THE_FILE = frozenset(
    f"lists.doubt.{kind}" for kind in ("count", "known", "lost", "turned", "content", "usual", "said", "worn")
)
"""Doubts about one list that are doubts about the file: it was cut off, lacks a column, or is somebody's sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A file that could not be read, and why."""

    name: str
    reason: str
    given: Mapping[str, str]

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {"file": self.name, "reason": self.reason, "given": dict(sorted(self.given.items()))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One list of the files, and what became of it."""

    snapshot: Snapshot  # without its rows
    before: Snapshot | None  # the one that stood for the list until now, without its rows
    doubts: tuple[Doubt, ...]
    kept: bool  # False: refused; what stood there still stands

    @property
    def unchanged(self) -> bool:
        """Whether the rows are those of the snapshot before."""
        return self.before is not None and self.before.digest == self.snapshot.digest

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        told = {"kept": self.kept, **self.snapshot.plain(), "doubts": [doubt.plain() for doubt in self.doubts]}
        return {**told, "before": self.before.plain() if self.before else None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did."""

    readings: tuple[ListReading, ...]
    taken: tuple[Taken, ...]
    failed: tuple[Failed, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every file was read and every list kept."""
        return not self.failed and all(one.kept for one in self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the person said of an import."""

    home: Path
    day: date  # on which it is taken in
    list: str | None = None  # only this list, or the list of a table
    published: date | None = None
    accept: str | None = None  # why it is taken in although something speaks against it
    mapping: Mapping[str, str] = field(default_factory=dict)


def import_files(paths: Sequence[Path], order: Order, world: World) -> Imported:
    """Read files and keep a snapshot of each list in them; a list that something speaks against is refused, unless accepted.

    Raises:
        ToldError: An id that is none, or a day of publication after that of the import.
        TamperError: A snapshot that is kept already was changed.
    """
    files, failed = look_at_all(paths)
    done = import_looked_at(files, order, world)
    return Imported(readings=done.readings, taken=done.taken, failed=(*failed, *done.failed))


def look_at_all(paths: Sequence[Path]) -> tuple[list[ListFile], list[Failed]]:
    """The files that can be looked at, and why the others cannot."""
    files, failed = [], []
    for path in paths:
        try:
            files.append(look_at(path))
        except FileError as bad:
            failed.append(Failed(name=path.name, reason=bad.reason, given=bad.given))
    return files, failed


def import_looked_at(files: Sequence[ListFile], order: Order, world: World) -> Imported:
    """As `import_files`, of files that were looked at."""
    if order.published and order.published > order.day:
        raise ToldError("lists.published_ahead", published=order.published, day=order.day)
    context = context_of(world, order.list, order.mapping)
    readings, failed = read_each(files, context)
    taken = [one for reading in readings for one in _taken(reading, order, world)]
    return Imported(readings=tuple(readings), taken=tuple(taken), failed=tuple(failed))


def read_each(files: Sequence[ListFile], context: ListContext) -> tuple[list[ListReading], list[Failed]]:
    """What each file gave; parts of one file are read together and fail together."""
    groups: dict[tuple[str, int], list[ListFile]] = {}
    failed: list[Failed] = []
    for number, file in enumerate(files, 1):
        try:
            name = layout_of(file, context)
            groups.setdefault((name, 0 if layout(name).TOGETHER else number), []).append(file)
        except FileError as bad:
            failed.append(Failed(name=file.name, reason=bad.reason, given=bad.given))
    readings = []
    for (name, _), several in groups.items():
        try:
            readings.append(read_together(name, several, context))
        except (FileError, OSError) as bad:
            failed.append(_failed(several, bad))
    return readings, failed


def _failed(files: Sequence[ListFile], bad: FileError | OSError) -> Failed:
    told = bad if isinstance(bad, FileError) else FileError("file_unread", why=bad.strerror or bad)
    return Failed(name=", ".join(file.name for file in files), reason=told.reason, given=told.given)


def _taken(reading: ListReading, order: Order, world: World) -> Iterator[Taken]:
    """Every list of one file; where one of them shows that the file is not whole, those of unknown length are doubted too."""
    found: list[tuple[Snapshot, Snapshot | None, tuple[Doubt, ...]]] = []
    for list_ in sorted({*reading.rows, *reading.persons}):
        new = snapshot_of(reading, list_, order)
        kept = newest(order.home, list_, new.day)
        last = with_rows(order.home, kept) if kept else None
        against = doubts(new, last, published(world, list_), _unreadable(reading), world)
        worn = worn_away(new, last, largest(order.home, list_, new.day))
        found.append((new, last, (*_two_days(reading, order), *_own_count(reading), *worn, *against)))
    cut_off = next((new.list for new, _, told in found if any(doubt.reason in OF_THE_FILE for doubt in told)), None)
    for new, last, told in found:
        facts = published(world, new.list)
        if not told and cut_off and facts and facts.at_least is None:
            yield _decided(new, last, (Doubt(reason="lists.doubt.file", given={"list": cut_off}),), order)
        else:
            yield _decided(new, last, told, order)


def _two_days(reading: ListReading, order: Order) -> Iterator[Doubt]:
    """The person's day of publication against the file's own, and that against the day of the import."""
    if reading.published and reading.published > order.day and not order.published:
        given = {"told": reading.published.isoformat(), "day": order.day.isoformat()}
        yield Doubt(reason="lists.doubt.ahead", given=given)
    if order.published and reading.published and order.published != reading.published:
        yield Doubt(
            reason="lists.doubt.published",
            given={"option": order.published.isoformat(), "told": reading.published.isoformat()},
        )


def _own_count(reading: ListReading) -> Iterator[Doubt]:
    """What the file says that it holds against what it holds."""
    if reading.said:
        said, seen = map(str, reading.said)
        yield Doubt(reason="lists.doubt.said", given={"said": said, "seen": seen})


def _decided(new: Snapshot, last: Snapshot | None, found: tuple[Doubt, ...], order: Order) -> Taken:
    """Keep it or refuse it."""
    good = not found or order.accept is not None
    if found and good:
        new = replace(new, accepted=order.accept, doubts=tuple(dict.fromkeys(doubt.reason for doubt in found)))
    if good:
        keep(order.home, new)
    return Taken(snapshot=replace(new, rows=()), before=last and replace(last, rows=()), doubts=found, kept=good)


def snapshot_of(reading: ListReading, list_: str, order: Order) -> Snapshot:
    """The snapshot of one list of a reading."""
    rows = reading.rows.get(list_, ())
    told = reading.published if reading.published and reading.published <= order.day else None
    return Snapshot(
        list=list_,
        digest=digest_bytes(content_of(rows)),
        published=order.published or told,
        imported=order.day,
        count=len(rows),
        persons=reading.persons.get(list_, 0),
        files=tuple(sorted((file.name, file.digest) for file in reading.files)),
        rows=rows,
        partial=list_ in reading.partial,
    )


def _unreadable(reading: ListReading) -> int:
    return sum(count for reason, count in reading.reasons.items() if reason not in OF_OTHERS)
