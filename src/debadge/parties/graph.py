"""Who stands behind whom on a day.

Shares are not multiplied along a chain: a holder that is itself reached passes on its whole stake, one that is not
passes on nothing, and the stakes of all reached holders add up (OFAC and BIS 50 % rules as described in the fact base,
screening notes section 4). A share that nobody has verified leaves bounds, and bounds that straddle the threshold
answer *unknown*.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from debadge.model.party import Tie
from debadge.model.regime import Affiliates
from debadge.model.words import Answer


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a named party stands behind somebody, and by which ties."""

    answer: Answer
    named: str | None  # the named party at the end of the chain
    ties: tuple[Tie, ...]  # from the person asked about upwards


NOBODY = Standing(Answer.NO, None, ())


class Graph:
    """The ties of all parties; one day is asked at a time."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._owners: dict[str, list[Tie]] = {}
        for tie in ties:
            self._owners.setdefault(tie.owned, []).append(tie)

    def owners(self, party: str, day: date) -> tuple[Tie, ...]:
        """The ties of one party that hold on a day."""
        return tuple(
            t
            for t in self._owners.get(party, ())
            if (t.start is None or t.start <= day) and (t.until is None or day <= t.until)
        )

    def knows(self, party: str) -> bool:
        """Whether anything is recorded about who owns this party, on any day."""
        return party in self._owners

    def standing(self, party: str, named: Iterable[str], day: date, reach: Affiliates) -> Standing:
        """Whether one of ``named`` stands behind ``party`` on ``day``, as far as ``reach`` follows.

        Silence about affiliates makes every tie unknown; excluded makes it no.
        """
        if reach.kind == "excluded":
            return NOBODY
        chain = self._chain(party, frozenset(named), day)
        if chain is None:
            return NOBODY
        holder = chain[-1].owner
        if reach.kind == "silent":
            return Standing(Answer.UNKNOWN, holder, chain)
        if reach.kind == "share":
            return Standing(self._share(party, frozenset(named), day, reach), holder, chain)
        verified = all(t.verified and (reach.kind == "any" or t.relation == "subsidiary") for t in chain)
        return Standing(Answer.YES if verified else Answer.UNKNOWN, holder, chain)

    def standings(self, party: str, named: Collection[str], day: date, reach: Affiliates) -> tuple[Standing, ...]:
        """As `standing`, once for each named party that stands behind; shares add up, so they have one answer."""
        if party not in self._owners:
            return ()
        several = [named] if reach.kind == "share" else [(one,) for one in named]
        found = (self.standing(party, some, day, reach) for some in several)
        return tuple(one for one in found if one.named is not None)

    def _chain(self, party: str, named: frozenset[str], day: date) -> tuple[Tie, ...] | None:
        """The best chain of ties up to a named party: a verified one if there is one, else the shortest."""
        found: list[tuple[Tie, ...]] = []
        frontier: list[tuple[str, tuple[Tie, ...]]] = [(party, ())]
        seen = {party}
        while frontier:
            here, chain = frontier.pop(0)
            for tie in self.owners(here, day):
                if tie.owner in named:
                    found.append((*chain, tie))
                elif tie.owner not in seen:
                    seen.add(tie.owner)
                    frontier.append((tie.owner, (*chain, tie)))
        return min(found, key=lambda c: (not all(t.verified for t in c), len(c)), default=None)

    def _share(self, party: str, named: frozenset[str], day: date, reach: Affiliates) -> Answer:
        """Aggregate share against the threshold, as a fixed point from below (surely) and from above (possibly)."""
        surely = self._captured(party, named, day, reach, sure=True)
        if party in surely:
            return Answer.YES
        possibly = self._captured(party, named, day, reach, sure=False)
        return Answer.UNKNOWN if party in possibly else Answer.NO

    def _captured(self, party: str, named: frozenset[str], day: date, reach: Affiliates, *, sure: bool) -> set[str]:
        above = self._ancestors(party, day)
        captured = set(named)
        while True:
            more = {p for p in above - captured if self._reached(p, captured, day, reach, sure=sure)}
            if not more:
                return captured
            captured |= more

    def _reached(self, party: str, captured: set[str], day: date, reach: Affiliates, *, sure: bool) -> bool:
        held = [t for t in self.owners(party, day) if t.owner in captured]
        # "more than 10 percent" rules also name subsidiaries as such; there a verified subsidiary needs no share
        if reach.strictly_over and any(t.verified and t.relation == "subsidiary" for t in held):
            return True
        total = sum(_bound(t, sure=sure) for t in held)
        assert reach.share is not None
        return total > reach.share if reach.strictly_over else total >= reach.share

    def _ancestors(self, party: str, day: date) -> set[str]:
        seen, frontier = {party}, [party]
        while frontier:
            for tie in self.owners(frontier.pop(), day):
                if tie.owner not in seen:
                    seen.add(tie.owner)
                    frontier.append(tie.owner)
        return seen


def _bound(tie: Tie, *, sure: bool) -> float:
    """What a tie surely or possibly gives its owner, in percent."""
    if tie.verified and tie.share_verified and tie.share is not None:
        return tie.share
    return 0.0 if sure else 100.0
