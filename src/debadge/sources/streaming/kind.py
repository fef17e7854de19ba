"""What is to be read from a table: which column must be a number, which must be filled, what a line of plain text is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from debadge.text.tables import TableKnowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of table."""

    name: str  # in the column knowledge: "purchases"
    plain: str  # the target of a line of plain text, or of a lone text in JSON
    amount: str | None = None  # the target that must be a number where it is filled
    needed: tuple[str, ...] = ()  # targets of which one must be filled
    formats: tuple[str, ...] = ("csv", "spreadsheet", "jsonl", "json", "text")  # for `--as`
    rewrite: Callable[[dict[str, Any], TableKnowledge], dict[str, Any]] | None = (
        None  # of a JSON object, before its keys are headings
    )
