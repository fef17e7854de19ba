"""How many units a line speaks of, where no column says it: "12 x", "Qty 12", "12 caméras", "20台"."""

from __future__ import annotations

import re

_UNIT = r"(?:x|×|pcs|pc|pieces?|units?|unites?|ea|each|sets?|nos?|sites?|台|个|個|套|只|隻|件|部|架)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?:qty|qte|quantity|quantite|数量|數量)[\s.:=]{0,3}(\d{1,5})(?![\d.,/-])",
        rf"(?<![\w.,/-])(\d{{1,5}})\s?{_UNIT}(?!\w)",
        r"^(\d{1,4})\s+(?=[^\W\d_]{3})",
        r"(?:of|de|des|d.|the|les|install|supply|and|et)\s(\d{1,4})\s+(?=[^\W\d_]{3})",
    )
)


def count_of(line: str) -> int | None:
    """The number of units that a text in plain small letters tells; None where it tells none."""
    for form in _FORMS:
        if found := form.search(line):
            count = int(found[1])
            if count > 0:
                return count
    return None
