"""What screening reads of the record of a purchase line."""

from __future__ import annotations

from debadge.model.purchase import PurchaseLine
from debadge.model.screened import LineCells

READ = ("maker", "part_number", "model", "item_number", "description", "notes")
"""Columns in which somebody may be named."""


def cells_of_line(line: PurchaseLine) -> LineCells:
    """Its cells; the number of the maker, or of the model, before one of the seller or the buyer."""
    return LineCells(
        maker=line.maker or "",
        part_number=line.number_of_thing or "",
        texts=tuple(dict.fromkeys((*line.description, *line.notes))),
        commodity=" ".join(line.commodity),
        is_returned=isinstance(line.quantity, int | float) and line.quantity < 0,
    )
