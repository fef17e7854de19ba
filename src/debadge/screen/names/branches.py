"""A branch, an office, affiliates behind a name: they are the firm itself, or it with others, and tell nobody else."""

from __future__ import annotations

import re
from typing import NamedTuple

from debadge.screen.names.letters import folded
from debadge.screen.names.words import NameWords

_WORD = re.compile(r"&|[^\W_]+")
_MARK = re.compile(r"[,;|*(){}\[\]<>/–—]|\s-+\s")
_MOST = 5  # words of a branch behind a mark: "Succursale du Canada", "North York Regional Office"
_PLACE = 3  # words of a place that stands between a legal form and "Branch"
_NUMBERED = frozenset({"no", "number", "numero", "n", "nr"})


class _Word(NamedTuple):
    text: str  # folded
    start: int  # in the text


class Branches:
    """Takes branches off; one for a set of words."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        self._behind, self._offices, self._branches = words.behind, words.offices, words.branches
        ends = {phrase[-1] for phrase in self._behind}
        leads = {phrase[0] for phrase in self._branches | self._offices}
        told = sorted(re.escape(word) for word in ends | leads)
        self._maybe = re.compile(rf"\b(?:{'|'.join(told)})\b")

    def without(self, text: str) -> str | None:
        """The name before its branch or affiliates; None where there is none, or nothing before it."""
        if not self._maybe.search(folded(text)):
            return None
        at = self._cut(text)
        head = text[: at or 0].rstrip(" ,;|*({[<-–—/")
        return head if any(map(str.isalpha, head)) else None

    def _cut(self, text: str) -> int | None:
        """Where the name ends; None where nothing stands behind it."""
        words = [_Word(_plain(found[0]), found.start()) for found in _WORD.finditer(text)]
        bare = words[: _unnumbered(words)]
        marks = [mark.end() for mark in _MARK.finditer(text) if mark.end() <= (bare[-1].start if bare else 0)]
        piece = [word for word in bare if word.start >= marks[-1]] if marks else []
        before = len(bare) - len(piece)
        if piece and before:
            after_form = (bare[before - 1].text,) in self._words.end
            if self._is_branch([word.text for word in piece], after_form=after_form):
                return piece[0].start
        for take in (self._affiliates, self._branch_of, self._place_before):
            if (start := take(words if take == self._affiliates else bare)) is not None:
                return words[start].start if start else None
        return None

    def _is_branch(self, piece: list[str], *, after_form: bool) -> bool:
        """Whether a piece set off by a mark is a branch: "Toronto Office", "Succursale du Canada", "affiliates"."""
        if tuple(piece) in self._behind:
            return True
        if len(piece) > _MOST:
            return False
        if _size(piece, self._branches, at_end=True) or self._leads(piece):
            return True
        size = _size(piece, self._offices, at_end=True)
        return bool(size) and (size == len(piece) or after_form or self._is_place(piece[:-size]))

    def _leads(self, piece: list[str]) -> bool:
        """Whether a piece begins with a branch and goes on with its place: "Bureau de Toronto", "Zweigniederlassung Köln"."""
        if _size(piece, self._branches, at_end=False):
            return True
        size = _size(piece, self._offices, at_end=False)
        rest = piece[size:]
        return bool(size and rest) and (rest[0] in self._words.silent or self._is_place(rest))

    def _affiliates(self, words: list[_Word]) -> int | None:
        """At the end: "and affiliates", "Group of Companies"."""
        size = _size([word.text for word in words], self._behind, at_end=True)
        return len(words) - size if size else None

    def _branch_of(self, words: list[_Word]) -> int | None:
        """At the end, without a mark: "succursale de Montréal"."""
        plain = [word.text for word in words]
        for start in range(max(1, len(plain) - _MOST + 1), len(plain)):
            size = _size(plain[start:], self._branches, at_end=False)
            if size and len(plain) > start + size and plain[start + size] in self._words.silent:
                return start
        return None

    def _place_before(self, words: list[_Word]) -> int | None:
        """At the end: "Branch" with its place, or with whatever stands between it and a legal form."""
        plain = [word.text for word in words]
        office = _size(plain, self._offices, at_end=True)
        size = max(office, _size(plain, self._branches, at_end=True))
        if not size:
            return None
        stop = len(plain) - size
        for start in range(max(1, stop - _PLACE), stop + 1):
            if (plain[start - 1],) in self._words.end or self._is_place(plain[start:stop]):
                return start
        return stop if size > office else None

    def _is_place(self, words: list[str]) -> bool:
        places, phrases, canon = self._words.places, self._words.phrases, self._words.canon
        told = phrases.get(tuple(words)) or (canon.get(words[0], words[0]) if len(words) == 1 else "")
        return told in places


def _plain(word: str) -> str:
    return "and" if word == "&" else "".join(_WORD.findall(folded(word)))


def _unnumbered(words: list[_Word]) -> int:
    """How many words there are before the number of a branch: "Branch No. 12"."""
    at = len(words)
    while at and (words[at - 1].text.isdigit() or (at < len(words) and words[at - 1].text in _NUMBERED)):
        at -= 1
    return at


def _size(words: list[str], phrases: frozenset[tuple[str, ...]], *, at_end: bool) -> int:
    """Of how many words the longest phrase is at one end; 0 where there is none."""
    several = [len(one) for one in phrases if tuple(words[-len(one) :] if at_end else words[: len(one)]) == one]
    return max(several, default=0)
