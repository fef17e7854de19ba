"""Bills of materials as lines: components of CycloneDX (JSON), packages of SPDX 2 (JSON and lines of tags).

A component is a part of something; that it is bought, nobody says. A supplier counts as its maker where no maker is named: until
CycloneDX 1.6 there was no other word for it. People named as authors are never taken in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.sources.delimited import lines_of
from debadge.sources.interface import ReadContext
from debadge.sources.limits import MAX_CELL, MAX_DEPTH
from debadge.sources.purchases.kind import PURCHASES
from debadge.sources.streaming.batch import Rows, Told
from debadge.sources.streaming.checking import Checker
from debadge.sources.streaming.documents import rows_in, whole_object
from debadge.sources.streaming.objects import BATCH
from debadge.sources.streaming.opening import Opened
from debadge.sources.streaming.settling import settle
from debadge.sources.streaming.texts import Blocks

HEADINGS = (
    *("Manufacturer", "Supplier", "Part number", "Catalogue number", "Description", "Commodity"),
    *("Quantity", "purl", "CPE", "Kind", "Country of origin"),
)
_HARDWARE = frozenset({"device", "firmware", "device-driver", "platform"})
_CPE = re.compile(r"cpe:2\.3:[aho]:([^:]+):((?:[^:\\]|\\.)+):|cpe:/[aho]:([^:]+):([^:]+)")
_NOBODY = frozenset({"NOASSERTION", "NONE", ""})
_ORGANISATION = "Organization:"
_TAG = re.compile(r"([A-Za-z]{2,40}):[ \t]*(.*)", re.DOTALL)
_OPEN, _CLOSE = "<text>", "</text>"

Component = tuple[int | str, Mapping[str, str] | str]
"""Where it stands, and its cells by heading; or the reason why it cannot be read."""


def read_document(opened: Opened, context: ReadContext) -> Iterator[Rows]:
    """One JSON object: a bill of materials, or an order or download with its rows.

    Raises:
        FileError: Not JSON, too large, or a bill of a kind that is not read.
    """
    value = whole_object(opened)
    if "bomFormat" in value or context.format == "cyclonedx":
        yield from _rows(_cyclonedx(value), opened.name, context)
    elif "spdxVersion" in value or context.format == "spdx":
        yield from _rows(_spdx(value), opened.name, context)
    elif "@graph" in value:
        raise FileError("spdx_three")
    else:
        yield from rows_in(value, opened.name, PURCHASES, context)


def read_tagged(opened: Opened, context: ReadContext) -> Iterator[Rows]:
    """A bill of materials in lines of tags, ``PackageName: openssl``."""
    text = Blocks(opened, context)
    yield from _rows(_packages(_tags(text)), opened.name, context)
    text.check()


def _rows(components: Iterable[Component], name: str, context: ReadContext) -> Iterator[Rows]:
    settled = settle([HEADINGS], PURCHASES.name, context, only_first=True, is_keys=True)
    if settled is None:
        raise ValueError("the headings of components are not in the column knowledge")
    checker = Checker(settled, [], context, PURCHASES, exact=False, is_table=False)
    prefix = f"{name}:"
    rows: list[list[str]] = []
    places: list[int | str] = []
    told: list[Told] = []
    for place, cells in components:
        if isinstance(cells, str):
            told.append((len(rows), Reject(locator=f"{prefix}{place}", reason=cells, given={"limit": str(MAX_DEPTH)})))
        else:
            rows.append([cells.get(heading, "")[:MAX_CELL] for heading in HEADINGS])
            places.append(place)
        if len(rows) + len(told) >= BATCH:
            yield checker.batch(prefix, rows, places, told)
            rows, places, told = [], [], []
    yield checker.batch(prefix, rows, places, told)


def _cyclonedx(value: Mapping[str, Any]) -> Iterator[Component]:
    """The thing itself, then its components, each before those inside it."""
    itself = _mapping(value.get("metadata")).get("component")
    if isinstance(itself, dict):
        yield from _component(itself, "metadata.component", 0)
    yield from _components(value.get("components"), "components", 0)


def _components(value: object, place: str, depth: int) -> Iterator[Component]:
    for index, one in enumerate(value if isinstance(value, list) else ()):
        yield from _component(one, f"{place}[{index}]", depth)


def _component(value: object, place: str, depth: int) -> Iterator[Component]:
    if not isinstance(value, dict):
        yield place, "component_no_object"
    elif depth > MAX_DEPTH:
        yield place, "component_too_deep"
    else:
        yield place, _of_cyclonedx(value)
        yield from _components(value.get("components"), f"{place}.components", depth + 1)


def _of_cyclonedx(value: Mapping[str, Any]) -> dict[str, str]:
    kind, name, cpe = _text(value, "type"), _text(value, "name"), _text(value, "cpe")
    vendor, product = of_cpe(cpe)
    supplier = _text(_mapping(value.get("supplier")), "name")
    maker = _text(_mapping(value.get("manufacturer")), "name") or supplier or _text(value, "publisher") or vendor
    named = " ".join(part for part in (_text(value, "group"), name, _text(value, "version")) if part)
    return {
        "Manufacturer": maker,
        "Supplier": supplier,
        "Part number": name if kind in _HARDWARE and _is_number(name) else "",
        "Catalogue number": product,
        "Description": "\n".join(part for part in (named, _text(value, "description")) if part),
        "Commodity": kind,
        "Quantity": _property(value, "cdx:device:quantity"),
        "purl": _text(value, "purl"),
        "CPE": cpe,
        "Kind": "component",
    }


def _is_number(name: str) -> bool:
    """Whether a name reads as a part number: one word with a digit."""
    return len(name.split()) == 1 and any(map(str.isdigit, name))


def _property(value: Mapping[str, Any], name: str) -> str:
    listed = value.get("properties")
    found = (_mapping(one) for one in (listed if isinstance(listed, list) else ()))
    return next((_text(one, "value") for one in found if one.get("name") == name), "")


def _spdx(value: Mapping[str, Any]) -> Iterator[Component]:
    packages = value.get("packages")
    for index, one in enumerate(packages if isinstance(packages, list) else ()):
        place = f"packages[{index}]"
        yield (place, _of_spdx(one)) if isinstance(one, dict) else (place, "component_no_object")


def _of_spdx(value: Mapping[str, Any]) -> dict[str, str]:
    listed = value.get("externalRefs")
    refs = [_mapping(one) for one in (listed if isinstance(listed, list) else ())]
    found = {_text(one, "referenceType").lower(): _text(one, "referenceLocator") for one in refs}
    return _package(
        {key: told for key in value if (told := _text(value, key))},
        purl=found.get("purl", ""),
        cpe=found.get("cpe23type") or found.get("cpe22type", ""),
    )


def _package(told: Mapping[str, str], *, purl: str, cpe: str) -> dict[str, str]:
    """The cells of a package by the names of SPDX JSON."""
    vendor, product = of_cpe(cpe)
    supplier = _organisation(told.get("supplier", ""))
    name, purpose = told.get("name", ""), told.get("primaryPackagePurpose", "").lower()
    named = " ".join(part for part in (name, told.get("versionInfo", "")) if part)
    return {
        "Manufacturer": _organisation(told.get("originator", "")) or supplier or vendor,
        "Supplier": supplier,
        "Part number": name if purpose in _HARDWARE and _is_number(name) else "",
        "Catalogue number": product,
        "Description": "\n".join(
            part for part in (named, told.get("summary", ""), told.get("description", "")) if part
        ),
        "Commodity": purpose,
        "purl": purl,
        "CPE": cpe,
        "Kind": "component",
    }


def _organisation(text: str) -> str:
    """``Organization: X (mail)`` is X; a person is nobody here."""
    if text.strip() in _NOBODY or not text.startswith(_ORGANISATION):
        return ""
    return text.removeprefix(_ORGANISATION).partition("(")[0].strip()


def of_cpe(text: str) -> tuple[str, str]:
    """Vendor and product as a CPE name has them, with blanks for its underscores."""
    found = _CPE.match(text)
    if not found:
        return "", ""
    vendor, product = (found[1], found[2]) if found[1] else (found[3], found[4])
    return _unbound(vendor), _unbound(product.removesuffix("_firmware"))


def _unbound(text: str) -> str:
    bare = re.sub(r"\\(.)", r"\1", text).replace("_", " ")
    return "" if bare in {"*", "-"} else bare


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Mapping[str, Any], key: str) -> str:
    told = value.get(key)
    if isinstance(told, bool) or not isinstance(told, str | int | float):
        return ""
    text = str(told)
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _tags(blocks: Iterable[str | None]) -> Iterator[tuple[int, str, str]]:
    """(line, tag, value), a value of several lines put together."""
    line, tag, begun = 0, "", 0
    parts: list[str] = []
    for block in blocks:
        for text in lines_of(block or "\n"):
            line += 1
            if parts:
                parts.append(text)
            elif found := _TAG.match(text):
                tag, parts, begun = found[1], [found[2]], line
            else:
                continue
            whole = "".join(parts)
            if _OPEN in whole and _CLOSE not in whole and len(whole) < MAX_CELL:
                continue
            yield begun, tag, whole.replace(_OPEN, "").replace(_CLOSE, "").strip()
            parts = []


_TAGS = {
    "PackageName": "name",
    "PackageVersion": "versionInfo",
    "PackageSupplier": "supplier",
    "PackageOriginator": "originator",
    "PackageSummary": "summary",
    "PackageDescription": "description",
    "PrimaryPackagePurpose": "primaryPackagePurpose",
}


def _packages(tags: Iterable[tuple[int, str, str]]) -> Iterator[Component]:
    """A package begins with its name; tags before the first one speak of the document."""
    told: dict[str, str] = {}
    begun = 0
    for line, tag, value in tags:
        if tag == "PackageName":
            if told:
                yield begun, _package(told, purl=told.get("purl", ""), cpe=told.get("cpe", ""))
            told, begun = {"name": value}, line
        elif told and tag == "ExternalRef":
            words = value.split()
            if len(words) >= 3 and words[1] in {"purl", "cpe23Type", "cpe22Type"}:
                told["purl" if words[1] == "purl" else "cpe"] = words[2]
        elif told and tag in _TAGS:
            told[_TAGS[tag]] = value
    if told:
        yield begun, _package(told, purl=told.get("purl", ""), cpe=told.get("cpe", ""))
