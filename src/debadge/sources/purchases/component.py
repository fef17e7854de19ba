"""What every bill of materials says of a component: its cells by heading, and the names of platforms that hide in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HEADINGS = (
    *("Manufacturer", "Supplier", "Part number", "Catalogue number", "Description", "Commodity"),
    *("Quantity", "purl", "CPE", "Kind", "Country of origin"),
)
_HARDWARE = frozenset({"device", "firmware", "device-driver", "platform"})
_CPE = re.compile(r"cpe:2\.3:[aho]:([^:]+):((?:[^:\\]|\\.)+):|cpe:/[aho]:([^:]+):([^:]+)")
Component = tuple[int | str, Mapping[str, str] | str]
"""Where it stands, and its cells by heading; or the reason why it cannot be read."""


def is_hardware_number(kind: str, name: str) -> bool:
    """Whether the name of a component is a part number: a thing, and one word with a digit."""
    return kind in _HARDWARE and len(name.split()) == 1 and any(map(str.isdigit, name))


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


def mapping_of(value: object) -> Mapping[str, Any]:
    """The mapping, or an empty one."""
    return value if isinstance(value, dict) else {}


def text_of(value: Mapping[str, Any], key: str) -> str:
    """The text or number below a key, or an empty text."""
    told = value.get(key)
    if isinstance(told, bool) or not isinstance(told, str | int | float):
        return ""
    text = str(told)
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
