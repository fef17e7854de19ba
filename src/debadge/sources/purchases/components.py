"""Bills of materials as lines: components of CycloneDX (JSON and XML), packages of SPDX 2 (JSON and lines of tags).

A component is a part of something; that it is bought, nobody says. A supplier counts as its maker where no maker is named: until
CycloneDX 1.6 there was no other word for it, and so does the provider of a service. People named as authors are never taken in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.sources.interface import Part, ReadContext
from debadge.sources.limits import MAX_CELL, MAX_DEPTH
from debadge.sources.purchases.beside import beside, is_beside
from debadge.sources.purchases.component import HEADINGS, Component, is_hardware_number, mapping_of, of_cpe, text_of
from debadge.sources.purchases.cyclonedx_xml import is_xml, object_of_xml
from debadge.sources.purchases.kind import PURCHASES
from debadge.sources.purchases.spdx import Tag, packages_of, packages_of_tags, tags_of
from debadge.sources.streaming.batch import Rows, Told
from debadge.sources.streaming.checking import MAX_ECHO, Checker
from debadge.sources.streaming.documents import parts_of, rows_in, whole_object
from debadge.sources.streaming.objects import BATCH
from debadge.sources.streaming.opening import Opened
from debadge.sources.streaming.settling import settle
from debadge.sources.streaming.texts import Blocks


def read_document(opened: Opened, context: ReadContext) -> Iterator[Rows]:
    """One JSON object or XML document: a bill of materials, or an order or download with its rows.

    Raises:
        FileError: Not JSON, too large, or a bill of a kind that is not read.
    """
    if is_xml(opened):
        yield from _bill(object_of_xml(opened), _cyclonedx, opened.name, context)
        return
    value = whole_object(opened)
    if "bomFormat" in value or context.format == "cyclonedx":
        yield from _bill(value, _cyclonedx, opened.name, context)
    elif "spdxVersion" in value or context.format == "spdx":
        yield from _bill(value, packages_of, opened.name, context)
    elif "@graph" in value:
        raise FileError("spdx_three")
    else:
        yield from rows_in(value, opened.name, PURCHASES, context)


def read_tagged(opened: Opened, context: ReadContext) -> Iterator[Rows]:
    """A bill of materials in lines of tags, ``PackageName: openssl``."""
    text = Blocks(opened, context)
    yield from _rows(packages_of_tags(_kept(tags_of(text), opened.name, context)), opened.name, context)
    text.check()


def _kept(tags: Iterable[Tag], name: str, context: ReadContext) -> Iterator[Tag]:
    """The same; those that are not read are kept as parts of the file."""
    cut = context.columns.secrets.cut
    for line, tag, value in tags:
        yield line, tag, value
        if is_beside(tag):
            part = Part(locator=f"{name}:{line}", name=tag, text=cut(value)[:MAX_ECHO], is_thing=False)
            context.report.parts.append(part)


def _bill(
    value: dict[str, Any], read: Callable[[Mapping[str, Any]], Iterator[Component]], name: str, context: ReadContext
) -> Iterator[Rows]:
    context.report.parts += parts_of(beside(value), name, context, are_things=False)
    yield from _rows(read(value), name, context)


def _rows(components: Iterable[Component], name: str, context: ReadContext) -> Iterator[Rows]:
    settled = settle([HEADINGS], PURCHASES.name, name, context, only_first=True, is_keys=True)
    if settled is None:
        raise ValueError("the headings of components are not in the column knowledge")
    checker = Checker(settled, [], context, PURCHASES, exact=False, is_table=False)
    prefix = f"{name}:"
    rows: list[list[str]] = []
    places: list[int | str] = []
    told: list[Told] = []
    for place, cells in components:
        bad = _why_bad(cells)
        if bad is not None:
            reason, limit = bad
            told.append((len(rows), Reject(locator=f"{prefix}{place}", reason=reason, given={"limit": str(limit)})))
        elif not isinstance(cells, str):
            rows.append([cells.get(heading, "") for heading in HEADINGS])
            places.append(place)
        if len(rows) + len(told) >= BATCH:
            yield checker.batch(prefix, rows, places, told)
            rows, places, told = [], [], []
    yield checker.batch(prefix, rows, places, told)


def _why_bad(cells: Mapping[str, str] | str) -> tuple[str, int] | None:
    """The reason why a component cannot be read, with the limit that it passes."""
    if isinstance(cells, str):
        return cells, MAX_DEPTH
    return ("cell_too_long", MAX_CELL) if any(len(cell) > MAX_CELL for cell in cells.values()) else None


def _cyclonedx(value: Mapping[str, Any]) -> Iterator[Component]:
    """The thing itself, then its components and services, each before those inside it."""
    metadata = mapping_of(value.get("metadata"))
    itself = metadata.get("component")
    if isinstance(itself, dict):
        firms = {"supplier": metadata.get("supplier"), "manufacturer": metadata.get("manufacture")}  # of this thing
        yield from _component({**{key: one for key, one in firms.items() if one}, **itself}, "metadata.component", 0)
    yield from _components(value.get("components"), "components", 0)
    yield from _components(value.get("services"), "services", 0)


def _components(value: object, place: str, depth: int) -> Iterator[Component]:
    for index, one in enumerate(value if isinstance(value, list) else ()):
        yield from _component(one, f"{place}[{index}]", depth)


def _component(value: object, place: str, depth: int) -> Iterator[Component]:
    if not isinstance(value, dict):
        yield place, "component_no_object"
    elif depth > MAX_DEPTH:
        yield place, "component_too_deep"
    else:
        yield place, _of_cyclonedx(value, is_service="services" in place.rpartition(".")[2])
        for inner in ("components", "services"):
            yield from _components(value.get(inner), f"{place}.{inner}", depth + 1)


def _of_cyclonedx(value: Mapping[str, Any], *, is_service: bool) -> dict[str, str]:
    kind, name, cpe = text_of(value, "type"), text_of(value, "name"), text_of(value, "cpe")
    vendor, product = of_cpe(cpe)
    supplier = text_of(mapping_of(value.get("provider" if is_service else "supplier")), "name")
    maker = text_of(mapping_of(value.get("manufacturer")), "name") or supplier or text_of(value, "publisher") or vendor
    named = " ".join(part for part in (text_of(value, "group"), name, text_of(value, "version")) if part)
    return {
        "Manufacturer": maker,
        "Supplier": supplier,
        "Part number": name if is_hardware_number(kind, name) else "",
        "Catalogue number": product,
        "Description": "\n".join(part for part in (named, text_of(value, "description")) if part),
        "Commodity": kind,
        "Quantity": _property(value, "cdx:device:quantity"),
        "purl": text_of(value, "purl"),
        "CPE": cpe,
        "Kind": "service" if is_service else "component",
    }


def _property(value: Mapping[str, Any], name: str) -> str:
    listed = value.get("properties")
    found = (mapping_of(one) for one in (listed if isinstance(listed, list) else ()))
    return next((text_of(one, "value") for one in found if one.get("name") == name), "")
