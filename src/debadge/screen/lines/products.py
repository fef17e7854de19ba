"""Product numbers that no grammar knows: what looks like one beside a name shows that goods are meant, "Xerox AltaLink C8155"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from debadge.screen.lines.specifications import Specified

_BEHIND = re.compile(
    r"(?:\s+[^\W_][\w-]{1,14}){0,3}?,?\s+"  # a series of up to three words
    r"(?=[0-9/.()-]*[A-Za-z])(?=[0-9A-Za-z/.()-]*\d)([0-9A-Za-z][0-9A-Za-z/.()-]{2,})"  # letters and digits
)
_AHEAD = re.compile(r"(?<![^\s,;(])(?=[0-9/.()-]*[A-Z])(?=[0-9A-Z/.()-]*\d)[0-9A-Z][0-9A-Z/.()-]{4,}[\s,(]{1,2}$")


class Products:
    """Looks for them."""

    def __init__(self, links: Iterable[str], specified: Specified) -> None:
        """Take the words that join a name with another thing's number, "with", "for", and what is no number of a product."""
        self._specified = specified
        self._link = re.compile(rf"(?i)\s(?:{'|'.join(links)})\s")

    def behind(self, text: str, end: int, others: Iterable[tuple[int, int]]) -> re.Match[str] | None:
        """The product number behind a name, as group 1; not that of somebody else, who is named at one of ``others``."""
        found = _BEHIND.match(self._specified.bare(text), end)
        if found is None or self._link.search(found[0]) or any(end <= start < found.end() for start, _ in others):
            return None
        return found

    def ahead(self, text: str, start: int) -> bool:
        """Whether a product number stands right before a name."""
        return _AHEAD.search(self._specified.bare(text), 0, start) is not None

    def touch(self, line: str, end: int, start: int) -> bool:
        """Whether nothing but specifications, labels and marks stands between two places."""
        return not self._specified.between(line[end:start]).strip(" :-")
