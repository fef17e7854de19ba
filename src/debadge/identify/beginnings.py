"""With which signs a text must begin for an anchored pattern to hold: so that of many rules only a few are tried.

Sound, and no more: a text that begins otherwise cannot match. Patterns that may begin anywhere tell nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import Any

parser: Any = importlib.import_module("re._parser")  # the standard library's own, untyped
sre: Any = importlib.import_module("re._constants")
LENGTH = 3  # signs: enough to tell 160 grammars of model numbers apart
FAR = 5  # signs: enough to see what stands behind a hyphen
MOST = 20_000  # beginnings of one pattern; one with more begins with anything
_ASCII = 128


def beginnings(pattern: str, length: int = LENGTH) -> frozenset[str] | None:
    """The beginnings, in capitals, of at most ``length`` signs; None where a match may begin with anything.

    A beginning that is shorter ends a match, or is followed by what is not told.
    """
    parsed = parser.parse(pattern)
    try:
        found = frozenset(_Signs(length).of(parsed, {("", False)}))
    except _AnythingError:
        return None
    return (
        frozenset(text.rstrip(_DONE)[:length] for text, _ in found) if all(anchored for _, anchored in found) else None
    )


class _AnythingError(Exception):
    """The pattern may begin with anything."""


_State = tuple[str, bool]  # what was read, and whether the beginning of the text stands before it
_DONE = "\0"


class _Signs:
    """Follows a pattern until so many signs are known; all states go through an item together."""

    def __init__(self, length: int) -> None:
        self._length = length

    def of(self, items: Iterable[Any], states: set[_State]) -> set[_State]:
        """Every beginning that the items may continue one of the states to."""
        full: set[_State] = set()
        for item in items:
            done = {one for one in states if self._is_full(one)}
            full |= done
            states = self._step(item, states - done)
            if len(states) + len(full) > MOST:
                raise _AnythingError
        return full | states

    def _is_full(self, state: _State) -> bool:
        return len(state[0]) >= self._length or state[0].endswith(_DONE)

    def _step(self, item: Any, states: set[_State]) -> set[_State]:
        if not states:
            return states
        op, value = item
        match op:
            case sre.AT:
                begins = value in {sre.AT_BEGINNING, sre.AT_BEGINNING_STRING}
                return {(text, anchored or (begins and not text)) for text, anchored in states}
            case sre.LITERAL | sre.IN | sre.ANY | sre.NOT_LITERAL | sre.CATEGORY:
                return _one_sign(op, value, states)
            case sre.SUBPATTERN:
                return self.of(value[3], states)
            case sre.BRANCH:
                return set().union(*(self.of(branch, states) for branch in value[1]))
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                return self._repeated(value, states)
            case sre.ASSERT | sre.ASSERT_NOT:
                return states
            case _:
                raise _AnythingError

    def _repeated(self, value: Any, states: set[_State]) -> set[_State]:
        least, most, items = value
        told = set(states) if least == 0 else set()
        for number in range(1, min(most, self._length) + 1):
            states = self.of(items, states)
            if number >= least:
                told |= states
        return told | states if least > self._length else told  # full long before


def _one_sign(op: Any, value: Any, states: set[_State]) -> set[_State]:
    """The states after one sign; where it may be any, what was read so far tells."""
    if not all(anchored for _, anchored in states):
        raise _AnythingError
    try:
        signs = frozenset(_signs(op, value))
    except _AnythingError:
        if any(not text for text, _ in states):
            raise
        signs = frozenset(_DONE)
    return {(text + sign, True) for text, _ in states for sign in signs}


def _signs(op: Any, value: Any) -> Iterable[str]:
    """The signs of one place, in capitals; a class of all but a few is anything."""
    match op:
        case sre.LITERAL:
            return {chr(value).upper()}
        case sre.IN:
            return {sign for part in value for sign in _members(*part)}
        case _:
            raise _AnythingError


def _members(op: Any, value: Any) -> Iterator[str]:
    match op:
        case sre.LITERAL:
            yield chr(value).upper()
        case sre.RANGE:
            low, high = value
            if high >= _ASCII:
                raise _AnythingError
            yield from (chr(code).upper() for code in range(low, high + 1))
        case sre.CATEGORY if value is sre.CATEGORY_DIGIT:
            yield from "0123456789"
        case _:
            raise _AnythingError
