"""JSON objects, one a line or in a list, as batches: keys are headings, and a new key makes a new layout from there on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debadge.model.errors import FileError
from debadge.model.observation import Reject, Skip
from debadge.sources.interface import ReadContext
from debadge.sources.limits import MAX_CELL, MAX_DEPTH
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.checking import MAX_ECHO, Checker
from debadge.sources.streaming.json_values import BadValue, Item, line_items, list_items
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.opening import Opened
from debadge.sources.streaming.settling import no_columns, row_layout, settle
from debadge.sources.streaming.texts import Blocks
from debadge.text.numbers import number_text
from debadge.text.tables import Layout

MAX_KEYS = 1_000  # different keys of one file; the widest public download has 300 columns
BATCH = 2_000  # rows
_MAX_KEY = 400  # characters, of nested keys together


def read_lines(opened: Opened, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    """JSON lines."""
    text = Blocks(opened, context)
    yield from Gatherer(opened.name, kind, context).rows(line_items(text))
    text.check()


def read_list(opened: Opened, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    """One JSON list of objects, read piece by piece.

    Raises:
        FileError: It is cut off or no list; what stands before has been given, with a reject in the place where it breaks off.
    """
    text, last = Blocks(opened, context), list[Item]()
    yield from Gatherer(opened.name, kind, context).rows(_with_last(list_items(text.pieces()), last))
    text.check()
    if last and last[0].bad and last[0].bad.reason == "list_broken":
        raise FileError("list_cut", place=str(last[0].place))


def _with_last(items: Iterable[Item], last: list[Item]) -> Iterator[Item]:
    """The same, the last one kept."""
    for item in items:
        last[:] = [item]
        yield item


def rows_of(values: Iterable[Mapping[str, Any] | str], name: str, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    """The same from values at hand, of a caller in Python; a value's place is its number, from 1."""
    items = (Item(number, value if isinstance(value, str) else dict(value)) for number, value in enumerate(values, 1))
    return Gatherer(name, kind, context).rows(items)


class Gatherer:
    """Values to batches."""

    def __init__(self, name: str, kind: Kind, context: ReadContext) -> None:
        self.name, self.kind, self.context = name, kind, context
        self.columns: dict[str, int] = {}
        self.number = 1
        self._checker: Checker | None = None
        self._is_full = False
        self._plain = next(iter(context.columns.tables[kind.name].targets[kind.plain].headings))  # the best one
        self._prefix = f"{name}:"

    def rows(self, items: Iterable[Item]) -> Iterator[Rows]:
        """Batches in the order of the items.

        Raises:
            FileError: No key of the first objects says what a row is about.
        """
        rows: list[list[str]] = []
        places: list[int | str] = []
        told: list[tuple[int, Reject | Skip]] = []
        for item in items:
            try:
                cells = self._cells(item)
            except BadValue as bad:
                told.append((len(rows), self._refused(item, bad)))
            else:
                rows.append(cells)
                places.append(item.place)
            if len(rows) + len(told) >= BATCH:
                yield self._batch(rows, places, told)
                rows, places, told = [], [], []
        if rows or told:
            yield self._batch(rows, places, told)

    def _refused(self, item: Item, bad: BadValue) -> Reject:
        cut = self.context.columns.secrets.cut
        given = {key: cut(word[:80]) for key, word in bad.given.items()}
        text = item.value if isinstance(item.value, str) else json.dumps(item.value, ensure_ascii=False, default=str)
        row = {} if item.value is None or item.value is bad else {"text": cut(text)[:MAX_ECHO]}
        return Reject(locator=f"{self._prefix}{item.place}", reason=bad.reason, given=given, row=row)

    def _cells(self, item: Item) -> list[str]:
        if item.bad is not None:
            raise item.bad
        value = {self._plain: item.value} if isinstance(item.value, str) else item.value
        if not isinstance(value, dict):
            raise BadValue("line_not_object")
        if self.kind.rewrite:
            value = self.kind.rewrite(value, self.context.columns.tables[self.kind.name])
        told: dict[str, str] = {}
        flatten(value, told)
        if not told and self.kind.needed:
            raise BadValue("row_lacks")
        if not told.keys() <= self.columns.keys():
            self._take_in(told, item)
        cells = [""] * len(self.columns)
        for key, text in told.items():
            column = self.columns.get(key)
            if column is not None:
                cells[column] = text
        return cells

    def _take_in(self, keys: Iterable[str], item: Item) -> None:
        """New keys as columns, as long as there is room; what is left out is told once."""
        for key in keys:
            if key in self.columns:
                continue
            if len(self.columns) < MAX_KEYS:
                self.columns[key] = len(self.columns)
                self._checker = None
            elif not self._is_full:
                self._is_full = True
                place = f"{self._prefix}{item.place}"
                self.context.report.note(place, "keys_too_many", limit=str(MAX_KEYS))

    def _batch(self, rows: list[list[str]], places: list[int | str], told: list[tuple[int, Reject | Skip]]) -> Rows:
        if not self.columns:
            layout = row_layout(Layout(0, (), {}), (), (), self.kind.name, self.name, self.context)
            made = Rows(
                layout=layout, rows=rows, prefix=self._prefix, places=places, first=self.number, told=tuple(told)
            )
            self.number += made.count
            return made
        checker = self._checker
        if checker is None:
            checker = self._settled(rows)
        made = checker.batch(self._prefix, rows, places, told)
        self.number = checker.number
        return made

    def _settled(self, rows: list[list[str]]) -> Checker:
        """A layout by the keys met so far."""
        header = list(self.columns)
        settled = settle([header, *rows], self.kind.name, self.name, self.context, only_first=True, is_keys=True)
        if settled is None:
            raise no_columns(header, self.kind, self.context, is_keys=True)
        self._checker = Checker(settled, rows[:60], self.context, self.kind, exact=False, is_table=False)
        self._checker.number = self.number
        return self._checker


def flatten(value: dict[str, Any], told: dict[str, str], path: str = "", depth: int = 0) -> None:
    """Nested keys as headings: ``{"supplier": {"name": "x"}}`` is ``supplier.name``, the second of a list ``owners.2.name``.

    Raises:
        BadValue: Too deep, or a text longer than any cell.
    """
    if depth > MAX_DEPTH:
        raise BadValue("line_too_deep", limit=str(MAX_DEPTH))
    for key, inner in value.items():
        name = _key(f"{path}.{key}" if path else key)
        match inner:
            case str():
                told[name] = _text(inner)
            case dict():
                flatten(inner, told, name, depth + 1)
            case list() if any(isinstance(one, dict) for one in inner):
                for number, one in enumerate(inner, 1):
                    flatten(one if isinstance(one, dict) else {"value": one}, told, f"{name}.{number}", depth + 1)
            case list():
                told[name] = _text("\n".join(text for one in inner if (text := _scalar(one))))
            case _:
                told[name] = _scalar(inner)


def _key(key: str) -> str:
    """A key as a heading."""
    return key[:_MAX_KEY] if key.isascii() else key[:_MAX_KEY].encode("utf-8", "replace").decode()


def _text(text: str) -> str:
    if len(text) > MAX_CELL:
        raise BadValue("cell_too_long", limit=str(MAX_CELL))
    return text if text.isascii() else text.encode("utf-8", "replace").decode()  # a lone surrogate is no text


_WORDS: dict[Any, str] = {None: "", True: "true", False: "false"}


def _scalar(value: Any) -> str:
    match value:
        case None | bool():
            return _WORDS[value]
        case str():
            return value
        case int() | float():
            return _number(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    try:
        return number_text(value) or str(value)
    except OverflowError:
        return str(value)
