"""Every pattern means the same in another engine, and stays cheap where only ours can run it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

from debadge.flow.world import World
from debadge.model.signal import DEFAULT_CAP, Signal

MAX_LONG_CAP = 1  # rules that see more than the default and that only a backtracking engine can run
ODD = ["", "\x00", "é" * 200, "DS-" * 100, "9" * 512, "a" * 512, "Login to " * 50, "\r\n".join("x" * 60), "华为" * 100]
"""Texts that no rule is written for, and that tell engines apart."""


def patterns(signal: Signal) -> tuple[str, ...]:
    return (*signal.patterns, *(p for _, p in signal.elements))


def compiled(pattern: str) -> object | None:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes stay bytes
    options.log_errors = False
    try:
        found: object = re2.compile(pattern.encode(), options)
    except re2.error:
        return None  # a look around: the default cap bounds what it can cost
    return found


def rules(world: World) -> Iterator[tuple[Signal, str]]:
    return ((s, p) for s in world.identifier.signals.values() for p in patterns(s))


def test_both_engines_find_the_same_in_every_example(world: World) -> None:
    texts = sorted(
        {t for s in world.identifier.signals.values() for t in (*(e.text for e in s.examples), *s.counter_examples)}
    )
    values = [text.encode()[:DEFAULT_CAP] for text in (*texts, *ODD)]
    told = []
    for signal, pattern in rules(world):
        other = compiled(pattern)
        if other is None:
            continue
        ours = re.compile(pattern.encode())
        told += [(signal.id, v) for v in values if bool(ours.search(v)) is not bool(other.search(v))]  # type: ignore[attr-defined]
    assert told == []


def test_most_patterns_run_in_linear_time_by_their_engine_alone(world: World) -> None:
    known = [compiled(pattern) is not None for _, pattern in rules(world)]
    assert sum(known) / len(known) > 0.75


def test_what_only_ours_can_run_sees_no_more_than_the_default(world: World) -> None:
    wide = [s.id for s, pattern in rules(world) if s.cap > DEFAULT_CAP and compiled(pattern) is None]
    assert len(wide) <= MAX_LONG_CAP, wide
