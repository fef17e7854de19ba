"""One line of an order, contract, catalogue or parts list as it was written, before anybody asks what it is."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("goods", "services", "both", "construction", "component")
"""What a line says that it buys; `component` is a part of a bill of materials, which nobody bought by itself."""

CODES = ("unspsc", "gsin", "psc", "cpv", "naics", "other")
"""Systems of codes for goods and services; several lines may share one, so a code never says who made a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseLine:
    """What one line says. Texts are as written with secrets cut out; None and () are what the line does not say."""

    number: int  # its answer's number in the file, from 1: lines and rejected rows count; headers, totals, blank rows do not
    locator: str  # "po.csv:41" (the line on which it begins), "po.xlsx:Sheet1!7", "sbom.json:components[3]"
    maker: str | None = None  # who made it, as stated; a bare number names nobody and is left to `given`
    part_number: str | None = None  # of the maker, where a column says so
    item_numbers: tuple[str, ...] = ()  # further numbers of the thing: of its seller, buyer or catalogue
    model: str | None = None  # where a column of its own says it
    other_numbers: tuple[str, ...] = ()  # further part and model numbers, of further columns for them
    description: tuple[str, ...] = ()  # every column that describes it, in both languages, best column first
    commodity: tuple[str, ...] = ()  # the class of goods in words
    codes: tuple[tuple[str, str], ...] = ()  # (one of CODES, code as written), in the order of CODES
    quantity: int | float | None = None  # below 0 for a return; None: not said, or to be read in two ways
    unit: str | None = None
    ordered: str | None = None  # ISO day; "2024-08" or "2024" where no more is said
    ordered_as: str | None = None  # as written, where it reads in two ways or in none
    renews: str | None = None  # ISO day on which the contract ends or renews
    supplier: str | None = None
    supplier_names: tuple[
        str, ...
    ] = ()  # further names of it, and further sellers: standardized, operating as, reseller
    supplier_country: str | None = None  # as written
    supplier_ids: tuple[tuple[str, str], ...] = ()  # (scheme, value): ("uei", "…"), ("own", the buyer's number for it)
    made_in: str | None = None  # as written
    ship_from: str | None = None  # as written
    order_number: str | None = None
    order_line: str | None = None
    price: str | None = None  # as written
    buyer: str | None = None
    contract: str | None = None
    kind: str | None = None  # one of KINDS
    purl: str | None = None  # of a software component
    cpe: str | None = None  # of a component
    notes: tuple[str, ...] = ()
    given: tuple[
        tuple[str, str], ...
    ] = ()  # (heading, cell) of every filled cell that is no secret, in the order of the file

    @property
    def number_of_thing(self) -> str | None:
        """The best number of the thing: its maker's, else that of a seller or catalogue."""
        return self.part_number or self.model or next(iter(self.item_numbers), None)
