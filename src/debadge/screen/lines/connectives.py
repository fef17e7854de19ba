"""The small words of purchase lines as patterns: what they are is knowledge, how they stand together is said here."""

from __future__ import annotations

import re

from debadge.model.screening import Connectives, Terms

_MARKS = r"[\s,/&+-]*"  # between words that are joined
_ENDS = r"[;!?\n。；！]"


class Joints:
    """Ready to be asked about texts in plain small letters."""

    def __init__(self, told: Connectives) -> None:
        """Compile them."""
        self.sentence = re.compile(rf"{_ENDS}|{_unless_abbreviated(told.abbreviations)}\.\s")
        self.extras = re.compile(edged(told.extras))
        self.included = re.compile(rf"{edged(told.included)}(?! {_any(told.agents.words)})")
        self.often = re.compile(rf"(?:{_any(told.often.words)}\s+)*")
        self.joined = re.compile(rf"{_MARKS}(?:{either(told.joining)}{_MARKS})*")
        self.joined_of = re.compile(rf"{_MARKS}(?:{either(told.joining_of)}{_MARKS})*")
        self.filling = re.compile(rf"(?:[\s,.'\"\u2019(:/-]|\d+|{edged(told.filling)})*")
        self.describing = re.compile(rf"(?:[\s-]+(?!{_any(told.apart.words)}\b)\w+)?[\s-]+|")
        self.replacing = re.compile(either(told.replacing))
        self.passive = re.compile(rf"{_any(told.passive.words)}(?!\w)")
        self.purpose = re.compile(edged(told.purpose))
        self.putting_up = re.compile(either(told.putting_up))
        self.returning = re.compile(either(told.returning))
        self.heads = re.compile(rf"\s*(?:$|[^\w\s]|\d|{edged(told.heads)})")
        self.governing = re.compile(rf"\s*(?:{edged(told.governing)})")
        self.clause = re.compile(
            rf"[,;:*()（），。；]|{_unless_abbreviated(told.abbreviations)}\.\s|\s[-\u2013\u2014|/]\s"
        )
        self.listing = re.compile(rf"[\s,/&、，]*(?:{either(told.listing)}[\s,/]*)?")
        self.items = re.compile(rf"[,;+&]|{edged(told.items)}")
        self.there = re.compile(edged(told.there))
        self.there_behind = re.compile(edged(told.there_behind))
        self.beside = re.compile(rf"(?:{edged(told.beside)})$")
        self.no_endings = "|".join(told.no_endings.words)

    def is_filling(self, text: str, start: int) -> bool:
        """Whether all that follows a place may stand between a name and a word right before it."""
        return self.filling.fullmatch(text, start) is not None

    def sentence_at(self, line: str, start: int, end: int) -> tuple[int, int]:
        """From where to where the sentence goes in which a name stands."""
        begin = max((hit.end() for hit in self.sentence.finditer(line, 0, start)), default=0)
        stop = self.sentence.search(line, end)
        return begin, stop.start() if stop else len(line)


def edged(terms: Terms) -> str:
    """The pattern of words between edges, or of signs."""
    words = (rf"(?<!\w){_any(terms.words)}(?!\w)",) if terms.words else ()
    return "|".join((*words, *terms.signs))


def either(terms: Terms) -> str:
    """The pattern of words or signs, wherever they stand."""
    return _any((*terms.words, *terms.signs))


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


def _unless_abbreviated(told: Terms) -> str:
    whole = "".join(rf"(?<![\s.]{word})" for word in told.signs)
    return whole + "".join(f"(?<!{word})" for word in told.words)
