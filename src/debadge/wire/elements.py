"""A bounded scan of XML-like text: tag names and the text between them, and nothing that XML could make expensive.

Cameras answer with bare ampersands, wrong encodings, missing ends and any order of elements; a parser that insists on
well-formed input loses them. There is no document type, no entity of one's own and no inclusion here, so none can expand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_TEXT = 65_536  # characters; the longest captured discovery answer has 2,500
MAX_ELEMENTS = 2_000  # the longest captured answer has about 80
MAX_VALUE = 1_024  # characters of one value

_TAG = re.compile(r"<(?P<end>/?)(?:[\w.-]{1,64}:)?(?P<name>[A-Za-z_][\w.-]{0,63})(?P<rest>[^<>]{0,512})>")
_NAMESPACE = re.compile(r"\bxmlns(?::[\w.-]{1,64})?\s*=\s*[\"']([^\"'<>]{1,256})[\"']")
_REFERENCE = re.compile(r"&(amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def scan(text: str) -> dict[str, str]:
    """The first value of every leaf element under its local name in lower case; ``@xmlns`` for the first namespace."""
    found: dict[str, str] = {}
    for name, value in _leaves(text[:MAX_TEXT]):
        found.setdefault(name, value)
    return found


def _leaves(text: str) -> Iterator[tuple[str, str]]:
    opened: tuple[str, int] | None = None
    for number, tag in enumerate(_TAG.finditer(text)):
        if number >= MAX_ELEMENTS * 2:
            return
        name = tag["name"].lower()
        if tag["end"]:
            if opened and opened[0] == name:
                yield name, unescape(text[opened[1] : tag.start()].strip()[:MAX_VALUE])
            opened = None
        elif not tag["rest"].endswith("/"):
            opened = (name, tag.end())
            if namespace := _NAMESPACE.search(tag["rest"]):
                yield "@xmlns", namespace[1]


def unescape(text: str) -> str:
    """Replace the five predefined references and character numbers, once; everything else stays as it is."""
    return _REFERENCE.sub(lambda m: _PREDEFINED.get(m[1]) or _character(m[1][1:]), text) if "&" in text else text


def _character(number: str) -> str:
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    printable = 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if printable else " "
