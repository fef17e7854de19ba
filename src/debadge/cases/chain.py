"""The chain of events: every line is what its id says, and follows the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from debadge.model.event import FIRST, Event, event_of
from debadge.model.jcs import parsed

MAX_LINE = 64_000_000  # bytes; the import of a run with a hundred thousand things takes half of it


class BrokenError(Exception):
    """A line that is not the next one of its chain; ``reason`` is the id of a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Head(NamedTuple):
    """Where a chain ends."""

    seq: int  # 0: nothing was written yet
    id: str
    at: str  # "" before the first


BEGIN = Head(0, FIRST, "")


def follow(head: Head, line: bytes) -> tuple[Event, Head]:
    """The event of a line, and where the chain ends with it.

    Args:
        head: Where it ended before.
        line: One line with its line feed.

    Raises:
        BrokenError: The line was changed, left out, added, moved or dated otherwise.
    """
    event, id_ = read(line)
    broken = next(_breaks(head, event), None)
    if broken is not None:
        raise BrokenError(broken)
    return event, Head(event.seq, id_, event.at)


def read(line: bytes) -> tuple[Event, str]:
    """The event of a line that is written as events are, to the byte, and its id.

    Raises:
        BrokenError: It is not.
    """
    if len(line) > MAX_LINE:
        raise BrokenError("case.broken.long")
    try:
        event = event_of(parsed(line))
        id_, written = event.told()
    except (ValueError, TypeError) as bad:
        raise BrokenError("case.broken.line") from bad
    if written != line:
        raise BrokenError("case.broken.line")
    return event, id_


class Trouble(NamedTuple):
    """A place in a ledger that is not as it was written."""

    line: int  # 1, 2, 3 …
    reason: str  # id of a sentence


def examine(lines: Iterable[bytes], heads: Mapping[int, str] | None = None) -> Iterator[Trouble | tuple[Event, Head]]:
    """Every event that is whole, and every trouble; behind one the chain is taken up where it goes on.

    So one changed byte is a trouble or two at that line, and not one at each line behind it.

    Args:
        lines: Of the ledger, with their line feeds.
        heads: Number -> id of events, as heads that were noted, signed or printed tell them.
    """
    head, noted = BEGIN, heads or {}
    for number, line in enumerate(lines, 1):
        try:
            event, id_ = read(line)
        except BrokenError as bad:
            yield Trouble(number, bad.reason)
            head = Head(head.seq + 1, "", head.at)  # its id is not known, so the next line is not asked for it
            continue
        yield from (Trouble(number, reason) for reason in _breaks(head, event))
        head = Head(event.seq, id_, event.at)
        if noted.get(event.seq, id_) != id_:
            yield Trouble(number, "case.broken.head")
        yield event, head
    last = max(noted, default=0)
    if last > head.seq:
        yield Trouble(head.seq + 1, "case.broken.short")


def _breaks(head: Head, event: Event) -> Iterator[str]:
    if event.seq != head.seq + 1:
        yield "case.broken.number"
    if head.id and event.previous != head.id:
        yield "case.broken.previous"
    if event.at < head.at:
        yield "case.broken.time"
