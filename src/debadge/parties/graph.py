"""Who stands behind whom on a day, by which ties, and how sure that is.

A rule follows ownership as far as its ``reach`` says: shares add up to a threshold (`shares`), control and mere ties are
chains. What is not checked never gives a yes, and where it matters no *no* either: the answer is then unknown (the fact
base's screening notes, section 4; red flag 29 of 15 CFR part 732).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from debadge.model.party import UNKNOWN_HOLDER, Tie, percent
from debadge.model.regime import Affiliates
from debadge.model.words import Answer, all_of
from debadge.parties.shares import Holdings
from debadge.parties.ways import Reached, carries, chain, leading, order, passes

KEPT = 1_000_000  # ties that kept answers may speak of, so that equal questions are asked once; then all are forgotten
_BEST = (Answer.YES, Answer.UNKNOWN, Answer.NO)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a named party stands behind somebody, and by which ties."""

    answer: Answer
    named: str | None  # the named party that this is about
    ties: tuple[Tie, ...]  # all that carry the answer, from the person asked about upwards
    behind: tuple[str, ...] = ()  # all named parties whose shares are added up, this one among them
    surely: float | None = None  # percent that reached holders have at least; None: shares were not asked
    possibly: float | None = None  # at most
    beside: bool = False  # not behind: the person owns the named party, or a third owns both

    def told(self, party: str, name_of: Callable[[str], str] = str) -> str:
        """The shares in ``party`` as its sources tell them, checked or not, and what they come to: "A 30 % + B 25 % = 55 %"."""
        held = [tie for tie in self.ties if tie.owned == party]
        if len(held) < 2 or self.surely is None:
            return next((tie.told_share for tie in self.ties if tie.told_share != "?"), "?")
        parts = " + ".join(f"{name_of(tie.owner)} {tie.told_share}" for tie in held)
        return f"{parts} = {percent(self.surely, self.possibly)}"


NOBODY = Standing(Answer.NO, None, ())


def surest(standings: Iterable[Standing]) -> Standing:
    """The first of yes, unknown and no, and of these the one with the fewest ties."""
    return min(standings, key=lambda one: (_BEST.index(one.answer), len(one.ties)), default=NOBODY)


