"""What the two editions of the Consolidated Screening List share: one record by the names of its fields."""

from __future__ import annotations

from collections.abc import Mapping

from debadge.model.listing import Address
from debadge.model.observation import Reject
from debadge.sources.lists.entry import Entry, row_of
from debadge.sources.lists.interface import Item, ListContext
from debadge.sources.lists.places import addresses_of
from debadge.sources.lists.remarks import identifier
from debadge.text.folding import fold

FIELDS = frozenset(
    {
        *("_id", "id", "source", "entity_number", "type", "programs", "name", "title", "addresses"),
        *("federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement"),
        *("license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag"),
        *("vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships", "dates_of_birth"),
        *("nationalities", "places_of_birth", "source_information_url", "ids", "country"),
    }
)
_TERMS = ("license_requirement", "license_policy", "standard_order")
_OF_PERSONS = ("citizenships", "dates_of_birth", "nationalities", "places_of_birth")


def item_of(
    told: Mapping[str, str], locator: str, context: ListContext, addresses: tuple[Address, ...] | None = None
) -> Item:
    """The row of one record whose fields are texts, several values joined with semicolons.

    Fields about birth and citizenship belong to persons, also where the type is not said.
    """
    list_ = _list_of(told.get("source", ""), context)
    if list_ is None:
        given = {"source": told.get("source", "")[:120] or "—"}
        return Reject(locator=locator, reason="lists.reject.source", given=given)
    numbers: list[tuple[str, str]] = []
    left = [part for part in _parts(told.get("ids", "")) if not identifier(part, numbers, context.reading)]
    if number := told.get("entity_number"):
        numbers.append(("ofac_ent_num", number))
    entry = Entry(
        list=list_,
        locator=locator,
        ref=number or told.get("_id") or told.get("id") or None,
        name=told.get("name", ""),
        kind=context.reading.kinds.get(fold(told.get("type", "")), "unknown"),
        person=any(told.get(field) for field in _OF_PERSONS),
        aliases=told.get("alt_names", ""),
        addresses=tuple(addresses_of(told.get("addresses", ""), context.reading)) if addresses is None else addresses,
        identifiers=tuple(numbers),
        programs=tuple(_parts(told.get("programs", ""))),
        start=told.get("start_date", ""),
        until=told.get("end_date", ""),
        citation=told.get("federal_register_notice", ""),
        terms={name: told.get(name, "") for name in _TERMS},
        remarks="; ".join(part for part in (told.get("remarks", ""), *left) if part),
    )
    return row_of(entry, context)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _list_of(source: str, context: ListContext) -> str | None:
    """The list that a text of the column `source` names; editions write blanks and capitals as they like."""
    wanted = fold(source)
    return next((one.id for one in context.lists.values() if wanted in map(fold, one.csl)), None)
