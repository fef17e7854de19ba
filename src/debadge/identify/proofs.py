"""What fingerprints must show of themselves: their own examples, their counter-examples, and patterns that stay cheap."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from debadge.identify.channels import READS_AS, group_of
from debadge.identify.match import Matcher
from debadge.identify.names import Names
from debadge.model.signal import DEFAULT_CAP, Prefixes, Signal

parser: Any = importlib.import_module("re._parser")  # the standard library's own, untyped
sre: Any = importlib.import_module("re._constants")
_IDLE = re.compile(r"\\b(?:\((?:\?:)?)*[^\x00-\x7f]|[^\x00-\x7f]\\b")
"""The edge of a word beside a sign of more than one byte: bytes know letters of one byte only."""
MAX_UNBOUNDED = 12  # repeats without an end in one pattern that sees more than the default cap


def check_fingerprints(signals: Sequence[Signal], prefixes: Prefixes) -> list[str]:
    """Everything wrong with a set of signals, as sentences that name the rule; empty if nothing is."""
    matcher = Matcher(signals, prefixes, Names({}, {}))
    return [f"{signal.field}.{signal.id}: {wrong}" for signal in signals for wrong in _wrong(signal, signals, matcher)]


def _wrong(signal: Signal, signals: Sequence[Signal], matcher: Matcher) -> Iterator[str]:
    if signal.field == "combo":
        known = {s.id for s in signals}
        yield from (f"the signal `{id_}` does not exist" for id_ in signal.signals if id_ not in known)
        return
    if signal.field != "stop_word" and group_of(READS_AS.get(signal.field, signal.field)) is None:
        yield "its channel belongs to no group: add it to identify/channels.py"
    if not signal.examples:
        yield "has no example"
    for pattern in (*signal.patterns, *(p for _, p in signal.elements)):
        if _is_nested(pattern):
            yield f"{pattern!r} repeats a repeat without an end: it cannot be confirmed in linear time"
        if _IDLE.search(pattern):
            yield f"{pattern!r} asks for the edge of a word before a sign that is no letter in bytes: it never holds there"
        if signal.cap > DEFAULT_CAP and _unbounded(parser.parse(pattern)) > MAX_UNBOUNDED:
            yield f"{pattern!r} has too many endless repeats for {signal.cap} bytes"
    yield from _examples(signal, matcher)
    yield from _shadowed(signal, signals)


def _examples(signal: Signal, matcher: Matcher) -> Iterator[str]:
    for example in signal.examples:
        captures = fires(signal, example.text, matcher)
        if captures is None:
            yield f"does not match its example {example.text!r}"
        elif missing := {k: v for k, v in example.captures.items() if captures.get(k) != v}:
            yield f"captures {captures} in {example.text!r} instead of {missing}"
    declared = {name for p in (*signal.patterns, *(e for _, e in signal.elements)) for name in _groups(p)}
    if unproved := declared - {name for example in signal.examples for name in example.captures}:
        yield f"the capture `{min(unproved)}` is in no example"
    for text in signal.counter_examples:
        if fires(signal, text, matcher) is not None:
            yield f"matches its counter-example {text!r}"


def fires(signal: Signal, text: str, matcher: Matcher) -> dict[str, str] | None:
    """What one rule captures in a text, or None where it does not fire."""
    hits = (
        matcher.match(signal.field, text.encode())
        if signal.registrant
        else tuple(matcher.search(signal.field, text.encode()))
    )
    for hit in hits:
        if hit.signal == signal.id:
            return dict(hit.captures)
    return None


def _shadowed(signal: Signal, signals: Sequence[Signal]) -> Iterator[str]:
    what = (signal.field, signal.patterns, signal.elements, signal.registrant)
    for other in signals:
        if other.id < signal.id and what == (other.field, other.patterns, other.elements, other.registrant):
            yield f"reads the same as `{other.id}`"


def _groups(pattern: str) -> tuple[str, ...]:
    return tuple(parser.parse(pattern).state.groupdict)


def _is_nested(pattern: str) -> bool:
    return any(_depth(item) > 1 for item in parser.parse(pattern))


def _depth(item: Any) -> int:
    """How many endless repeats lie inside each other."""
    op, value = item
    return _is_endless(op, value) + max((_depth(inner) for inner in _inside(op, value)), default=0)


def _unbounded(parsed: Any) -> int:
    return sum(_is_endless(op, value) + _unbounded(_inside(op, value)) for op, value in parsed)


def _is_endless(op: Any, value: Any) -> bool:
    return op in {sre.MAX_REPEAT, sre.MIN_REPEAT} and value[1] is sre.MAXREPEAT


def _inside(op: Any, value: Any) -> list[Any]:
    match op:
        case sre.MAX_REPEAT | sre.MIN_REPEAT:
            return list(value[2])
        case sre.SUBPATTERN:
            return list(value[3])
        case sre.BRANCH:
            return [item for branch in value[1] for item in branch]
        case sre.ASSERT | sre.ASSERT_NOT:
            return list(value[1])
        case _:
            return []
