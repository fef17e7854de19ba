"""Made-up holdings of many ties, and how long it takes to say who is reached: for everybody, both bounds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date

from debadge.model.party import Tie
from debadge.model.regime import Affiliates
from debadge.model.source import Source
from debadge.parties.graph import Graph

TIES = 100_000
DAY = date(2026, 11, 22)
SOURCE = Source(key="s", title="made up", url=None, published=None, read=DAY, grade="primary")
HALF = Affiliates(kind="share", share=50)


def chain(count: int) -> Iterator[Tie]:
    """Each party holds 60 percent of the next."""
    return (_tie(n, n + 1, 60.0) for n in range(count))


def wide(count: int) -> Iterator[Tie]:
    """A thousand holders of whom each has one part in a thousand of every hundredth party."""
    for n in range(count // 2):
        yield _tie(0, 1 + n % 1000, 60.0 if n < 1000 else 0.01)
        yield _tie(1 + n % 1000, 2000 + n // 1000, 0.1)


def cycle(count: int) -> Iterator[Tie]:
    """A ring in which each holds 30 percent of the next and 20 of the one after; who enters it anywhere has it all."""
    ring = count // 2
    for n in range(ring):
        yield _tie(1 + n, 1 + (n + 1) % ring, 30.0)
        yield _tie(1 + n, 1 + (n + 2) % ring, 20.0)
    yield _tie(0, 1, 50.0)
    yield _tie(0, 2, 20.0)


def unknown(count: int) -> Iterator[Tie]:
    """A tree in which every second share is not known."""
    return (_tie((n - 1) // 3, n, None if n % 2 else 55.0) for n in range(1, count + 1))


SHAPES: dict[str, Callable[[int], Iterator[Tie]]] = {"chain": chain, "wide": wide, "cycle": cycle, "unknown": unknown}


def _tie(owner: int, owned: int, share: float | None) -> Tie:
    return Tie(
        owner=f"p{owner}",
        owned=f"p{owned}",
        relation="affiliate",
        share=share,
        start=date(2020, 1, 1),
        until=None,
        verified=True,
        share_verified=True,
        source=SOURCE,
    )


def seconds(shape: str, count: int = TIES, runs: int = 3) -> float:
    """Median CPU seconds from the list of ties to an answer with bounds for every party."""
    ties = list(SHAPES[shape](count))
    told = []
    for _ in range(runs):
        start = time.process_time()
        reached = Graph(ties).reached(frozenset({"p0"}), DAY, HALF)
        for tie in ties:
            reached.answer(tie.owned)
            reached.bounds(tie.owned)
        told.append(time.process_time() - start)
    return statistics.median(told)
