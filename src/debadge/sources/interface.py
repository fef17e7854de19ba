"""What an importer is, what it is given, and what it reports beside the records."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from debadge.model.errors import FileError
from debadge.model.observation import Observation, Reject, Skip
from debadge.sources.limits import MAX_FILE_BYTES, MAX_NOTES, MAX_RATIO, RATIO_FREE_BYTES
from debadge.text.tables import Columns

Item = Observation | Reject | Skip
CHUNK = 1 << 16  # bytes at a time


NOT_READ = frozenset({"bytes_unreadable", "encoding_untold", "heading_twice", "keys_too_many", "last_line_short"})
"""Reasons of notes that tell of a part of a file that was not read, or not as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about a file or cell that a person should know; the record itself was read."""

    locator: str
    reason: str  # an id of the sentence catalogue
    given: Mapping[str, str]  # the words to put into the sentence, secrets cut out

    def plain(self) -> dict[str, object]:
        """The JSON form."""
        return {"locator": self.locator, "reason": self.reason, "given": dict(sorted(self.given.items()))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """That somebody looked at addresses: what tells *nothing found* from *not looked*."""

    tool: str  # "nmap 7.95"
    targets: tuple[str, ...]  # as given to the tool: addresses, networks, ranges
    excluded: tuple[str, ...]
    looked_at: tuple[str, ...]  # addresses that the file itself lists, up or down
    ports: str | None  # as given to the tool
    started: datetime | None
    finished: datetime | None
    complete: bool  # the tool says that it came to its end
    up: int | None  # hosts, as the tool counts them
    down: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A text of a file that is read as nothing, for who asks whether it names somebody."""

    locator: str
    name: str  # of the part of the file that it stands in
    text: str  # secrets cut out
    is_thing: bool  # of a list of things; else beside the things that are read


@dataclass(slots=True)
class Report:
    """What an importer says of one file beside its records; filled while it reads."""

    read: int = 0  # records that gave observations
    understood: dict[str, str] = field(default_factory=dict)  # column or part -> what it was taken as
    dropped: set[str] = field(default_factory=set)  # columns and fields left out whole, as secrets
    cut: set[str] = field(default_factory=set)  # columns and fields in whose values a secret was cut
    left_over: set[str] = field(default_factory=set)  # columns and parts that nothing is known of
    notes: list[Note] = field(default_factory=list)
    more_notes: int = 0  # beyond MAX_NOTES
    sweeps: list[Sweep] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)  # what else the file holds, read as nothing
    is_partial: bool = False  # a note tells of a part of the file that was not read
    record_kind: str | None = None  # asset_register | purchase_orders, of a table

    def note(self, locator: str, reason: str, **given: str) -> None:
        """Keep a note, or count it when there are too many."""
        self.is_partial |= reason in NOT_READ
        if len(self.notes) < MAX_NOTES:
            self.notes.append(Note(locator=locator, reason=reason, given=given))
        else:
            self.more_notes += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadContext:
    """What the person said, and what we know about columns."""

    columns: Columns
    mapping: Mapping[str, str] = field(default_factory=dict)  # target -> heading (--map, --map-file)
    folder_mappings: Mapping[Path, Mapping[str, str]] = field(
        default_factory=dict
    )  # of a mapping.yaml beside the evidence
    dates: str | None = None  # dmy | mdy | ymd (--dates)
    format: str | None = None  # --as
    report: Report = field(default_factory=Report)  # of the file being read


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """One file: its name in locators, its first bytes, and its content unpacked and bounded."""

    name: str  # as shown; never a path of this machine
    path: Path | None = None
    held: bytes | None = None  # instead of a path, for content that is not a file
    packing: str = "plain"  # plain | gzip | zstd
    head: bytes = b""  # the first bytes, unpacked, text as UTF-8 without a mark
    encoding: str = "utf-8"  # what the first bytes speak for, before that

    def stream(self, limit: int = MAX_FILE_BYTES) -> BinaryIO:
        """The content unpacked; reading past ``limit``, or from a damaged file, raises FileError."""
        source: BinaryIO = io.BytesIO(self.held) if self.held is not None else self._path().open("rb")
        return io.BufferedReader(Bounded(source, self.packing, limit), buffer_size=CHUNK)

    def content(self, limit: int = MAX_FILE_BYTES) -> bytes:
        """The content unpacked, whole.

        Raises:
            FileError: Larger than ``limit``, or damaged.
        """
        with self.stream(limit) as stream:
            return stream.read()

    def _path(self) -> Path:
        if self.path is None:
            raise ValueError("an evidence file needs a path or its content")
        return self.path


class Bounded(io.RawIOBase):
    """A stream that unpacks and stops at a limit, so that a small file cannot become a large one."""

    def __init__(self, source: BinaryIO, packing: str, limit: int) -> None:
        super().__init__()
        self._source, self._limit, self._told = source, limit, 0
        self._packed = packing != "plain"
        self._inner: BinaryIO = _unpacked(source, packing)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the base class says Buffer, which 3.11 cannot name
        """As of any raw stream.

        Raises:
            FileError: Past the limit, unpacked out of proportion, damaged or cut off.
        """
        try:
            piece = self._inner.read(len(buffer))
        except (OSError, EOFError, zlib.error) as bad:
            raise FileError("file_damaged", why=bad) from bad
        except Exception as bad:  # zstandard's own error, a class of a module that is imported only when needed
            if type(bad).__name__ != "ZstdError":
                raise
            raise FileError("file_damaged", why=bad) from bad
        self._told += len(piece)
        if self._told > self._limit:
            raise FileError("file_too_large", megabytes=self._limit // 1_000_000)
        if self._packed and self._told > RATIO_FREE_BYTES and self._told > MAX_RATIO * max(self._source.tell(), 1):
            raise FileError("file_swells", times=MAX_RATIO)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the file below."""
        self._source.close()
        super().close()


def _unpacked(source: BinaryIO, packing: str) -> BinaryIO:
    match packing:
        case "gzip":
            return cast("BinaryIO", gzip.GzipFile(fileobj=source))
        case "zstd":
            import zstandard  # noqa: PLC0415  # loaded only for such a file

            window = 1 << 27  # 128 MB, the most that a frame of the command line tool asks for without being told to
            unpack = zstandard.ZstdDecompressor(max_window_size=window)
            return cast("BinaryIO", unpack.stream_reader(source, read_across_frames=True))
        case _:
            return source


class Importer(Protocol):
    """A module of `importers`."""

    NAME: str  # as in --as and in reports
    DESCRIPTION: str  # an id of the sentence catalogue
    GENERAL: bool  # reads any table: its claim gives way to one that knows the file

    def sniff(self, head: bytes, name: str) -> bool:
        """Whether this is a file of the format, by its first bytes; the name is no proof of anything."""
        ...

    def read(self, file: EvidenceFile, context: ReadContext) -> Iterator[Item]:
        """Every record of the file, as observations, a reject or a skip; what else there is goes to ``context.report``."""
        ...
