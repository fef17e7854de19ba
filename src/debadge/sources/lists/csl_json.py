"""The Consolidated Screening List as JSON: ``{"results": […]}``, real lists, addresses as objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from debadge.model.listing import Address
from debadge.model.observation import Reject
from debadge.sources.lists.csl import FIELDS, item_of
from debadge.sources.lists.interface import Item, ListContext, ListFile
from debadge.sources.lists.objects import objects
from debadge.sources.lists.places import addresses_of, country_of
from debadge.sources.lists.values import is_long, text_of

NAME = "csl_json"
TOGETHER = False
_PARTS = ("address", "city", "state", "postal_code", "country")


def sniff(head: str) -> bool:
    """Whether it is an object with results that name a source."""
    return head.lstrip("\ufeff \t\r\n").startswith("{") and '"results"' in head and '"source"' in head


def read(files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
    """One row of one list an object."""
    for file in files:
        with file.text() as text:
            for number, told in objects(text, "results"):
                if number:
                    yield _item(told, f"{file.name}:{number}", context)


def _item(told: Any, place: str, context: ListContext) -> Item:
    if not isinstance(told, dict):
        return Reject(locator=place, reason="lists.reject.no_object", given={})
    if is_long(told):
        return Reject(locator=place, reason="lists.reject.cell_too_long", given={})
    context.report.left_over |= {str(key)[:80] for key in told.keys() - FIELDS}
    fields = {key: text_of(value) for key, value in told.items() if key in FIELDS and key != "addresses"}
    return item_of(fields, place, context, _addresses(told.get("addresses"), context))


def _addresses(given: Any, context: ListContext) -> tuple[Address, ...]:
    if not isinstance(given, list):
        return tuple(addresses_of(text_of(given), context.reading))
    told: list[Address] = []
    for one in given[:500]:
        if isinstance(one, dict):
            parts = [" ".join(text_of(one.get(key)).split()) for key in _PARTS]
            whole = ", ".join(part for part in parts if part)
            if whole:
                told.append(Address(text=whole, city=parts[1] or None, country=country_of(parts[-1], context.reading)))
        else:
            told += addresses_of(text_of(one), context.reading)
    return tuple(told)
