"""Files that only grow, a line at a time: whole on the disk before a line counts, under a lock, so that writers take turns.

A line that a kill cut off was never written; the next writer takes it away. What a full disk refuses leaves nothing behind.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debadge.store.whole import BYTES_AT_ONCE, settle

_BLOCK = 4096  # bytes looked back for the end of the last whole line


class Growing:
    """A file that this process alone may write to now."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.end = _whole(handle)  # bytes up to the end of the last whole line

    def lines(self, start: int) -> Iterator[bytes]:
        """The whole lines from a place on, with their line feeds, a few at a time."""
        at, rest = start, b""
        while at < self.end:
            piece = os.pread(self._handle, min(BYTES_AT_ONCE, self.end - at), at)
            at += len(piece)
            *whole, rest = (rest + piece).split(b"\n")
            yield from [line + b"\n" for line in whole]

    def add(self, content: bytes) -> None:
        """Whole lines at the end; on the disk when this returns.

        Raises:
            OSError: The disk is full or refuses; then nothing of it is there.
        """
        os.ftruncate(self._handle, self.end)
        at, left = self.end, memoryview(content)
        try:
            while left:
                written = os.pwrite(self._handle, left, at)
                at, left = at + written, left[written:]
            os.fsync(self._handle)
        except OSError:
            os.ftruncate(self._handle, self.end)
            raise
        self.end = at


@contextmanager
def growing(path: Path) -> Iterator[Growing]:
    """The file to oneself; made with its folder where it is not there.

    Raises:
        OSError: It cannot be made, locked or written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if is_new:
            settle(path.parent)
        yield Growing(handle)
    finally:
        os.close(handle)


def _whole(handle: int) -> int:
    """The length up to the end of the last whole line."""
    size = os.fstat(handle).st_size
    while size:
        start = max(size - _BLOCK, 0)
        found = os.pread(handle, size - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        size = start
    return 0
