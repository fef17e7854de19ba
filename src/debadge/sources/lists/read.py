"""Files of lists to rows, whichever layout they have: looked at by content, parts joined, rows of one party united."""

from __future__ import annotations

import codecs
import hashlib
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import cast

from debadge.model.errors import FileError
from debadge.model.ids import canonical
from debadge.model.listing import ListRow
from debadge.model.observation import Reject, Skip
from debadge.sources import lists
from debadge.sources.decode import encoding_of
from debadge.sources.delimited import looks_even
from debadge.sources.limits import HEAD_BYTES, MAX_FILE_BYTES
from debadge.sources.lists.interface import Layout, ListContext, ListFile, Report
from debadge.text.folding import fold

MAX_ROWS = 250_000  # of all lists in one import; those of the United States have 30,000
MAX_REJECTS = 1_000  # kept; the rest is counted
_CHUNK = 1 << 20
_LAYOUTS = ("csl_csv", "csl_json", "entity_json", "facts_1260h", "facts_fcc", "mapped", "ofac")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading:
    """What files of one layout gave."""

    layout: str
    files: tuple[ListFile, ...]
    rows: Mapping[str, tuple[ListRow, ...]]  # list -> rows sorted by ref
    persons: Mapping[str, int]  # list -> rows about natural persons, not kept
    published: date | None  # as the files themselves tell
    said: tuple[int, int] | None  # entries that a file says it has, and those that it has, where they differ
    partial: frozenset[str]  # lists of which this is a selection
    united: int  # rows that repeated a party, once per country
    no_party: int  # entries that name nobody
    rejects: tuple[Reject, ...]  # the first MAX_REJECTS
    reasons: Mapping[str, int]  # of all rejects
    left_over: tuple[str, ...]  # columns that were not read
    repaired: int
    doubtful: int

    @property
    def rejected(self) -> int:
        """How many rows could not be read."""
        return sum(self.reasons.values())


def layouts() -> tuple[str, ...]:
    """The names of all layouts."""
    return tuple(name for name in _LAYOUTS if name in {module.name for module in pkgutil.iter_modules(lists.__path__)})


@cache
def layout(name: str) -> Layout:
    """One layout, loaded when it is asked for."""
    return cast("Layout", import_module(f"{lists.__name__}.{name}"))


def look_at(path: Path, name: str | None = None) -> ListFile:
    """A file with its digest, encoding and first characters; ``name`` is how it is called, if not as on the disk.

    Raises:
        FileError: Not there, no file, empty, or larger than a list can be.
    """
    try:
        if path.is_dir():
            raise FileError("lists.file.folder")
        if not path.is_file():  # a pipe or a device has no end
            raise FileError("lists.file.absent")
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise FileError("file_too_large", megabytes=MAX_FILE_BYTES // 1_000_000)
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
        digest, sound = _read_through(path)
    except OSError as bad:
        raise FileError("file_unread", why=bad.strerror or bad) from bad
    encoding = encoding_of(head)
    if encoding.startswith("utf-8") and not sound:
        encoding = "cp1252"  # what offices of Western countries write where they do not write UTF-8
    text = head.decode(encoding, "replace").removeprefix("\ufeff")
    if not text.strip():
        raise FileError("lists.file.empty")
    return ListFile(name=name or path.name, path=path, digest=digest, size=size, encoding=encoding, head=text)


def _read_through(path: Path) -> tuple[str, bool]:
    """(SHA-256, whether every byte is UTF-8)."""
    whole, decoder, sound = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), True
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            whole.update(piece)
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                sound = False
                decoder.reset()
    return whole.hexdigest(), sound


def layout_of(file: ListFile, context: ListContext) -> str:
    """The name of the layout: what a person maps is read so; else what the content shows.

    Raises:
        FileError: No layout knows it, and nobody said how to read it.
    """
    found = [name for name in layouts() if not context.mapping and layout(name).sniff(file.head)]
    if found:
        return found[0]
    if context.list is not None:
        return "mapped"
    if context.mapping:
        raise FileError("lists.file.no_list")
    is_json = file.head.lstrip()[:1] in {"{", "["}
    raise FileError("lists.file.unknown" if is_json or looks_even(file.head) else "lists.file.names_only")


def read_together(name: str, files: Sequence[ListFile], context: ListContext) -> ListReading:
    """What files of one layout give: one file, or the parts of one.

    Raises:
        FileError: A file that cannot be read, or one in which nothing is of a list that we know; nothing of it is kept.
    """
    reading = _read(name, files, replace(context, report=Report()))
    if not reading.rows and not reading.persons:
        raise FileError("lists.file.no_rows", list=context.list or "—", rejected=reading.rejected)
    return reading


def _read(name: str, files: Sequence[ListFile], context: ListContext) -> ListReading:
    rows: dict[str, list[ListRow]] = defaultdict(list)
    rejects: list[Reject] = []
    reasons: Counter[str] = Counter()
    no_party = kept = 0
    for item in layout(name).read(files, context):
        match item:
            case ListRow():
                if context.list in {None, item.list}:
                    kept += 1
                    rows[item.list].append(item)
            case Reject():
                reasons[item.reason] += 1
                rejects += [item] if len(rejects) < MAX_REJECTS else []
            case Skip():
                no_party += item.reason == "lists.no_party"
        if kept > MAX_ROWS:
            raise FileError("lists.file.too_many", most=f"{MAX_ROWS:,}")
    told = {list_: united(several) for list_, several in sorted(rows.items())}
    report = context.report
    return ListReading(
        layout=name,
        files=tuple(files),
        rows=told,
        persons={list_: count for list_, count in sorted(report.persons.items()) if context.list in {None, list_}},
        published=report.published,
        said=report.said,
        partial=frozenset(report.partial),
        united=kept - sum(map(len, told.values())),
        no_party=no_party,
        rejects=tuple(rejects),
        reasons=dict(sorted(reasons.items())),
        left_over=tuple(sorted(report.left_over)[:100]),
        repaired=report.repaired,
        doubtful=report.doubtful,
    )


def united(rows: Iterable[ListRow]) -> tuple[ListRow, ...]:
    """Rows sorted by ref, each ref once.

    A party that stands there once for each of its countries, under one notice and day and on the same terms, is one row with
    all addresses and names. Other rows under one ref are numbered.
    """
    alike: dict[object, list[ListRow]] = defaultdict(list)
    for row in rows:
        same = (fold(row.names[0].text), row.kind, row.citation, row.start, row.until, row.identifiers, row.terms)
        alike[same, row.remarks, row.programs, row.entity].append(row)
    told = sorted(map(_one, alike.values()), key=lambda row: (row.ref, canonical(row.plain())))
    return tuple(row for _, several in groupby(told, key=attrgetter("ref")) for row in _numbered(list(several)))


def _one(rows: Sequence[ListRow]) -> ListRow:
    if len(rows) == 1:
        return rows[0]
    first = min(rows, key=lambda row: (row.ref, canonical(row.plain())))
    names = dict.fromkeys(name for row in (first, *rows) for name in row.names)
    primary, *others = names
    addresses = sorted({place for row in rows for place in row.addresses}, key=lambda place: canonical(place.plain()))
    return replace(first, names=(primary, *sorted(others, key=lambda n: (n.text, n.kind))), addresses=tuple(addresses))


def _numbered(rows: Sequence[ListRow]) -> Iterator[ListRow]:
    yield rows[0]
    yield from (replace(row, ref=f"{row.ref}-{number}") for number, row in enumerate(rows[1:], 2))
