"""How many units a line speaks of, where no column says it: "12 x", "Qty 12", "12 caméras", "20台"."""

from __future__ import annotations

import re

from debadge.model.screening import Counting


class Counter:
    """The forms in which people write it, compiled."""

    def __init__(self, told: Counting) -> None:
        """Compile them, the surest first."""
        said, units, ahead = map("|".join, (told.said, told.units, told.ahead))
        self._forms = tuple(
            re.compile(form)
            for form in (
                rf"(?:{said})[\s.:=]{{0,3}}(\d{{1,5}})(?![\d.,/-])",
                rf"(?<![\w.,/-])(\d{{1,5}})\s?(?:{units})(?!\w)",
                r"^(\d{1,4})\s+(?=[^\W\d_]{3})",
                rf"(?:{ahead})\s(\d{{1,4}})\s+(?=[^\W\d_]{{3}})",
            )
        )

    def count_of(self, line: str) -> int | None:
        """The number of units that a text in plain small letters tells; None where it tells none, or none at all."""
        for form in self._forms:
            if (found := form.search(line)) and int(found[1]) > 0:
                return int(found[1])
        return None
