"""Records of single rows, made where somebody asks for one."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.model.observation import Reject
from debadge.model.purchase import CODES, KINDS, PurchaseLine
from debadge.sources.interface import ReadContext
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.cells import RowCells

_BOTH = " / "  # between what two columns say
_IDS = (("uei", "uei"), ("duns", "duns"), ("lei", "lei"), ("business_number", "business_number"), ("cage", "cage"))
_OWN = ("supplier_number", "own")
_COLUMN_OF_CODE = {"other": "other_code"}  # of a system that the heading does not name
Seller = tuple[tuple[str, ...], str | None, tuple[tuple[str, str], ...]]
"""Names, country and numbers (scheme, value) of who sold it, as written."""


class LineReader:
    """Makes records of rows."""

    def __init__(self, context: ReadContext) -> None:
        self.context = context
        self._words = context.columns.words["quantity"]

    def lines(self, rows: Rows) -> Iterator[PurchaseLine | Reject]:
        """Every row of a batch and every reject, in order."""
        for number, told in rows.answers():
            yield told if isinstance(told, Reject) else self.line(rows, told, number)

    def line(self, rows: Rows, index: int, number: int) -> PurchaseLine:
        """One row; its number is that of `Rows.answers`."""
        cells = RowCells(rows.layout, rows.rows[index], rows.locator(index), self.context)
        supplier, country, ids = _supplier(cells)
        ordered = cells.day("ordered", asked=True)
        parts, models = list(cells.texts("part_number")), list(cells.texts("model"))
        return PurchaseLine(
            number=number,
            locator=cells.locator,
            maker=_BOTH.join(_makers(cells)) or None,
            part_number=next(iter(parts), None),
            item_numbers=tuple(cells.texts("item_number")),
            model=next(iter(models), None),
            other_numbers=tuple(dict.fromkeys((*parts[1:], *models[1:]))),
            description=tuple(cells.texts("description")),
            commodity=tuple(cells.values("commodity")),
            codes=tuple((code, value) for code in CODES for value in cells.values(_COLUMN_OF_CODE.get(code, code))),
            quantity=cells.amount("quantity", self._words),
            unit=cells.text("unit"),
            ordered=ordered,
            ordered_as=None if ordered else cells.text("ordered"),
            renews=cells.day("renews"),
            supplier=supplier[0] if supplier else None,
            supplier_names=supplier[1:],
            supplier_country=country,
            supplier_ids=ids,
            made_in=cells.text("made_in"),
            ship_from=cells.text("ship_from"),
            order_number=cells.text("order_number"),
            order_line=cells.text("order_line"),
            price=cells.text("price"),
            buyer=cells.text("buyer"),
            contract=cells.text("contract"),
            kind=_kind(cells.words("kind", KINDS)),
            purl=cells.text("purl"),
            cpe=cells.text("cpe"),
            notes=tuple(cells.texts("notes")),
            given=cells.given(),
        )

    def supplier(self, rows: Rows, index: int) -> Seller:
        """The seller of one row alone."""
        return _supplier(RowCells(rows.layout, rows.rows[index], rows.locator(index), self.context))


def _makers(cells: RowCells) -> Iterator[str]:
    """Who made it, as every column for it says, each once: a manufacturer and a brand may be two."""
    told = set[str]()
    for text in cells.texts("maker"):
        if any(map(str.isalpha, text)) and text.casefold() not in told:
            told.add(text.casefold())
            yield text


def _supplier(cells: RowCells) -> Seller:
    ids = tuple((scheme, value) for name, scheme in (*_IDS, _OWN) if (value := cells.text(name)))
    return tuple(cells.texts("supplier")), cells.text("supplier_country"), ids


def _kind(words: set[str]) -> str | None:
    """One of KINDS; goods and services together are both, anything else together says nothing."""
    if words and words <= {"goods", "services", "both"}:
        return words.pop() if len(words) == 1 else "both"
    return words.pop() if len(words) == 1 else None
