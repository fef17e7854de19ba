"""What screening says of one purchase line: whose goods it names, what it does with them, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from debadge.model.finding import Finding
from debadge.model.identification import Identification
from debadge.model.purchase import PurchaseLine
from debadge.model.supplier import Supplier


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCells:
    """What screening reads of a line; equal cells have equal answers."""

    maker: str = ""  # as the column for makers has it
    part_number: str = ""
    texts: tuple[str, ...] = ()  # descriptions, in the order of their columns
    commodity: str = ""  # the kind of goods in words; it names nobody
    is_returned: bool = False  # its quantity is below 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Goods that a line names."""

    action: str  # one of model.screening.ACTIONS
    word: str | None  # what says so, in plain small letters; None: nothing says otherwise
    text: str  # what names them, as it was read
    found: Identification
    of_cells: bool = False  # the columns for maker and part number name them
    quantity: int | None = None  # told by what stands around them

    def brief(self) -> dict[str, Any]:
        """The JSON form where they stand beside others."""
        return {
            "maker": self.found.maker,
            "brand": self.found.brand,
            "model": self.found.model,
            "grade": self.found.grade.value,
            "action": self.action,
            "quantity": self.quantity,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAnswer:
    """The answer for one line: the goods that it is about first, and others that it names."""

    goods: tuple[Goods, ...]
    read_as: tuple[tuple[str, str], ...] = ()  # (as found, as read)
    quantity: int | None = None  # of the first goods, told by the text

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
class Aside:
    """Rows that are no lines for one reason, such as totals: counted, and the first places kept."""

    reason: str  # id of a sentence
    count: int = 0
    places: list[str] = field(default_factory=list)  # of the first MOST_PLACES


MOST_PLACES = 5  # of rows that are no lines; the others are counted


@dataclass(slots=True)
class Unread:
    """A part of a list that was read as nothing although it names somebody."""

    what: str  # column: whose heading nobody knows | cell: in a column about something else | row: no line
    # part: another list of the file | beside: what a bill of materials says beside its things
    name: str  # heading, or id of the sentence about such a row, or key
    count: int = 0
    places: list[str] = field(default_factory=list)  # of the first MOST_PLACES
    makers: dict[str, None] = field(default_factory=dict)  # whom it names, in the order of the list

    def add(self, place: str, makers: Iterable[str]) -> None:
        """One more place."""
        self.count += 1
        self.makers.update(dict.fromkeys(makers))
        if len(self.places) < MOST_PLACES:
            self.places.append(place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The binding findings about all the goods of a line."""

    reply: str  # to "may it be done": no | ask | yes_if | yes; none where the line does nothing with them
    replies: tuple[str, ...]  # the same for each of the goods, in their order; the worst is the reply
    findings: tuple[Finding, ...]  # of those that bind, all but the ones that do not reach it; worst first
    binding: int  # measures that bind the organisation
    as_of: date  # the first day that was judged
    until: date  # the last; of an order of which only the month or the year is known, it is another
    day_of: str  # line | question | unread: who says the day

    def plain(self) -> dict[str, Any]:
        """The JSON form; `debadge judge` tells all of a finding."""
        return {
            "reply": self.reply,
            "replies": list(self.replies),
            "as_of": self.as_of.isoformat(),
            "until": self.until.isoformat(),
            "day_of": self.day_of,
            "findings": [_brief(finding) for finding in self.findings],
            "binding": self.binding,
        }


def _brief(finding: Finding) -> dict[str, Any]:
    plain = finding.plain()
    deciding = next((row for row in plain["because"] if row["test"] == "entity"), None)
    return {
        **{key: plain[key] for key in _TOLD},
        "deciding": {key: deciding[key] for key in ("test", "answer", "says", "given")} if deciding else None,
        "citation": plain["citations"][0]["title"] if plain["citations"] else None,
    }


_TOLD = ("regime", "measure", "act", "force", "outcome", "condition", "questions", "fragile", "as_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The answer for one line of a file."""

    number: int
    locator: str
    answer: LineAnswer
    quantity: float | None
    line: PurchaseLine | None  # None where nobody is named
    judgement: Judgement | None  # None where nobody is named, or nobody asks for an organisation
    supplier: Supplier | None = None  # None where the line names none, or suppliers are not screened

    @property
    def model(self) -> str | None:
        """The model number that was recognised, else the part number as the line has it for a maker in a column of its own."""
        main = self.answer.main
        if main is None or main.found.model or not main.of_cells or self.line is None:
            return main.found.model if main else None
        return self.line.number_of_thing

    def plain(self) -> dict[str, Any]:
        """The JSON form: the same keys for every line."""
        return {
            "line": self.number,
            "locator": self.locator,
            **self.answer.plain(),
            "model": self.model,
            "quantity": self.quantity,
            "judged": self.judgement.plain() if self.judgement else None,
            "supplier": self.supplier.plain if self.supplier else None,
        }
