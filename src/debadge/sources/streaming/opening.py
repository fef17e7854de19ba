"""A file or standard input, opened once: its first bytes to know it by, and all of it in pieces, unpacked and bounded."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from debadge.model.errors import FileError
from debadge.sources.decode import encoding_of, head_as_utf8
from debadge.sources.discover import packing_of
from debadge.sources.interface import CHUNK, Bounded
from debadge.sources.limits import HEAD_BYTES, MAX_FILE_BYTES

_NO_LIMIT = 1 << 60  # bytes; rows are not held, so that a file may be as long as its owner's patience
_MAGIC = 4  # bytes that tell the packing


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read once."""

    name: str  # as in locators; never a path of this machine
    open: Callable[[], BinaryIO]
    is_ours: bool = True  # to be closed when it is read


def file_source(path: Path, name: str | None = None) -> Source:
    """A file; ``name`` is what to call it, if not by its last part."""
    return Source(name or path.name, lambda: path.open("rb"))


def stream_source(stream: BinaryIO, name: str = "-") -> Source:
    """Standard input, or anything else that can be read once."""
    return Source(name, lambda: stream, is_ours=False)


def bytes_source(content: bytes, name: str) -> Source:
    """Content that is at hand."""
    return Source(name, lambda: io.BytesIO(content))


class Opened:
    """The content of a source, unpacked."""

    def __init__(self, source: Source) -> None:
        """Open it and look at its first bytes.

        Raises:
            FileError: It cannot be opened, or is damaged.
        """
        self.name = source.name
        try:
            raw = source.open()
            start = raw.read(_MAGIC)
        except OSError as bad:
            raise FileError("file_unread", why=bad.strerror or bad) from bad
        again = cast("BinaryIO", _Again(start, raw, is_ours=source.is_ours))
        self._stream = io.BufferedReader(Bounded(again, packing_of(start), _NO_LIMIT), buffer_size=CHUNK)
        first = self._stream.read(HEAD_BYTES)
        self.encoding = encoding_of(first)
        self.head = head_as_utf8(first)
        self._first = first

    def pieces(self) -> Iterator[bytes]:
        """All the bytes, from the first; can be asked for once."""
        yield self._first
        while piece := self._stream.read(CHUNK):
            yield piece

    def whole(self) -> bytes:
        """All the bytes at once, of a format that cannot be read in pieces.

        Raises:
            FileError: More than we hold.
        """
        told = self._first + self._stream.read(MAX_FILE_BYTES + 1 - len(self._first))
        if len(told) > MAX_FILE_BYTES:
            raise FileError("file_too_large", megabytes=MAX_FILE_BYTES // 1_000_000)
        return told

    def close(self) -> None:
        """Close the file below."""
        self._stream.close()


class _Again:
    """A stream whose first bytes have been read already; it counts, since a pipe cannot say where it is."""

    def __init__(self, start: bytes, rest: BinaryIO, *, is_ours: bool) -> None:
        self._start, self._rest, self._given, self._is_ours = start, rest, 0, is_ours

    def read(self, size: int = -1) -> bytes:
        """As of any stream; may be short."""
        if self._start:
            told, self._start = self._start, b""
            if 0 <= size < len(told):
                told, self._start = told[:size], told[size:]
        else:
            told = self._rest.read(size)
        self._given += len(told)
        return told

    def tell(self) -> int:
        """Bytes given so far."""
        return self._given

    def close(self) -> None:
        """Close the stream below, unless somebody else opened it."""
        if self._is_ours:
            self._rest.close()
