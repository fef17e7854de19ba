"""Fetch lists from their official addresses, which happens only when somebody asks for it, and take them in as files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from debadge.flow.lists import list_id
from debadge.flow.lists_import import Imported, Order, import_looked_at
from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.sources.lists.fetch import Opener, fetch, over_https
from debadge.sources.lists.read import look_at
from debadge.store.lists import keep_fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What became of one list."""

    list: str
    fetched: tuple[str, ...]  # addresses
    done: Imported | None  # None: nothing could be fetched
    missed: tuple[ToldError, ...]  # why an address gave nothing
    pages: tuple[str, ...]  # addresses that people read, where no program can

    @property
    def whole(self) -> bool:
        """Whether the list was fetched and kept."""
        return self.done is not None and self.done.whole and bool(self.done.taken)

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "list": self.list,
            "fetched": list(self.fetched),
            "missed": [{"reason": bad.reason, "given": bad.given} for bad in self.missed],
            "pages": list(self.pages),
            "taken": [one.plain() for one in self.done.taken] if self.done else [],
            "failed": [one.plain() for one in self.done.failed] if self.done else [],
        }


def sync(
    ids: Sequence[str],
    order: Order,
    world: World,
    opener: Opener = over_https,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Synced]:
    """Fetch each list and take it in; an address that serves several is asked once.

    The addresses of one layout are one file in parts; where they fail, those of the next layout are tried.

    Raises:
        ToldError: An id that is none.
        TamperError: A snapshot that is kept already was changed.
    """
    wanted = [list_id(world, id_) for id_ in dict.fromkeys(ids)]
    got: dict[str, Path | ToldError] = {}

    def once(url: str) -> Path:
        if url not in got:
            try:
                got[url] = keep_fetched(order.home, url, order.day, fetch(url, opener, clock))
            except ToldError as bad:
                got[url] = bad
        found = got[url]
        if isinstance(found, ToldError):
            raise found
        return found

    for id_ in wanted:
        yield _synced(id_, replace(order, list=id_), world, once)


def _synced(id_: str, order: Order, world: World, once: Callable[[str], Path]) -> Synced:
    downloads = world.lists[id_].downloads if id_ in world.lists else ()
    pages = tuple(one.url for one in downloads if not one.fetchable)
    missed: list[ToldError] = []
    told = Synced(list=id_, fetched=(), done=None, missed=(), pages=pages)
    for _, parts in groupby((one for one in downloads if one.fetchable), key=lambda one: one.serves):
        urls = [one.url for one in parts]
        try:
            files = [look_at(once(url), _name(url)) for url in urls]
        except ToldError as bad:
            missed.append(bad)
            continue
        done = import_looked_at(files, order, world)
        told = replace(told, fetched=tuple(urls), done=done)
        if not done.failed:  # refused is an answer; unreadable is not
            break
    return replace(told, missed=tuple(missed))


def _name(url: str) -> str:
    """What the file is called at its address."""
    return PurePosixPath(urlsplit(url).path).name or "list"
