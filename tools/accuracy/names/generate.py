"""A set of queries for each seed. Seeds 1-50 are for developing, 1001-1050 for testing: nobody tunes on those, or looks at them.

Equal seeds, lists and pack give equal sets. What a set holds is in `PER_SEED`; without the shared lists it is made of the parties
of the pack alone, and has no ordinary suppliers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from debadge.flow.world import World
from debadge.model.listing import Snapshot
from tools.accuracy.names import negatives, rows, words
from tools.accuracy.names.perturb import LATIN, NATIVE
from tools.accuracy.names.perturb.interface import Perturbation
from tools.accuracy.names.query import PACK, Query, script_of
from tools.accuracy.names.register import Entry, Register, entries, key

DEV, TEST = range(1, 51), range(1001, 1051)
PER_SEED = {"each perturbation": 5, "hard negatives": 100, "ordinary suppliers": 100, "made up, each origin": 20}
TRIES = 300
SHARES = {rows.ENTITY_LIST: 45, rows.SDN: 25, rows.CMIC: 10}
"""List -> of a hundred queries; the rest are of the pack."""
EMBEDDED = ("subordinate", "successor", "a.k.a", "f.k.a", "alias", "including", ";", "named after", "affiliated")
"""What shows that the name of a row tells more than a name."""


@dataclass(frozen=True)
class Material:
    """What sets are made of."""

    world: World
    snapshots: tuple[Snapshot, ...]
    suppliers: tuple[str, ...]

    @classmethod
    def load(cls, world: World, folder: Path = rows.LISTS) -> Material:
        """The pack, and the shared lists where they are."""
        return cls(world, rows.snapshots(folder), rows.suppliers(folder))

    @cached_property
    def register(self) -> Register:
        """Everybody who may be found."""
        listed = [name.text for snapshot in self.snapshots for row in snapshot.rows for name in row.names]
        told = words.load(self.suppliers, listed)
        return Register(entries(self.snapshots, self.world.law.parties), told)

    @cached_property
    def pool(self) -> tuple[Entry, ...]:
        """Organisations whose name has a word that tells them: rows of lists, and parties that a rule names."""
        return tuple(entry for entry in self.register.entries if self._serves(entry))

    def _serves(self, entry: Entry) -> bool:
        name, told = entry.names[0], self.register.words
        if entry.ref[0] == PACK:
            return entry.ref[1] in self.named
        if len(name) > 90 or any(mark in name.lower() for mark in EMBEDDED) or "," in " ".join(told.core(name)):
            return False
        tokens = name.split()
        organised = len(told.core(name)) < len(tokens) or any(len(w) > 2 and w in told.common for w in told.core(name))
        return bool(told.telling(tokens)) and (organised or entry.ref[0] == rows.SDN) and _one_piece(name, told)

    @cached_property
    def named(self) -> frozenset[str]:
        """Parties that some measure of the pack names."""
        regimes = self.world.law.regimes.values()
        told: Iterable[str] = (
            party for regime in regimes for measure in regime.measures for party in measure.entity.named
        )
        return frozenset(told)


def _one_piece(name: str, told: words.Words) -> bool:
    """Whether nothing follows the legal form, as a street does where a row has its address in its name."""
    head, comma, tail = name.partition(", ")
    return not comma or len(told.core(f"{head[:0]}x {tail}")) == 1


def queries(material: Material, seed: int) -> Iterator[Query]:
    """The set of one seed, in an order that does not tell the labels."""
    rng = Random(f"debadge names {seed}")  # noqa: S311  # the same set for the same seed, no secret
    told = [*_positives(material, rng), *_negatives(material, rng)]
    rng.shuffle(told)
    yield from told


def _negatives(material: Material, rng: Random) -> Iterator[Query]:
    register = material.register
    yield from negatives.hard(rng, register, material.pool, PER_SEED["hard negatives"] / 100)
    yield from negatives.ordinary(rng, register, material.suppliers, PER_SEED["ordinary suppliers"])
    yield from negatives.made_up(rng, register, PER_SEED["made up, each origin"])


def _positives(material: Material, rng: Random) -> Iterator[Query]:
    lists = [[entry for entry in material.pool if entry.ref[0] == list_] for list_ in SHARES]
    parties = [entry for entry in material.pool if entry.ref[0] == PACK]
    native = [entry for entry in parties if _is_firm(entry) and any(script_of(name) == "han" for name in entry.native)]
    for change in LATIN:
        yield from _changed(change, [*lists, parties], rng, material.register)
    for change in NATIVE:
        yield from _changed(change, [native], rng, material.register)


def _is_firm(entry: Entry) -> bool:
    """Not a government, which has no legal form that could be another."""
    return not any(word in entry.names[0].lower() for word in ("government", "commission"))


def _changed(
    change: Perturbation, pools: Sequence[Sequence[Entry]], rng: Random, register: Register
) -> Iterator[Query]:
    """As many queries of one perturbation as a seed has."""
    weights = [share if pool else 0 for pool, share in zip(pools, (*SHARES.values(), 20), strict=False)]
    left = PER_SEED["each perturbation"]
    for _ in range(TRIES):
        entry = rng.choice(rng.choices(pools, weights)[0])
        name = _name_of(entry, change, rng, register)
        text = change(name, entry.country, rng, register.words) if name else None
        if name is None or text is None or text == name or len(key(text)) < 2:
            continue
        yield _positive(text, name, change.__name__, entry, rng, register)
        left -= 1
        if not left:
            return


def _name_of(entry: Entry, change: Perturbation, rng: Random, register: Register) -> str | None:
    """The primary name, or one time in four another one that tells the firm as well."""
    if change in NATIVE:
        return rng.choice([name for name in entry.native if script_of(name) == "han"])
    others = [name for name in entry.names[1:] if _is_full(name, register)]
    return rng.choice(others) if others and rng.random() < 0.25 else entry.names[0]


def _is_full(name: str, register: Register) -> bool:
    tokens = name.split()
    return len(tokens) > 1 and len(name) < 90 and "“" not in name and bool(register.words.telling(tokens, 5))


def _positive(text: str, name: str, kind: str, entry: Entry, rng: Random, register: Register) -> Query:
    refs = register.same_party(entry.ref) | register.alike(name) | register.alike(text)
    if kind == "place_dropped":
        refs |= register.placeless(text)
    if kind.startswith("cut_at"):
        refs |= register.beginning(text)
    return Query(
        text=text,
        want="match",
        kind=kind,
        origin=negatives.origin_of(entry),
        script=script_of(text),
        country=entry.country if rng.random() < 0.5 else None,
        refs=frozenset(refs),
        names=register.keys(refs),
    )


def sets(material: Material, seeds: Iterable[int]) -> Iterator[Query]:
    """The sets of several seeds, one after another."""
    for seed in seeds:
        yield from queries(material, seed)
