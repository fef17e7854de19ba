"""What screening says of one purchase line: whose goods it names, what it does with them, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from debadge.model.identification import Identification


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCells:
    """What screening reads of a line; equal cells have equal answers."""

    maker: str = ""  # as the column for makers has it
    part_number: str = ""
    texts: tuple[str, ...] = ()  # descriptions, in the order of their columns
    commodity: str = ""  # the kind of goods in words; it names nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Goods that a line names."""

    action: str  # one of model.screening.ACTIONS
    word: str | None  # what says so, in plain small letters; None: nothing says otherwise
    text: str  # what names them, as it was read
    found: Identification
    of_cells: bool = False  # the columns for maker and part number name them

    def brief(self) -> dict[str, Any]:
        """The JSON form where they stand beside others."""
        return {
            "maker": self.found.maker,
            "brand": self.found.brand,
            "model": self.found.model,
            "grade": self.found.grade.value,
            "action": self.action,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAnswer:
    """The answer for one line: the goods that it is about first, and others that it names."""

    goods: tuple[Goods, ...]
    read_as: tuple[tuple[str, str], ...] = ()  # (as found, as read)
    quantity: int | None = None  # told by the text

    @property
    def main(self) -> Goods | None:
        """What the line is about."""
        return self.goods[0] if self.goods else None

    def plain(self) -> dict[str, Any]:
        """The JSON form: the same keys for every line."""
        main = self.main
        found = main.found.plain() if main else _NOTHING
        return {
            **{key: found[key] for key in _NOTHING},
            "action": main.action if main else None,
            "why": {
                "action": main.word if main else None,
                "text": main.text if main else None,
                "read_as": [{"found": one, "read": other} for one, other in self.read_as],
                "because": main.found.plain()["because"] if main else [],
                "against": main.found.plain()["against"] if main else [],
            },
            "also": [goods.brief() for goods in self.goods[1:]],
        }


_NOTHING: Mapping[str, Any] = {
    "maker": None,
    "entity": None,
    "brand": None,
    "model": None,
    "device_class": None,
    "grade": "unknown",
    "basis": None,
    "conflict": False,
    "candidates": [],
    "asks": [],
}
NOTHING_NAMED = LineAnswer(goods=())


@dataclass(slots=True)
class LineCounts:
    """What a screening of many lines came to."""

    lines: int = 0
    rejected: int = 0
    by_action: dict[str, int] = field(default_factory=dict)
    by_maker: dict[str, int] = field(default_factory=dict)
    outcomes: set[str] = field(default_factory=set)
