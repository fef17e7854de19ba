"""One labelled line: what the product is shown, and what a fair reader says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ACTIONS = ("buy", "spare_or_licence", "service", "removal", "mention")
LANGUAGES = ("en", "fr", "zh")
COLUMNS = ("description", "manufacturer", "part_number", "quantity", "supplier", "commodity")
"""What the product is shown; all else is label."""
KINDS = {
    "plain": "a watched maker's device is bought",
    "catalogue": "the same, by an example of the product's own knowledge",
    "context": "nobody is named; the number and the kind of thing tell together",
    "columns": "the columns of maker and part number speak, or seem to",
    "relabel": "another badge stands on it",
    "spare": "a part, an accessory or a licence",
    "service": "work on what is there",
    "removal": "it goes",
    "mention": "named and not bought, or named beside what is bought",
    "several": "things of several makers",
    "cue": "a word of another action stands there and means something else",
    "sentence": "as contracts and notices write it",
    "other": "another maker's thing",
    "trap": "looks like a watched maker's name or number",
    "ordinary": "no maker of devices is named",
}
"""What is hard about a line."""
WATCHED = frozenset({"hikvision", "dahua", "huawei", "zte", "hytera", "uniview", "tiandy"})
"""Makers that the targets speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A purchase line and its label."""

    id: str  # of the line in its set, e.g. traps-007 or 1003-041
    shown: Mapping[str, str | int]  # column -> cell, `description` at the least
    lang: str
    maker: str | None  # None: nobody is named, or the badge proves none
    action: str | None  # None with the maker
    kind: str  # one of KINDS
    any_of: tuple[str, ...] = ()  # further makers whose naming is no mistake
    also: tuple[str, ...] = ()  # makers that are named beside
    why: str

    def accepts(self, maker: str | None) -> bool:
        """Whether an answer with this maker is right."""
        return maker == self.maker or maker in self.any_of


def hand() -> list[Line]:
    """The lines written by hand, by file and in order."""
    files = sorted(HERE.glob("hand-*.jsonl"))
    return [read(json.loads(row)) for file in files for row in file.read_text("utf-8").splitlines()]


def read(row: Mapping[str, Any]) -> Line:
    """One line from its JSON form; an unknown key is an error."""
    if unknown := set(row) - {*COLUMNS, "id", "lang", "maker", "action", "kind", "any_of", "also", "why"}:
        raise ValueError(f"{row.get('id')}: unknown keys {sorted(unknown)}")
    return Line(
        id=row["id"],
        shown={column: row[column] for column in COLUMNS if column in row},
        lang=row["lang"],
        maker=row["maker"],
        action=row["action"],
        kind=row["kind"],
        any_of=tuple(row.get("any_of", ())),
        also=tuple(row.get("also", ())),
        why=row["why"],
    )


def dump(lines: Iterable[Line], path: Path) -> None:
    """The lines as JSON lines without labels, for a program under test; its answers are compared in the same order."""
    path.write_text("".join(json.dumps(dict(line.shown), ensure_ascii=False) + "\n" for line in lines), "utf-8")
