"""What people call makers, badges and legal persons: every spelling that a fact file keeps, in any script and case."""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from debadge.model.party import Badge, Maker, Party
from debadge.text.folding import fold

LIKE = 0.8  # how alike two spellings have to be to be taken for a slip of the pen; "hickvision" and "hikvision": 0.95
GLUED = 5  # letters of a name that is found inside another word: "Dahuatech"
LONG, LIKE_LONG = 6, 0.66  # letters from which on both may hold more slips: "huaway" and "huawei"


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means; a badge that others supply is no maker."""

    maker: str | None = None
    party: str | None = None
    badge: str | None = None


class Called:
    """Finds whom a name means. A spelling that two share names neither of them."""

    def __init__(
        self,
        parties: Mapping[str, Party],
        makers: Mapping[str, Maker],
        badges: Mapping[str, Badge],
        listed: Container[str],
    ) -> None:
        """Take who is who; ``listed`` are the makers and parties for whom a name that is nearly theirs is not let pass."""
        entities = {maker.entity: maker.id for maker in makers.values() if maker.entity}
        told = [
            (name, Meant(maker=maker.id, party=maker.entity or maker.id))
            for maker in makers.values()
            for name in (maker.id, maker.name, *maker.brands)
        ]
        told += [
            (name, Meant(maker=entities.get(party.id), party=party.id))
            for party in parties.values()
            if not party.is_brand  # a badge, and who stands behind it is told with the badges
            for name in (party.id, party.name, *party.aliases, *party.native_names.values())
        ]
        others = [(name, Meant(party=badge.entity, badge=badge.id)) for name, badge in badges.items()]
        self._own, self._badges = _only(told), _only(others)
        known = ((name, meant.maker or meant.party) for name, meant in self._own.items())
        self._listed = {name: id_ for name, id_ in known if id_ and id_ in listed}
        self._long = [name for name in self._listed if len(name) >= LONG]

    def meant(self, name: str) -> Meant | None:
        """Whom a name means: a maker or legal person first, then a badge; None for a stranger."""
        key = fold(name)
        return self._own.get(key) or self._badges.get(key)

    def nearly(self, name: str) -> str | None:
        """Which listed maker or party a stranger's name holds, or looks like: "Hikvision France", "hickvision"."""
        key = fold(name)
        bare = key.replace(" ", "")  # "Z.T.E."
        if held := [known for known in self._listed if known == bare or _holds(key, known)]:
            return self._listed[max(held, key=len)]
        near = difflib.get_close_matches(key, self._listed, n=1, cutoff=LIKE)
        if not near and len(key) >= LONG:
            near = difflib.get_close_matches(key, self._long, n=1, cutoff=LIKE_LONG)
        return self._listed[near[0]] if near else None


def _holds(name: str, known: str) -> bool:
    """Whole words, and longer names glued to others; a script without spaces has none, and short forms stand for longer ones."""
    if known.isascii():
        return f" {known} " in f" {name} " or (len(known) >= GLUED and known in name)
    return known in name or (len(name) > 1 and name in known)


def _only(told: Iterable[tuple[str, Meant]]) -> dict[str, Meant]:
    found: dict[str, Meant] = {}
    shared: set[str] = set()
    for name, meant in told:
        key = fold(name)
        if key and found.setdefault(key, meant) != meant:
            shared.add(key)
    return {key: meant for key, meant in found.items() if key not in shared}
