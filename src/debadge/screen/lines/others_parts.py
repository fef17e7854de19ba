"""Parts for a thing that somebody else makes: the maker of the thing is only spoken of, or it may have made the part as well.

"Axis bracket for Hikvision camera", "HDMI cable for Dahua NVR", "licence (Hikvision, Dahua and Bosch supported)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from debadge.model.screening import Connectives, Spellings
from debadge.screen.lines.connectives import edged
from debadge.screen.lines.namings import NAME, Naming
from debadge.screen.lines.role import Role

_LIST = re.compile(r"[\s,/&+()]*(?:(?:and|or|et|ou|by|par)[\s,/&+]*)*")
_BRACKETS = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class Part:
    """A line's part, and the thing that it goes with."""

    line: str  # in plain small letters
    group: Sequence[Naming]  # the names and numbers of the thing
    meant: Sequence[Naming]  # all names and numbers of the line that mean somebody
    named: Sequence[tuple[int, int]]  # where all names and numbers stand, those that mean nobody as well
    role: Role

    @property
    def start(self) -> int:
        """Where the part stands; -1 if it is not before the thing."""
        return self.line.rfind(self.role.word or "\0", 0, self.group[0].start)

    @property
    def between(self) -> str:
        """What stands between the part and the thing."""
        return self.line[self.start + len(self.role.word or "") : self.group[0].start]

    def is_of_others(self, one: Naming) -> bool:
        """Whether a name is of nobody who is in question for the thing."""
        makers = frozenset().union(*(naming.makers for naming in self.group))
        return one.kind == NAME and makers.isdisjoint(one.makers)


class OthersParts:
    """Ready to be asked."""

    def __init__(self, connectives: Connectives, spellings: Spellings) -> None:
        """Take the words."""
        self._purpose = re.compile(edged(connectives.purpose))
        self._anybodys = re.compile(rf"(?:{'|'.join(spellings.anybodys)})")
        self._makers = re.compile(rf"(?<!\w)(?:{'|'.join(spellings.part_makers)})(?!\w)")
        self._supports = re.compile("|".join(spellings.supports))
        self._supported = re.compile(rf"\s*(?:{'|'.join(spellings.supported)})(?!\w)")

    def is_others(self, part: Part) -> bool:
        """Whether the part is somebody else's, or one of a kind that everybody makes."""
        if part.start < 0:
            return False
        if self._is_supported(part):
            return True
        if not self.is_for(part):
            return False
        before = part.line[: part.start]
        if any(one.end <= part.start and part.is_of_others(one) for one in part.meant) or self._makers.search(before):
            return True
        return self._anybodys.fullmatch(part.role.word or "") is not None

    def is_for(self, part: Part) -> bool:
        """Whether the part is told to be for the thing: who made it is not told."""
        return part.start >= 0 and self._purpose.search(part.between) is not None

    def _is_supported(self, part: Part) -> bool:
        """Whether the thing is one of those that a program works with."""
        line = part.line.translate(_BRACKETS)
        listed = line
        for begin, stop in part.named:
            listed = listed[:begin] + " " * (stop - begin) + listed[stop:]
        start, end = part.group[0].start, part.group[-1].end
        found = [hit.end() for hit in self._supports.finditer(line, part.start, start)]
        if found and _LIST.fullmatch(listed[found[-1] : start]):
            return True
        run = _LIST.match(listed, end)
        if self._supported.match(listed, run.end() if run else end):
            return True
        opened = line.rfind("(", part.start, start)
        return opened >= 0 and _LIST.fullmatch(listed[opened:start]) is not None and self._lists(part, opened)

    def _lists(self, part: Part, opened: int) -> bool:
        """Whether a bracket lists several makers."""
        closed = part.line.translate(_BRACKETS).find(")", opened)
        own = {(one.start, one.end) for one in part.meant if not part.is_of_others(one)}
        return any(opened <= one[0] and (closed < 0 or one[1] <= closed) for one in part.named if one not in own)
