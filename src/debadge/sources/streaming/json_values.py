"""The values of JSON files, each with its place: one a line, or in a list that is read piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from debadge.sources.delimited import lines_of
from debadge.sources.limits import MAX_DEPTH, MAX_LINE


class BadValue(Exception):  # noqa: N818  # a reason, not an error: it ends in a Reject
    """Why an object is no row."""

    def __init__(self, reason: str, **given: str) -> None:
        super().__init__(reason)
        self.reason, self.given = reason, given


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a file, or why it is none."""

    place: int | str  # 7, "[3]", "components[3]"
    value: Any
    bad: BadValue | None = None


def parse(text: str) -> Any:
    """A JSON value, or why it is none.

    Raises:
        BadValue: Not JSON, too deep, a key twice.
    """
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise BadValue("line_too_deep", limit=str(MAX_DEPTH)) from None
    except ValueError:
        raise BadValue("line_not_json") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        keys = [key for key, _ in pairs]
        raise BadValue("line_key_twice", key=next(key for key in keys if keys.count(key) > 1))
    return told


_DECODER = json.JSONDecoder(object_pairs_hook=_object)
_PLAIN = json.JSONDecoder()


def line_items(blocks: Iterable[str | None]) -> Iterator[Item]:
    """The value of each line that is not blank."""
    line = 1
    for block in blocks:
        if block is None:
            yield Item(line, None, BadValue("line_too_long", limit=str(MAX_LINE)))
            line += 1
            continue
        for text in lines_of(block):
            if text := text.strip():  # the same line
                yield _item(line, text)
            line += 1


def _item(place: int | str, text: str) -> Item:
    try:
        return Item(place, parse(text))
    except BadValue as bad:
        return Item(place, text, bad)


def list_items(pieces: Iterator[str]) -> Iterator[Item]:
    """The values of a list, each parsed as soon as it is whole; from a mistake on, or behind the list, nothing can be read."""
    buffer = _Buffer(pieces)
    index = 0
    if buffer.take() == "[":
        if buffer.peek() == "]":
            buffer.take()
            if not buffer.peek():
                return
        while (told := buffer.value()) is not None:
            value = told[0]
            yield Item(f"[{index}]", value, value if isinstance(value, BadValue) else None)
            index += 1
            mark = buffer.take()
            if mark == "]" and not buffer.peek():
                return
            if mark != ",":
                break
    yield Item(f"[{index}]", None, BadValue("list_broken"))


class _Buffer:
    """The part of a text that has not been read."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces, self._text, self._at = pieces, "", 0

    def peek(self) -> str:
        """The next sign that is no blank; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self) -> str:
        """The same, and past it."""
        sign = self.peek()
        self._at += len(sign)
        return sign

    def value(self) -> tuple[Any, int] | None:
        """The value that begins here, or why it cannot be used; None if it is no JSON, or longer than a line may be."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except BadValue as bad:
                value, end = bad, _PLAIN.raw_decode(self._text, self._at)[1]
            except (ValueError, RecursionError):
                if len(self._text) - self._at > MAX_LINE or not self._more():
                    return None
                continue
            if end == len(self._text) and not isinstance(value, dict | list | str) and self._more():
                continue  # a number may go on
            self._at = end
            return value, end

    def _more(self) -> bool:
        """Take in as much again as there is, so that a long value is not tried once for every piece."""
        rest = self._text[self._at :]
        told, size = [rest], 0
        for piece in self._pieces:
            told.append(piece)
            size += len(piece)
            if size and size >= len(rest):
                break
        self._text, self._at = "".join(told), 0
        return size > 0
