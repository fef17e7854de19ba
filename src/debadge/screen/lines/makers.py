"""Who is named in the column for makers, however the cell is cut off or dressed up: "900012 HIKVISION", "DAHUA TECHNOL".

What such a cell names is the maker, so that no kind of equipment has to stand in it. A name that is also another word counts
where nothing but the words of a company stands beside it, or where the line shows equipment.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from debadge.identify.asides import Asides
from debadge.identify.names import Names
from debadge.identify.rules import Rules
from debadge.model.screening import Spellings
from debadge.screen.lines.actions import Actions
from debadge.screen.lines.meant import Meant
from debadge.screen.lines.namings import NAME, Naming, Namings, small
from debadge.screen.lines.things import Things

_WORDS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"(?=\S*\d)\S+")


class MakerCells:
    """Ready to be asked."""

    def __init__(
        self,
        names: Names,
        rules: Rules,
        spellings: Spellings,
        namings: Namings,
        things: Things,
        actions: Actions,
        meant: Meant,
    ) -> None:
        """Take the knowledge."""
        self._names, self._namings, self._things, self._actions = names, namings, things, actions
        self._meant, self._asides = meant, Asides(rules)
        self._firm, self._near = frozenset(spellings.firm), frozenset(spellings.near)
        self._or_equal = re.compile(rf"(?i)[\s,(/]+(?:{'|'.join(spellings.or_equal)})(?!\w).*$")
        self._dealers = re.compile(rf"(?<!\w)(?:{'|'.join(spellings.dealers)})(?!\w)")

    def read(self, cell: str, *, is_shown: bool) -> tuple[str, ...]:
        """The makers or badges that a cell names, as `identify` reads them; none where it names nobody.

        Args:
            cell: Mended.
            is_shown: Whether the rest of the line shows that equipment is bought.
        """
        if self._names.leading(cell) is not None:
            return (cell,)
        bare = self._or_equal.sub("", cell)
        if self._dealers.search(small(bare)):
            return ()
        told: dict[frozenset[str], str] = {}
        for one in self._named(bare, is_shown=is_shown):
            same = next((makers for makers in told if makers & one.makers), None)
            if same is None or one.key in self._near:  # "OEM LTS Hikvision": the maker says more than the badge
                told.pop(same or frozenset(), None)
                told[one.makers] = one.text
        return tuple(told.values())

    def _named(self, cell: str, *, is_shown: bool) -> Iterator[Naming]:
        found = [one for one in self._namings.find(cell) if one.kind == NAME]
        line, spans = small(cell), [(one.start, one.end) for one in found]
        is_firm = self._is_firm(line, spans)
        for one in found:
            role = self._actions.role(line, (one.start, one.end), spans, self._things.places(line))
            is_of_another = self._asides.line(cell).turns_away(one.start, one.end)
            if role.action == "mention" or is_of_another or self._meant.is_elsewhere(cell, line, one):
                continue
            is_everyday = self._namings.is_everyday(one.text)
            if is_firm or (not is_everyday and (is_shown or self._is_distinct(one))):
                yield one

    def _is_distinct(self, one: Naming) -> bool:
        """Whether a name is no other word: whatever stands beside it, it is the maker's."""
        return (one.key in self._near or not one.text.isascii()) and not self._meant.is_homonym(one)

    def _is_firm(self, line: str, spans: Collection[tuple[int, int]]) -> bool:
        """Whether nothing but codes and the words of a company stands beside the names, the last perhaps cut off."""
        for start, end in spans:
            line = line[:start] + " " * (end - start) + line[end:]
        words = _WORDS.findall(_CODE.sub(" ", line))
        rest = [word for word in words if word not in self._firm]
        return not rest or (rest == words[-1:] and line.endswith(rest[0]) and self._begins(rest[0]))

    def _begins(self, word: str) -> bool:
        return any(known.startswith(word) for known in self._firm)
