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
        found = frozenset(_Signs(length).of(list(parsed), ("", False)))
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
    """Follows a pattern until so many signs are known."""

    def __init__(self, length: int) -> None:
        self._length = length

    def of(self, items: list[Any], state: _State) -> set[_State]:
        """Every beginning that the items may continue a state to."""
        states = {state}
        for item in items:
            longer: set[_State] = set()
            for one in states:
                longer |= {one} if self._is_full(one) else set(self._step(item, one))
            states = longer
            if len(states) > MOST:
                raise _AnythingError
            if all(self._is_full(one) for one in states):
                break
        return states

    def _is_full(self, state: _State) -> bool:
        return len(state[0]) >= self._length or state[0].endswith(_DONE)

    def _step(self, item: Any, state: _State) -> Iterator[_State]:
        op, value = item
        text, anchored = state
        match op:
            case sre.AT:
                yield (text, anchored or (value in {sre.AT_BEGINNING, sre.AT_BEGINNING_STRING} and not text))
            case sre.LITERAL | sre.IN | sre.ANY | sre.NOT_LITERAL | sre.CATEGORY:
                yield from _one_sign(op, value, state)
            case sre.SUBPATTERN:
                yield from self.of(list(value[3]), state)
            case sre.BRANCH:
                for branch in value[1]:
                    yield from self.of(list(branch), state)
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                yield from self._repeated(value, state)
            case sre.ASSERT | sre.ASSERT_NOT:
                yield state
            case _:
                raise _AnythingError

    def _repeated(self, value: Any, state: _State) -> Iterator[_State]:
        least, most, items = value
        states = {state}
        if least == 0:
            yield state
        for number in range(1, min(most, self._length) + 1):
            states = {told for one in states for told in self.of(list(items), one)}
            if number >= least:
                yield from states
        if least > self._length:
            yield from states  # full long before


def _one_sign(op: Any, value: Any, state: _State) -> list[_State]:
    """The states after one sign; where it may be any, what was read so far tells."""
    text, anchored = state
    if not anchored:
        raise _AnythingError
    try:
        return [(text + sign, anchored) for sign in _signs(op, value)]
    except _AnythingError:
        if not text:
            raise
        return [(text + _DONE, anchored)]


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
