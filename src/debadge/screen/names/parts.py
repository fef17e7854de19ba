"""What stands around a name in purchasing systems: labels, codes, a second name; each part is screened."""

from __future__ import annotations

import re
from collections.abc import Callable

from debadge.screen.names.words import NameWords

MAX_PARTS = 6  # parts screened of one name; an honest one has three
_WORD = re.compile(r"[^\W_]")
_CODE = re.compile(r"^\s*(?:#?\s*[a-z]{0,4}[-_]?\d{3,}[-_]?\d*\s*(?:[-–—:|/.,_]+\s*|\s+(?=\D))|\d{4,}_)")
_CODE_BEHIND = re.compile(r"\s*[-–—#(\[|/]+\s*(?:no\.?\s*)?#?\d{4,}[)\]]?\s*$")
_CODE_HEAD = 8  # characters in which a code has a digit


class Parts:
    """Takes a name apart; one for a set of words."""

    def __init__(self, words: NameWords, says_where: Callable[[str], bool]) -> None:
        """``says_where``: whether a text holds places and legal forms only."""
        marks = sorted((re.escape(part) for part in (*words.parts, *words.parents)), key=len, reverse=True)
        marked = "|".join(mark.replace(r"\ ", r"\s+") for mark in marks)
        # a mark stands before a name: "A/S" at the end of one is its legal form
        between = rf"(?<![\w/.])(?:{marked})(?![\w/])(?:[.:]|(?<=\.),)?(?=\s*\w)|[;|\n]|\s+/+\s+|\s-\s(?=(?:{marked}))"
        self._between = re.compile(f"(?:{between})", re.IGNORECASE)
        # asked of every name, in lower case: without IGNORECASE the engine jumps to signs that a mark begins with
        self._maybe = re.compile(rf"(?<!\w)(?:{'|'.join(mark.lower() for mark in marks)})|[;|\n]| /")
        self._below = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words.parents))})\s*[-:.]*\s*", re.IGNORECASE)
        addressed = "|".join(re.escape(one).replace(r"\ ", r"\s*") for one in words.addressed)
        self._addressed = re.compile(rf"^\s*(?:{addressed})(?![\w/])[.,:]*\s*(?=\w)", re.IGNORECASE)
        labels = "|".join(re.escape(label) for label in sorted(words.labels, key=len, reverse=True))
        self._label = re.compile(rf"^\s*(?:{labels})(?:\s+name)?\s*(?:no\.?|#|id)?\s*[:=]\s*", re.IGNORECASE)
        self._says_where = says_where

    def with_parent(self, text: str) -> str | None:
        """A row as its list writes it, with its parent and the mark between them, as one name; None where no mark is."""
        told = self._below.sub(", ", text)
        return told if told != text else None

    def below_parent(self, text: str) -> str:
        """Of a row that names its parent first, the name that the row is about."""
        return self._below.split(text)[-1] or text

    def without_label(self, text: str) -> str:
        """Without "SHIP FROM:" and the like, and without how a firm is addressed: "M/s Nightjar Traders"."""
        label = self._label.match(text)
        text = text[label.end() :] if label else text
        addressed = self._addressed.match(text)
        return text[addressed.end() :] if addressed else text

    def without_code(self, text: str) -> str:
        """Without a number before or behind it; that of a numbered company is its name, and stays."""
        head = text[:_CODE_HEAD]
        if (head[:1] in ("#", " ") or head[:1].isdigit() or head.upper() == head) and any(map(str.isdigit, head)):
            found = _CODE.match(text.lower())
            rest = text[found.end() :] if found else ""
            if any(map(str.isalpha, rest)) and not self._says_where(self._between.split(rest)[0]):
                text = rest
        if text[-1:].isdigit() or text[-2:-1].isdigit():
            text = _CODE_BEHIND.sub("", text) or text
        return text

    def apart(self, text: str) -> list[str]:
        """The first `MAX_PARTS` parts between o/a, c/o, formerly, slashes …; the text itself where there are none."""
        return self._all(text)[:MAX_PARTS]

    def has_too_many(self, text: str) -> bool:
        """Whether some parts would not be read."""
        return len(self._all(text)) > MAX_PARTS

    def _all(self, text: str) -> list[str]:
        if not self._maybe.search(text.lower()):
            return [text]
        return [part for part in self._between.split(text) if _WORD.search(part)] or [text]
