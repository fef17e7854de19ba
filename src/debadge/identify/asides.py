"""Which names in a line are about another thing than the line: a part for it, its successor, its opposite, a doubt.

The words are in the fingerprint file of the channel `description`; where they stand decides. They are sought in plain letters:
lower case, without accents, one sign for one sign.
"""

from __future__ import annotations

import re

from debadge.identify.rules import Rules

_SENTENCE = re.compile(r"[;!]|\.\s")
_WITH = r"with|without|c/?w|c/a|w/(?=[a-z])|w/?(?=\s)|a/s|avec|inc(?:l\w*)?|and|et|plus|less|sans|on|sur|in|dans"
_CLAUSE = re.compile(rf"[,;:!()]|\.\s|\s[-\u2013\u2014+&|/]\s|(?<!\w)(?:(?:{_WITH})(?!\w)|w/(?=[a-z]))")
_EXTRA = re.compile(rf"(?<!\w)(?:(?:{_WITH}|[+&]|\d\s?[tg][bo])(?!\w)|w/(?=[a-z]))[^,;]*")
"""What comes with the thing: "recorder with 2 TB disk"; the size of a disk makes it an extra as well."""
_INCLUDED = re.compile(r"(?<!\w)(?:incl(?:u\w*)?|fourni\w*|supplied)(?!\w)")
_BY = re.compile(r"(?<!\w)(?:by|par)(?!\w)")  # "replaced by Hikvision" is Hikvision now
_CHANNEL = "description"


def same_clause(behind: str) -> str:
    """What follows a name before anything separates it."""
    return _CLAUSE.split(behind, maxsplit=1)[0]


class Asides:
    """The words that turn a name away from the thing of a line, ready to be asked."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def whole(self, text: str) -> bool:
        """Whether nothing that the line names is its thing: "or equal", "perhaps", "other than"."""
        return self._has("line", self._without("elsewhere", text))

    def at(self, text: str, start: int, end: int) -> bool:
        """Whether the name or number at these signs of a plain text is of another thing.

        "Battery for Hytera PD605", "Hikvision DS-2CD2143G2-I bracket", "replaces the Dahua dome"; and not "Hikvision
        DS-2CD2143G2-I dome with wall bracket", nor the number of a bracket that the maker makes itself.
        """
        if any(self._has("own", told.lstrip().partition(" ")[0]) for told in (text[start:], text[end:])):
            return False
        text = self._without("elsewhere", text)
        before, behind = _SENTENCE.split(text[:start])[-1], _SENTENCE.split(text[end:], maxsplit=1)[0]
        return (
            self._has("behind", _BY.split(before)[-1])
            or self._has("close", before.rstrip())
            or self._is_head(before)
            or (not _INCLUDED.search(behind) and self._has("part", self._without("feature", same_clause(behind))))
            or self._has("ahead", behind)
        )

    def _without(self, kind: str, text: str) -> str:
        """The text with other signs, as many, where words of a kind stood."""
        return self._rules.blank(_CHANNEL, ("aside", kind), text)

    def _is_head(self, before: str) -> bool:
        """Whether a part or a work is what the line is about: no kind of equipment stands before it, or right before it."""
        bare = _EXTRA.sub(" ", before)
        for kind in ("part", "work"):
            for start in self._rules.starts(_CHANNEL, ("aside", kind), bare):
                ahead = bare[:start]
                last = " ".join(ahead.split()[-1:])
                if not self._is_thing(ahead) or self._is_thing(last):
                    return True
        return False

    def _is_thing(self, text: str) -> bool:
        return any(self._rules.search("device_class_string", text.encode()))

    def _has(self, kind: str, text: str) -> bool:
        return any(True for _ in self._rules.starts(_CHANNEL, ("aside", kind), text))
