"""Which makers of a badge are in question for one thing: by its edges, its day of purchase and its model number."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from debadge.identify.badges import Brands
from debadge.identify.fired import Fired
from debadge.model.days import Window
from debadge.model.party import Edge
from debadge.model.signal import Signal

_CONFIDENCE = "UCBA"  # of an edge or a line, worst first
_CHECKED = frozenset("AB")  # what decides; hearsay and what nobody checked only orders and asks
_SAYS_NO_KIND = frozenset({"network_address", "management"})  # a prefix or a banner of a firm with all kinds of goods


@dataclass(frozen=True, slots=True)
class Supply:
    """A maker that may have supplied the badge of one thing."""

    badge: str
    edge: Edge
    asks: bool  # in question only: a small share, another line or time, or a badge known by its prefix alone
    is_line: bool  # the model number points to it

    @property
    def rank(self) -> int:
        """Which of several is likelier; higher is."""
        return (
            (-20 if self.asks else 0)
            + (len(_CONFIDENCE) if self.is_line else 0)
            + _CONFIDENCE.index(self.edge.confidence)
        )

    @property
    def order(self) -> tuple[int, str, str]:
        """Likeliest first."""
        return -self.rank, self.badge, self.edge.scope


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows that a thing is of the kind that edges speak of."""

    is_of_kind: bool  # video, door or alarm equipment
    is_pictures: bool  # a camera or a recorder: the edges of firms that sell all kinds of goods speak of these


def supplies(fired: Sequence[Fired], brands: Brands, bought: Window | None, shown: Shown) -> Iterator[Supply]:
    """Every maker that the badges on one thing lead to.

    Args:
        fired: What is known of the thing.
        brands: The badges and their edges.
        bought: When the thing was bought or installed; None if nobody says. A maker that supplied at another time stays in
            question: stock is sold for years, and a day in a register can be wrong.
        shown: Whether anything shows that it is a thing of the kind that the edges speak of.
    """
    lines = [f.signal for f in fired if f.signal.strength == "line"]
    for f in fired:
        for badge, edge in brands.edges(f.signal):
            is_any = brands.badges[badge].all_goods and not shown.is_pictures
            lead = is_any or (f.group in _SAYS_NO_KIND and not shown.is_of_kind)
            mine = [line for line in lines if line.says["badge"] == badge]
            pointing = [line for line in mine if line.says.get("maker") == edge.maker]
            is_other_line = edge.lines_only and not pointing
            if _is_excluded(edge.maker, mine, checked=True) or (is_other_line and edge.confidence not in _CHECKED):
                continue
            asks = (
                lead
                or is_other_line
                or (edge.share == "small" and not any(line.says["confidence"] in _CHECKED for line in pointing))
                or _is_excluded(edge.maker, mine, checked=False)
                or _is_elsewhere(edge.maker, mine)
                or _is_at_another_time(edge, bought)
            )
            yield Supply(badge, edge, asks, bool(pointing))


def _is_excluded(maker: str, lines: Collection[Signal], *, checked: bool) -> bool:
    return any(
        line.says.get("not_maker") == maker and (line.says["confidence"] in _CHECKED) is checked for line in lines
    )


def _is_elsewhere(maker: str, lines: Collection[Signal]) -> bool:
    """Whether the model number points to another maker of the same badge, and a checked source says so."""
    told = {line.says["maker"] for line in lines if "maker" in line.says and line.says["confidence"] in _CHECKED}
    return bool(told) and maker not in told


def _is_at_another_time(edge: Edge, bought: Window | None) -> bool:
    if bought is None:
        return False
    is_over = edge.until is not None and edge.until < bought.earliest
    return is_over or (edge.start is not None and bought.latest < edge.start)
