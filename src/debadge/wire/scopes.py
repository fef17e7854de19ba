"""ONVIF scopes: a device's own list of what it is, as words under ``onvif://www.onvif.org/``."""

from __future__ import annotations

import re
from urllib.parse import unquote

MAX_TEXT = 16_384  # characters; captured lists have up to 1,200
_SCOPE = re.compile(r"onvif://www\.onvif\.org/([\w.-]{1,64})/?([^\s<>\"]{0,256})", re.IGNORECASE)


def scopes(text: str) -> tuple[tuple[str, str], ...]:
    """(name in lower case, value with %20 and the like decoded), in the order of the list: the order is evidence."""
    return tuple((m[1].lower(), unquote(m[2], errors="replace")) for m in _SCOPE.finditer(text[:MAX_TEXT]))


def decode_scopes(text: str) -> dict[str, str]:
    """The first value of each scope name; a name that has several keeps the first."""
    found: dict[str, str] = {}
    for name, value in scopes(text):
        if value:
            found.setdefault(name, value)
    return found
