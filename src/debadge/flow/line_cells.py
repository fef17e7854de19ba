"""What screening reads of the record of a purchase line: of several numbers the one that names somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from debadge.model.purchase import PurchaseLine
from debadge.model.screened import LineAnswer, LineCells
from debadge.screen.lines.screener import LineScreener

_UNDERSCORED = re.compile(r"(?<![\w.@/\\-])(?=\w*\d)[0-9A-Za-z]+(?:_[0-9A-Za-z]+){1,6}(?![\w@/\\-]|\.\w)")
"""A word with a digit, of parts joined as file names and database keys join them; none of a path or an address."""
READ = ("maker", "part_number", "model", "item_number", "description", "notes")
"""Columns in which somebody may be named."""
NUMBERS = ("part_number", "model", "item_number")
"""Of several one counts."""


def cells_of_line(line: PurchaseLine) -> LineCells:
    """Its cells; the number of the maker, or of the model, before one of the seller or the buyer.

    Numbers have hyphens for underscores, with which programs join the parts of a number and makers do not.
    """
    return LineCells(
        maker=line.maker or "",
        part_number=_hyphened(line.number_of_thing or ""),
        texts=tuple(dict.fromkeys(map(_hyphened, (*line.description, *line.notes)))),
        commodity=" ".join(line.commodity),
        is_returned=isinstance(line.quantity, int | float) and line.quantity < 0,
    )


def _hyphened(text: str) -> str:
    return _UNDERSCORED.sub(lambda hit: hit[0].replace("_", "-"), text) if "_" in text else text


def cells_that_tell(line: PurchaseLine, screener: LineScreener) -> LineCells:
    """The same, with another number where the first one names nobody, and that one does."""
    cells = cells_of_line(line)
    numbers = map(_hyphened, filter(None, (line.part_number, line.model, *line.other_numbers)))
    makers = list(dict.fromkeys(numbers))
    own = [number for number in dict.fromkeys(map(_hyphened, line.item_numbers)) if number not in makers]
    if len(makers) + len(own) < 2 or not any(screener.may_name((*makers, *own))):
        return cells
    telling = _of_makers(makers or own[:1], cells, screener)
    number = next(telling, None) or next(_of_others(own, cells, screener), None)
    return replace(cells, part_number=number) if number else cells


def _of_makers(numbers: list[str], cells: LineCells, screener: LineScreener) -> Iterator[str]:
    """Those in columns for the numbers of makers and models that name somebody, as such a cell is read beside its text."""
    kind = " ".join((*cells.texts, cells.commodity))
    return (one for one in numbers if makers_of(screener.screen(LineCells(part_number=one, commodity=kind))))


def _of_others(numbers: list[str], cells: LineCells, screener: LineScreener) -> Iterator[str]:
    """Those of a seller or the buyer that name somebody by themselves, or whom the other cells name too.

    A short number there may be of anything, whatever kind of goods stands beside it.
    """
    stated = makers_of(screener.screen(replace(cells, part_number="")))
    kind = " ".join((*cells.texts, cells.commodity))
    for one in numbers:
        if stated:
            told = makers_of(screener.screen(LineCells(part_number=one, commodity=kind)))
            if stated.keys() & told.keys():
                yield one
        elif not cells.maker and makers_of(screener.screen(LineCells(part_number=one))):
            yield one


def makers_of(answer: LineAnswer) -> dict[str, None]:
    """Whom an answer names, each once: makers and candidates, else badges."""
    told: dict[str, None] = {}
    for goods in answer.goods:
        found = goods.found
        several = [found.maker, *(candidate.maker for candidate in found.candidates)]
        told.update(dict.fromkeys(filter(None, several if any(several) else [found.brand])))
    return told
