"""Joining records into assets, by a table of keys; every join can be named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from debadge.correlate.records import JoinRules, Record
from debadge.model.asset import Asset, Join
from debadge.model.ids import digest
from debadge.model.observation import Kept, content_id

KINDS = ("device", "channel", "lot", "purchase_line", "component", "party")
"""What a joined thing is: a device that was also bought is a device."""
NAME_KEYS = ("ref", "serial", "mac", "uuid", "ip", "hostname")
NAME_FIELDS = ("model_string", "description", "brand_string")
ID_KEYS = ("serial", "mac", "uuid", "ref", "ip")
"""Most stable first: an asset's id comes from the first of these that it has."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A key that more units carry than one thing can be."""

    key: str
    value: str
    units: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Assets, the observations of each, and the keys that joined nothing."""

    assets: tuple[tuple[Asset, list[Kept]], ...]  # sorted by asset id, the observations of each by theirs
    shared: tuple[Shared, ...]


def join(records: Sequence[Record], rules: JoinRules, network_of: Callable[[str], str | None]) -> Joined:
    """Put records of one thing together.

    Args:
        records: From `records.group`.
        rules: The table of keys.
        network_of: The network that an address lies in, as the organisation draws them; None outside all of them.
    """
    keys = [record.keys(rules) for record in records]
    shared = _shared(records, keys, rules)
    sets = _Sets(len(records))
    reasons: dict[int, list[Join]] = defaultdict(list)
    for name, rule in rules.keys.items():
        strong = rule.strength == "strong"
        for value, members in _by_key(name, records, keys, shared, rules, network_of).items():
            for first, other in pairwise(members):
                if sets.root(first) != sets.root(other) and (
                    strong or _agree(first, other, records, keys, sets, rule.expires_days)
                ):
                    sets.union(first, other)
                    reasons[first].append(Join(key=name, value=value[-1], strength=rule.strength))
    assets = [_asset(members, records, keys, [why for i in members for why in reasons[i]]) for members in sets.groups()]
    return Joined(_numbered(assets), tuple(Shared(k, v, n) for (k, v), n in sorted(shared.items())))


class _Sets:
    """Disjoint sets of record numbers."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.members: dict[int, list[int]] = {}

    def root(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def of(self, item: int) -> list[int]:
        return self.members.get(self.root(item), [self.root(item)])

    def union(self, first: int, other: int) -> None:
        a, b = self.root(first), self.root(other)
        merged = [*self.of(a), *self.of(b)]
        self.parent[b] = a
        self.members.pop(b, None)
        self.members[a] = merged

    def groups(self) -> list[list[int]]:
        return [self.of(i) for i in range(len(self.parent)) if self.root(i) == i]


def _shared(
    records: Sequence[Record], keys: Sequence[set[tuple[str, str]]], rules: JoinRules
) -> dict[tuple[str, str], int]:
    """Keys that more than ``max_units`` records of one file carry: no one thing is listed that often."""
    counts: Counter[tuple[str, tuple[str, str]]] = Counter()
    for record, own in zip(records, keys, strict=True):
        counts.update((record.file, pair) for pair in own if pair[0] != "ref" and pair[0] != "ip")
    worst: dict[tuple[str, str], int] = {}
    for (_, pair), count in counts.items():
        if count > rules.max_units:
            worst[pair] = max(count, worst.get(pair, 0))
    return worst


def _by_key(
    name: str,
    records: Sequence[Record],
    keys: Sequence[set[tuple[str, str]]],
    shared: Mapping[tuple[str, str], int],
    rules: JoinRules,
    network_of: Callable[[str], str | None],
) -> dict[tuple[str, ...], list[int]]:
    reach = rules.keys[name].reach
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for pair in own:
            if pair[0] != name or pair in shared:
                continue
            if reach == "file":
                found[records[number].file, pair[1]].append(number)
            elif reach == "network":
                if network := network_of(pair[1]):
                    found[network, pair[1]].append(number)
            else:
                found[(pair[1],)].append(number)
    return {value: _in_time(members, records) for value, members in sorted(found.items()) if len(members) > 1}


def _in_time(members: list[int], records: Sequence[Record]) -> list[int]:
    return sorted(members, key=lambda i: (str(records[i].seen or "9"), digest(records[i].subject.plain())))


def _agree(
    first: int,
    other: int,
    records: Sequence[Record],
    keys: Sequence[set[tuple[str, str]]],
    sets: _Sets,
    days: int | None,
) -> bool:
    """Whether a weak key may join: seen close together, and no strong key says that they are two things."""
    one, two = records[first].seen, records[other].seen
    if one is None or two is None or (days is not None and abs(one - two) > timedelta(days=days)):
        return False
    for name in ("serial", "mac", "uuid"):
        left = {v for i in sets.of(first) for k, v in keys[i] if k == name}
        right = {v for i in sets.of(other) for k, v in keys[i] if k == name}
        if left and right and not left & right:
            return False
    return True


def _asset(
    members: Sequence[int], records: Sequence[Record], keys: Sequence[set[tuple[str, str]]], reasons: list[Join]
) -> tuple[Asset, list[Kept]]:
    own = [records[i] for i in members]
    pairs = sorted(set().union(*(keys[i] for i in members)))
    kept = (
        own[0].kept
        if len(own) == 1
        else sorted((told for record in own for told in record.kept), key=lambda told: told[0])
    )
    kind = min((record.subject.kind for record in own), key=lambda k: KINDS.index(k) if k in KINDS else len(KINDS))
    asset = Asset(
        id=_stable(pairs, kept),
        kind=kind,
        name=_name(own),
        quantity=_quantity(kind, kept),
        keys=tuple(pairs),
        observations=tuple(told.id for told in kept),
        joins=tuple(sorted(set(reasons), key=lambda j: (j.key, j.value))),
    )
    return asset, kept


def _quantity(kind: str, kept: Sequence[Kept]) -> int:
    """Units: what the records of a lot say, one for a thing that has been seen."""
    if kind not in {"lot", "purchase_line"}:
        return 1
    values = (told.seen.value for told in kept if told.seen.field == "quantity")
    return max((int(value) for value in values if value.isascii() and value.isdigit()), default=1)


def _stable(pairs: Sequence[tuple[str, str]], kept: Sequence[Kept]) -> str:
    for key in ID_KEYS:
        for name, value in pairs:
            if name == key:
                return digest([key, value])
    return digest(sorted(content_id(told.text) for told in kept))


def _name(records: Sequence[Record]) -> str:
    """What people call it: the caller's name, a key, or what the record says; never its place, which says nothing."""
    for key in NAME_KEYS:
        if values := sorted({v for r in records if (v := getattr(r.subject, key))}):
            return str(values[0])
    for field in NAME_FIELDS:
        if values := sorted({told.seen.value for r in records for told in r.kept if told.seen.field == field}):
            return str(values[0])
    return "?"


def _numbered(assets: list[tuple[Asset, list[Kept]]]) -> tuple[tuple[Asset, list[Kept]], ...]:
    """Sorted by id; equal ids, as of two identical rows, are told apart by number."""
    told: list[tuple[Asset, list[Kept]]] = []
    seen: Counter[str] = Counter()
    for asset, kept in sorted(assets, key=lambda pair: (pair[0].id, pair[0].observations)):
        seen[asset.id] += 1
        number = seen[asset.id]
        told.append((asset if number == 1 else replace(asset, id=f"{asset.id}-{number}"), kept))
    return tuple(told)
