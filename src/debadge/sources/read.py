"""All the evidence files, one after the other: one that cannot be read is named, and the others go on."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from debadge.model.errors import DebadgeError, FileError
from debadge.model.observation import Observation, Reject, Skip
from debadge.sources.decode import encoding_of, head_as_utf8
from debadge.sources.discover import packing_of, pick
from debadge.sources.interface import CHUNK, EvidenceFile, Item, Note, ReadContext, Report, Sweep
from debadge.sources.limits import HEAD_BYTES, MAX_LINES_BYTES
from debadge.sources.walk import Found, find_files

Said = TypeVar("Said", Reject, Note)
Cut = Callable[[str], str]

_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """What one file gave. With an error there are no items: nothing of the file was used."""

    name: str  # as in locators
    digest: str | None = None  # SHA-256 of the file's bytes, 64 hex digits; None if they could not be read
    size: int = 0  # bytes
    format: str | None = None
    items: Sequence[Item] = ()  # in the order of the file
    error: Reject | None = None  # why nothing of it could be read, and what to do
    same_as: str | None = None  # the name of an earlier file with the same bytes; read once
    accepted: int = 0  # records (rows, lines, hosts) that gave observations
    rejected: int = 0  # records
    skipped: int = 0  # records
    understood: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()  # columns and fields left out whole as secrets, sorted
    cut: tuple[str, ...] = ()  # columns and fields in whose values a secret was cut, sorted
    left_over: tuple[str, ...] = ()  # columns and parts that nothing is known of, sorted
    notes: tuple[Note, ...] = ()
    more_notes: int = 0
    sweeps: tuple[Sweep, ...] = ()
    record_kind: str | None = None  # asset_register | purchase_orders, of a table; None for what is no record

    @property
    def observations(self) -> Iterator[Observation]:
        """The observations among the items."""
        return (item for item in self.items if isinstance(item, Observation))

    @property
    def rejects(self) -> tuple[Reject, ...]:
        """The rejects among the items."""
        return tuple(item for item in self.items if isinstance(item, Reject))

    @property
    def skips(self) -> tuple[Skip, ...]:
        """The skips among the items."""
        return tuple(item for item in self.items if isinstance(item, Skip))


def read_all(paths: Iterable[Path], context: ReadContext) -> Iterator[FileReading]:
    """Read every evidence file below the paths, in their order.

    Raises:
        InputError: A folder with too many files to be evidence, or a format that is none. A file that cannot be read is no
            exception but a `FileReading` with an error.
    """
    seen: dict[str, str] = {}
    for found in find_files(tuple(paths), context.columns.secrets.cut):
        reading = read_found(found, context, seen)
        if reading.digest and reading.error is None:
            seen.setdefault(reading.digest, reading.name)
        yield reading


def read_found(found: Found, context: ReadContext, seen: Mapping[str, str]) -> FileReading:
    """Read one file; ``seen`` has the digests of the files before it."""
    cut = context.columns.secrets.cut
    if found.error:
        return FileReading(name=found.name, error=_reject(found.name, found.error, cut))
    try:
        digest, size = _digest(found)
    except (FileError, OSError) as bad:
        return FileReading(name=found.name, error=_reject(found.name, bad, cut))
    if digest in seen:
        return FileReading(name=found.name, digest=digest, size=size, same_as=seen[digest])
    return replace(read_file(EvidenceFile(name=found.name, path=found.path), context), digest=digest, size=size)


def read_file(file: EvidenceFile, context: ReadContext) -> FileReading:
    """Read one file with the importer that fits it.

    Raises:
        InputError: The format chosen is none. Whatever else an importer raises is the error of its file.
    """
    mapping = context.mapping
    if file.path is not None and not mapping:
        mapping = context.folder_mappings.get(file.path.parent, mapping)
    report = Report()
    name, cut = None, context.columns.secrets.cut
    try:
        file = with_head(file)
        importer = pick(file, context.format)
        name = importer.NAME
        with _no_collection():
            items = list(importer.read(file, replace(context, mapping=mapping, report=report)))
    except (FileError, OSError) as bad:
        error = _reject(file.name, bad, cut)
        return FileReading(name=file.name, format=name, error=error, dropped=_names(report.dropped, cut))
    except DebadgeError:
        raise
    except Exception as bad:  # noqa: BLE001  # a mistake of one importer must not cost the other files
        error = _reject(file.name, FileError("reader_broke", error=type(bad).__name__, place=_place(bad)), cut)
        return FileReading(name=file.name, format=name, error=error)
    items = [_without_secrets(item, cut) if isinstance(item, Reject) else item for item in items]
    rejected = sum(1 for item in items if isinstance(item, Reject))
    skipped = sum(1 for item in items if isinstance(item, Skip))
    return FileReading(
        name=file.name,
        format=name,
        items=items,
        accepted=report.read,
        rejected=rejected,
        skipped=skipped,
        understood={cut(column): taken for column, taken in sorted(report.understood.items())},
        dropped=_names(report.dropped, cut),
        cut=_names(report.cut, cut),
        left_over=_names(report.left_over, cut),
        notes=tuple(_without_secrets(note, cut) for note in report.notes),
        more_notes=report.more_notes,
        sweeps=tuple(report.sweeps),
        record_kind=report.record_kind,
    )


def _reject(name: str, bad: FileError | OSError, cut: Cut) -> Reject:
    told = bad if isinstance(bad, FileError) else FileError("file_unread", why=bad.strerror or bad)
    return _without_secrets(Reject(locator=name, reason=told.reason, given=told.given), cut)


def _place(bad: Exception) -> str:
    """The line of code where it happened: "nmap.py:41". What was being read is never named: it may be a secret."""
    frames = extract_tb(bad.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)] or frames
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"


def _without_secrets(said: Said, cut: Cut) -> Said:
    """What is said of a row or file, whichever importer says it: a cell that is quoted may hold anything."""
    return replace(said, given={name: cut(word) for name, word in said.given.items()}) if said.given else said


def _names(columns: Iterable[str], cut: Cut) -> tuple[str, ...]:
    return tuple(sorted(set(map(cut, columns))))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Records form no cycles; looking for some among a million of them takes longer than reading them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def with_head(file: EvidenceFile) -> EvidenceFile:
    """The same file with its packing found and its first bytes, looked at through the packing."""
    with replace(file, packing="plain").stream(MAX_LINES_BYTES) as stream:
        packing = packing_of(stream.read(4))
    packed = replace(file, packing=packing)
    with packed.stream(MAX_LINES_BYTES) as stream:
        head = stream.read(HEAD_BYTES)
    return replace(packed, head=head_as_utf8(head), encoding=encoding_of(head))


def _digest(found: Found) -> tuple[str, int]:
    whole, size = hashlib.sha256(), 0
    with found.path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            whole.update(piece)
            size += len(piece)
            if size > MAX_LINES_BYTES:
                raise FileError("file_too_large", megabytes=MAX_LINES_BYTES // 1_000_000)
    return whole.hexdigest(), size
