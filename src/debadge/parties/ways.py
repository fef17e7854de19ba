"""Whom a rule's reach leads to, and which ties lead there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from debadge.model.party import UNKNOWN_HOLDER, Tie
from debadge.model.regime import Affiliates
from debadge.model.words import Answer
from debadge.parties.shares import UNIT, Holdings, Pass, Threshold


class Reached(NamedTuple):
    """Whom named parties reach on a day: everybody in the graph at once."""

    surely: Pass
    possibly: Pass

    def answer(self, party: str) -> Answer:
        """Whether one is reached."""
        if party in self.surely.reached:
            return Answer.YES
        return Answer.UNKNOWN if party in self.possibly.reached else Answer.NO

    def bounds(self, party: str) -> tuple[float, float]:
        """Percent that the reached hold in one, at least and at most."""
        return self.surely.held.get(party, 0) / UNIT, self.possibly.held.get(party, 0) / UNIT


def passes(on: Holdings, named: AbstractSet[str], sure: AbstractSet[str], reach: Affiliates) -> Reached:
    """From below and from above, as a rule's reach asks; ``sure`` are those who are surely named.

    Raises:
        ValueError: A kind of reach that is not known here.
    """
    match reach.kind:
        case "share":
            assert reach.share is not None
            enough = Threshold.of(reach.share, strictly_over=reach.strictly_over)
            return Reached(on.surely(sure, enough), on.possibly(named, enough))
        case "any":
            return Reached(on.along(sure, lambda stake: stake.sure), on.along(named, lambda _: True))
        case "control":
            return Reached(on.along(sure, lambda stake: stake.controls), on.along(named, lambda _: True))
        case "silent":
            return Reached(Pass(set(sure)), on.along(named, lambda _: True))
        case "excluded":
            return Reached(Pass(set(sure)), Pass(set(named)))
        case _:
            raise ValueError(f"reach {reach.kind} is not known here")


def carries(answer: Answer, reached: Reached, reach: Affiliates) -> Callable[[Tie], bool]:
    """Which ties carry an answer: stakes of the reached that count; all that there are, where none is enough."""
    if answer is Answer.NO:
        return lambda _: True
    sure = answer is Answer.YES
    members = reached.surely.members if sure else {*reached.possibly.members, UNKNOWN_HOLDER}

    def counts(tie: Tie) -> bool:
        controls = reach.strictly_over and tie.relation != "affiliate" and (tie.sure or not sure)
        return tie.owner in members and (controls or tie.bounds()[not sure] > 0)

    return counts


def leading(ties: Collection[Tie], named: AbstractSet[str]) -> tuple[Tie, ...]:
    """Those ties by which a named party is reached, and stakes without a holder's name beside them."""
    down: dict[str, list[str]] = {}
    for tie in ties:
        down.setdefault(tie.owner, []).append(tie.owned)
    led: set[str] = set()
    left = list(named)
    while left:
        fresh = {owned for owned in down.get(left.pop(), ()) if owned not in led}
        led |= fresh
        left += fresh
    ways_up = {*led, *named}
    return tuple(tie for tie in ties if tie.owner in ways_up or (tie.owner == UNKNOWN_HOLDER and tie.owned in led))


def chain(top: str, bottom: str, below: dict[str, Tie]) -> tuple[Tie, ...]:
    """From the bottom up to one who is above."""
    ties: list[Tie] = []
    while top != bottom:
        ties.append(below[top])
        top = below[top].owned
    return tuple(reversed(ties))


def order(tie: Tie) -> tuple[str, date, str, float]:
    """A key by which ties are told in the same order, however they came."""
    return tie.owner, tie.start or date.min, tie.relation, tie.bounds()[1]
