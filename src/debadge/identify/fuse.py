"""`fuse`: what a set of signals says together. Pure, cached per distinct set; it sees which signals fired, never their text.

A fired name is a signal's id, with ``@group`` behind it where the group is not that of its own channel (a serial number
inside a discovery answer is no second witness), or ``@mention`` for a name in free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from debadge.identify.badges import Badged, Brands
from debadge.identify.channels import group_of
from debadge.identify.fired import MENTION, Fired
from debadge.identify.supply import Shown, Supply, supplies
from debadge.model.days import Window
from debadge.model.identification import Candidate
from debadge.model.party import Edge
from debadge.model.signal import Signal
from debadge.model.words import Basis, Grade

MAX_CACHED = 200_000
NO_VIDEO = frozenset({"printer", "switch", "scanner", "phone", "laptop", "router", "server", "radio"})
"""Kinds of things that relabel edges say nothing about: they are about video, door and alarm equipment."""
NO_PICTURES = NO_VIDEO | {"alarm", "intercom", "access_control"}
"""The same of a firm that sells all kinds of goods: such an alarm panel is hardly of those that it has from others."""
LABEL = "label"  # what is printed on the unit settles most badges: serial number, MAC address, model
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
    asks: tuple[str, ...]  # what would settle who supplied the badge, sorted; none where the maker was observed
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
    supply: Supply | None = None  # the likeliest edge that leads to it

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
        return Grade.POSSIBLE if self.observed or self.supply else Grade.UNKNOWN

    @property
    def observed(self) -> bool:
        return bool(self.verified or self.strong or self.name or self.weak)

    @property
    def rank(self) -> tuple[int, int]:
        """Observed before inferred, and the likelier edge before the other."""
        return self.grade.rank, _OBSERVED if self.observed or self.supply is None else self.supply.rank

    def candidate(self) -> Candidate:
        return Candidate(maker=self.maker, grade=self.grade, basis=Basis.OBSERVED if self.observed else Basis.INFERRED)


class Fusion:
    """The signals by id, and the brands that some of them state."""

    def __init__(self, signals: Mapping[str, Signal], brands: Brands) -> None:
        self._signals, self._brands = signals, brands
        self._combos = [s for s in signals.values() if s.field == "combo"]
        self._cache: dict[tuple[frozenset[str], Window | None], Verdict] = {}
        self._dated = frozenset(
            tagged
            for id_, s in signals.items()
            if any(edge.start or edge.until for _, edge in brands.edges(s))
            for tagged in (id_, f"{id_}@{MENTION}")
        )

    def fuse(self, fired: frozenset[str], bought: Window | None = None) -> Verdict:
        """The verdict on a set of fired names; order and number of times do not exist in a set.

        Args:
            fired: Names of signals.
            bought: When the thing was bought or installed; matters only where `is_dated`.
        """
        verdict = self._cache.get((fired, bought))
        if verdict is None:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            verdict = self._cache[fired, bought] = self._fuse(fired, bought)
        return verdict

    def is_dated(self, fired: frozenset[str]) -> bool:
        """Whether a badge among them had a maker for a time only."""
        return not self._dated.isdisjoint(fired)

    def combos(self, fired: frozenset[str]) -> frozenset[str]:
        """The signals about signals that hold for a set."""
        ids = {name.partition("@")[0] for name in fired}
        return frozenset(combo.id for combo in self._combos if ids.issuperset(combo.signals))

    def _fuse(self, names: frozenset[str], bought: Window | None) -> Verdict:
        everything = [Fired.of(name, self._signals) for name in sorted(names)]
        combos = tuple(sorted(self.combos(names)))
        everything += [Fired(self._signals[id_], self._group_of_combo(id_)) for id_ in combos]
        fired = _without_asides(everything, self._brands)
        ranked = self._ranked(fired, bought)
        in_question = () if ranked else self._ranked(everything, bought)  # named beside a badge that nobody described
        conflict = _conflict(ranked)
        best = None if conflict else _best(ranked)
        basis = None if best is None else best.candidate().basis
        return Verdict(
            maker=best.maker if best else None,
            grade=best.grade if best else Grade.UNKNOWN,
            basis=basis,
            conflict=conflict,
            candidates=tuple(c.candidate() for c in ranked or in_question),
            badged=self._brands.weigh(fired, best.maker if best else None, best.grade if best else Grade.UNKNOWN),
            edges=tuple((c.supply.badge, c.supply.edge) for c in ranked if c.supply and not c.observed),
            asks=() if best and best.observed else self._asks(fired) or ((LABEL,) if in_question else ()),
            chipset=tuple(sorted({f.signal.says["chipset"] for f in fired if "chipset" in f.signal.says})),
            combos=combos,
        )

    def _ranked(self, fired: Sequence[Fired], bought: Window | None) -> list[_Case]:
        """The makers that anything speaks for, likeliest first."""
        cases = (c for c in self._cases(fired, bought).values() if c.grade is not Grade.UNKNOWN)
        return sorted(cases, key=lambda c: (-c.rank[0], -c.rank[1], c.maker))

    def _group_of_combo(self, id_: str) -> str:
        return group_of(self._signals[self._signals[id_].signals[0]].field) or ""

    def _cases(self, fired: Sequence[Fired], bought: Window | None) -> dict[str, _Case]:
        cases: dict[str, _Case] = {}
        for f in fired:
            if maker := f.signal.maker:
                cases.setdefault(maker, _Case(maker)).take(f)
        classes = {f.signal.says["device_class"] for f in fired if _says_kind(f.signal)}
        if classes and classes <= NO_VIDEO:
            return cases
        has_number = any(_is_number_of_badge(f.signal) for f in fired)
        shown = Shown(bool(classes - NO_VIDEO) or has_number, bool(classes - NO_PICTURES) or has_number)
        for told in supplies(fired, self._brands, bought, shown):
            case = cases.setdefault(told.edge.maker, _Case(told.edge.maker))
            if case.supply is None or told.order < case.supply.order:
                case.supply = told
        return cases

    def _asks(self, fired: Iterable[Fired]) -> tuple[str, ...]:
        badges = {badge for f in fired for badge, _ in self._brands.edges(f.signal)}
        return tuple(sorted({word for badge in badges for word in (*self._brands.badges[badge].asks, LABEL)}))


def _is_number_of_badge(signal: Signal) -> bool:
    """Whether it is a model number of a badge: those that we know are of cameras and recorders."""
    return signal.field == "model_string" and signal.strength in {"brand", "line"}


def _says_kind(signal: Signal) -> bool:
    """Whether it tells the kind of thing whoever made it: one maker's numbers tell it of that maker's things only."""
    return "device_class" in signal.says and signal.maker is None


def _best(ranked: list[_Case]) -> _Case | None:
    """The maker that is named: the one that more speaks for than for any other.

    A badge may leave its maker in question: by its prefix alone, for another line, at another time.
    """
    if not ranked or (len(ranked) > 1 and ranked[0].rank == ranked[1].rank):
        return None
    first = ranked[0]
    return first if first.observed or (first.supply and not first.supply.asks) else None


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
