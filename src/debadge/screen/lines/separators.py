"""A model number without its hyphens, with those that its grammar puts into it: ``NVR30116S3P4`` is ``NVR301-16S3P4``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from debadge.identify.beginnings import LENGTH, beginnings
from debadge.model.signal import Signal

LEAST = 7  # letters and digits: a shorter number without hyphens is one of many things
_HYPHEN = "hyphen"


@dataclass(frozen=True, slots=True)
class _Loose:
    """A grammar whose hyphens may be missing."""

    pattern: re.Pattern[str]
    groups: int  # hyphens that may be


class Separators:
    """The grammars of one maker's or badge's numbers, as they read without hyphens."""

    def __init__(self, signals: Iterable[Signal]) -> None:
        """Loosen those grammars that are checked model numbers and have hyphens."""
        self._by_start: dict[str, list[_Loose]] = {}
        for signal in signals:
            if signal.field == "model_string" and signal.strength in {"model", "brand"}:
                for pattern in signal.patterns:
                    self._add(pattern)

    def _add(self, pattern: str) -> None:
        loose, groups = _loosened(pattern)
        starts = beginnings(pattern)
        if not groups or starts is None:
            return
        told = _Loose(re.compile(loose), groups)
        for start in {text.replace("-", "") for text in starts}:
            self._by_start.setdefault(start[: LENGTH - 1], []).append(told)

    def spelled(self, word: str) -> Iterator[str]:
        """The word with hyphens, by each grammar that reads it so; in capitals."""
        if len(word) < LEAST or not word.isalnum():
            return
        bare = word.upper()
        for loose in self._by_start.get(bare[: LENGTH - 1], ()):
            hit = loose.pattern.match(bare)
            if hit is None:
                continue
            places = [
                hit.start(f"{_HYPHEN}{number}") for number in range(loose.groups) if hit[f"{_HYPHEN}{number}"] == ""
            ]
            told = bare
            for place in sorted(places, reverse=True):
                told = f"{told[:place]}-{told[place:]}"
            if places:
                yield told


def _loosened(pattern: str) -> tuple[str, int]:
    """The pattern with each of its hyphens in a group of its own that may be empty; those of classes and asides stay."""
    told: list[str] = []
    depth, aside, in_class, groups, at = 0, 0, False, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            told.append(pattern[at : at + 2])
            at += 2
            continue
        if in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign == "(":
            depth += 1
            if not aside and pattern[at : at + 3] in {"(?=", "(?!", "(?<"}:
                aside = depth
        elif sign == ")":
            aside = 0 if depth == aside else aside
            depth -= 1
        elif sign == "-" and not aside:
            following = pattern[at + 1 : at + 2]
            if following not in {"*", "+", "?", "{"}:
                told.append(f"(?P<{_HYPHEN}{groups}>-?)")
                groups += 1
                at += 1
                continue
        told.append(sign)
        at += 1
    return "".join(told), groups
