"""`fuse`: what a set of signals says together. Pure, cached per distinct set; it sees which signals fired, never their text.

A fired name is a signal's id, with ``@group`` behind it where the group is not that of its own channel (a serial number
inside a discovery answer is no second witness), or ``@mention`` for a name in free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from debadge.identify.badges import Badged, Brands
from debadge.identify.channels import group_of
from debadge.identify.fired import MENTION, Fired
from debadge.model.identification import Candidate
from debadge.model.party import Edge
from debadge.model.signal import Signal
from debadge.model.words import Basis, Grade

MAX_CACHED = 200_000
NO_VIDEO = frozenset({"printer", "switch", "scanner", "phone", "laptop", "router", "server", "radio"})
"""Kinds of things that relabel edges say nothing about: they are about video, door and alarm equipment."""
_CONFIDENCE = "UCBA"  # of a relabel edge, worst first
_OBSERVED = 9  # ranks above every edge


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who made it, as far as these signals say."""

    maker: str | None
    grade: Grade
    basis: Basis | None
    conflict: bool
    candidates: tuple[Candidate, ...]
    badged: Badged
    edges: tuple[tuple[str, Edge], ...]  # (badge, edge) that carry inferred candidates
    chipset: tuple[str, ...]
    combos: tuple[str, ...]  # signals about signals that hold for this set, sorted


@dataclass(slots=True)
class _Case:
    """What speaks for one maker."""

    maker: str
    verified: bool = False
    strong: set[str] = field(default_factory=set)
    name: bool = False
    model: bool = False
    weak: bool = False
    edge: Edge | None = None
    badge: str = ""
    lead: bool = False  # the edge follows from the badge's registered prefix alone

    def take(self, fired: Fired) -> None:
        match fired.signal.strength:
            case "verified":
                self.verified = True
                self.strong.add(fired.group)
            case "strong":
                self.strong.add(fired.group)
            case "name":
                self.name = True
            case "model" | "shape":
                self.model = True
                self.weak |= fired.signal.strength == "model"
            case _:
                self.weak = True

    @property
    def hard(self) -> Grade:
        """What protocol evidence alone gives."""
        if self.verified or len(self.strong) > 1:
            return Grade.CONFIRMED
        return Grade.PROBABLE if self.strong else Grade.UNKNOWN

    @property
    def grade(self) -> Grade:
        """The table of DESIGN.md section 3."""
        if self.hard is not Grade.UNKNOWN:
            return self.hard
        if self.name and self.model:
            return Grade.PROBABLE
        return Grade.POSSIBLE if self.observed or self.edge else Grade.UNKNOWN

    @property
    def observed(self) -> bool:
        return bool(self.verified or self.strong or self.name or self.weak)

    @property
    def rank(self) -> tuple[int, int]:
        return self.grade.rank, _OBSERVED if self.observed else _CONFIDENCE.index(
            self.edge.confidence
        ) if self.edge else 0

    def candidate(self) -> Candidate:
        return Candidate(maker=self.maker, grade=self.grade, basis=Basis.OBSERVED if self.observed else Basis.INFERRED)


