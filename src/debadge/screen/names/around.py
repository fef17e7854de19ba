"""What a ledger writes around a name and is not part of it: remarks, postal boxes, places behind a comma, encoded signs."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from debadge.screen.names.words import NameWords
from debadge.text.folding import fold

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TWICE = 2  # times that a text may have been encoded
_MARKS = re.compile(r"\s+[-–—]+\s+|\s*[,;*|(){}\[\]<>]+\s*|\s+/+\s*|\s*--+\s*")
_MARKED = re.compile(r"[-–—,;*|()/{}\[\]<>]")
_MOST = 4  # pieces taken off one end
_CITY = 3  # words of a city before the code of its province
_HAS_NUMBER = re.compile(r"\d")
_POSTAL = re.compile(r"\b(?:[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{5}(?:-\d{4})?)$")  # Canada; United States


def decoded(text: str) -> str:
    """With signs that a web page had encoded as themselves: ``R&amp;D`` is ``R&D``."""
    for _ in range(_TWICE):
        if "&" not in text or ";" not in text:
            break
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


class Around:
    """Takes remarks and addresses off; one for a set of words."""

    def __init__(self, words: NameWords, names_place: Callable[[str], bool]) -> None:
        """``names_place``: whether a text holds a place, and nothing else but legal forms."""
        self._remarks = frozenset(words.remarks)
        self._boxes = re.compile(rf"(?:{'|'.join(map(re.escape, words.boxes))})\b")
        self._regions = words.regions
        self._names_place = names_place

    def without_remarks(self, text: str) -> str:
        """Without remarks at both ends, postal boxes and cities with their province behind; never without everything."""
        if not _MARKED.search(text):
            return text
        marks = list(_MARKS.finditer(text))
        start, stop = 0, len(text)
        for mark in reversed(marks[-2 * _MOST :]):
            if self._is_aside(text[mark.end() : stop]):
                stop = mark.start()
            elif text[mark.end() : stop].strip():
                break
        begin = 0  # of the piece that is looked at; a mark alone takes nothing off: "[27936] Nightjar"
        for mark in marks[:_MOST]:
            piece = text[begin : mark.start()]
            if mark.end() > stop or (piece.strip() and not self._is_remark(piece)):
                break
            begin = mark.end()
            start = begin if piece.strip() else start
        rest = text[start:stop]
        return _closed(rest) if any(map(str.isalpha, rest)) else text

    def without_place(self, text: str) -> str | None:
        """Without the place behind its last comma or dash; None where there is none."""
        if not _MARKED.search(text):
            return None
        for mark in reversed(list(_MARKS.finditer(text))):
            rest = text[mark.end() :]
            if not rest.strip():
                continue
            head = text[: mark.start()]
            is_behind = text[mark.start() : mark.end()].strip() not in ("(", "[")
            return head if is_behind and any(map(str.isalpha, head)) and self._names_place(rest) else None
        return None

    def _is_aside(self, piece: str) -> bool:
        return self._is_remark(piece) or self._is_address(piece.strip())

    def _is_remark(self, piece: str) -> bool:
        return fold(piece) in self._remarks

    def _is_address(self, piece: str) -> bool:
        """Whether a piece is a postal box, a postal code, or a city with the code of its province."""
        words = piece.split()
        if len(words) > 1 and words[-1].strip(".") in self._regions and len(words) <= _CITY + 1:
            return piece[:1].isupper() and not _HAS_NUMBER.search(piece)
        if _POSTAL.search(piece) and len(words) <= _CITY + 3:
            return True
        plain = fold(piece)
        return bool(self._boxes.match(plain)) and (bool(_HAS_NUMBER.search(plain)) or len(plain.split()[-1]) == 1)


def _closed(text: str) -> str:
    """A bracket that lost its other half to a remark goes too."""
    return text.rstrip("([{<* ") if text.count("(") > text.count(")") else text.strip("* ")
