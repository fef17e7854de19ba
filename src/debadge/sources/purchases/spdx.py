"""Packages of SPDX 2, in JSON and in lines of tags, as components. A person who is named as supplier is nobody here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debadge.sources.delimited import lines_of
from debadge.sources.limits import MAX_CELL
from debadge.sources.purchases.component import Component, is_hardware_number, mapping_of, of_cpe, text_of

Tag = tuple[int, str, str]
"""Line, tag and value."""
_NOBODY = frozenset({"NOASSERTION", "NONE", ""})
_ORGANISATION = "Organization:"
_TAG = re.compile(r"([A-Za-z]{2,40}):[ \t]*(.*)", re.DOTALL)
_OPEN, _CLOSE = "<text>", "</text>"


def packages_of(value: Mapping[str, Any]) -> Iterator[Component]:
    """The packages of a JSON document."""
    packages = value.get("packages")
    for index, one in enumerate(packages if isinstance(packages, list) else ()):
        place = f"packages[{index}]"
        yield (place, _of_spdx(one)) if isinstance(one, dict) else (place, "component_no_object")


def _of_spdx(value: Mapping[str, Any]) -> dict[str, str]:
    listed = value.get("externalRefs")
    refs = [mapping_of(one) for one in (listed if isinstance(listed, list) else ())]
    found = {text_of(one, "referenceType").lower(): text_of(one, "referenceLocator") for one in refs}
    return _package(
        {key: told for key in value if (told := text_of(value, key))},
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
        "Part number": name if is_hardware_number(purpose, name) else "",
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


def tags_of(blocks: Iterable[str | None]) -> Iterator[Tag]:
    """(line, tag, value), a value of several lines put together; one that never ends is cut where a cell would end."""
    line, begun, tag, size = 0, 0, "", 0
    parts: list[str] = []
    for block in blocks:
        for text in lines_of(block or "\n"):
            line += 1
            if not parts:
                found = _TAG.match(text)
                if found is None:
                    continue
                tag, text, begun, size = found[1], found[2], line, 0  # noqa: PLW2901  # what stands behind the tag
            parts.append(text)
            size += len(text)
            if _OPEN in parts[0] and _CLOSE not in text and size < MAX_CELL:
                continue
            yield begun, tag, "".join(parts).replace(_OPEN, "").replace(_CLOSE, "").strip()
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


def packages_of_tags(tags: Iterable[Tag]) -> Iterator[Component]:
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
