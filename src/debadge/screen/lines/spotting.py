"""Where the words for actions stand in a text, rule by rule; in the name of a place they are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from debadge.model.screening import NEUTRAL, ActionRule, Places
from debadge.screen.lines.role import PART

_ANYWHERE = frozenset({NEUTRAL, PART, "buy"})
"""Actions of which no place is named: there are training centres and repair shops, and no battery rooms that are bought."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A word for an action."""

    action: str
    start: int
    end: int
    word: str


class Spotter:
    """The words for actions by where they stand, compiled."""

    def __init__(self, rules: Iterable[ActionRule], places: Places, no_endings: str) -> None:
        """Compile them; a word before one of ``no_endings`` is another word."""
        signs = "|".join(map(re.escape, places.signs))
        self._place_behind = re.compile(rf"[\s-]{{0,2}}(?:{'|'.join(places.behind)})(?!\w)|(?:{signs})")
        self._place_before = re.compile(rf"(?<!\w)(?:{'|'.join(places.before)}) (?:de |des |du |d.)?(?:la |l.)?$")
        self._by_place: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for rule in rules:
            self._by_place.setdefault(rule.place, []).append((rule.action, _pattern(rule, no_endings)))

    def find(self, place: str, text: str) -> list[Spotted]:
        """Every word of the rules of one place."""
        return [
            Spotted(action, hit.start(), hit.end(), hit[0])
            for action, pattern in self._by_place[place]
            for hit in pattern.finditer(text)
            if action in _ANYWHERE or not self._is_place(text, hit)
        ]

    def beside(self, text: str, start: int) -> re.Match[str] | None:
        """The word of likeness that begins at a place: "compatible"."""
        return next((hit for _, pattern in self._by_place["beside"] if (hit := pattern.match(text[start:]))), None)

    def close(self, text: str) -> Iterator[re.Match[str]]:
        """The words that turn a name right behind them away."""
        for _, pattern in self._by_place["close"]:
            yield from pattern.finditer(text)

    def spoken(self, text: str) -> Iterator[Spotted]:
        """The words that decide, wherever they stand, in a text in plain small letters."""
        for place in ("ahead", "behind"):
            yield from (one for one in self.find(place, text) if one.action != NEUTRAL)

    def _is_place(self, text: str, hit: re.Match[str]) -> bool:
        return bool(self._place_behind.match(text, hit.end()) or self._place_before.search(text[: hit.start()]))


def _pattern(rule: ActionRule, no_endings: str) -> re.Pattern[str]:
    longest = sorted(rule.words, key=lambda word: (-len(word), word))  # "fan kit" before "fan"
    words = rf"(?<![\w-])(?:{'|'.join(longest)})(?!\w|{no_endings})" if rule.words else ""
    return re.compile("|".join(part for part in (words, "|".join(rule.signs)) if part))


def longest(found: Iterable[Spotted]) -> list[Spotted]:
    """Without those that lie inside another: "support contract" is no support."""
    kept: list[Spotted] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept
