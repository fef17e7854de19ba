"""Snapshots of lists as files: rows by their digest, and beside them a small file for each import, named by its own digest.

    HOME/lists/<list>/<digest of the rows>.jsonl      the rows, one canonical JSON line each
    HOME/lists/<list>/<number>-<digest>.json          one import: days, count, files, digest of the rows
    HOME/lists/<list>/index.txt                       the name of every import, a line each, in the order they were made
    HOME/lists/fetched/<digest>, <digest>-….json       bytes that were fetched, and from where and when

Nothing is ever written over: lists are published, withdrawn and published again. A file that was changed no longer has the
digest of its name; one that is gone still stands in the index, so the import before it never takes its place unnoticed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from debadge.model.errors import TamperError, ToldError
from debadge.model.ids import canonical, digest_bytes
from debadge.model.listing import Address, ListedName, ListRow, Snapshot
from debadge.store.lists_index import IMPORT, INDEX, begin, enter, entered
from debadge.store.whole import write_whole

FOLDER = "lists"
FORM = 2
_UNINDEXED = 1  # the form of imports that were kept before there was an index
MAX_BYTES = 1_000_000_000  # of one file of rows; all lists of the United States together take 50 MB
_YEAR = timedelta(days=366)
MISSING = "lists.missing"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_ROWS_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One import as its file tells it, without the rows."""

    number: int  # 1, 2, 3 … of this list
    snapshot: Snapshot  # without its rows
    path: Path

    @property
    def order(self) -> tuple[date, int, str]:
        """The later the day it stands for, the newer; of one day the later import."""
        return self.snapshot.day, self.number, self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A file that is not what its name says, or is gone."""

    list: str
    path: Path
    reason: str = "lists.changed"  # an id of the sentence catalogue

    @property
    def is_missing(self) -> bool:
        """Whether the index tells of it and it is gone."""
        return self.reason == MISSING


def is_id(text: str) -> bool:
    """Whether this can be the id of a list, and so the name of a folder."""
    return bool(_ID.fullmatch(text))


def content_of(rows: Iterable[ListRow]) -> bytes:
    """The rows as they are kept."""
    return "".join(f"{canonical(row.plain())}\n" for row in rows).encode()


def keep(home: Path, snapshot: Snapshot) -> Path:
    """Write the rows, the file of the import and its line of the index; a kill leaves none of them, or the first.

    Raises:
        ToldError: The folder cannot be written.
    """
    folder = home / FOLDER / snapshot.list
    content = content_of(snapshot.rows)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{snapshot.digest}.jsonl", [content], settles=True)
        begin(folder)
        while True:
            number = max((found[0] for found in _imports(folder)), default=0) + 1
            told = f"{canonical({'form': FORM, 'number': number, **snapshot.plain()})}\n".encode()
            path = folder / f"{number:06}-{digest_bytes(told)}.json"
            write_whole(path, [told], settles=True)
            if sum(found[0] == number for found in _imports(folder)) == 1:
                enter(path)
                return path
            path.unlink()  # somebody else imported in this moment; take the next number
    except OSError as bad:
        raise ToldError("lists.home_unwritable", folder=folder, why=bad.strerror or bad) from bad


def _missing(list_: str, folder: Path, *, indexed: bool) -> Iterator[Broken]:
    """What the index tells of and is gone; where it is ``indexed`` what was kept, the index itself."""
    try:
        names = entered(folder)
    except ValueError:
        yield Broken(list=list_, path=folder / INDEX)
        return
    if names is None and indexed:
        names = (INDEX,)
    for name in names or ():
        if not (folder / name).is_file():
            yield Broken(list=list_, path=folder / name, reason=MISSING)


def _imports(folder: Path) -> Iterator[tuple[int, str, Path]]:
    """(number, digest, path) of every import, in the order of their numbers."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if found := IMPORT.fullmatch(path.name):
            yield int(found[1]), found[2], path


def held(home: Path) -> tuple[str, ...]:
    """The lists of which there is a folder."""
    below = home / FOLDER
    names = sorted(path.name for path in below.iterdir() if path.is_dir()) if below.is_dir() else []
    return tuple(name for name in names if is_id(name) and name != "fetched")


def imports(home: Path, list_: str, *, rows_too: bool = False) -> Iterator[Kept | Broken]:
    """Every import of a list, oldest number first; then what is missing of them.

    Args:
        home: Where lists are kept.
        list_: The list.
        rows_too: Whether the rows of each are held against their digest as well; those of years are gigabytes.
    """
    folder, sound, indexed = home / FOLDER / list_, dict[str, bool](), False
    for number, digest, path in _imports(folder):
        told = _told(path, digest, list_, number)
        if told is None:
            yield Broken(list=list_, path=path)
            continue
        form, snapshot = told
        indexed = indexed or form != _UNINDEXED
        rows = folder / f"{snapshot.digest}.jsonl"
        if rows_too and snapshot.digest not in sound:
            sound[snapshot.digest] = _content(rows, snapshot.digest) is not None
        whole = sound.get(snapshot.digest, True)
        if whole:
            yield Kept(number=number, snapshot=snapshot, path=path)
        else:
            yield Broken(list=list_, path=rows, reason="lists.changed" if rows.exists() else MISSING)
    yield from _missing(list_, folder, indexed=indexed)


