"""Which words of a query go with which of a listed name: the same, nearly the same, short for it, written as one, cut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from debadge.screen.names.near import LOOK_ALIKE, SHORT, Alike

_BEGUN = 5  # letters of a last word that begins a listed one where the name has no length at which fields cut
_PREFIX = 4  # letters of an abbreviation that a trade word begins with: "electro"
_LONG = 12  # letters of a joined word from which on it may hold a slip as well
_ALL_LONG = 10  # letters of all that is left from which on it may hold two slips
_ALL_LEAST = 0.8  # likeness of all that is left on both sides, each as one word


class Pair(NamedTuple):
    """That a word of the query goes with a word of the listed name."""

    asked: int
    listed: int
    likeness: float
    how: str  # same | near | look_alike | cut | abbreviation | joined | short


class Words(NamedTuple):
    """The words of both sides, as they stand for their spellings and as they were written."""

    asked: Sequence[str]
    listed: Sequence[str]
    asked_written: Sequence[str]
    listed_written: Sequence[str]
    cut: bool  # the end of the query may have been cut off


class Alignment:
    """The pairs of two names, found step by step; a word goes once, unless it is written as two."""

    def __init__(self, words: Words, alike: Alike, is_trade: Callable[[str], bool]) -> None:
        self.words, self._alike, self._is_trade = words, alike, is_trade
        self.left, self.right = list(range(len(words.asked))), list(range(len(words.listed)))
        self.pairs: list[Pair] = []
        self._same()
        for step in (self._nearly, self._joined):
            if self.left and self.right:
                step()
        if self.left or self.right:
            self._absorbed()

    def _pair(self, i: int, j: int, likeness: float, how: str) -> None:
        if i in self.left:
            self.left.remove(i)
        if j in self.right:
            self.right.remove(j)
        self.pairs.append(Pair(i, j, likeness, how))

    def _same(self) -> None:
        listed = self.words.listed
        for i in tuple(self.left):
            word = self.words.asked[i]
            j = next((j for j in self.right if listed[j] == word), None)
            if j is not None:
                self._pair(i, j, 1.0, "same")

    def _nearly(self) -> None:
        found = [(*self._likeness(i, j), i, j) for i in self.left for j in self.right]
        for likeness, how, i, j in sorted((one for one in found if one[0]), key=lambda one: (-one[0], one[2:])):
            if i in self.left and j in self.right:
                self._pair(i, j, likeness, how)

    def _likeness(self, i: int, j: int) -> tuple[float, str]:
        """How alike two words are, as they stand or as they were written, and in which way."""
        words = self.words
        one, other = words.asked[i], words.listed[j]
        likeness = self._alike(one, other) or self._alike(words.asked_written[i], words.listed_written[j])
        if likeness:
            return likeness, "look_alike" if likeness == LOOK_ALIKE else "near"
        if i == len(words.asked) - 1 and self._is_cut(one, (other, words.listed_written[j])):
            return LOOK_ALIKE, "cut"
        begins = min(len(one), len(other)) >= _PREFIX and (other.startswith(one) or one.startswith(other))
        return (0.9, "abbreviation") if begins and self._is_trade(other) else (0.0, "")

    def _is_cut(self, last: str, known: Sequence[str]) -> bool:
        """Whether a last word is the beginning of a known one, as it stands or was written: "comme" of "commerce"."""
        least = 2 if self.words.cut else _BEGUN
        return len(last) >= least and any(word.startswith(last) for word in known)

    def _joined(self) -> None:
        """Words that one side writes as one: two neighbours against a word, then all that is left against all that is left."""
        self._neighbours(self.left, self.words.asked, self.right, self.words.listed, turned=False)
        self._neighbours(self.right, self.words.listed, self.left, self.words.asked, turned=True)
        left, right = tuple(self.left), tuple(self.right)
        if not left or not right or len(left) == len(right) == 1:
            return
        one = "".join(self.words.asked[i] for i in left)
        likeness = self._alike(one, "".join(self.words.listed[j] for j in right))
        if likeness >= (_ALL_LEAST if len(one) >= _ALL_LONG else 0.92):
            for n in range(max(len(left), len(right))):
                i, j = left[min(n, len(left) - 1)], right[min(n, len(right) - 1)]
                self._pair(i, j, 0.97 * likeness, "joined")

    def _neighbours(
        self, mine: list[int], own: Sequence[str], theirs: list[int], other: Sequence[str], *, turned: bool
    ) -> None:
        for i in tuple(mine):
            if i not in mine or i + 1 not in mine:
                continue
            both = own[i] + own[i + 1]
            found = max(((self._alike(both, other[j]), -j) for j in theirs), default=(0.0, 0))
            if found[0] >= (0.84 if len(both) >= _LONG else 0.95):
                for at in (i, i + 1):
                    self._pair(*((-found[1], at) if turned else (at, -found[1])), 0.98 * found[0], "joined")

    def _absorbed(self) -> None:
        """A piece of a word that was matched by its other piece: "hik" and "vision" beside "hikvision"."""
        for n, pair in enumerate(tuple(self.pairs)):
            self._absorb(n, pair, self.words.asked, pair.asked, self.words.listed[pair.listed], turned=False)
            self._absorb(n, pair, self.words.listed, pair.listed, self.words.asked[pair.asked], turned=True)

    def _absorb(self, n: int, pair: Pair, own: Sequence[str], at: int, other: str, *, turned: bool) -> None:
        mine = self.right if turned else self.left
        for beside in (at - 1, at + 1):
            if beside in mine:
                first, second = sorted((at, beside))
                found = self._alike(own[first] + own[second], other)
                is_better = pair.how != "same" and found > pair.likeness and len(other) >= _LONG
                if found > 0.9 or is_better:
                    self.pairs[n] = pair._replace(likeness=max(found, pair.likeness) * 0.98, how="joined")
                    self._pair(*((pair.asked, beside) if turned else (beside, pair.listed)), LOOK_ALIKE, "joined")
                    return

    def short(self) -> None:
        """Pairs of short words one slip apart; only for names of which rarer words agree."""
        for i in tuple(self.left):
            for j in tuple(self.right):
                one, other = self.words.asked[i], self.words.listed[j]
                if max(len(one), len(other)) < SHORT and i in self.left and self._alike.edits(one, other) == 1:
                    self._pair(i, j, 0.6, "short")
