"""Why something may not be done: a sentence and what goes into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from debadge.cases.book import Book
from debadge.model.event import Event


class Refusal(NamedTuple):
    """An id of the sentence catalogue, and the words to put into it."""

    reason: str
    given: dict[str, str] = {}  # noqa: RUF012  # never changed


Guard = Callable[[Book, Any, Event], Refusal | None]
"""Asks one thing before an event is written, of each of its cases, or of the book alone; None: nothing stands against it."""


def refuse(reason: str, **given: object) -> Refusal:
    """A refusal; values become text."""
    return Refusal(f"case.refused.{reason}", {name: str(value) for name, value in given.items()})
