"""The words behind a name, in its clause or in a short segment of their own: "camera repair", "(maintenance)"."""

from __future__ import annotations

import re

from debadge.identify.asides import Asides
from debadge.screen.lines.ahead import Spans, describes
from debadge.screen.lines.connectives import Joints
from debadge.screen.lines.role import PART, Role
from debadge.screen.lines.spotting import Spotted, Spotter

_CLAUSE = re.compile(r"[,;:*()（），。；]|\.\s|\s[-\u2013\u2014|/]\s")
_SEGMENT = 4  # words: a short segment behind a mark says what the line is: "Hikvision NVR - repair"


class Behind:
    """Reads what stands behind a name in its sentence."""

    def __init__(self, spotter: Spotter, joints: Joints, asides: Asides) -> None:
        """Take the words; ``asides`` knows which parts are features of a thing."""
        self._spotter, self._joints, self._asides = spotter, joints, asides

    def read(self, behind: str, things: Spans) -> Role | None:
        """What the words say; None where they say nothing.

        Args:
            behind: What follows the name and is its own, in plain small letters.
            things: Where kinds of equipment stand in it.
        """
        cut = _CLAUSE.search(behind)
        found = self._in_clause(behind[: cut.start() if cut else len(behind)], things)
        if not found and cut:
            found = self._in_segments(behind[cut.start() :])
        if not found:
            return None
        said = [one for one in found if one.action == "mention"] or found  # "compatible bracket", "replacement plan"
        last = max(said, key=lambda one: (one.end, one.end - one.start))
        if not last.word.isascii():  # Chinese has its main word first: "维修 硬盘更换"
            last = min(said, key=lambda one: one.start)
        return Role(last.action, last.word, "behind")

    def _in_clause(self, clause: str, things: Spans) -> list[Spotted]:
        """The words of the clause, without what comes with the thing; what is done to the thing counts there, too."""
        extra = self._joints.extras.search(clause)
        told = self._asides.without("feature", clause[: extra.start() if extra else len(clause)])
        if self._joints.included.search(clause):
            told = ""
        found = [
            one
            for one in self._spotter.find("behind", told)
            if one.action != PART or not describes(told, one, things, self._joints)
        ]
        if extra is None:
            return found
        passive = self._joints.passive
        done = [
            one
            for one in self._spotter.find("behind", clause)
            if one.end > extra.start() and passive.match(clause, one.start)
        ]
        return done or found

    def _in_segments(self, behind: str) -> list[Spotted]:
        """Short segments that are nothing but words of an action: "(maintenance)", "- à retirer"."""
        for piece in _CLAUSE.split(behind):
            bare = piece.strip()
            if self._joints.included.search(bare):
                continue
            if self._joints.extras.match(bare):
                break  # "incl. installation and training": what comes with the thing
            if 0 < len(bare.split()) <= _SEGMENT and (found := self._in_segment(bare)):
                return found
        return []

    def _in_segment(self, text: str) -> list[Spotted]:
        often = self._joints.often
        return [
            one
            for one in self._spotter.find("behind", text)
            if one.action != PART and often.fullmatch(text[: one.start])
        ]
