"""A bounded, lenient reading of JSON objects: nested names become flat ones, broken text gives what can be read."""

from __future__ import annotations

import json
import re
from typing import Any

MAX_TEXT = 65_536  # characters
MAX_MEMBERS = 2_000
MAX_DEPTH = 12  # captured answers nest five deep
MAX_VALUE = 1_024  # characters of one value

_MEMBER = re.compile(r'"(@?[\w.-]{1,64})"\s*:\s*(?:"((?:[^"\\]|\\.){0,1024})"|(-?\d{1,20}(?:\.\d{1,10})?|true|false))')
_DEEP = re.compile(r"[\[{]")


def members(text: str) -> dict[str, str]:
    """The first value of every member with a plain value, under its own name in lower case.

    Values of a nested object stand also under ``outer.inner``. Text before the first brace, as the head of a
    packet, is passed over.
    """
    return read_object(text)[0]


def read_object(text: str) -> tuple[dict[str, str], int]:
    """As `members`, and where the object ends in the text: what follows it is not its own.

    The end of a broken object is behind the last brace that closes something, or that of the text.
    """
    start = text.find("{")
    if start < 0:
        return {}, 0
    body = text[start : start + MAX_TEXT]
    found: dict[str, str] = {}
    value, end = _loaded(body)
    if value is None:
        for number, member in enumerate(_MEMBER.finditer(body)):
            if number >= MAX_MEMBERS:
                break
            found.setdefault(member[1].lower(), (member[2] or member[3] or "")[:MAX_VALUE])
        end = body.rfind("}") + 1 or len(body)
    else:
        _flatten(value, "", 0, found)
    return found, start + end


def _loaded(body: str) -> tuple[Any, int]:
    if len(_DEEP.findall(body)) > MAX_MEMBERS:
        return None, 0
    try:
        return json.JSONDecoder().raw_decode(body)
    except (ValueError, RecursionError):
        return None, 0


def _flatten(value: Any, outer: str, depth: int, found: dict[str, str]) -> None:
    if depth > MAX_DEPTH or not isinstance(value, dict):
        return
    for name, inner in list(value.items())[:MAX_MEMBERS]:
        key = name.lower()
        match inner:
            case dict():
                _flatten(inner, key, depth + 1, found)
            case bool():
                _keep(key, outer, str(inner).lower(), found)
            case str() | int() | float():
                _keep(key, outer, str(inner), found)


def _keep(key: str, outer: str, value: str, found: dict[str, str]) -> None:
    if len(found) < MAX_MEMBERS * 2:
        found.setdefault(key, value[:MAX_VALUE])
        if outer:
            found.setdefault(f"{outer}.{key}", value[:MAX_VALUE])
