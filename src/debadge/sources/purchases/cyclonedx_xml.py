"""A bill of materials of CycloneDX in XML as the object that its JSON form would be; no entities, no documents from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from debadge.model.errors import FileError
from debadge.sources.limits import MAX_DEPTH
from debadge.sources.streaming.opening import Opened

_TEXTS = ("group", "name", "version", "description", "publisher", "purl", "cpe")
_FIRMS, _LISTS = ("supplier", "manufacturer", "provider"), ("components", "services")
_NAMESPACE = re.compile(r"\{http://cyclonedx\.org/schema/bom/[0-9.]+\}")


def is_xml(opened: Opened) -> bool:
    """Whether the file is XML at all."""
    return opened.head.lstrip().startswith(b"<")


def object_of_xml(opened: Opened) -> dict[str, Any]:
    """What of the bill is read, by the names of JSON.

    Raises:
        FileError: No XML, cut off, another document, too large, or with entities of its own.
    """
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415  # the class of an error; defusedxml parses

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415  # loaded only for such a file
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415  # loaded only for such a file

    try:
        root = fromstring(opened.whole())
    except DefusedXmlException as bad:
        raise FileError("file_with_entities") from bad
    except (ParseError, ValueError, LookupError) as bad:  # encodings that the parser does not know
        raise FileError("bom_xml_unread") from bad
    if not _NAMESPACE.match(root.tag) or _bare(root) != "bom":
        raise FileError("bom_xml_unread")
    metadata = _child(root, "metadata")
    itself = _child(metadata, "component")
    firms = {name: {"name": _text(_child(metadata, name), "name")} for name in ("supplier", "manufacture")}
    told = {**_rest(metadata, 0, ("component", *firms)), **firms}
    return {
        **_rest(root, 0, ("metadata", *_LISTS)),
        "metadata": told if itself is None else {**told, "component": _component(itself, 0)},
        **{name: _components(root, name, 0) for name in _LISTS},
    }


def _components(element: Any, name: str, depth: int) -> list[dict[str, Any]]:
    below = _child(element, name)
    return [] if below is None else [_component(one, depth) for one in below if _bare(one) == name[:-1]]


def _rest(element: Any, depth: int, read: Collection[str]) -> dict[str, Any]:
    """What is not read, by name: the texts and attributes inside."""
    told: dict[str, Any] = {}
    for one in () if element is None else element:
        name = _bare(one)
        if name and name not in read and depth <= MAX_DEPTH:
            inner = {**one.attrib, **_rest(one, depth + 1, ())}
            text = (one.text or "").strip()
            told.setdefault(name, []).append({**inner, "text": text} if inner else text)
    return told


def _component(element: Any, depth: int) -> dict[str, Any]:
    properties = _child(element, "properties")
    return {
        "type": element.get("type", ""),
        **{name: _text(element, name) for name in _TEXTS},
        **{name: {"name": _text(_child(element, name), "name")} for name in _FIRMS},
        **_rest(element, 0, (*_TEXTS, *_FIRMS, *_LISTS, "properties")),
        "properties": [
            {"name": one.get("name", ""), "value": (one.text or "").strip()}
            for one in (() if properties is None else properties)
        ],
        # one level more than is read, so that what lies too deep is told
        **{name: _components(element, name, depth + 1) if depth <= MAX_DEPTH else [] for name in _LISTS},
    }


def _text(element: Any, name: str) -> str:
    found = _child(element, name)
    return "" if found is None else "".join(found.itertext()).strip()


def _child(element: Any, name: str) -> Any:
    """The first element of a name directly below; None if there is none."""
    return None if element is None else next((one for one in element if _bare(one) == name), None)


def _bare(element: Any) -> str:
    """The name of an element without its namespace; empty for remarks and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
