"""Lines of a fixed number of columns: wide characters count two, combining ones none (UAX #11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

WIDTH = 80


def width(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(_width(c) for c in text)


def _width(char: str) -> int:
    if combining(char) or char == "\u200b":
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most ``columns``; a word that is longer is broken. A text without words is one empty line."""
    lines, line = [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, columns)
        lines += whole
    return [*lines, line]


def _broken(word: str, columns: int) -> Iterator[str]:
    line, used = "", 0
    for char in word:
        wide = _width(char)
        if line and used + wide > columns:
            yield line
            line, used = "", 0
        line, used = line + char, used + wide
    yield line


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text with blanks up to ``columns``, on its right unless it is set to the right."""
    blanks = " " * max(columns - width(text), 0)
    return blanks + text if right else text + blanks


def centre(text: str, columns: int = WIDTH) -> str:
    """The text in the middle of a line, without blanks behind it."""
    return " " * max((columns - width(text)) // 2, 0) + text


def indented(text: str, first: str, rest: str, columns: int = WIDTH) -> list[str]:
    """Wrapped lines, the first after one indent and the others after another of the same width."""
    lines = wrap(text, columns - width(rest))
    return [(first if number == 0 else rest) + line for number, line in enumerate(lines)]


def laid_out(cells: Sequence[str], columns: Sequence[int], rights: Sequence[bool], gap: str = "  ") -> list[str]:
    """One row of a table, each cell wrapped in its column."""
    wrapped = [wrap(cell, space) for cell, space in zip(cells, columns, strict=True)]
    height = max(len(lines) for lines in wrapped)
    told = []
    for number in range(height):
        parts = [
            pad(lines[number] if number < len(lines) else "", space, right=right)
            for lines, space, right in zip(wrapped, columns, rights, strict=True)
        ]
        told.append(gap.join(parts).rstrip())
    return told
