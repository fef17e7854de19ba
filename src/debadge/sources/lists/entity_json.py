"""Rows of the Entity List as a public copy keeps them: ``{"entities": [{name, alternateNames, federalRegisterCitation …}]}``.

The copy was made from the CSV edition by cutting its aliases at commas, so that "Co., Ltd." fell in two; they are put together
with commas again, and only semicolons part them; where an alias holds a comma, nothing was cut, and each stands for itself. Its
fields `country`, `entityType` and `listingReason` are guesses of its maker (every country is "Unknown", persons are "company"),
and are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from debadge.model.observation import Reject
from debadge.sources.lists.entry import Entry, row_of
from debadge.sources.lists.interface import Item, ListContext, ListFile
from debadge.sources.lists.objects import objects
from debadge.sources.lists.places import addresses_of
from debadge.sources.lists.values import is_long, text_of

NAME = "entity_json"
TOGETHER = False
LIST = "us-bis-entity-list"
_READ = {
    *("name", "alternateNames", "addresses", "federalRegisterCitation", "federalRegisterNotice"),
    *("effectiveDate", "startDate", "licenseRequirement", "licenseReviewPolicy", "licensePolicy"),
}
_GUESSED = {"country", "entityType", "listingReason", "lastUpdated", "sourceUrl"}


def sniff(head: str) -> bool:
    """Whether it is an object with entities that carry a licence requirement."""
    return head.lstrip("\ufeff \t\r\n").startswith("{") and '"entities"' in head and '"licenseRequirement"' in head


def read(files: Sequence[ListFile], context: ListContext) -> Iterator[Item]:
    """One row an object; the file tells the day of the copy."""
    for file in files:
        with file.text() as text:
            seen = 0
            for number, told in objects(text, "entities"):
                if number == 0:
                    said = told.get("count")
                    if isinstance(said, int) and said != seen:
                        context.report.said = (said, seen)
                    context.report.published = _day(told.get("lastUpdate")) or context.report.published
                else:
                    seen = number
                    yield _item(told, f"{file.name}:{number}", context)


def _item(told: Any, place: str, context: ListContext) -> Item:
    if not isinstance(told, dict):
        return Reject(locator=place, reason="lists.reject.no_object", given={})
    if is_long(told):
        return Reject(locator=place, reason="lists.reject.cell_too_long", given={})
    context.report.left_over |= {str(key)[:80] for key in told.keys() - _READ - _GUESSED}
    return row_of(_entry(told, place, context), context)


def _entry(told: dict[str, Any], place: str, context: ListContext) -> Entry:
    def text(*keys: str, joint: str = "; ") -> str:
        return next((found for key in keys if (found := text_of(told.get(key), joint))), "")

    return Entry(
        list=LIST,
        locator=place,
        name=text("name"),
        aliases=text("alternateNames", joint=_joint(told.get("alternateNames"))),
        addresses=tuple(addresses_of(text("addresses"), context.reading)),
        start=text("effectiveDate", "startDate"),
        citation=text("federalRegisterCitation", "federalRegisterNotice"),
        terms={
            "license_requirement": text("licenseRequirement"),
            "license_policy": text("licenseReviewPolicy", "licensePolicy"),
        },
    )


def _joint(aliases: Any) -> str:
    """What stood between the aliases before they were a list: a comma, at which they were cut, or what parts names."""
    is_whole = isinstance(aliases, list) and any(isinstance(one, str) and "," in one for one in aliases)
    return "; " if is_whole else ", "


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(text_of(value)[:10])
    except ValueError:
        return None
