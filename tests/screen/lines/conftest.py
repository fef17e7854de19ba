"""What tests of lines need: the shipped knowledge, ready to be asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from debadge.flow.screen_lines import line_screener
from debadge.flow.world import World
from debadge.identify.asides import Asides
from debadge.model.screened import LineAnswer, LineCells
from debadge.screen.lines.actions import Actions
from debadge.screen.lines.reading import LineReader
from debadge.screen.lines.screener import LineScreener
from debadge.screen.lines.things import Things

Does = Callable[..., tuple[str, str | None]]
Ask = Callable[..., LineAnswer]


@pytest.fixture(scope="session")
def screener(world: World) -> LineScreener:
    return line_screener(world)


@pytest.fixture(scope="session")
def reader(world: World) -> LineReader:
    return LineReader(world.identifier, world.line_words, world.law.listed)


@pytest.fixture(scope="session")
def ask(screener: LineScreener) -> Ask:
    """The answer for a description, with other cells by name."""

    def asking(*texts: str, **cells: Any) -> LineAnswer:
        return screener.screen(LineCells(texts=texts, **cells))

    return asking


@pytest.fixture(scope="session")
def does(world: World) -> Does:
    """(action, place) of the name in angle brackets in a line; further names in square brackets."""
    rules = world.identifier.matcher.rules
    actions, things = Actions(world.line_words, Asides(rules)), Things(rules, world.line_words.spellings)

    def doing(marked: str) -> tuple[str, str | None]:
        line, spans, own = "", [], (0, 0)
        for piece in marked:
            match piece:
                case "<" | "[":
                    begun = len(line)
                case ">" | "]":
                    spans.append((begun, len(line)))
                    own = spans[-1] if piece == ">" else own
                case _:
                    line += piece
        role = actions.role(line, own, spans, things.places(line))
        return role.action, role.place

    return doing
