"""`debadge screen lines`: one answer for each purchase line, in input order: whose goods, what the line does, what the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debadge.flow.world import World
from debadge.model.screened import LineCells
from debadge.screen.lines.screener import LineScreener

_MAKER, _NUMBER, _COMMODITY = ("manufacturer", "maker"), ("part_number", "model"), ("commodity",)
_TEXTS = ("item", "description", "description_en", "description_fr", "notes")


def line_screener(world: World) -> LineScreener:
    """The screener with the facts of a world; holds a cache of its own."""
    return LineScreener(world.identifier, world.line_words, world.law.listed)


def screen_lines(lines: Iterable[Mapping[str, Any]], world: World) -> Iterator[dict[str, Any]]:
    """One answer for each line, in order and one at a time, as plain values.

    Args:
        lines: Mappings with `description`, and where they are known `manufacturer`, `part_number`, `commodity`.
        world: The facts.

    Yields:
        `LineAnswer.plain()` with the number of the line from 1 and its quantity.
    """
    screener = line_screener(world)
    for number, line in enumerate(lines, 1):
        answer = screener.screen(cells_of(line))
        yield {"line": number, **answer.plain(), "quantity": line.get("quantity") or answer.quantity}


def cells_of(line: Mapping[str, Any]) -> LineCells:
    """What screening reads of a mapping; other keys are left alone."""
    return LineCells(
        maker=_first(line, _MAKER),
        part_number=_first(line, _NUMBER),
        texts=tuple(str(line[key]) for key in _TEXTS if line.get(key)),
        commodity=_first(line, _COMMODITY),
    )


def _first(line: Mapping[str, Any], keys: Iterable[str]) -> str:
    return next((str(line[key]) for key in keys if line.get(key)), "")
