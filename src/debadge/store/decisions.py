"""Decisions about names as a file that only grows: one canonical JSON line each, whole on the disk before it counts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from debadge.model.decision import Record, record_of
from debadge.model.errors import ToldError
from debadge.model.ids import canonical
from debadge.store.growing import growing

FOLDER, FILE = "decisions", "names.jsonl"
MAX_BYTES = 500_000_000  # some million decisions; a desk that takes more has a policy to change


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
        with growing(path) as file:
            file.add(content)
    except OSError as bad:
        raise ToldError("screen_desk.unwritable", path=path, why=bad.strerror or bad) from bad


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
