"""The ledger of cases as a file that only grows, what belongs to it beside it, and the place where it last ended.

    FOLDER/ledger.jsonl       one event a line
    FOLDER/head.json          number and id of the last event, written behind it: a ledger that is shorter has lost events
    FOLDER/blobs/ab/ab12…     files that events name, by their SHA-256

An event counts when its line is on the disk. Files that it names are there before it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from debadge.cases.chain import BEGIN, BrokenError, Head, follow
from debadge.model.errors import TamperError, ToldError
from debadge.model.event import Event
from debadge.model.ids import canonical, digest_bytes
from debadge.store.growing import Growing, growing
from debadge.store.whole import write_whole

LEDGER, HEAD, BLOBS = "ledger.jsonl", "head.json", "blobs"


class Ledger:
    """A ledger as far as this process has read it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / LEDGER
        self.head = BEGIN
        self._end = 0  # bytes read

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """The ledger to oneself, to read what others wrote meanwhile and to write one's own.

        Raises:
            ToldError: It cannot be written.
            TamperError: It was changed.
        """
        try:
            with growing(self.path) as file:
                yield Turn(self, file)
        except OSError as bad:
            raise ToldError("case.unwritable", path=self.path, why=bad.strerror or bad) from bad

    def read(self, lines: Iterator[bytes]) -> Iterator[Event]:
        """Events of lines that follow what was read."""
        for line in lines:
            try:
                event, self.head = follow(self.head, line)
            except BrokenError as bad:
                raise TamperError(bad.reason, path=self.path, line=self.head.seq + 1) from bad
            self._end += len(line)
            yield event

    def unread(self, file: Growing) -> Iterator[Event]:
        """What was written since, and whether it reaches as far as it once did."""
        yield from self.read(file.lines(self._end))
        last = read_head(self.folder)
        if last is not None and last[0] > self.head.seq:
            raise TamperError("case.broken.short", path=self.path, seq=self.head.seq, last=last[0])


class Turn:
    """One writer's turn."""

    def __init__(self, ledger: Ledger, file: Growing) -> None:
        self._ledger, self._file = ledger, file

    def unread(self) -> Iterator[Event]:
        """Events that this process has not read yet; all have to be taken before one is written."""
        return self._ledger.unread(self._file)

    def write(self, event: Event) -> None:
        """One event; on the disk when this returns.

        Raises:
            OSError: The disk is full or refuses; then nothing of it is there.
        """
        _, line = event.told()
        _, head = follow(self._ledger.head, line)
        self._file.add(line)
        self._ledger.head = head
        self._ledger._end += len(line)  # noqa: SLF001  # a turn is the ledger's own hand
        write_head(self._ledger.folder, head)


def read_head(folder: Path) -> tuple[int, str] | None:
    """Number and id of the last event, as they were noted; None where nothing readable is."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads((folder / HEAD).read_text("utf-8"))
        return int(told["seq"]), str(told["id"])
    return None


def write_head(folder: Path, head: Head) -> None:
    """Note where the ledger ends; a kill leaves the note of before, and no half of one."""
    with suppress(OSError):  # the event counts already, and the next one notes it
        write_whole(folder / HEAD, [canonical({"id": head.id, "seq": head.seq}).encode(), b"\n"])


def keep_blob(folder: Path, content: bytes) -> str:
    """Keep a file by its digest, once; it is on the disk when this returns.

    Raises:
        ToldError: It cannot be written.
    """
    digest = digest_bytes(content)
    path = blob_path(folder, digest)
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, [content], settles=True)
    except OSError as bad:
        raise ToldError("case.unwritable", path=path, why=bad.strerror or bad) from bad
    return digest


def blob_path(folder: Path, digest: str) -> Path:
    """Where a file of that digest lies."""
    return folder / BLOBS / digest[:2] / digest
