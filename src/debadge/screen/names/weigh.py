"""How well the words of a query and those of a listed name agree: the weight that agrees, against the weight that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from debadge.screen.names.near import SHORT, Alike
from debadge.screen.names.words import Weights

PLACE, TRADE, CORE = "place", "trade", "core"
_ENOUGH = 8.0  # weight of other words that agree, with which a slip in a short word is looked at: one rare word
_TAIL = 4  # letters of a last word that may be a legal form with a slip in it
_TAIL_WEIGHT = 1.5  # that it weighs at most
_KEPT = 100_000  # short words kept: some 10 MB; then all are forgotten
_AS_WHOLE = 0.8  # raw score of names that are the same letters with other blanks
_WHOLE_LETTERS, _WHOLE_LONG = 9, 14  # letters from which on one slip, and two, are allowed there
_WHOLE = 6  # letters of a single word from which on it is hardly met twice
_LONG = 12  # letters of a joined word from which on it may hold a slip as well
_PREFIX = 4  # letters of an abbreviation that a trade word begins with: "electro"


class Weighed(NamedTuple):
    """The raw score, and which words agreed how."""

    raw: float
    matched: tuple[tuple[str, str, str], ...]  # (query, listed, how)


class Scale:
    """Weighs words: what they weigh, of which kind they are, how alike two are."""

    def __init__(
        self, weigh: Callable[[str], float], kind: Callable[[str], str], alike: Alike, weights: Weights,
        forms: Iterable[str],
    ) -> None:  # fmt: skip
        self.weigh, self.kind, self.alike, self.weights = weigh, kind, alike, weights
        self._forms = tuple(sorted(form for form in forms if len(form) <= _TAIL))
        self._nearly_forms: dict[str, bool] = {}

    def is_nearly_form(self, word: str) -> bool:
        """Whether a short word is one slip away from a legal form."""
        told = self._nearly_forms.get(word)
        if told is None:
            if len(self._nearly_forms) > _KEPT:
                self._nearly_forms.clear()
            told = any(self.alike.edits(word, form) <= 1 for form in self._forms)
            self._nearly_forms[word] = told
        return told

    def compare(
        self, asked: Sequence[str], listed: Sequence[str], *, cut: bool, tail: bool = False, known: bool = False,
        written: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> Weighed:  # fmt: skip
        """The share of the weight on both sides that agrees; what fails on both sides counts more than what one leaves out.

        Args:
            asked: Words of the query, in order.
            listed: Words of the listed name, in order.
            cut: Whether the end of the query may have been cut off.
            known: Whether a short name of one word is known to be the firm's own, as our facts have them.
            written: The words of both as they were written, where those stand for them.
            tail: Whether no legal form was found in the query, so that its last word may be one with a slip in it.
        """
        left, right = list(range(len(asked))), list(range(len(listed)))
        pairs: list[tuple[int, int, float, str]] = []
        self._same(asked, listed, left, right, pairs)
        if left and right:
            self._nearly(asked, listed, left, right, pairs, cut=cut, written=written or (asked, listed))
        if left and right:
            self._joined(asked, listed, left, right, pairs)
        if left or right:
            self._absorbed(asked, listed, left, right, pairs)
        if left and right:
            self._short(asked, listed, left, right, pairs)
        told = self._told(asked, listed, left, right, pairs, cut=cut, tail=tail, known=known)
        if told.raw < _AS_WHOLE and (left or right or any(how == "near" for *_, how in pairs)) and len(asked) + len(listed) > 2:  # noqa: PLR2004
            return self._as_whole(asked, listed, told)
        return told

    def _as_whole(self, asked: Sequence[str], listed: Sequence[str], told: Weighed) -> Weighed:
        """The same letters but for a slip or two, with blanks gone astray: "Gazpro mFlot"."""
        one, other = "".join(asked), "".join(listed)
        size = min(len(one), len(other))
        if size < _WHOLE_LETTERS or abs(len(one) - len(other)) > 2:  # noqa: PLR2004
            return told
        edits = self.alike.edits(one, other)
        if edits > (2 if size >= _WHOLE_LONG else 1) or (edits == self._apart(asked, listed)):
            return told
        raw = (_AS_WHOLE if size >= _WHOLE_LONG else _AS_WHOLE - 0.04) - 0.04 * edits
        return Weighed(raw, ((" ".join(asked), " ".join(listed), "joined"),)) if raw > told.raw else told

    def _apart(self, asked: Sequence[str], listed: Sequence[str]) -> int:
        """Edits word by word, where both have as many words: a slip inside a word is weighed with that word."""
        if len(asked) != len(listed):
            return -1
        return sum(self.alike.edits(one, other) for one, other in zip(asked, listed, strict=True) if one != other)

    def _same(
        self, asked: Sequence[str], listed: Sequence[str], left: list[int], right: list[int], pairs: list[tuple[int, int, float, str]]
    ) -> None:
        for i in tuple(left):
            word = asked[i]
            for j in right:
                if listed[j] == word:
                    left.remove(i)
                    right.remove(j)
                    pairs.append((i, j, 1.0, "same"))
                    break

    def _nearly(
        self, asked: Sequence[str], listed: Sequence[str], left: list[int], right: list[int],
        pairs: list[tuple[int, int, float, str]], *, cut: bool, written: tuple[Sequence[str], Sequence[str]],
    ) -> None:  # fmt: skip
        mine, theirs = written
        found: list[tuple[float, int, int, str]] = []
        for i in left:
            word = asked[i]
            for j in right:
                other = listed[j]
                likeness, how = self.alike(word, other), "near"
                if likeness == 0.97:  # noqa: PLR2004  # as `Alike` says it of look-alikes
                    how = "look_alike"
                if not likeness and (mine[i] is not word or theirs[j] is not other):
                    likeness = self.alike(mine[i], theirs[j])
                if not likeness:
                    if cut and i == len(asked) - 1 and other.startswith(word) and len(word) > 1:
                        likeness, how = 0.97, "cut"
                    elif (len(word) >= _PREFIX and other.startswith(word) and self.kind(other) is TRADE) or (
                        len(other) >= _PREFIX and word.startswith(other) and self.kind(other) is TRADE
                    ):
                        likeness, how = 0.9, "abbreviation"
                if likeness:
                    found.append((-likeness, i, j, how))
        for likeness, i, j, how in sorted(found):
            if i in left and j in right:
                left.remove(i)
                right.remove(j)
                pairs.append((i, j, -likeness, how))

    def _joined(
        self, asked: Sequence[str], listed: Sequence[str], left: list[int], right: list[int], pairs: list[tuple[int, int, float, str]]
    ) -> None:
        """Words that one side writes as one: two neighbours against a word, then all that is left against all that is left."""
        for mine, theirs, own, other, turned in ((left, right, asked, listed, False), (right, left, listed, asked, True)):
            for i in tuple(mine):
                if i not in mine or i + 1 not in mine:
                    continue
                both = own[i] + own[i + 1]
                best = max(theirs, key=lambda j: self.alike(both, other[j]), default=None)
                if best is not None and (
                    likeness := self.alike(both, other[best])
                ) >= (0.84 if len(both) >= _LONG else 0.95):
                    mine.remove(i)
                    mine.remove(i + 1)
                    theirs.remove(best)
                    at = [(best, i), (best, i + 1)] if turned else [(i, best), (i + 1, best)]
                    pairs += [(q, c, 0.98 * likeness, "joined") for q, c in at]
        if not left or not right or (len(left) == 1 and len(right) == 1):
            return
        likeness = self.alike("".join(asked[i] for i in left), "".join(listed[j] for j in right))
        if likeness >= 0.8:  # noqa: PLR2004
            longer = max(len(left), len(right))
            pairs += [
                (left[min(n, len(left) - 1)], right[min(n, len(right) - 1)], 0.97 * likeness, "joined") for n in range(longer)
            ]
            left.clear()
            right.clear()

    def _short(
        self, asked: Sequence[str], listed: Sequence[str], left: list[int], right: list[int], pairs: list[tuple[int, int, float, str]]
    ) -> None:
        """A slip in a short word counts for a little where rarer words of the name agree; alone it is another name."""
        agreed = sum(self.weigh(listed[j]) for _, j, likeness, _ in pairs if likeness == 1 and self.kind(listed[j]) is CORE)
        if agreed < _ENOUGH:
            return
        for i in tuple(left):
            for j in tuple(right):
                sizes = {len(asked[i]), len(listed[j])}
                if max(sizes) < SHORT and self.alike.edits(asked[i], listed[j]) == 1 and i in left and j in right:
                    left.remove(i)
                    right.remove(j)
                    pairs.append((i, j, 0.6, "short"))

    def _absorbed(
        self, asked: Sequence[str], listed: Sequence[str], left: list[int], right: list[int], pairs: list[tuple[int, int, float, str]]
    ) -> None:
        """A piece of a word that was matched by its other piece: "sec urity" where "sec" stood for "security"."""
        for n, (i, j, likeness, how) in enumerate(tuple(pairs)):
            for mine, own, other, at, turned in ((left, asked, listed[j], i, False), (right, listed, asked[i], j, True)):
                for beside in (at - 1, at + 1):
                    if beside in mine:
                        first, second = sorted((at, beside))
                        both = own[first] + own[second]
                        if (found := self.alike(both, other)) > 0.9 or (how != "same" and found > likeness):  # noqa: PLR2004
                            mine.remove(beside)
                            pairs[n] = (i, j, max(found, likeness) * 0.98, "joined")
                            pairs.append((i, beside, 0.97, "joined") if turned else (beside, j, 0.97, "joined"))
                            break

    def _told(
        self, asked: Sequence[str], listed: Sequence[str], left: list[int], right: list[int],
        pairs: list[tuple[int, int, float, str]], *, cut: bool, tail: bool, known: bool,
    ) -> Weighed:  # fmt: skip
        weights, weigh, kind = self.weights, self.weigh, self.kind
        agreed = failed = core = 0.0
        seen_asked: set[int] = set()
        seen_listed: set[int] = set()
        for i, j, likeness, _ in pairs:
            mine = weigh(asked[i]) if i not in seen_asked else 0.0
            theirs = weigh(listed[j]) if j not in seen_listed else 0.0
            seen_asked.add(i)
            seen_listed.add(j)
            weight = (mine + theirs) / 2
            if likeness < 1.0 and kind(listed[j]) is not CORE:  # a slip in "technology" makes no rare word of it
                weight = theirs or mine
            agreed += weight * likeness
            failed += weight * (1 - likeness)
            if kind(listed[j]) is CORE or "joined" == _:
                core += weight * likeness
        if not agreed:
            return Weighed(0.0, ())
        last = max(j for _, j, _, _ in pairs)
        mine_of, theirs_of = self._sums(asked, left, tail_from=self._tail(asked, left, tail=tail)), {PLACE: 0.0, TRADE: 0.0, CORE: 0.0}
        cut_off = 0.0
        for j in right:
            if cut and j > last:
                cut_off += weigh(listed[j])
            else:
                theirs_of[kind(listed[j])] += weigh(listed[j])
        failed += weights.extra * mine_of[CORE] + weights.missing * theirs_of[CORE] + weights.cut * cut_off
        failed += self._aside(mine_of, theirs_of, listed)
        failed += weights.doubt
        known = known and len(asked) == len(listed) == len(pairs)
        cores = [listed[j] for _, j, likeness, _ in pairs if kind(listed[j]) is CORE and likeness > 0.9]  # noqa: PLR2004
        if not cores:
            failed += weights.doubt
        elif len(cores) == 1 and len(cores[0]) < _WHOLE and not known:
            failed += weights.doubt * (_WHOLE - len(cores[0]))
        raw = agreed / (agreed + failed)
        if not core and any(kind(word) is CORE for word in listed):
            raw *= weights.no_core
        if [j for _, j, _, _ in sorted(pairs)] != sorted(j for _, j, _, _ in pairs):
            raw -= weights.order
        return Weighed(max(raw, 0.0), tuple((asked[i], listed[j], how) for i, j, _, how in sorted(pairs)))

    def _aside(self, mine: dict[str, float], theirs: dict[str, float], listed: Sequence[str]) -> float:
        """What places and trade words that do not agree cost."""
        weights = self.weights
        trade = mine[TRADE] + theirs[TRADE]
        place = mine[PLACE] + theirs[PLACE]
        share = weights.trade_one_side
        if mine[TRADE] and (theirs[TRADE] or theirs[CORE]):
            share = weights.trade_conflict
        elif mine[TRADE] and not any(self.kind(word) is TRADE for word in listed):
            share = weights.bare
        elif theirs[TRADE] and mine[CORE]:
            share = weights.trade_conflict
        both = bool(mine[PLACE] and theirs[PLACE])
        return share * trade + (weights.place_conflict if both else weights.place_one_side) * place

    def _tail(self, words: Sequence[str], left: Sequence[int], *, tail: bool) -> int:
        """From which word on the rest is what slips of the pen may have made of a legal form: "Cy., Ld."."""
        at = len(words)
        while at > 1 and at - 1 in left and len(words[at - 1]) <= _TAIL and (self.is_nearly_form(words[at - 1]) or (tail and at == len(words))):
            at -= 1
        return at

    def _sums(self, words: Sequence[str], at: Sequence[int], *, tail_from: int) -> dict[str, float]:
        told = {PLACE: 0.0, TRADE: 0.0, CORE: 0.0}
        for i in at:
            if i >= tail_from and self.kind(words[i]) is CORE:
                told[TRADE] += min(self.weigh(words[i]), _TAIL_WEIGHT)
                continue
            told[self.kind(words[i])] += self.weigh(words[i])
        return told
