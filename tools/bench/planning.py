"""The planner of questions on ten thousand open findings: how far from the least possible, and how long it takes."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable

from debadge.cases.planner import plan
from tools.table import Figure

FINDINGS = 10_000
SHARES = (0.8, 0.95)  # of the findings that a plan has to settle
NEAR = 1.2
SECONDS = 10.0

Needs = dict[frozenset[str], int]


def estate(chance: random.Random) -> Needs:
    """Each asks its site's purpose, most its model's maker, some a thing of its own; few models are many units."""
    told: Counter[frozenset[str]] = Counter()
    for number in range(FINDINGS):
        asked = {f"site {chance.randrange(200)}"}
        asked |= {f"model {int(chance.paretovariate(0.8)) % 400}"} if chance.random() < 0.6 else set()
        asked |= {f"unit {number}"} if chance.random() < 0.3 else set()
        told[frozenset(asked)] += 1
    return dict(told)


def even(chance: random.Random) -> Needs:
    """One to three of 3,000 questions, none asked oftener than others."""
    return dict(Counter(_asked(chance, 3, lambda: chance.randrange(3_000)) for _ in range(FINDINGS)))


def skewed(chance: random.Random) -> Needs:
    """One to four of 2,000 questions, some asked much oftener than others."""
    pick = lambda: min(int((chance.paretovariate(1) - 1) * 20), 1_999)  # noqa: E731
    return dict(Counter(_asked(chance, 4, pick) for _ in range(FINDINGS)))


def _asked(chance: random.Random, most: int, pick: Callable[[], int]) -> frozenset[str]:
    return frozenset(f"q{pick()}" for _ in range(chance.randint(1, most)))


def figures() -> list[Figure]:
    """One line for each shape."""
    return [_figure(shape, seed) for seed, shape in enumerate((estate, even, skewed))]


def _figure(shape: Callable[[random.Random], Needs], seed: int) -> Figure:
    needs = shape(random.Random(seed))  # noqa: S311  # instances, no secrets
    start = time.process_time()
    plans = [plan(needs, share) for share in SHARES]
    spent = (time.process_time() - start) / len(plans)
    told = ", ".join(
        f"{len(one.questions):,} for {share:.0%} (bound {one.bound:,})"
        for share, one in zip(SHARES, plans, strict=True)
    )
    near = max(len(one.questions) / one.bound for one in plans)
    return Figure(
        f"questions that settle {FINDINGS:,} open findings, {shape.__name__}",
        f"{told}: {near:.3f} times, {spent:.1f} s each",
        f"at most {NEAR} times, {SECONDS:.0f} s",
        near <= NEAR and spent <= SECONDS,
    )