class Graph:
    """The ties of all parties; one day is asked at a time."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._owners: dict[str, list[Tie]] = {}
        self._owned: dict[str, list[Tie]] = {}
        changes: set[date] = set()
        for tie in ties:
            self._owners.setdefault(tie.owned, []).append(tie)
            self._owned.setdefault(tie.owner, []).append(tie)
            changes |= {day for day in (tie.start, tie.last and tie.last + timedelta(days=1)) if day}
        self._changes = sorted(changes)
        self._kept = max(2, KEPT // (sum(map(len, self._owners.values())) + 1000))
        self._holdings: tuple[int, Holdings] | None = None  # of the last day asked about
        self._reached: dict[object, Reached] = {}
        self._standings: dict[object, tuple[Standing, ...]] = {}

    def owners(self, party: str, day: date) -> tuple[Tie, ...]:
        """The ties of one party that hold on a day."""
        return tuple(tie for tie in self._owners.get(party, ()) if tie.holds(day))

    def owned(self, party: str, day: date) -> tuple[Tie, ...]:
        """The ties by which one party holds others on a day."""
        return tuple(tie for tie in self._owned.get(party, ()) if tie.holds(day))

    def ties(self, party: str) -> tuple[Tie, ...]:
        """All ties of one party, up and down, on any day."""
        return (*self._owners.get(party, ()), *self._owned.get(party, ()))

    def knows(self, party: str) -> bool:
        """Whether anything is recorded about who owns this party, on any day."""
        return party in self._owners

    def above(self, party: str, day: date) -> tuple[Tie, ...]:
        """Every tie up from a party on a day, nearest first."""
        return self._up(party, day)

    def standing(self, party: str, named: Collection[str], day: date, reach: Affiliates) -> Standing:
        """As `standings`, the surest only; `NOBODY` if no named party is tied to ``party``."""
        return surest(self.standings(party, named, day, reach))

    def standings(
        self, party: str, named: Collection[str], day: date, reach: Affiliates, perhaps: AbstractSet[str] = frozenset()
    ) -> tuple[Standing, ...]:
        """Whether those of ``named`` to whom ``party`` is tied stand behind it on ``day``, as far as ``reach`` follows.

        One for each, in the order of their ids. Shares of several add up, so these have one answer, the same ties and
        the same bounds; whichever of the parties a rule treats worst decides. Silence about affiliates makes a tie
        unknown; excluded makes it no.

        Args:
            party: The person asked about.
            named: The parties that a measure names.
            day: The day asked about.
            reach: How far the measure follows ownership.
            perhaps: Those of ``named`` of whom it is not known whether they are named on the day.
        """
        if reach.kind == "excluded" or (party not in self._owners and not (reach.either_way and party in self._owned)):
            return ()
        key = (party, frozenset(named), self._epoch(day), reach, perhaps)
        if key not in self._standings:
            _forget(self._standings, 4 * self._kept)
            found = self._by_share if reach.kind == "share" else self._by_chain
            self._standings[key] = tuple(found(party, key[1], day, reach, perhaps))
        return self._standings[key]

    def reached(
        self, named: AbstractSet[str], day: date, reach: Affiliates, perhaps: AbstractSet[str] = frozenset()
    ) -> Reached:
        """Whom the named parties reach, everybody at once; two passes, each linear in ties.

        Raises:
            ValueError: ``reach`` looks either way, which is asked of two parties at a time (`standings`).
        """
        if reach.either_way:
            raise ValueError("a relation either way is asked of two parties at a time")
        key = (frozenset(named), self._epoch(day), reach, perhaps)
        if key not in self._reached:
            _forget(self._reached, self._kept)
            self._reached[key] = passes(self._on(day), named, named - perhaps, reach)
        return self._reached[key]

    def _epoch(self, day: date) -> int:
        """Days between which no tie begins or ends have the same answers."""
        return bisect_right(self._changes, day)

    def _on(self, day: date) -> Holdings:
        epoch = self._epoch(day)
        if self._holdings is None or self._holdings[0] != epoch:
            ties = (tie for several in self._owners.values() for tie in several if tie.holds(day))
            self._holdings = epoch, Holdings(ties)
        return self._holdings[1]

    def _by_share(
        self, party: str, named: AbstractSet[str], day: date, reach: Affiliates, perhaps: AbstractSet[str]
    ) -> Iterator[Standing]:
        if reach.either_way:
            yield from self._related(party, named, day, reach, perhaps)
            return
        reached = self.reached(named, day, reach, perhaps)
        answer, bounds = reached.answer(party), reached.bounds(party)
        ties = leading(self._up(party, day, carries(answer, reached, reach), stop=named), named)
        behind = tuple(sorted({tie.owner for tie in ties} & named - {party}))
        yield from (Standing(answer, one, ties, behind, *bounds) for one in behind)

    def _related(
        self, party: str, named: AbstractSet[str], day: date, reach: Affiliates, perhaps: AbstractSet[str]
    ) -> Iterator[Standing]:
        """Each named party by itself: it owns ``party``, is owned by it, or a third owns both (47 CFR 2.903)."""
        down = replace(reach, either_way=False)
        above = {party, *(tie.owner for tie in self._up(party, day))}
        for one in sorted(named - {party}):
            common = sorted(above & {one, *(tie.owner for tie in self._up(one, day))} - {UNKNOWN_HOLDER})
            found = [(*self._under(third, (party, one), day, down), third != one) for third in common]
            if found:
                best = min(found, key=lambda told: (_BEST.index(told[0]), told[2], len(told[1])))
                answer = all_of((best[0], Answer.UNKNOWN)) if one in perhaps else best[0]
                bounds = self.reached(frozenset({one}), day, down).bounds(party)
                yield Standing(answer, one, best[1], (one,), *bounds, best[2])

    def _under(self, third: str, both: tuple[str, str], day: date, down: Affiliates) -> tuple[Answer, tuple[Tie, ...]]:
        """Whether one party reaches, or is, each of two."""
        told = [
            self.standing(one, (third,), day, down) if one != third else Standing(Answer.YES, third, ()) for one in both
        ]
        return all_of(one.answer for one in told), tuple(tie for one in told for tie in one.ties)

    def _by_chain(
        self, party: str, named: AbstractSet[str], day: date, reach: Affiliates, perhaps: AbstractSet[str]
    ) -> Iterator[Standing]:
        """A chain of ties up to each: the shortest of checked ones if there is one, else the shortest."""
        control = reach.kind == "control"
        sure = self._chains(party, day, lambda tie: tie.sure and not (control and tie.relation == "affiliate"))
        every = self._chains(party, day, lambda _: True)
        for one in sorted(named & every.keys()):
            known = one in sure and one not in perhaps and reach.kind != "silent"
            ties = chain(one, party, sure if one in sure else every)
            yield Standing(Answer.YES if known else Answer.UNKNOWN, one, ties, (one,))

    def _chains(self, party: str, day: date, within: Callable[[Tie], bool]) -> dict[str, Tie]:
        """Everybody above -> the tie below, on a shortest way up."""
        below: dict[str, Tie] = {}
        for tie in self._up(party, day, within):
            if tie.owner != party:
                below.setdefault(tie.owner, tie)
        return below

    def _up(
        self,
        party: str,
        day: date,
        within: Callable[[Tie], bool] = lambda _: True,
        stop: AbstractSet[str] = frozenset(),
    ) -> tuple[Tie, ...]:
        """The ties up from a party, nearest first, not beyond those in ``stop``."""
        ties: list[Tie] = []
        ahead, seen = deque((party,)), {party}
        while ahead:
            for tie in sorted(filter(within, self.owners(ahead.popleft(), day)), key=order):
                ties.append(tie)
                if tie.owner not in seen and tie.owner not in stop:
                    seen.add(tie.owner)
                    ahead.append(tie.owner)
        return tuple(ties)


def _forget(kept: dict[Any, Any], most: int) -> None:
    if len(kept) >= most:
        kept.clear()
