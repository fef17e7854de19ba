"""Reading foreign mappings strictly: every key is asked for by name, and what nobody asked for is an error.

An error names the file and the place inside it: ``regimes/ca/x.yaml: measures[0].acts: …``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from debadge.model.days import Window
from debadge.model.errors import DebadgeError, KnowledgeError

MISSING: Any = object()
E = TypeVar("E", bound=StrEnum)


class Node:
    """One mapping of a file, with its place; call `done` when all wanted keys are taken."""

    def __init__(self, value: Any, place: str, error: type[DebadgeError] = KnowledgeError) -> None:
        self.place, self.error = place, error
        if not isinstance(value, dict):
            raise error(f"{place}: expected a mapping, found {_kind(value)}")
        self.left = dict(value)

    def fail(self, message: str) -> DebadgeError:
        """An error at this place, to be raised."""
        return self.error(f"{self.place}: {message}")

    def _take(self, key: str, default: Any) -> Any:
        if key in self.left:
            return self.left.pop(key)
        if default is MISSING:
            raise self.fail(f"`{key}` is missing")
        return default

    def at(self, key: str) -> str:
        """The place of a key below this one."""
        return f"{self.place}: {key}" if ": " not in self.place else f"{self.place}.{key}"

    def text(self, key: str, default: Any = MISSING) -> Any:
        """A string; the default may be None."""
        value = self._take(key, default)
        if value is default and key not in self.left:
            return value
        if not isinstance(value, str) or not value:
            raise self.error(f"{self.at(key)}: expected text, found {_kind(value)} (quote it if YAML misreads it)")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.error(f"{self.at(key)}: expected true or false, found {_kind(value)}")
        return value

    def number(self, key: str, default: Any = MISSING) -> Any:
        """A number; the default may be None."""
        value = self._take(key, default)
        if value is not default and (isinstance(value, bool) or not isinstance(value, int | float)):
            raise self.error(f"{self.at(key)}: expected a number, found {_kind(value)}")
        return value

    def words(self, key: str, allowed: frozenset[str] | None = None, default: Any = MISSING) -> tuple[str, ...]:
        """A list of words, each of ``allowed`` if given, none twice."""
        value = self._take(key, default)
        if value is default and default is not MISSING:
            return tuple(default)
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.error(f"{self.at(key)}: expected a list of words, found {_kind(value)}")
        for word in value:
            if allowed is not None and word not in allowed:
                raise self.error(f"{self.at(key)}: `{word}` is not one of {', '.join(sorted(allowed))}")
        if len(set(value)) < len(value):
            raise self.error(f"{self.at(key)}: a word stands twice")
        return tuple(value)

    def day(self, key: str, default: Any = MISSING) -> Any:
        """A day known exactly, or the default."""
        value = self._take(key, default)
        if value is default or value is None:
            return None if value is None else value
        return self._window(key, value).earliest

    def window(self, key: str, default: Any = MISSING) -> Window | None:
        """A day or a window, or the default; an explicit null is None."""
        value = self._take(key, default)
        return None if value is None else self._window(key, value)

    def _window(self, key: str, value: Any) -> Window:
        try:
            return Window.parse(value)
        except ValueError as bad:
            raise self.error(f"{self.at(key)}: {bad}") from bad

    def sub(self, key: str, default: Any = MISSING) -> Any:
        """The mapping below a key, as a Node; the default may be None."""
        value = self._take(key, default)
        return value if value is default else Node(value, self.at(key), self.error)

    def each(self, key: str, default: Any = MISSING) -> Iterator[Node]:
        """The mappings of a list below a key."""
        value = self._take(key, default)
        if not isinstance(value, list | tuple):
            raise self.error(f"{self.at(key)}: expected a list, found {_kind(value)}")
        for number, item in enumerate(value):
            yield Node(item, f"{self.at(key)}[{number}]", self.error)

    def items(self, key: str, default: Any = MISSING) -> Iterator[tuple[str, Node]]:
        """The named mappings below a key; a null below a name is an empty mapping."""
        value = self._take(key, default)
        if not isinstance(value, dict):
            raise self.error(f"{self.at(key)}: expected a mapping, found {_kind(value)}")
        for name, item in value.items():
            yield str(name), Node(item if item is not None else {}, f"{self.at(key)}.{name}", self.error)

    def raw(self, key: str, default: Any = MISSING) -> Any:
        """Whatever stands there."""
        return self._take(key, default)

    def texts(self, key: str, default: Any = MISSING) -> Any:
        """A sentence in English and French; both are required."""
        value = self._take(key, default)
        if value is default:
            return value
        node = Node(value, self.at(key), self.error)
        told = {lang: node.text(lang) for lang in ("en", "fr")}
        node.done()
        return told

    def done(self) -> None:
        """Refuse what nobody asked for."""
        if self.left:
            raise self.fail(f"unknown key {', '.join(f'`{key}`' for key in self.left)}")


def _kind(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"{str(value).lower()} (quote it if it is a word)"
        case str():
            return f"the text {value!r}" if value else "empty text"
        case int() | float():
            return f"the number {value}"
        case date():
            return f"the day {value}"
        case list() | tuple():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return type(value).__name__


def word_of(node: Node, key: str, kind: type[E]) -> E:
    """One of the words of an enumeration.

    Raises:
        The error of the node: Another word; lists the words.
    """
    value = node.text(key)
    try:
        return kind(value)
    except ValueError as bad:
        raise node.fail(f"{key} `{value}` is not one of {', '.join(kind)}") from bad
