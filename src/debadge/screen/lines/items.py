"""Other items of a line: work, lessons and removals beside goods that are counted and numbered say nothing of these.

"10 x Hikvision DS-2CD2047G2-L, labour 16 h", "… / removal of the old cameras", "3) 10 x …": each item has its own words.
"""

from __future__ import annotations

import re

from debadge.model.screening import Connectives
from debadge.screen.lines.connectives import edged, either

BREAK = " / "
_LINES = re.compile(r"\s*[\r\n]+\s*(?=[A-Z\d•*-]|[^\W\d_a-z])")
"""Between two lines of a cell, where the second begins like an item: with a capital, a number, a mark, or a Chinese sign."""
_LISTED = re.compile(r"[\s;,/]\(?(?:\d{1,2}|[a-h])[).]\s")  # "3) 10 x"
_DIGIT = re.compile(r"\d")
_CLAUSE, _AND = re.compile("[,;，；。]"), frozenset("及和与與并並")
_MARKS = frozenset(",;/|，；、")


def itemised(text: str) -> str:
    """The text of a cell with a mark between its items, where they stand on lines of their own."""
    return _LINES.sub(BREAK, text) if "\n" in text or "\r" in text else text


class Items:
    """Tells items apart."""

    def __init__(self, told: Connectives) -> None:
        """Compile the words."""
        self._object = re.compile(rf"[^\W\d_]+ {either(told.objects)}(?!\w)")
        self._lessons = re.compile(edged(told.lessons))
        self._taught = re.compile(rf"{either(told.lessons)} (?:{either(told.objects)}|{either(told.purpose)})(?!\w)")
        self._passive = re.compile(rf"{either(told.passive)}(?!\w)")
        self._hours = re.compile(rf"\d\s?{either(told.hours)}(?!\w)")
        self._old = re.compile(edged(told.old))

    def is_beside(self, mark: str, piece: str) -> bool:
        """Whether a short segment behind counted goods is another item: it has an amount or an object of its own.

        Args:
            mark: What parts it from the goods; a dash or a bracket speaks of them.
            piece: In plain small letters.
        """
        if not _MARKS.intersection(mark) or self._passive.match(piece):
            return False
        return any(one.search(piece) for one in (_DIGIT, self._object, self._lessons))

    def is_taught(self, mark: str, piece: str) -> bool:
        """Whether a segment behind a mark is a lesson for people: "training of staff", whatever stands before it."""
        return bool(_MARKS.intersection(mark)) and self._taught.match(piece) is not None

    def is_lesson(self, word: str) -> bool:
        """Whether a word is for what people are taught or told."""
        return self._lessons.fullmatch(word) is not None

    def has_object(self, before: str, start: int, end: int) -> bool:
        """Whether what goes stands before a Chinese verb, and something else is joined to it: "旧设备拆除及…"."""
        clause = _CLAUSE.split(before[:start])[-1]
        return not before[start:end].isascii() and bool(self._old.search(clause)) and before[end : end + 1] in _AND

    def is_before(self, gap: str) -> bool:
        """Whether between a word for an action and counted goods another item ends.

        Args:
            gap: What stands there, in plain small letters.
        """
        if _LISTED.search(gap):
            return True
        done, mark, _ = gap.rpartition(BREAK)
        return bool(mark) and any(one.search(done) for one in (self._hours, self._old))
