"""Words that nearly are others: found by pieces of three that two slips of the pen leave whole, then measured.

A word of n letters is cut in three; two edits leave one piece untouched, at most two places away. So the pieces are kept by
length, number and letters (positional n-grams), and a stranger asks for each piece around its place. What is found is measured.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from debadge.screen.names.letters import pinyin_key, skeleton, syllables

SHORT = 5  # letters; a word under it matches exactly or is another word (VIA and VIP)
LOOK_ALIKE = 0.97  # likeness of words that only look-alike letters tell apart
_TWO_EDITS = 8  # letters from which on two edits are still the same word
_OTHER_SOUND = 0.7  # likeness of words that are other syllables of pinyin: weighed, and never enough alone
_OTHER = 9  # edits told of two numbers: more than any that are asked for
_KEPT = 50_000  # answers kept: some 10 MB; then all are forgotten


class Alike:
    """How alike two words are; the same two are measured once."""

    def __init__(self) -> None:
        from rapidfuzz.distance import OSA  # noqa: PLC0415  # loaded only to screen

        self.distance: Any = OSA.distance
        self._kept: dict[tuple[str, str], float] = {}

    def __call__(self, one: str, other: str) -> float:
        """1 for the same word, 0.97 for look-alike letters, less for one edit and two, 0 for other words."""
        if one == other:
            return 1.0
        key = (one, other)
        told = self._kept.get(key)
        if told is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            told = self._kept[key] = self._measure(one, other)
        return told

    def edits(self, one: str, other: str) -> int:
        """Letters added, left out, changed or swapped between two short words; a number is no slip of another."""
        return _OTHER if one[:1].isdigit() or other[:1].isdigit() else int(self.distance(one, other))

    def _measure(self, one: str, other: str) -> float:
        shorter, longer = sorted((len(one), len(other)))
        if longer - shorter > 4:  # two edits, and a look-alike of two letters
            return 0.0
        if one.isdigit() or other.isdigit():
            return 0.0
        if skeleton(one) == skeleton(other):
            return (
                LOOK_ALIKE if shorter >= SHORT or _by_digits(one, other) else 0.0
            )  # "cairn" is not "caim", TCI not TCL
        if one[0].isdigit() or other[0].isdigit():  # the 54th institute is not the 55th
            return 0.0
        if shorter < SHORT - 1 or longer < SHORT:
            return 0.0
        edits = self.distance(one, other, score_cutoff=2)
        if edits <= 2 and shorter > SHORT and _other_sound(one, other):
            return _OTHER_SOUND
        if edits == 1:
            if shorter < SHORT:  # a letter of five was left out
                return 0.78
            return (0.92 if longer >= _TWO_EDITS else 0.88 if longer > SHORT else 0.84) - 0.03 * (one[0] != other[0])
        if edits == 2 and longer > SHORT:
            likeness = 0.86 if longer >= 10 else 0.83 if longer >= _TWO_EDITS else 0.62
            return likeness - 0.04 * (one[0] != other[0])
        return 0.0


def _other_sound(one: str, other: str) -> bool:
    """Whether both words are pinyin, and of other syllables: Xianghe and Xiangmei are two firms, and no slip."""
    return bool(syllables(one)) and bool(syllables(other)) and pinyin_key(one) != pinyin_key(other)


def _by_digits(one: str, other: str) -> bool:
    """Whether only digits that stand for letters tell two words apart: "dj1" and "dji"."""
    return len(one) == len(other) and all(a == b or a.isdigit() != b.isdigit() for a, b in zip(one, other, strict=True))


class Lexicon:
    """Words of lists, to be asked for what a stranger's word nearly is."""

    def __init__(self, words: Iterable[str], alike: Alike, least: float) -> None:
        from rapidfuzz.process import extract  # noqa: PLC0415  # loaded only to screen

        self._alike, self._least, self._extract = alike, least, extract
        self._pieces: dict[str, list[str]] = {}
        self._skeletons: dict[str, list[str]] = {}
        self._kept: dict[str, tuple[tuple[str, float], ...]] = {}
        self._longest = 0
        for word in sorted(set(words)):
            self._skeletons.setdefault(skeleton(word), []).append(word)
            size = len(word)
            if size >= SHORT and not word.isdigit():
                self._longest = max(self._longest, size)
                third = size // 3
                for number, (start, stop) in enumerate(((0, third), (third, size - third), (size - third, size))):
                    self._pieces.setdefault(f"{size}{'xyz'[number]}{word[start:stop]}", []).append(word)

    def near(self, word: str) -> tuple[tuple[str, float], ...]:
        """(word of the lists, likeness), the same word first."""
        told = self._kept.get(word)
        if told is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            told = self._kept[word] = self._find(word)
        return told

    def _find(self, word: str) -> tuple[tuple[str, float], ...]:
        found: set[str] = set()
        size = len(word)
        if size >= SHORT - 1 and not word.isdigit() and size <= self._longest + 2:
            slips = 2 if size > SHORT + 1 else 1
            pieces = self._pieces
            for other in range(max(SHORT, size - slips), size + slips + 1):
                third, back = other // 3, size - other
                keys = [f"{other}x{word[:third]}", f"{other}z{word[size - third :]}"]
                around = range(-1, 2) if back == 0 else range(min(0, back), max(0, back) + 1)
                keys += [f"{other}y{word[third + shift : other - third + shift]}" for shift in around]
                for key in keys:
                    if known := pieces.get(key):
                        found.update(known)
            told = self._extract(word, found, scorer=self._alike.distance, score_cutoff=slips, limit=None)
            found = {other for other, _, _ in told}
        found.update(self._skeletons.get(skeleton(word), ()))
        measured = ((other, self._alike(word, other)) for other in found)
        return tuple(
            sorted((pair for pair in measured if pair[1] >= self._least), key=lambda pair: (-pair[1], pair[0]))
        )
