"""Published lists: where snapshots are kept, and the good ones of a day, for whoever compares names with them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.model.listing import Snapshot
from debadge.model.published import PublishedList
from debadge.sources.lists.interface import ListContext
from debadge.store.lists import held, is_id, newest, with_rows

HOME = "DEBADGE_HOME"
OWN = "own-"
"""Lists of an organisation's own begin with this: nothing is known of them beforehand."""


def home_of(option: str | None) -> Path:
    """Where lists are kept: the folder given, else that of DEBADGE_HOME, else one below the person's own.

    Raises:
        ToldError: A person without a home, as in a container, who gave no folder.
    """
    told = option or os.environ.get(HOME)
    if told:
        return Path(told)
    try:
        return Path.home() / ".local" / "share" / "debadge"
    except RuntimeError as bad:
        raise ToldError("lists.no_home", variable=HOME) from bad


def load_snapshots(home: Path, as_of: date) -> tuple[Snapshot, ...]:
    """The newest snapshot, with its rows, of each list that was published by ``as_of``; in the order of their ids.

    Where a list does not tell when it was published, the day on which it was taken in counts.

    Raises:
        TamperError: A file of a snapshot is missing or not as it was kept. An older snapshot never stands in for it unasked.
    """
    found = (newest(home, list_, as_of) for list_ in held(home))
    return tuple(with_rows(home, kept) for kept in found if kept is not None)


def context_of(world: World, list_: str | None = None, mapping: Mapping[str, str] | None = None) -> ListContext:
    """What reading lists asks of our facts.

    Raises:
        ToldError: An id that is none of a list.
    """
    parties = {
        party.id: (party.name, *party.aliases, *party.native_names.values()) for party in world.law.parties.values()
    }
    return ListContext(
        lists=world.lists,
        reading=world.list_reading,
        parties=parties,
        list=list_ and list_id(world, list_),
        mapping=mapping or {},
    )


def list_id(world: World, text: str) -> str:
    """The id of a list that we know, or of one's own.

    Raises:
        ToldError: Neither; tells those there are.
    """
    if text in world.lists or (text.startswith(OWN) and is_id(text)):
        return text
    raise ToldError("lists.unknown", list=text, known=", ".join(world.lists), own=OWN)


def published(world: World, list_: str) -> PublishedList | None:
    """What we know of a list; None for one's own."""
    return world.lists.get(list_)
