"""Objects of a JSON file one by one: the text is held, its objects never all at once."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from typing import Any, NoReturn, TextIO

from debadge.model.errors import FileError

MAX_JSON = 120_000_000  # characters; the Consolidated Screening List as JSON is a third of it
MAX_OBJECT = 1_000_000  # characters; the longest row of the Entity List has 8,000
MAX_OBJECTS = 1_000_000
_BLANK = re.compile(r"[ \t\r\n]*")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def objects(text: TextIO, *keys: str) -> Iterator[tuple[int, Any]]:
    """(number from 1, value) of each value of the array below one of the keys of the outermost object, or of an array alone.

    Other keys of the outermost object come first, as number 0 and a mapping, where they stand before the array.

    Raises:
        FileError: Not JSON, cut off, nested too deep, too long, or without such an array.
    """
    whole = text.read(MAX_JSON + 1).removeprefix("\ufeff")
    if len(whole) > MAX_JSON:
        raise FileError("file_too_large", megabytes=MAX_JSON // 1_000_000)
    try:
        yield from _below(whole, keys)
    except RecursionError as bad:
        raise FileError("lists.file.deep") from bad
    except ValueError as bad:
        place = whole.count("\n", 0, getattr(bad, "pos", 0)) + 1
        raise FileError("lists.file.not_json", line=place) from bad


def _below(whole: str, keys: tuple[str, ...]) -> Iterator[tuple[int, Any]]:
    at = _skip(whole, 0)
    if whole[at : at + 1] == "[":
        yield from _array(whole, at)
        return
    if whole[at : at + 1] != "{":
        raise json.JSONDecodeError("no object", whole, at)
    beside: dict[str, Any] = {}
    at, found = _skip(whole, at + 1), False
    while whole[at : at + 1] != "}":
        if whole[at : at + 1] != '"':
            raise json.JSONDecodeError("no key", whole, at)
        key, at = _DECODER.raw_decode(whole, at)
        at = _skip(whole, _expect(whole, _skip(whole, at), ":"))
        if key in keys and whole[at : at + 1] == "[" and not found:
            found = True
            yield 0, beside
            at = yield from _array(whole, at)
        else:
            beside[str(key)[:80]], at = _DECODER.raw_decode(whole, at)
        at = _skip(whole, at)
        at = at if whole[at : at + 1] == "}" else _skip(whole, _expect(whole, at, ","))
    if not found:
        raise FileError("lists.file.no_array", keys=", ".join(keys))
    if beside:
        yield 0, beside


def _array(whole: str, at: int) -> Generator[tuple[int, Any], None, int]:
    """The values of the array that begins at ``at``; returns where it ends."""
    at, number = _skip(whole, at + 1), 0
    while whole[at : at + 1] != "]":
        value, end = _DECODER.raw_decode(whole, at)
        number += 1
        if number > MAX_OBJECTS:
            raise FileError("lists.file.too_many", most=f"{MAX_OBJECTS:,}")
        yield number, value if end - at <= MAX_OBJECT else None
        at = _skip(whole, end)
        at = at if whole[at : at + 1] == "]" else _skip(whole, _expect(whole, at, ","))
    return at + 1


def _skip(whole: str, at: int) -> int:
    found = _BLANK.match(whole, at)
    assert found is not None  # it matches nothing, too
    return found.end()


def _expect(whole: str, at: int, mark: str) -> int:
    if whole[at : at + 1] != mark:
        raise json.JSONDecodeError(f"no {mark}", whole, at)
    return at + 1
