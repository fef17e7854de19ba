"""What names are compared with: an entry of a list, or a party of ours, under all its names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from debadge.model.listing import Address, ListedName

PACK = "pack"
"""The list of the parties that our own facts keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a list, or one party of ours as a row of the list `PACK`."""

    list: str
    ref: str
    names: tuple[ListedName, ...]
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    entity: str | None = None  # the party of ours that it is
    start: date | None = None
    until: date | None = None  # last day on the list
    citation: str | None = None
    locator: str = ""
    unsaid: bool = False  # its list does not say whether it is an organisation
    named: bool = False  # a party of ours that a measure names on the day asked about

    def holds(self, day: date) -> bool:
        """Whether it is on its list on a day; a row without days is."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


_NOT_IN_NUMBER = re.compile(r"[\W_]+")


def number_key(value: str) -> str:
    """A number of a register as it is compared: letters and digits, in capitals."""
    return _NOT_IN_NUMBER.sub("", value).upper()
