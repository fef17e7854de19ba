"""The JSON Canonicalization Scheme (RFC 8785), for what is signed and chained: one value, one sequence of bytes.

Of its numbers only whole ones are taken that every reader knows exactly, from -(2^53 - 1) to 2^53 - 1: shares, prices and the
like are kept as text, so that no reader rounds them. Of its names only ASCII, so that every way of sorting them is the same.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from debadge.model.ids import canonical

EXACT = 2**53 - 1


def jcs(value: Any) -> bytes:
    """The canonical bytes of a JSON value.

    Raises:
        ValueError: A number that is not whole or too large, a name that is not ASCII, half a character, or no JSON at all.
    """
    _check(value)
    return canonical(value).encode()


def parsed(line: bytes) -> Any:
    """The value of canonical bytes; numbers that `jcs` would not write are none.

    Raises:
        ValueError: Not JSON, nested too deep, or a number with a fraction.
    """
    try:
        return json.loads(line.decode(), parse_float=_refuse, parse_constant=_refuse)
    except RecursionError as bad:
        raise ValueError("nested too deep") from bad


def _check(value: Any) -> None:
    match value:
        case dict():
            for name, part in value.items():
                if not isinstance(name, str) or not name.isascii():
                    raise ValueError(f"{name!r} is no name of a field")
                _check(part)
        case list() | tuple():
            for part in value:
                _check(part)
        case bool() | str() | None:
            pass
        case int() if -EXACT <= value <= EXACT:
            pass
        case _:
            raise ValueError(
                f"{value!r} is not kept: text, whole numbers to 2^53 - 1, yes and no, lists and mappings are"
            )


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no whole number")
