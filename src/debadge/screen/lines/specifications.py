"""What a line says of goods beside whose they are: "4MP", "32CH", "12 VDC", "IP67", "400万", and labels such as "P/N:".

None of it is a model, and all of it may stand between a name and its number: "Hikvision 4MP dome, P/N: DS-2CD2143G2-I".
"""

from __future__ import annotations

import re
from functools import lru_cache

from debadge.model.screening import Specifications
from debadge.text.folding import plain

_MARKS = re.compile(r"[\s,:/#()|\u2013\u2014+-]*\s[\s,:/#()|\u2013\u2014+-]*|,+")
"""Marks between what is left of a line: they join nothing and part nothing."""


class Specified:
    """The words of specification, compiled."""

    def __init__(self, told: Specifications) -> None:
        """Compile them."""
        words = "|".join(told.words)
        signs = rf"\d{{1,4}} ?(?:{'|'.join(told.signs)})"
        several = rf"(?:{words})(?:[/&+](?:{words}))*"
        self._words = re.compile(rf"(?<![\w./-])(?<!\d,){several}(?!\w|[./-]\w*\d)(?!(?<=\d),\d)|(?<!\w){signs}")
        labels = rf"(?<![\w-])(?:{'|'.join(told.labels)})(?!\w)\.?|{'|'.join(told.label_signs)}"
        self._labels = re.compile(rf"(?:{labels})[\s:.#=]*")
        self.bare = lru_cache(maxsize=8)(self._bare)  # a line is asked about each of its names

    def _bare(self, text: str) -> str:
        """The text with blanks for what is specification; places stay the same."""
        line, found = plain(text), ""
        at = 0
        for hit in self._words.finditer(line):
            found += text[at : hit.start()] + " " * len(hit[0])
            at = hit.end()
        return found + text[at:] if at else text

    def stands_in(self, text: str) -> bool:
        """Whether a text specifies goods."""
        return self.bare(text) != text

    def between(self, line: str) -> str:
        """What is left of the text between a name and its number, with single blanks for all that says nothing there."""
        return _MARKS.sub(" ", self._labels.sub(" ", self._words.sub(" ", line)))
