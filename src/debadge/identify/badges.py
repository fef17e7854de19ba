"""Which badge a thing carries, which legal person that names, and who is known to supply the badge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from debadge.identify.fired import MENTION, Fired
from debadge.model.party import Badge, Edge, Maker
from debadge.model.signal import Signal
from debadge.model.words import Grade

OTHER = "other"  # a badge that nobody has described
_FROM_DEVICE = {"verified": Grade.CONFIRMED, "strong": Grade.PROBABLE, "brand": Grade.PROBABLE, "weak": Grade.POSSIBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Badged:
    """The answer about the badge."""

    brand: str | None  # a badge id, a maker id for its own badges, "other", or None
    is_badge: bool
    entity: str | None
    entity_grade: Grade


NO_BADGE = Badged(brand=None, is_badge=False, entity=None, entity_grade=Grade.UNKNOWN)


class Brands:
    """Makers' own badges and the badges of others, by the words that signals use for them."""

    def __init__(self, makers: Mapping[str, Maker], badges: Mapping[str, Badge]) -> None:
        self.makers_by_id, self.badges = makers, badges
        self._own = {brand: maker.id for maker in makers.values() for brand in maker.brands}

    def own(self, word: str) -> str | None:
        """The maker whose own badge this is."""
        return None if word in self.badges else self._own.get(word)

    def states(self, signal: Signal) -> str | None:
        """The badge or own brand that a signal states."""
        return signal.says.get("brand")

    def edges(self, signal: Signal) -> tuple[tuple[str, Edge], ...]:
        """The relabel edges of the badge that a signal states; the badge of a firm with all kinds of goods leads nowhere."""
        badge = self.badges.get(self.states(signal) or "") if signal.strength != "none" else None
        return tuple((badge.id, edge) for edge in badge.edges) if badge else ()

    def makers(self, signal: Signal) -> set[str]:
        """Every maker that a signal leads to, directly or by its badge."""
        named = {signal.maker} if signal.maker else set()
        return named | {edge.maker for _, edge in self.edges(signal)}

    def weigh(self, fired: Iterable[Fired], maker: str | None, grade: Grade) -> Badged:
        """The badge that the best evidence states, and the legal person behind it.

        Without any badge, a registrant or certificate may still name the person; not where the unit says of itself that it
        is a neutral build, for then the badge is somebody else's and unknown.
        """
        fired = list(fired)
        stated = sorted((_rank(f), self.states(f.signal) or "") for f in fired if self.states(f.signal))
        if stated:
            return self._badged(stated[0][1], fired, maker, grade)
        if any("neutral" in f.signal.says for f in fired):
            return NO_BADGE
        return self._registrant(fired)

    def _badged(self, word: str, fired: list[Fired], maker: str | None, grade: Grade) -> Badged:
        badge, own = self.badges.get(word), self.own(word)
        entity = badge.entity if badge else self.makers_by_id[own].entity if own else None
        told = Badged(brand=own or word, is_badge=badge is not None, entity=entity, entity_grade=Grade.UNKNOWN)
        if entity is None:
            return told
        same = [f for f in fired if self.states(f.signal) == word]
        sure = max((_sure(f) for f in same), key=lambda g: g.rank)
        spoken = any(f.signal.strength == "name" or f.signal.id.startswith("badge:") for f in same)
        if spoken and len({f.signal.id for f in same}) > 1:  # the name, and a model or prefix of the same badge
            sure = max(sure, Grade.PROBABLE, key=lambda g: g.rank)
        if own is not None and own == maker:
            sure = max(sure, grade, key=lambda g: g.rank)
        return replace(told, entity_grade=sure)

    def _registrant(self, fired: list[Fired]) -> Badged:
        told: dict[str, Grade] = {}
        for f in fired:
            if entity := f.signal.says.get("entity"):
                told[entity] = max(told.get(entity, Grade.UNKNOWN), _sure(f), key=lambda g: g.rank)
        ranked = sorted(told.items(), key=lambda pair: (-pair[1].rank, pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] is ranked[1][1]):
            return NO_BADGE
        return Badged(brand=None, is_badge=False, entity=ranked[0][0], entity_grade=ranked[0][1])


def _sure(fired: Fired) -> Grade:
    """How surely one signal states a legal person: what the device says of itself beats what somebody wrote."""
    if fired.signal.id.startswith("badge:"):
        return Grade.POSSIBLE if fired.group in {"record", MENTION} else Grade.PROBABLE
    if fired.signal.strength == "brand" and fired.group == "record":
        return Grade.POSSIBLE
    return _FROM_DEVICE.get(fired.signal.strength, Grade.POSSIBLE)


def _rank(fired: Fired) -> int:
    """Which statement of a badge is believed first."""
    synthetic = ":" in fired.signal.id
    if fired.group == MENTION:
        return 6
    if synthetic:
        return 1 if fired.group == "record" else 0  # a badge inside the device's own answer
    if fired.group == "network_address":
        return 3
    return {"verified": 2, "strong": 2, "name": 5}.get(fired.signal.strength, 4)
