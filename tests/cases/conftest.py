"""What tests of cases need: a ledger in memory, in which time and salts are arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from debadge.cases.book import Book
from debadge.cases.chain import BEGIN, Head
from debadge.cases.fold import apply
from debadge.model.case import Case
from debadge.model.event import Event


class Told:
    """A ledger in memory: what is done is checked, folded and kept as a line."""

    def __init__(self) -> None:
        self.book, self.head, self.lines, self.at = Book(), BEGIN, list[bytes](), "2026-11-22T10:00:00Z"

    def event(
        self,
        action: str,
        *cases: str,
        by: str = "Ada",
        role: str = "coordinator",
        reason: str | None = None,
        blobs: Sequence[str] = (),
        **given: Any,
    ) -> Event:
        """The event that would be next."""
        number = self.head.seq + 1
        salt = f"{number:032x}"
        return Event(number, self.head.id, self.at, by, role, action, cases, reason, given, tuple(blobs), salt)

    def do(self, action: str, *cases: str, **told: Any) -> Event:
        """Do it, or raise what stands against it."""
        event = self.event(action, *cases, **told)
        apply(self.book, event)
        id_, line = event.told()
        self.head = Head(event.seq, id_, event.at)
        self.lines.append(line)
        return event

    def on(self, day: str) -> Told:
        """It is another day now."""
        self.at = f"{day}T10:00:00Z"
        return self

    def case(self, id_: str) -> Case:
        return self.book.cases[id_]


def item(id_: str, *, units: int = 1, serial: str | None = None, **more: Any) -> dict[str, Any]:
    """A thing that a run found."""
    keys = [["serial", serial]] if serial else []
    return {"case": id_, "name": id_, "units": units, "keys": keys, "site": "hq", "maker": "hikvision", **more}


def run_of(
    *opened: dict[str, Any], seen: Sequence[Any] = (), absent: Sequence[Any] = (), run: str = "ab" * 32
) -> dict[str, Any]:
    """What an import tells."""
    return {
        "run": run,
        "as_of": "2026-11-22",
        "pack": "p",
        "opened": list(opened),
        "seen": list(seen),
        "absent": list(absent),
    }


@pytest.fixture
def ledger() -> Told:
    """Begun by an organisation that keeps duties apart, with three units and a lot."""
    told = Told()
    told.do("init", name="Harbour Office", separate=True, quiet_days=14, looks=2)
    units = [item("cam-1", serial="DS-1"), item("cam-2"), item("cam-3"), item("lot-1", units=40)]
    told.do("import", **run_of(*units))
    return told
