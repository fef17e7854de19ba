"""A bill of materials of CycloneDX in XML as the object that its JSON form would be; no entities, no documents from elsewhere."""

from __future__ import annotations

import re
from typing import Any

from debadge.model.errors import FileError
from debadge.sources.limits import MAX_DEPTH
from debadge.sources.streaming.opening import Opened

_TEXTS = ("group", "name", "version", "description", "publisher", "purl", "cpe")
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
    itself = _child(_child(root, "metadata"), "component")
    return {
        "metadata": {} if itself is None else {"component": _component(itself, 0)},
        "components": _components(root, 0),
    }


def _components(element: Any, depth: int) -> list[dict[str, Any]]:
    below = _child(element, "components")
    return [] if below is None else [_component(one, depth) for one in below if _bare(one) == "component"]


def _component(element: Any, depth: int) -> dict[str, Any]:
    properties = _child(element, "properties")
    return {
        "type": element.get("type", ""),
        **{name: _text(element, name) for name in _TEXTS},
        **{name: {"name": _text(_child(element, name), "name")} for name in ("supplier", "manufacturer")},
        "properties": [
            {"name": one.get("name", ""), "value": (one.text or "").strip()}
            for one in (() if properties is None else properties)
        ],
        # one level more than is read, so that what lies too deep is told
        "components": _components(element, depth + 1) if depth <= MAX_DEPTH else [],
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
