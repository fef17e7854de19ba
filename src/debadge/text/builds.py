"""The day on which a firmware was built, as its text says it: makers write it behind the version, each in a way of its own."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_FIRST, _LAST = 2000, 2050  # years in which a build of such a device can lie
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?i)build(?:[ :,]|date){0,12}(20\d\d)-(\d\d)-(\d\d)",  # 2.800.00AC000.0.R, Build Date 2019-05-22
        r"(?i)build ?(20\d\d)(\d\d)(\d\d)(?!\d)",  # V3.1.3 build20240106
        r"(?i)build ?(\d\d)(\d\d)(\d\d)(?!\d)",  # V5.6.2 build 190701
        r"[._ -](20\d\d)-?(\d\d)-?(\d\d)(?!\d)",  # NVSS_V29.0.23.20250330; 2.840.13R1000.0.R 2024-11-29
        r"[A-Z].*[._](\d\d)(\d\d)(\d\d)$",  # QIPC-B2202.6.21.NB.221025
    )
)


@lru_cache(maxsize=16384)
def build_day(firmware: str) -> date | None:
    """The day that a firmware text names; None where it names none, or no day of the calendar."""
    for form in _FORMS:
        if found := form.search(firmware[:200]):
            year, month, day = (int(part) for part in found.groups())
            try:
                told = date(year if year > 99 else 2000 + year, month, day)
            except ValueError:
                continue
            if _FIRST <= told.year <= _LAST:
                return told
    return None
