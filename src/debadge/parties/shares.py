"""Whom named parties reach on one day, by shares or by mere ties: a fixed point, from below (surely) and from above (possibly).

Shares are never multiplied along a chain. A holder that is reached passes on its whole stake, one that is not passes on
nothing, and the stakes of all reached holders add up. So each pass walks once over the stakes of those who are reached,
and is done: linear in ties, whatever the cycles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from debadge.model.party import UNKNOWN_HOLDER, WHOLE, Tie

UNIT = 1_000_000  # millionths of a percent, as whole numbers: sums do not depend on their order
ALL = round(WHOLE * UNIT)


class Threshold(NamedTuple):
    """From which share on somebody is reached, and whether a subsidiary is as such."""

    share: int  # in UNIT
    subsidiaries: bool  # "subsidiary or affiliate" rules: control is enough

    @classmethod
    def of(cls, percent: float, *, strictly_over: bool) -> Threshold:
        """A rule's words: at least, or over, so many percent. Over-rules name subsidiaries as such (47 CFR 2.903)."""
        return cls(round(percent * UNIT) + strictly_over, strictly_over)


class Stake(NamedTuple):
    """One tie, as numbers."""

    owned: str
    surely: int
    possibly: int
    sure: bool  # the tie itself
    control: bool  # more than a mere tie

    @property
    def controls(self) -> bool:
        """Whether a yes about control may rest on it."""
        return self.sure and self.control


@dataclass(slots=True)
class Pass:
    """Whom one pass reached, and with what."""

    members: set[str]  # the named parties too
    reached: set[str] = field(default_factory=set)  # those with reached holders behind them; a named one only if it has
    held: dict[str, int] = field(default_factory=dict)  # by members, in everybody whom they hold


class Holdings:
    """All stakes of one day."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        """Take the ties that hold on the day."""
        self._of: dict[str, list[Stake]] = {}
        self._fixed: dict[str, int] = {}  # surely held by holders with a name
        self._loose: dict[str, int] = {}  # possibly held by holders without
        for tie in ties:
            low, high = tie.bounds()
            surely, possibly = round(low * UNIT), round(high * UNIT)
            if tie.owner == UNKNOWN_HOLDER:
                self._loose[tie.owned] = self._loose.get(tie.owned, 0) + possibly
                continue
            self._of.setdefault(tie.owner, []).append(
                Stake(tie.owned, surely, possibly, tie.sure, tie.relation != "affiliate")
            )
            self._fixed[tie.owned] = self._fixed.get(tie.owned, 0) + surely

    def surely(self, named: AbstractSet[str], enough: Threshold) -> Pass:
        """Whom the named reach whatever the unknown shares are."""
        told = Pass(set(named))
        held, left = told.held, list(named)
        while left:
            for stake in self._of.get(left.pop(), ()):
                total = held[stake.owned] = held.get(stake.owned, 0) + stake.surely
                if total >= enough.share or (enough.subsidiaries and stake.controls):
                    self._add(stake.owned, told, left)
        return told

    def possibly(self, named: AbstractSet[str], enough: Threshold) -> Pass:
        """Whom the named reach if every unknown share is as large as it can be.

        What others surely hold is not left for them. A holder without a name may be any of them, but only where a tie
        points at one: a stake of nobody we know is by itself no lead.
        """
        told, outside = Pass(set(named)), dict(self._fixed)
        low: dict[str, int] = {}
        high = dict(self._loose)
        left = list(named)
        while left:
            for stake in self._of.get(left.pop(), ()):
                owned = stake.owned
                low[owned] = low.get(owned, 0) + stake.surely
                high[owned] = high.get(owned, 0) + stake.possibly
                outside[owned] -= stake.surely
                total = told.held[owned] = max(low[owned], min(high[owned], ALL - outside[owned]))
                if total >= enough.share or (enough.subsidiaries and stake.control):
                    self._add(owned, told, left)
        return told

    def along(self, named: AbstractSet[str], follows: Callable[[Stake], bool]) -> Pass:
        """Whom chains of ties that a rule follows lead to, whatever the shares."""
        told, left = Pass(set(named)), list(named)
        while left:
            for stake in self._of.get(left.pop(), ()):
                if follows(stake):
                    self._add(stake.owned, told, left)
        return told

    @staticmethod
    def _add(owned: str, told: Pass, left: list[str]) -> None:
        told.reached.add(owned)
        if owned not in told.members:
            told.members.add(owned)
            left.append(owned)
