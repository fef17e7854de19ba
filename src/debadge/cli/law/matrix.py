"""`debadge regimes matrix`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from debadge.cli.common import day, today, wrap
from debadge.flow.choosing import known_act
from debadge.flow.matrix import Cell, Matrix, by_acts, by_parties, most_named
from debadge.flow.parties import party
from debadge.flow.plainest import ORDER, Say
from debadge.flow.world import World
from debadge.report.reading.speech import Wording
from debadge.report.terminal.columns import WIDTH, laid_out

LABEL = 30  # columns for the id of a regime; a longer one is broken
CELL = 10  # for the longest word of a cell
GAP = "  "
ALL = "all"
MOST_NAMED = 8  # where nobody asked for some: two blocks


def answer(args: argparse.Namespace, world: World, words: Wording) -> tuple[Any, Iterable[str]]:
    """Parties by regimes; with one party and some acts, these by regimes."""
    on = day(args.as_of, "--as-of") or today()
    parties = _parties(args.parties, world)
    acts = [known_act(act.strip(), world, "--acts") for act in args.acts.split(",")] if args.acts else []
    told = _told(world, on, parties, acts)
    return told.plain(), _lines(told, words)


def _told(world: World, on: date, parties: list[str], acts: list[str]) -> Matrix:
    if len(parties) == 1 and acts:
        return by_acts(world.law, on, parties[0], acts)
    return by_parties(world.law, on, parties, acts)


def _parties(asked: str | None, world: World) -> list[str]:
    """Those asked for by id or name; `all` that some regime names; else those that most name."""
    if asked is None or asked == ALL:
        return list(most_named(world.law, None if asked else MOST_NAMED))
    return list(dict.fromkeys(party(world, name.strip()).id for name in asked.split(",")))


def _lines(told: Matrix, words: Wording) -> Iterator[str]:
    yield wrap(words.say("law.matrix.head", day=told.day))
    if told.of_acts:
        yield wrap(words.say("law.matrix.party", party=words.name(told.of_acts)))
    rows = {id_: cells for id_, cells in told.rows.items() if any(cell.say is not Say.NOTHING for cell in cells)}
    width = min(max(map(len, rows), default=0), LABEL)
    many = (WIDTH - width) // (CELL + len(GAP))
    for start in range(0, len(told.columns), many):
        yield ""
        yield from _block(told, rows, slice(start, start + many), width, words)
    yield ""
    used = {cell.say for cells in rows.values() for cell in cells}
    for say in (one for one in ORDER if one in used):
        legend = words.say("law.matrix.legend", word=words.word("say", say), told=words.word("say.means", say))
        yield wrap(legend, 0, 2)
    if silent := len(told.rows) - len(rows):
        yield wrap(words.counted("law.matrix.silent", silent))


def _block(told: Matrix, rows: dict[str, tuple[Cell, ...]], part: slice, width: int, words: Wording) -> Iterator[str]:
    names = [words.word("doing", one) if told.of_acts else words.name(one) for one in told.columns[part]]
    yield from _row([words.say("law.matrix.regime"), *names], width)
    for id_, cells in rows.items():
        yield from _row([id_, *(words.word("say", cell.say) for cell in cells[part])], width)


def _row(texts: Sequence[str], width: int) -> list[str]:
    columns = [width, *(CELL for _ in texts[1:])]
    return laid_out(texts, columns, [False for _ in texts], GAP)
