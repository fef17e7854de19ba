"""How well the words of a query and those of a listed name agree: the weight that agrees, against the weight that does not."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from debadge.screen.names.align import Alignment, Pair, Words
from debadge.screen.names.near import Alike
from debadge.screen.names.words import NameWords, Weights

PLACE, TRADE, CORE = "place", "trade", "core"
_ENOUGH = 8.0  # weight of other words that agree, with which a slip in a short word is looked at: one rare word
_TAIL = 4  # letters of a last word that may be a legal form with a slip in it
TAIL_WEIGHT = 1.5  # that it weighs at most
_KEPT = 100_000  # short words kept: some 10 MB; then all are forgotten
_AS_WHOLE = 0.8  # raw score of names that are the same letters with other blanks
_WHOLE_LETTERS, _WHOLE_LONG = 9, 14  # letters from which on one slip, and two, are allowed there
_TURNED = 0.1  # taken off where words are only like those of the other name, and stand the other way round
_EXACT = 0.95  # likeness from which on only look-alike letters and blanks differ
_TELLING = 5  # letters of the one word of a listed name that a group may be known by; of a party of ours, fewer
_SINGLE = 6  # letters of a single core word from which on it is hardly met twice


class Weighed(NamedTuple):
    """The raw score, and which words agreed how."""

    raw: float
    matched: tuple[tuple[str, str, str], ...]  # (query, listed, how)
    exact: bool = False  # whether a core word agrees without a slip, so that it is not only like the name


class Scale:
    """Weighs words: what they weigh, of which kind they are, how alike two are."""

    def __init__(
        self,
        weigh: Callable[[str], float],
        kind: Callable[[str], str],
        alike: Alike,
        weights: Weights,
        forms: Iterable[str],
        words: NameWords,
    ) -> None:
        self.weigh, self.kind, self.alike, self.weights = weigh, kind, alike, weights
        self._common, self._group = words.ordinary, words.group
        self._forms = tuple(sorted(form for form in forms if len(form) <= _TAIL))
        self._nearly_forms: dict[str, bool] = {}

    def compare(self, words: Words, *, tail: bool = False, known: bool = False) -> Weighed:
        """The share of the weight on both sides that agrees; what fails on both sides counts more than what one leaves out.

        Args:
            words: Both names.
            tail: Whether no legal form was found in the query, so that its last word may be one with a slip in it.
            known: Whether a short name of one word is known to be the firm's own, as our facts have them.
        """
        aligned = Alignment(words, self.alike, lambda word: self.kind(word) is TRADE)
        if aligned.left and aligned.right and self._agreed_exactly(aligned) >= _ENOUGH:
            aligned.short()
        told = self._told(aligned, tail=tail, known=known)
        one, other = words.asked, words.listed
        is_strained = aligned.left or aligned.right or any(pair.how == "near" for pair in aligned.pairs)
        return (
            self._as_whole(one, other, told)
            if told.raw < _AS_WHOLE and is_strained and len(one) + len(other) > 2
            else told
        )

    def _agreed_exactly(self, aligned: Alignment) -> float:
        listed = aligned.words.listed
        same = (listed[pair.listed] for pair in aligned.pairs if pair.likeness == 1)
        return sum(self.weigh(word) for word in same if self.kind(word) is CORE)

    def _told(self, aligned: Alignment, *, tail: bool, known: bool) -> Weighed:
        pairs, words, weights = aligned.pairs, aligned.words, self.weights
        agreed, failed, core = self._of_pairs(pairs, words)
        if not agreed:
            return Weighed(0.0, ())
        mine = self._sums(words.asked, aligned.left, tail_from=self.tail(words.asked, aligned.left, tail=tail))
        last = max(pair.listed for pair in pairs)
        cut_off = [j for j in aligned.right if words.cut and j > last]
        theirs = self._sums(words.listed, [j for j in aligned.right if j not in cut_off])
        failed += weights.extra * mine[CORE] + weights.missing * theirs[CORE]
        failed += weights.cut * sum(self.weigh(words.listed[j]) for j in cut_off)
        is_group = self._is_group(aligned, known=known)
        is_told = self._is_exact(pairs, words) or bool(aligned.right)
        failed += self._aside(mine, theirs, words.listed, is_group=is_group, is_told=is_told)
        failed += weights.doubt * self._doubt(pairs, words, known=known, is_group=is_group)
        raw = agreed / (agreed + failed)
        if not core and any(self.kind(word) is CORE for word in words.listed):
            raw *= weights.no_core
        inner = sorted(pairs)
        if any(one.listed > other.listed for one, other in itertools.pairwise(inner)):
            raw -= weights.order if any(one.likeness >= _EXACT for one in pairs) else _TURNED
        matched = tuple((words.asked[pair.asked], words.listed[pair.listed], pair.how) for pair in inner)
        return Weighed(max(raw, 0.0), matched, self._is_exact(pairs, words))

    def _is_exact(self, pairs: Sequence[Pair], words: Words) -> bool:
        """Whether a word that tells the firm agrees without a slip; of words that ordinary suppliers have it takes two.

        Words that say what a firm does tell nobody, also where a listed name writes them as one: "digital systems".
        """
        telling = {one.listed for one in pairs if self.kind(words.asked[one.asked]) is CORE or one.how != "joined"}
        same = {one.listed for one in pairs if one.likeness >= _EXACT and one.listed in telling}
        cores = [word for at in same if self.kind(word := words.listed[at]) is CORE]
        return len(cores) > 1 or any(word not in self._common for word in cores)

    def _is_group(self, aligned: Alignment, *, known: bool) -> bool:
        """Whether a name of one telling word agrees, and all that is beside it is what a group puts behind its name."""
        words = aligned.words
        if aligned.right or not aligned.left or not all(words.asked[i] in self._group for i in aligned.left):
            return False
        cores = [word for word in words.listed if self.kind(word) is CORE]
        same = all(one.likeness >= _EXACT for one in aligned.pairs)
        is_telling = len(cores) == 1 and cores[0] not in self._common and (known or len(cores[0]) >= _TELLING)
        return same and is_telling and min(aligned.left) > 0

    def _of_pairs(self, pairs: Sequence[Pair], words: Words) -> tuple[float, float, float]:
        """The weight that agrees, that of slips, and how much of what agrees is of core words."""
        agreed = failed = core = 0.0
        seen_asked: set[int] = set()
        seen_listed: set[int] = set()
        for i, j, likeness, how in pairs:
            one, other = words.asked[i], words.listed[j]
            mine = 0.0 if i in seen_asked else self.weigh(one)
            theirs = 0.0 if j in seen_listed else self.weigh(other)
            seen_asked.add(i)
            seen_listed.add(j)
            is_core = self.kind(other) is CORE
            # a slip in "technology" makes no rare word of it
            weight = (mine + theirs) / 2 if is_core or likeness == 1 else theirs or mine
            agreed += weight * likeness
            failed += weight * (1 - likeness)
            core += weight * likeness if is_core or how == "joined" else 0.0
        return agreed, failed, core

    def _doubt(self, pairs: Sequence[Pair], words: Words, *, known: bool, is_group: bool) -> float:
        """How often the doubt counts: once, again where no core word agrees, more where a single short one does."""
        cores = [w for pair in pairs if pair.likeness > 0.9 and self.kind(w := words.listed[pair.listed]) is CORE]
        if not cores:
            return 2.0 if known or len(pairs) > 1 else 3.0
        is_own = known and len(words.listed) == len(pairs) and (is_group or len(words.asked) == len(pairs))
        return 1.0 if len(cores) > 1 or is_own else 1.0 + max(0, _SINGLE - len(cores[0]))

    def _aside(
        self, mine: dict[str, float], theirs: dict[str, float], listed: Sequence[str], *, is_group: bool, is_told: bool
    ) -> float:
        """What places and trade words that do not agree cost."""
        weights = self.weights
        share = weights.trade_one_side
        if (mine[TRADE] and (theirs[TRADE] or theirs[CORE] or not is_told)) or (theirs[TRADE] and mine[CORE]):
            share = weights.trade_conflict
        elif is_group:
            share = weights.group
        elif mine[TRADE] and not any(self.kind(word) is TRADE for word in listed):
            share = weights.bare
        both = bool(mine[PLACE] and theirs[PLACE])
        place = weights.place_conflict if both else weights.place_one_side
        return share * (mine[TRADE] + theirs[TRADE]) + place * (mine[PLACE] + theirs[PLACE])

    def tail(self, words: Sequence[str], left: Sequence[int], *, tail: bool) -> int:
        """From which word on the rest is what slips of the pen may have made of a legal form: "Cy., Ld."."""
        at = len(words)
        while at > 1 and at - 1 in left and len(word := words[at - 1]) <= _TAIL:
            if not self._is_nearly_form(word) and not (tail and at == len(words)):
                break
            at -= 1
        return at

    def _is_nearly_form(self, word: str) -> bool:
        """Whether a short word is one slip away from a legal form."""
        told = self._nearly_forms.get(word)
        if told is None:
            if len(self._nearly_forms) > _KEPT:
                self._nearly_forms.clear()
            told = any(self.alike.edits(word, form) <= 1 for form in self._forms)
            self._nearly_forms[word] = told
        return told

    def _sums(self, words: Sequence[str], at: Iterable[int], tail_from: int = _KEPT) -> dict[str, float]:
        """The weight of some words by kind; those of the tail as trade words, and little."""
        told = {PLACE: 0.0, TRADE: 0.0, CORE: 0.0}
        for i in at:
            kind, weight = self.kind(words[i]), self.weigh(words[i])
            if i >= tail_from and kind is CORE:
                kind, weight = TRADE, min(weight, TAIL_WEIGHT)
            told[kind] += weight
        return told

    def _as_whole(self, asked: Sequence[str], listed: Sequence[str], told: Weighed) -> Weighed:
        """The same letters but for a slip or two, with blanks gone astray: "Gazpro mFlot"."""
        one, other = "".join(asked), "".join(listed)
        size = min(len(one), len(other))
        if size < _WHOLE_LETTERS or abs(len(one) - len(other)) > 2 or _numbers(asked) != _numbers(listed):
            return told
        edits = self.alike.edits(one, other)
        if edits > (2 if size >= _WHOLE_LONG else 1) or edits == self._apart(asked, listed):
            return told
        raw = (_AS_WHOLE if size >= _WHOLE_LONG else _AS_WHOLE - 0.04) - 0.04 * edits
        return Weighed(raw, ((" ".join(asked), " ".join(listed), "joined"),)) if raw > told.raw else told

    def _apart(self, asked: Sequence[str], listed: Sequence[str]) -> int:
        """Edits word by word, where both have as many words: a slip inside a word is weighed with that word."""
        if len(asked) != len(listed):
            return -1
        return sum(self.alike.edits(one, other) for one, other in zip(asked, listed, strict=True) if one != other)


def _numbers(words: Iterable[str]) -> set[str]:
    """Words that begin with a digit: the 54th institute is not the 55th."""
    return {word for word in words if word[0].isdigit()}
