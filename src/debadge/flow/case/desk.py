"""The ledger at work: read up to now, ask whether a step may be done, write it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from debadge.cases.book import Book
from debadge.cases.fold import against, apply
from debadge.cases.refusal import Refusal
from debadge.model.errors import ToldError, TransitionError
from debadge.model.event import Event
from debadge.model.ids import digest_bytes
from debadge.model.jcs import jcs
from debadge.store.ledger import LEDGER, Ledger, Turn, keep_blob

DEFAULT = "debadge-case"  # folder


class Signer(NamedTuple):
    """Who does something, in what role, and when."""

    actor: str
    role: str
    at: str  # UTC, "2026-11-22T10:00:00Z"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A step that somebody wants to do."""

    action: str
    by: Signer
    cases: tuple[str, ...] = ()
    reason: str | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[bytes, ...] = ()  # kept beside the ledger, and named in the event


class Desk:
    """One ledger, as far as it has been read."""

    def __init__(self, folder: Path, *, salt: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
        """``salt`` gives 16 bytes in hexadecimal digits, new each time."""
        self.folder, self.ledger, self.book, self._salt = folder, Ledger(folder), Book(), salt

    def read(self) -> Book:
        """The book up to now.

        Raises:
            ToldError: No ledger there.
            TamperError: It was changed.
        """
        if not (self.folder / LEDGER).is_file():
            raise ToldError("case.no_ledger", folder=self.folder)
        with self.ledger.turn() as turn:
            self._catch_up(turn)
        return self.book

    def may(self, draft: Draft) -> Refusal | None:
        """What stands against a step now; None: it could be done. Nothing is written."""
        return against(self.book, self._event(draft, [digest_bytes(content) for content in draft.files]))

    def do(self, draft: Draft) -> Event:
        """Do a step: one event, on the disk when this returns.

        Raises:
            TransitionError: It may not be done now; nothing was written.
            ToldError: The ledger cannot be written.
            TamperError: It was changed.
        """
        blobs = [keep_blob(self.folder, content) for content in draft.files]
        with self.ledger.turn() as turn:
            self._catch_up(turn)
            event = self._event(draft, blobs)
            refusal = against(self.book, event)
            if refusal is not None:
                raise TransitionError(refusal.reason, **refusal.given)
            turn.write(event)
            apply(self.book, event)
        return event

    def _catch_up(self, turn: Turn) -> None:
        for event in turn.unread():
            apply(self.book, event)

    def _event(self, draft: Draft, blobs: Sequence[str]) -> Event:
        try:
            jcs(dict(draft.given))  # what cannot be kept exactly is refused before anything is written
        except ValueError as bad:
            raise ToldError("case.said.form", why=bad) from bad
        head, who = self.ledger.head, draft.by
        if who.at < head.at:
            raise TransitionError("case.refused.time", at=who.at, last=head.at)
        return Event(
            seq=head.seq + 1,
            previous=head.id,
            at=who.at,
            actor=who.actor,
            role=who.role,
            action=draft.action,
            cases=tuple(self.book.also.get(id_, id_) for id_ in draft.cases),
            reason=draft.reason,
            given=draft.given,
            blobs=tuple(blobs),
            salt=self._salt(),
        )
