"""Who goes and who comes: "replace the old cameras with Hikvision", "swap Hikvision for Axis", "旧摄像机更换为大华摄像机"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from debadge.model.screening import Exchange, Exchanges, Terms
from debadge.screen.lines.ahead import Spans
from debadge.screen.lines.connectives import edged

IN, OUT = "in", "out"
_CLAUSE = r"[^,;，；。]*?"
_NOUNS = ("ment", "ments")  # "replacement with bracket"
_NAME = "_"  # stands for the letters of a name: those are no words of the line


@dataclass(frozen=True, slots=True)
class Side:
    """On which side of an exchange a name stands."""

    side: str  # IN or OUT
    word: str  # the verb, as written
    start: int  # of the verb
    edge: int  # where the side of what comes begins
    object: str  # what the verb takes away, where it stands before the name


@dataclass(frozen=True, slots=True)
class _Frame:
    verb: re.Pattern[str]
    over: re.Pattern[str]
    needs_name: bool


class Exchanged:
    """The verbs of exchange with their prepositions, compiled."""

    def __init__(self, told: Exchanges, filling: re.Pattern[str], old: Terms) -> None:
        """Compile them; ``filling`` may stand before a name, and ``old`` are the words for what goes."""
        self._filling, self._old = filling, re.compile(edged(old))
        self._frames = tuple(map(_frame, told.frames))
        self._any = re.compile("|".join(frame.verb.pattern for frame in self._frames))
        self._gone, self._come = _marker(told.out), _marker(told.come)
        self._taking = re.compile(edged(told.taking))

    def may_exchange(self, sentence: str) -> bool:
        """Whether a verb of exchange stands in it."""
        return self._any.search(sentence) is not None

    def side(self, sentence: str, span: tuple[int, int], named: Spans, own: str) -> Side | None:
        """The side on which a name stands; None where nothing is exchanged.

        Args:
            sentence: In plain small letters.
            span: Of the name in it, or of the list of names.
            named: Of all names in it.
            own: What stands behind the name and is its own.
        """
        text = _covered(sentence, named)
        if self._any.search(text, 0, span[0]):
            for pattern, side in ((self._gone, OUT), (self._come, IN)):
                if told := pattern.match(own):
                    return Side(side, told[0].split()[-1], span[0], span[0], "")
        found = [hit for frame in self._frames for hit in self._sides(frame, text, span)]
        return max(found, key=lambda one: (one.edge, one.side == IN)) if found else None

    def _sides(self, frame: _Frame, text: str, span: tuple[int, int]) -> Iterator[Side]:
        start, end = span
        for verb in frame.verb.finditer(text):
            if verb.end() <= start:
                yield from self._behind_verb(frame, text, verb, span)
            elif verb.start() >= end and not _named(text[end : verb.start()]) and _is_clause(text[end : verb.start()]):
                yield from self._before_verb(frame, text, verb, span)

    def _behind_verb(self, frame: _Frame, text: str, verb: re.Match[str], span: tuple[int, int]) -> Iterator[Side]:
        start, end = span
        overs = list(frame.over.finditer(text, verb.end(), start))
        for over in overs:
            is_passive = _is_said(text[: verb.start()]) and not _is_said(text[verb.end() : over.start()])
            if _is_said(text[verb.end() : over.start()]) or is_passive:
                gone = text[verb.end() : over.start()]
                yield Side(IN, verb[0], verb.start(), over.end(), gone)
        if self._takes(text[: verb.start()]):  # "用安讯士替换海康威视"
            yield Side(OUT, verb[0], verb.start(), verb.end(), "")
        follows = None if overs or verb[0].endswith(_NOUNS) else frame.over.search(text, end)
        if follows and (not frame.needs_name or self._names(text, follows.end())):
            yield Side(OUT, verb[0], verb.start(), verb.end(), "")

    def _before_verb(self, frame: _Frame, text: str, verb: re.Match[str], span: tuple[int, int]) -> Iterator[Side]:
        over = frame.over.match(text, verb.end()) or frame.over.match(text, verb.end() + 1)
        needs_name = frame.needs_name or verb[0].endswith(_NOUNS)
        if over and (not needs_name or self._names(text, over.end())):
            yield Side(OUT, verb[0], verb.start(), verb.end(), "")
        elif not over and not verb[0].isascii() and self._is_taken(text, verb, span[0]):
            yield Side(IN, verb[0], verb.start(), span[0], "")

    def _names(self, text: str, start: int) -> bool:
        """Whether a name follows, with small words between."""
        filled = self._filling.match(text, start)
        return text[filled.end() if filled else start :].startswith(_NAME)

    def _is_taken(self, text: str, verb: re.Match[str], start: int) -> bool:
        """Whether what stands before a Chinese verb comes: "用海康威视摄像机替换…", "海康威视摄像机替换旧摄像机"."""
        return self._takes(text[:start]) or self._old.match(text, verb.end()) is not None

    def _takes(self, text: str) -> bool:
        """Whether the clause before begins with a word for what is taken instead: "用"."""
        return self._taking.search(text) is not None


def _frame(told: Exchange) -> _Frame:
    return _Frame(re.compile(edged(told.verbs)), re.compile(edged(told.over)), told.needs_name)


def _marker(told: Terms) -> re.Pattern[str]:
    return re.compile(rf"{_CLAUSE}(?<![/-])(?:{edged(told)})(?=\s*(?:$|[,;.，；。]|and\b|et\b))")


def _covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + _NAME * (end - start) + text[end:]
    return text


def _is_said(text: str) -> bool:
    """Whether letters stand there, and not only numbers and marks."""
    return any(sign.isalpha() or sign == _NAME for sign in text)


def _named(text: str) -> bool:
    return _NAME in text


def _is_clause(text: str) -> bool:
    return re.search("[,;，；。]", text) is None
