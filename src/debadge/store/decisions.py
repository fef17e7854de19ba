"""Decisions about names as a file that only grows: one canonical JSON line each, whole on the disk before it counts.

Two processes may write at once: each takes a lock on the file, and a line is one write at its end. A line that a kill cut off
was never a decision; the next writer takes it away.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Sequence
from pathlib import Path

from debadge.model.decision import Record, record_of
from debadge.model.errors import ToldError
from debadge.model.ids import canonical

FOLDER, FILE = "decisions", "names.jsonl"
MAX_BYTES = 500_000_000  # some million decisions; a desk that takes more has a policy to change
_BLOCK = 4096  # bytes looked back for the end of the last whole line


def decisions_file(home: Path) -> Path:
    """Where decisions lie below a home."""
    return home / FOLDER / FILE


def append(path: Path, records: Sequence[Record]) -> None:
    """Add records at the end; they are on the disk when this returns.

    Raises:
        ToldError: The file cannot be written.
    """
    content = "".join(f"{canonical(record.plain())}\n" for record in records).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            os.ftruncate(handle, _whole(handle))
            _write(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        if is_new:
            _settle(path.parent)
    except OSError as bad:
        raise ToldError("screen_desk.unwritable", path=path, why=bad.strerror or bad) from bad


def _write(handle: int, content: bytes) -> None:
    """All of it; a disk that is full leaves nothing of it."""
    before = os.fstat(handle).st_size
    try:
        while content:
            content = content[os.write(handle, content) :]
    except OSError:
        os.ftruncate(handle, before)
        raise


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


def _settle(folder: Path) -> None:
    """The folder's own entry on the disk as well: else a new file may be lost with its first decision."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_decisions(path: Path) -> tuple[Record, ...]:
    """Every record in its order; none where there is no file.

    Raises:
        ToldError: A line that is no record, or was changed: what was decided, nobody knows any more.
    """
    if not path.exists():
        return ()
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ToldError("screen_desk.too_large", path=path, megabytes=MAX_BYTES // 1_000_000)
        content = path.read_bytes()
    except OSError as bad:
        raise ToldError("screen_desk.unreadable", path=path, why=bad.strerror or bad) from bad
    *lines, _ = content.split(b"\n")  # what stands behind the last end of a line was cut off by a kill
    return tuple(_record(path, number, line) for number, line in enumerate(lines, 1))


def _record(path: Path, number: int, line: bytes) -> Record:
    try:
        record = record_of(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as bad:
        raise ToldError("screen_desk.line_bad", path=path, line=number) from bad
    if canonical(record.plain()).encode() != line:
        raise ToldError("screen_desk.line_bad", path=path, line=number)
    return record
