"""How many units a line speaks of, where no column says it: "12 x", "Qty 12", "12 caméras", "20台", "camera (3)"."""

from __future__ import annotations

import re

from debadge.model.screening import Counting

_BESIDE = r"(?<![\w.,/-])"  # no part of a longer number or of a model
_SIZE = r"(?!\s?\d{3})"  # "1920 x 1080"


class Counter:
    """The forms in which people write it, compiled."""

    def __init__(self, told: Counting) -> None:
        """Compile them, the surest first."""
        said, units, ahead = map("|".join, (told.said, told.units, told.ahead))
        counted = rf"(?!(?:{'|'.join(told.measures)})(?!\w))(?=[^\W\d_]{{3}})"
        self._forms = tuple(
            re.compile(form)
            for form in (
                rf"(?:{said})[\s.:=]{{0,3}}(\d{{1,5}})(?![\d.,/-])",
                rf"{_BESIDE}(\d{{1,5}})\s?(?:{units})(?!\w){_SIZE}",
                r"[^\W\d_][\w)./-]*(?:\sx|\s?[×*])\s?(\d{1,3})(?=\s*(?:$|[,;)]))",
                r"\s\((\d{1,2})\)$",
                rf"^(\d{{1,4}})\s+{counted}",
                rf"(?:{ahead})\s(\d{{1,4}})\s+{counted}",
            )
        )
        self._year = re.compile(told.years)

    def count_of(self, line: str) -> int | None:
        """The number of units that a text in plain small letters tells; None where it tells none, or none at all."""
        for form in self._forms:
            found = form.search(line)
            if found and int(found[1]) > 0 and not self._year.fullmatch(found[1]):
                return int(found[1])
        return None