def _content(path: Path, digest: str) -> bytes | None:
    """The bytes of a file, if they have this digest."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        content = path.read_bytes()
    except OSError:
        return None
    return content if digest_bytes(content) == digest else None


def _told(path: Path, digest: str, list_: str, number: int) -> tuple[int, Snapshot] | None:
    """(form, snapshot without rows)."""
    content = _content(path, digest)
    try:
        told = json.loads(content) if content else None
        if not isinstance(told, dict) or (told["list"], told["number"]) != (list_, number):
            return None
        return (told["form"], _snapshot(told)) if told["form"] in {_UNINDEXED, FORM} else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _snapshot(told: dict[str, Any]) -> Snapshot:
    if not _ROWS_DIGEST.fullmatch(told["digest"]):
        raise ValueError(told["digest"])
    return Snapshot(
        list=told["list"],
        digest=told["digest"],
        published=date.fromisoformat(told["published"]) if told["published"] else None,
        imported=date.fromisoformat(told["imported"]),
        count=int(told["count"]),
        persons=int(told["persons"]),
        files=tuple((file["name"], file["digest"]) for file in told["files"]),
        partial=bool(told.get("partial", False)),
        accepted=told.get("accepted"),
        doubts=tuple(told.get("doubts", ())),
    )


def newest(home: Path, list_: str, as_of: date) -> Kept | None:
    """The newest import of a list that stands for a day up to ``as_of``; its rows are looked at by `with_rows`.

    Raises:
        TamperError: An import is missing, or not what its name says: which day it stood for, nobody knows any more.
    """
    found: list[Kept] = []
    for one in imports(home, list_):
        if isinstance(one, Broken):
            raise TamperError(one.reason, path=one.path)
        if one.snapshot.day <= as_of:
            found.append(one)
    return max(found, key=lambda one: one.order, default=None)


def largest(home: Path, list_: str, as_of: date) -> Snapshot | None:
    """The whole snapshot of the year before a day that has the most rows, without them; None: there is none."""
    found = (one.snapshot for one in imports(home, list_) if isinstance(one, Kept))
    year = [one for one in found if not one.partial and timedelta() <= as_of - one.day <= _YEAR]
    return max(year, key=lambda one: (one.count, one.day), default=None)


def before(home: Path, kept: Kept) -> Kept | None:
    """The import of the same list that stood before this one.

    Raises:
        TamperError: A file of this list is missing, or not what its name says.
    """
    newest(home, kept.snapshot.list, kept.snapshot.day)  # looks at every import
    found = [one for one in imports(home, kept.snapshot.list) if isinstance(one, Kept) and one.order < kept.order]
    return max(found, key=lambda one: one.order, default=None)


def with_rows(home: Path, kept: Kept) -> Snapshot:
    """The snapshot with its rows.

    Raises:
        TamperError: The rows are missing, or not those that were kept.
    """
    snapshot = kept.snapshot
    path = home / FOLDER / snapshot.list / f"{snapshot.digest}.jsonl"
    content = _content(path, snapshot.digest)
    if content is None:
        raise TamperError("lists.changed" if path.exists() else MISSING, path=path)
    rows = tuple(row_of(json.loads(line)) for line in content.splitlines())
    return replace(snapshot, rows=rows)


def row_of(told: dict[str, Any]) -> ListRow:
    """A row from its JSON form."""
    start, until = (told.get(key) for key in ("start", "until"))
    return ListRow(
        list=told["list"],
        ref=told["ref"],
        names=tuple(ListedName(**name) for name in told["names"]),
        kind=told["kind"],
        addresses=tuple(Address(**address) for address in told.get("addresses", ())),
        identifiers=tuple((scheme, value) for scheme, value in told.get("identifiers", ())),
        programs=tuple(told.get("programs", ())),
        start=date.fromisoformat(start) if start else None,
        until=date.fromisoformat(until) if until else None,
        citation=told.get("citation"),
        terms=tuple(sorted(told.get("terms", {}).items())),
        remarks=told.get("remarks"),
        entity=told.get("entity"),
        locator=told.get("locator", ""),
    )


def keep_fetched(home: Path, url: str, day: date, content: bytes) -> Path:
    """Keep bytes that were fetched, by their digest, with address and day.

    Raises:
        ToldError: The folder cannot be written.
    """
    folder, digest = home / FOLDER / "fetched", digest_bytes(content)
    told = {"bytes": len(content), "digest": digest, "fetched": day.isoformat(), "url": url}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / digest
        write_whole(path, [content], settles=True)
        where = f"{canonical(told)}\n".encode()
        write_whole(folder / f"{digest}-{digest_bytes(where)[:16]}.json", [where], settles=True)
    except OSError as bad:
        raise ToldError("lists.home_unwritable", folder=folder, why=bad.strerror or bad) from bad
    return path
