"""Purchase lines that a program has at hand, as records: their keys are headings, read as those of a file are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from debadge.flow.world import World
from debadge.model.observation import Reject
from debadge.model.purchase import PurchaseLine
from debadge.sources.interface import ReadContext
from debadge.sources.limits import MAX_DEPTH
from debadge.sources.purchases.kind import PURCHASES
from debadge.sources.purchases.lines import LineReader
from debadge.sources.streaming.batch import RowLayout, Rows
from debadge.sources.streaming.checking import MAX_ECHO
from debadge.sources.streaming.json_values import BadValue
from debadge.sources.streaming.objects import flatten
from debadge.sources.streaming.settling import settle
from debadge.text.folding import fold
from debadge.text.numbers import MAX_UNITS

SAYS_WHAT = ("maker", "part_number", "model", "item_number", "description", "notes", "commodity")
"""Targets of which one has to be there: else nobody knows what was bought."""
_MAX_LAYOUTS = 1_000  # sets of keys that are remembered; a program has a handful
_MAX_KEYS = 40  # that a refusal repeats


class LinesAtHand:
    """Makes records; equal keys are understood once."""

    def __init__(self, world: World) -> None:
        self._context = ReadContext(columns=world.columns)
        self._reader = LineReader(self._context)
        self._targets = world.columns.tables[PURCHASES.name].targets
        self._layouts: dict[tuple[str, ...], RowLayout | None] = {}

    def lines(self, several: Iterable[Any]) -> Iterator[PurchaseLine | Reject]:
        """Each in its place; what is neither a mapping nor a text, or says nowhere what was bought, is refused there.

        Raises:
            TypeError: One text or mapping instead of several.
        """
        if isinstance(several, str | bytes | Mapping):
            raise TypeError("lines are several: write [line]")
        return (self.line(one, number) for number, one in enumerate(several, 1))

    def line(self, told: Any, number: int) -> PurchaseLine | Reject:
        """One of them."""
        try:
            return self._line({PURCHASES.plain: told} if isinstance(told, str) else told, number)
        except BadValue as bad:
            given = {key: self._cut(word) for key, word in bad.given.items()}
            return Reject(locator=str(number), reason=bad.reason, given=given, row={"text": self._shown(told)})

    def _line(self, told: Any, number: int) -> PurchaseLine:
        if not isinstance(told, Mapping):
            raise BadValue("line_not_object")
        named = {self._heading(str(key)): value for key, value in told.items()}
        place = named.pop("locator", None)
        cells: dict[str, str] = {}
        flatten(dict(_spread(named)), cells)
        layout = self._layout(tuple(cells))
        if layout is None:
            raise BadValue("line_without_text", columns=", ".join([*named][:_MAX_KEYS]))
        self._check_texts(named, layout)
        where = str(number if place is None else place)
        rows = Rows(layout=layout, rows=[list(cells.values())], prefix="", places=(where,), first=number)
        line = self._reader.line(rows, 0, number)
        amounts = [named.get(layout.headings[column]) for column in layout.columns.get("quantity", ())]
        if amounts and isinstance(amounts[0], int | float) and not isinstance(amounts[0], bool):
            line = replace(line, quantity=amounts[0] if abs(amounts[0]) <= MAX_UNITS else None)
        return line

    def _check_texts(self, named: Mapping[str, Any], layout: RowLayout) -> None:
        """A number or a flag describes nothing: a key went astray."""
        for column in layout.columns.get("description", ()):
            if isinstance(named.get(layout.headings[column]), bool | int | float):
                raise BadValue("line_no_description", column=layout.headings[column])

    def _heading(self, key: str) -> str:
        """A key as a heading; the name of a target stands for its best one."""
        target = self._targets.get(key)
        return key if target is None or fold(key) in target.headings else next(iter(target.headings))

    def _layout(self, keys: tuple[str, ...]) -> RowLayout | None:
        if keys not in self._layouts:
            if len(self._layouts) >= _MAX_LAYOUTS:
                self._layouts.clear()
                self._context.report.understood.clear()
                self._context.report.left_over.clear()
            settled = (
                settle([keys], PURCHASES.name, "-", self._context, only_first=True, is_keys=True) if keys else None
            )
            says = settled is not None and not settled.row.columns.keys().isdisjoint(SAYS_WHAT)
            self._layouts[keys] = settled.row if settled and says else None
        return self._layouts[keys]

    def _cut(self, text: str) -> str:
        return self._context.columns.secrets.cut(text)[:MAX_ECHO]

    def _shown(self, told: Any) -> str:
        try:
            return self._cut(str(told)[:MAX_ECHO])
        except Exception:  # noqa: BLE001  # whatever an object of a caller does when it is asked for its text
            return type(told).__name__


def _spread(named: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Several texts below one key as columns with a number."""
    for key, value in named.items():
        plain = _plain(value)
        if isinstance(plain, list) and plain and all(isinstance(one, str) for one in plain):
            yield from ((f"{key} {count}" if count > 1 else key, one) for count, one in enumerate(plain, 1))
        else:
            yield key, plain


def _plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON has it.

    Raises:
        BadValue: Bytes, of which nobody says how they are read, or too deep.
    """
    if depth > MAX_DEPTH:
        raise BadValue("line_too_deep", limit=str(MAX_DEPTH))
    match value:
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()[:10]
        case Mapping():
            return {str(key): _plain(one, depth + 1) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(one, depth + 1) for one in value]
        case bytes() | bytearray():
            raise BadValue("line_of_bytes")
        case _:
            return str(value)
