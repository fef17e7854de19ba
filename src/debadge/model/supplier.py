"""What was found about the supplier of a purchase line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WORST = ("listed", "affiliate", "cannot_tell", "possible", "no_match", "refused")
"""Answers about a name, in the order in which one of several names stands for the supplier."""
ASKS = frozenset(WORST[:4])
TOLD = ("query", "answer", "score", "entity", "name", "list", "ref", "citation", "ownership", "dismissed", "revived")
"""What is told of the answer about a name; `debadge screen names` tells all of it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Supplier:
    """The answer about a supplier; one record for all lines that name it."""

    plain: Mapping[str, Any]  # the keys of TOLD
    text: str  # the same as canonical JSON

    @property
    def answer(self) -> str:
        """One of WORST."""
        return str(self.plain["answer"])

    @property
    def asks(self) -> bool:
        """Whether somebody has to look: it is like a named party, and nobody dismissed that."""
        return self.answer in ASKS and not self.plain["dismissed"]

    @property
    def shows(self) -> bool:
        """Whether a table tells it: somebody has to look, or did."""
        return self.answer in ASKS


OPEN_OWNERSHIP = frozenset({"not_looked", "in_part"})
"""What is said of ownership where nobody looked at all of it."""


@dataclass(slots=True)
class SupplierTally:
    """What the suppliers came to, by lines."""

    answers: dict[str, int] = field(default_factory=dict)  # answer, or "dismissed" -> lines
    not_looked: int = 0  # lines of whose supplier nobody looked at all owners
    silent: int = 0  # lines that name no supplier

    def count(self, one: Supplier | None, lines: int = 1) -> None:
        """Take the supplier of some lines into account."""
        if one is None:
            self.silent += lines
            return
        kind = "dismissed" if one.plain["dismissed"] else one.answer
        self.answers[kind] = self.answers.get(kind, 0) + lines
        self.not_looked += lines * (one.plain["ownership"] in OPEN_OWNERSHIP and kind != "refused")
