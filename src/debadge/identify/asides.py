"""Which names in a line are about another thing than the line: a part for it, its successor, its opposite, a doubt.

The words are in the fingerprint file of the channel `description`; where they stand decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from debadge.identify.rules import Rules
from debadge.text.folding import plain

_SENTENCE = re.compile(r"[;!]|\.\s")
_CLAUSE = re.compile(r"[,;:!()]|\.\s|\s[-\u2013\u2014+&|/]\s")
_BLANK = "_"  # what stands for a sign that says nothing here


class Asides:
    """The words that turn a name away from the thing of a line, ready to be asked."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def line(self, text: str) -> Line:
        """A text as a line of which places can be asked."""
        return Line(text, self)

    def has(self, kind: str, text: str) -> bool:
        """Whether words of a kind stand in a plain text."""
        return next(self.starts(kind, text), None) is not None

    def starts(self, kind: str, text: str) -> Iterator[int]:
        """Where words of a kind begin in a plain text, word list by word list."""
        return self._rules.starts("description", ("aside", kind), text)

    def without(self, kind: str, text: str) -> str:
        """A plain text with as many blanks where words of a kind stood."""
        return self._rules.blank("description", ("aside", kind), text, _BLANK)

    def is_thing(self, text: str) -> bool:
        """Whether a kind of equipment is named."""
        return any(self._rules.search("device_class_string", text.encode()))


class Line:
    """A line of running text, or a cell: in plain letters, without places and doubts about something else than its thing."""

    def __init__(self, text: str, words: Asides) -> None:
        self._words, self._told = words, plain(text)
        self._text = words.without("elsewhere", self._told)

    @property
    def names_nothing(self) -> bool:
        """Whether nothing that the line names is its thing: "or equal", "perhaps", "other than"."""
        return self._words.has("line", self._text)

    def clause(self, end: int) -> str:
        """What follows a place before a mark or what comes with the thing: "DS-7608NI-K2" of " DS-7608NI-K2 with 2 disks"."""
        behind = _CLAUSE.split(self._text[end:], maxsplit=1)[0]
        return behind[: min(self._words.starts("extra", behind), default=None)]

    def turns_away(self, start: int, end: int) -> bool:
        """Whether the name or number from one place to another is of another thing.

        "Battery for Hytera PD605", "Hikvision DS-2CD2143G2-I bracket", "replaces the Dahua dome"; and not "Hikvision
        DS-2CD2143G2-I dome with wall bracket", nor the number of a bracket that the maker makes itself.
        """
        has = self._words.has
        if any(has("own", told.lstrip().partition(" ")[0]) for told in (self._told[start:], self._told[end:])):
            return False
        before, behind = _SENTENCE.split(self._text[:start])[-1], _SENTENCE.split(self._text[end:], maxsplit=1)[0]
        return (
            has("behind", self._words.without("until", before))
            or has("close", before.rstrip())
            or self._is_head(before)
            or (not has("included", behind) and has("part", self._words.without("feature", self.clause(end))))
            or has("ahead", behind)
        )

    def _is_head(self, before: str) -> bool:
        """Whether a part or a work is what the line is about: no kind of equipment stands before it, or right before it."""
        bare = self._words.without("extra", before)
        for kind in ("part", "work"):
            for start in self._words.starts(kind, bare):
                ahead = bare[:start].replace(_BLANK, " ")
                if not self._words.is_thing(ahead) or self._words.is_thing(" ".join(ahead.split()[-1:])):
                    return True
        return False
