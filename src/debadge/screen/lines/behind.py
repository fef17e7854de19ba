"""The words behind a name, in its clause or in a short segment of their own: "camera repair", "(maintenance)"."""

from __future__ import annotations

import re

from debadge.identify.asides import Asides
from debadge.screen.lines.ahead import Spans, describes
from debadge.screen.lines.connectives import Joints
from debadge.screen.lines.items import Items
from debadge.screen.lines.role import PART, Role
from debadge.screen.lines.spotting import Spotted, Spotter

_OF = ("", "的")  # "与海康威视摄像机兼容的支架"
_WORD = re.compile(r"[^\W\d]\w*")
_SEGMENT = 4  # words: a short segment behind a mark says what the line is: "Hikvision NVR - repair"


class Behind:
    """Reads what stands behind a name in its sentence."""

    def __init__(self, spotter: Spotter, joints: Joints, asides: Asides, items: Items) -> None:
        """Take the words; ``asides`` knows which parts are features of a thing."""
        self._spotter, self._joints, self._asides, self._items = spotter, joints, asides, items

    def read(self, behind: str, things: Spans, *, is_counted: bool) -> Role | None:
        """What the words say; None where they say nothing.

        Args:
            behind: What follows the name and is its own, in plain small letters.
            things: Where kinds of equipment stand in it.
            is_counted: The goods have a number and a count: other items may follow them.
        """
        if like := self._likeness(behind, things):
            return Role("mention", like, "beside")
        cut = self._joints.clause.search(behind)
        found = self._in_clause(behind[: cut.start() if cut else len(behind)], things)
        if not found and cut:
            found = self._in_segments(behind[cut.start() :], is_counted=is_counted)
        if not found:
            return None
        said = [one for one in found if one.action == "mention"] or found  # "compatible bracket", "replacement plan"
        last = max(said, key=lambda one: (one.end, one.end - one.start))
        if not last.word.isascii():  # Chinese has its main word first: "维修 硬盘更换"
            last = min(said, key=lambda one: one.start)
        return Role(last.action, last.word, "behind")

    def _likeness(self, behind: str, things: Spans) -> str | None:
        """A word of likeness right behind the name or its kind, "camera compatible bracket"; not one of something else."""
        starts = [0, *(end for start, end in things if not behind[:start].strip(" -"))]
        for start in starts:
            at = start + len(behind[start:]) - len(behind[start:].lstrip())
            hit = self._spotter.beside(behind, at)
            if hit is None or self._joints.governing.match(behind, at + hit.end()):
                continue
            if at <= 1 or hit[0].isascii() or behind[at + hit.end() :][:1] in _OF:
                return hit[0]
        return None

    def _in_clause(self, clause: str, things: Spans) -> list[Spotted]:
        """The words of the clause, without what comes with the thing; what is done to the thing counts there, too."""
        extra = self._extra(clause)
        told = self._asides.without("feature", clause[: extra.start() if extra else len(clause)])
        if self._joints.included.search(clause):
            told = ""
        found = [one for one in self._spotter.find("behind", told) if self._is_head(told, one, things)]
        if extra is None:
            return found
        passive = self._joints.passive
        done = [
            one
            for one in self._spotter.find("behind", clause)
            if one.end > extra.start() and passive.match(clause, one.start)
        ]
        return done or found

    def _extra(self, clause: str) -> re.Match[str] | None:
        """Where what comes with the thing begins: a small word, unless it is part of a longer one, "support and maintenance"."""
        extras = list(self._joints.extras.finditer(clause))
        whole = self._spotter.find("behind", clause) if extras else ()
        return next((hit for hit in extras if not any(w.start < hit.start() < w.end for w in whole)), None)

    def _is_head(self, text: str, one: Spotted, things: Spans) -> bool:
        """Whether a word is what the text is about: "camera removal", and not "removal tool", "audit log"."""
        if one.action == PART:
            return not (describes(text, one, things, self._joints) or self._joints.beside.search(text[: one.start]))
        if (one.action == "removal" or self._items.is_lesson(one.word)) and one.word.isascii():
            return self._joints.heads.match(text, one.end) is not None
        return True

    def _in_segments(self, behind: str, *, is_counted: bool) -> list[Spotted]:
        """Short segments that are nothing but words of an action: "(maintenance)", "- à retirer"."""
        marks = list(self._joints.clause.finditer(behind))
        parting = ""
        for mark, following in zip(marks, (*marks[1:], None), strict=True):
            bare = behind[mark.end() : following.start() if following else len(behind)].strip()
            parting = parting or mark[0]
            if bare.isdigit():
                continue  # of a list: "/ 4) labour"
            is_beside = self._items.is_taught(parting, bare) or (is_counted and self._items.is_beside(parting, bare))
            parting = ""
            if self._joints.included.search(bare) or is_beside:
                continue
            if self._joints.extras.match(bare):
                break  # "incl. installation and training": what comes with the thing
            if 0 < len(_WORD.findall(bare)) <= _SEGMENT and (found := self._in_segment(bare)):
                return found
        return []

    def _in_segment(self, text: str) -> list[Spotted]:
        often = self._joints.often
        return [
            one
            for one in self._spotter.find("behind", text)
            if one.action != PART and often.fullmatch(text[: one.start]) and self._is_head(text, one, ())
        ]
