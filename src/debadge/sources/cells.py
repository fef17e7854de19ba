"""One row of an inventory to observations: keys, text as seen, days as ISO text, counts as numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from debadge.model.ids import canonical, digest_bytes
from debadge.model.observation import Observation, Origin, Reject, Skip, Subject
from debadge.sources.interface import Item, ReadContext
from debadge.sources.limits import MAX_CELL
from debadge.sources.values import Cell, address, damage, is_mac
from debadge.text.dates import Ambiguous, read_day
from debadge.text.folding import fold
from debadge.text.numbers import read_quantity
from debadge.text.tables import Layout, Target, is_nothing

_SHOWN = 80  # characters of a cell that a message repeats
_MODEL_LIKE = 5  # letters and digits together, at least so long: a model beside the maker, "P3245" but not "3M"
_DIGIT_AND_LETTER = re.compile(r"\d.*[^\W\d_]|[^\W\d_].*\d")


class BadRow(Exception):  # noqa: N818  # a reason, not an error: it ends in a Reject
    """Why a row is rejected."""

    def __init__(self, reason: str, **given: str) -> None:
        super().__init__(reason)
        self.reason, self.given = reason, given


@dataclass(frozen=True, slots=True)
class Told:
    """What the cells of one row say."""

    cells: tuple[tuple[Target, str], ...]  # in the order of the columns
    malformed: tuple[tuple[Target, str], ...]  # MAC and IP cells that are none

    def first(self, target: str) -> str | None:
        """The first value of a target."""
        return next((text for told, text in self.cells if told.name == target), None)

    def keys(self) -> dict[str, str]:
        """Subject keys."""
        return {target.key: text for target, text in reversed(self.cells) if target.key}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one table."""

    layout: Layout
    context: ReadContext
    place: Callable[[int], str]  # row number -> locator
    orders: Mapping[int, str | None]  # day column -> the order of its days
    tool: str = "inventory"

    def read(self, number: int, cells: Sequence[Cell]) -> Iterator[Item]:
        """The observations of a row, or why there are none."""
        locator = self.place(number)
        try:
            told = self.told(locator, cells)
            quantity = self._quantity(told)
            if fold(told.first("device_class") or "") in self.context.columns.words["personal"]:
                yield Skip(locator=locator, reason="personal_device", units=quantity)
                return
            if quantity == 0:
                yield Skip(locator=locator, reason="no_units")
                return
            self.check_keys(locator, told)
        except BadRow as bad:
            given = {k: self.context.columns.secrets.cut(v)[:_SHOWN] for k, v in bad.given.items()}
            yield Reject(locator=locator, reason=bad.reason, given=given)
            return
        self.context.report.read += 1
        yield from self._observations(locator, told, quantity)

    def told(self, locator: str, cells: Sequence[Cell]) -> Told:
        """The cells that say something.

        Raises:
            BadRow: A cell is longer than any cell of an inventory.
        """
        kept: list[tuple[Target, str]] = []
        malformed: list[tuple[Target, str]] = []
        nothing = self.context.columns.words["nothing"]
        for column, target in self.layout.of.items():
            cell = cells[column] if column < len(cells) else ""
            if isinstance(cell, str):
                if len(cell) > MAX_CELL:
                    raise BadRow("cell_too_long", limit=str(MAX_CELL))
                if is_nothing(cell, nothing):
                    continue
            text = self._text(locator, column, target, cell)
            if text is None:
                malformed += [(target, str(cell))] if target.form in {"mac", "ip"} and not damage(cell) else []
            else:
                kept.append((target, self._cut(column, text)))
        return Told(tuple(kept), tuple(malformed))

    def _text(self, locator: str, column: int, target: Target, cell: Cell) -> str | None:
        """The text of a cell, or None if it cannot be used; then a note says why."""
        heading = self.layout.heading(column)
        match target.form:
            case "code" | "mac" | "ip" if why := damage(cell):
                self.context.report.note(locator, why, column=heading, value=_shown(cell))
                return None
            case "mac":
                return str(cell) if is_mac(str(cell)) else None
            case "ip":
                return address(str(cell))
            case "day":
                return self._day(locator, column, cell)
            case "code":
                return str(cell) if str(cell).strip("0 .") else None
            case _:
                return cell.isoformat() if isinstance(cell, date) else str(cell)

    def _day(self, locator: str, column: int, cell: Cell) -> str | None:
        if isinstance(cell, date):
            return cell.isoformat()[:10]
        read = read_day(cell, self.orders.get(column))
        heading = self.layout.heading(column)
        if isinstance(read, Ambiguous):
            readings = ", ".join(day.isoformat() for day in read.readings)
            self.context.report.note(locator, "day_ambiguous", column=heading, value=_shown(cell), readings=readings)
            return None
        if read is None:
            value = self.context.columns.secrets.cut(_shown(cell))
            self.context.report.note(locator, "day_unreadable", column=heading, value=value)
        return read

    def _cut(self, column: int, text: str) -> str:
        clean = self.context.columns.secrets.cut(text)
        if clean is not text and clean != text:
            self.context.report.cut.add(self.layout.heading(column))
        return clean

    def _quantity(self, told: Told) -> int:
        text = told.first("quantity")
        if text is None:
            return 1
        count = read_quantity(text, self.context.columns.words["quantity"])
        if count is None:
            raise BadRow("quantity_not_a_number", value=text)
        return count

    def check_keys(self, locator: str, told: Told) -> None:
        """Refuse a row that nothing names.

        Raises:
            BadRow: Neither a usable key nor a maker or model, or a malformed address and no other key.
        """
        keys = told.keys()
        for target, text in told.malformed:
            if not keys:
                raise BadRow(f"{target.form}_malformed", value=text)
            self.context.report.note(
                locator, f"{target.form}_dropped", value=self.context.columns.secrets.cut(text[:_SHOWN])
            )
        if not keys and not any(target.names_thing and target.field for target, _ in told.cells):
            raise BadRow("nothing_names_it")

    def _observations(self, locator: str, told: Told, quantity: int) -> Iterator[Observation]:
        subject = Subject(kind=self._kind(told, quantity), row=locator, **told.keys())
        origin = Origin(tool=self.tool, method="record", locator=locator)
        kept = [[target.name, text] for target, text in told.cells]
        raw = digest_bytes(canonical(kept).encode("utf-8", "replace"))
        for target, text in told.cells:
            field, value = target.field, text
            if field == "quantity":
                value = str(quantity)
            elif target.name == "maker" and told.first("model") is None and _holds_model(text):
                field = "description"  # "Hikvision DS-2CD2143G2-I (dôme)" in the maker's cell
            if field:
                yield Observation(subject=subject, field=field, value=value, origin=origin, collected=None, raw=raw)
        if not any(target.field for target, _ in told.cells):
            yield Observation(subject=subject, field="listed", value="yes", origin=origin, collected=None, raw=raw)

    def _kind(self, told: Told, quantity: int) -> str:
        """A line of a purchase that has not arrived is no device yet; what has arrived is one, or a lot."""
        layout = self.layout
        if (
            layout.has("order_number")
            and layout.has("item", "description", "model", "price")
            and not layout.has("serial", "mac")
            and told.first("acquired") is None
            and told.first("installed") is None
        ):
            return "purchase_line"
        return "lot" if quantity > 1 else "device"


def _holds_model(text: str) -> bool:
    words = text.replace("(", " ").replace(")", " ").split()
    return len(words) > 1 and any(len(w) >= _MODEL_LIKE and _DIGIT_AND_LETTER.search(w) for w in words)


def _shown(cell: Cell) -> str:
    return str(cell)[:_SHOWN]
