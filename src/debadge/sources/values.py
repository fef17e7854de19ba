"""Cells that are keys: what is a MAC, an address, a usable serial; what a spreadsheet has damaged."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from datetime import date

from debadge.text.numbers import is_scientific

Cell = str | date
"""A cell as its reader gives it: text, or a real day of a spreadsheet."""

_MAC = re.compile(
    r"(?i)[0-9a-f]{2}([:\- ]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}"  # 44:19:b6:00:00:01, -, blank or nothing
    r"|(?:[0-9a-f]{4}[.:\-]){2}[0-9a-f]{4}|[0-9a-f]{6}[\-:][0-9a-f]{6}"
)  # 4419.b600.0001, 4419b6-000001
_URL = re.compile(r"(?i)[a-z]{2,10}://(\[[^\]]+\]|[^/:\s]+)(?::\d{1,5})?(?:/.*)?")
_PORT = re.compile(r"(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5}|/\d{1,2})?")


class LostDigits(str):
    """A number of a spreadsheet that has more digits than its cell could keep."""

    __slots__ = ()


def is_mac(text: str) -> bool:
    """Whether this is a whole MAC address, in any common spelling."""
    return _MAC.fullmatch(text.strip()) is not None


def address(text: str) -> str | None:
    """The IP address in a cell, without port, mask or scheme; None if there is none."""
    text = text.strip()
    if found := _URL.fullmatch(text) or _PORT.fullmatch(text):
        text = found[1].strip("[]")
    try:
        ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return text


def damage(cell: Cell) -> str | None:
    """What a spreadsheet has done to a code: the id of the note, or None if it looks whole."""
    if isinstance(cell, date):
        return "cell_became_day"
    if isinstance(cell, LostDigits) or is_scientific(cell):
        return "cell_lost_digits"
    return None


def text_of(cell: Cell) -> str:
    """A cell as text."""
    return cell if isinstance(cell, str) else cell.isoformat()


def is_blank(cells: Sequence[Cell]) -> bool:
    """Whether no cell holds anything."""
    return not any(isinstance(cell, date) or cell.strip() for cell in cells)