class Fusion:
    """The signals by id, and the brands that some of them state."""

    def __init__(self, signals: Mapping[str, Signal], brands: Brands) -> None:
        self._signals, self._brands = signals, brands
        self._combos = [s for s in signals.values() if s.field == "combo"]
        self._cache: dict[frozenset[str], Verdict] = {}

    def fuse(self, fired: frozenset[str]) -> Verdict:
        """The verdict on a set of fired names; order and number of times do not exist in a set."""
        verdict = self._cache.get(fired)
        if verdict is None:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            verdict = self._cache[fired] = self._fuse(fired)
        return verdict

    def combos(self, fired: frozenset[str]) -> frozenset[str]:
        """The signals about signals that hold for a set."""
        ids = {name.partition("@")[0] for name in fired}
        return frozenset(combo.id for combo in self._combos if ids.issuperset(combo.signals))

    def _fuse(self, names: frozenset[str]) -> Verdict:
        fired = [Fired.of(name, self._signals) for name in sorted(names)]
        combos = tuple(sorted(self.combos(names)))
        fired += [Fired(self._signals[id_], self._group_of_combo(id_)) for id_ in combos]
        fired = _without_asides(fired, self._brands)
        cases = self._cases(fired)
        ranked = sorted(
            (c for c in cases.values() if c.grade is not Grade.UNKNOWN), key=lambda c: (-c.rank[0], -c.rank[1], c.maker)
        )
        conflict = _conflict(ranked)
        best = None if conflict else _best(ranked)
        basis = None if best is None else best.candidate().basis
        return Verdict(
            maker=best.maker if best else None,
            grade=best.grade if best else Grade.UNKNOWN,
            basis=basis,
            conflict=conflict,
            candidates=tuple(c.candidate() for c in ranked),
            badged=self._brands.weigh(fired, best.maker if best else None, best.grade if best else Grade.UNKNOWN),
            edges=tuple((c.badge, c.edge) for c in ranked if c.edge and not c.observed),
            chipset=tuple(sorted({f.signal.says["chipset"] for f in fired if "chipset" in f.signal.says})),
            combos=combos,
        )

    def _group_of_combo(self, id_: str) -> str:
        return group_of(self._signals[self._signals[id_].signals[0]].field) or ""

    def _cases(self, fired: Iterable[Fired]) -> dict[str, _Case]:
        cases: dict[str, _Case] = {}
        for f in fired:
            if maker := f.signal.maker:
                cases.setdefault(maker, _Case(maker)).take(f)
        classes = {f.signal.says["device_class"] for f in fired if "device_class" in f.signal.says}
        if classes and classes <= NO_VIDEO:
            return cases
        shown = bool(classes - NO_VIDEO)
        for f in fired:
            lead = f.group == "network_address" and not shown
            for badge, edge in self._brands.edges(f.signal):
                case = cases.setdefault(edge.maker, _Case(edge.maker))
                if case.edge is None or (lead, _order(edge, badge)) < (case.lead, _order(case.edge, case.badge)):
                    case.edge, case.badge, case.lead = edge, badge, lead
        return cases


def _order(edge: Edge, badge: str) -> tuple[int, str, str]:
    return -_CONFIDENCE.index(edge.confidence), badge, edge.scope


def _best(ranked: list[_Case]) -> _Case | None:
    """The maker that is named: the one that more speaks for than for any other.

    A prefix says who registered it and not what was built on it: alone it names the badge and asks about the maker.
    """
    if not ranked or (len(ranked) > 1 and ranked[0].rank == ranked[1].rank):
        return None
    return ranked[0] if ranked[0].observed or not ranked[0].lead else None


def _conflict(ranked: list[_Case]) -> bool:
    """Whether two makers are each probable or better.

    A name with a model is what a person or an editable field says; it stands against one strong signal, and gives way
    to a maker that protocols confirm.
    """
    likely = [c for c in ranked if c.grade.rank >= Grade.PROBABLE.rank]
    if len([c for c in likely if c.hard is not Grade.UNKNOWN]) > 1:
        return True
    return len(likely) > 1 and likely[0].hard is not Grade.CONFIRMED


def _without_asides(fired: list[Fired], brands: Brands) -> list[Fired]:
    """Drop a name in free text where other evidence names somebody else: "replaces the Hikvision dome"."""
    if not any(f.group == MENTION for f in fired):
        return fired
    named = {m for f in fired if f.group != MENTION for m in brands.makers(f.signal)}
    other = any(brands.states(f.signal) for f in fired if f.group != MENTION)
    return [
        f
        for f in fired
        if f.group != MENTION
        or not f.signal.says
        or not (named - brands.makers(f.signal) or (other and not brands.makers(f.signal) & named))
    ]
