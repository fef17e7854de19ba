"""Identification of one thing: collect what fired, fuse it, and show the evidence for and against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from debadge.identify.answers import bought, pick_class, pick_firmware, pick_model
from debadge.identify.badges import OTHER, Brands
from debadge.identify.catalogue import Catalogue
from debadge.identify.channels import GROUPS, SOFTWARE, group_of
from debadge.identify.fired import Seen
from debadge.identify.fuse import Fusion, Verdict
from debadge.identify.match import Matcher
from debadge.identify.names import Names
from debadge.model.catalogue import ModelGrammar
from debadge.model.identification import Evidence, Identification
from debadge.model.observation import Observation
from debadge.model.party import Badge, Maker
from debadge.model.signal import Cited, Prefixes, Signal
from debadge.model.words import Basis, Grade
from debadge.text.builds import build_day

MAX_SHOWN = 200  # characters of a value in the evidence
_ALONE = {
    "verified": Grade.CONFIRMED,
    "strong": Grade.PROBABLE,
    "weak": Grade.POSSIBLE,
    "name": Grade.POSSIBLE,
    "model": Grade.POSSIBLE,
    "line": Grade.POSSIBLE,
}
"""What a signal of each strength gives alone; the others give no maker."""
_RECORD = Cited(title="the record itself", url=None, read="", status="verified")


class Identifier:
    """Everything known about signals, prefixes, makers and badges, ready to be asked; holds caches and nothing else."""

    def __init__(
        self,
        signals: Iterable[Signal],
        prefixes: Prefixes,
        makers: Mapping[str, Maker],
        badges: Mapping[str, Badge],
        catalogue: Iterable[ModelGrammar] = (),
        nothing: AbstractSet[str] = frozenset(),
    ) -> None:
        lines = (line for badge in badges.values() for line in badge.lines)
        told = {s.id: s for s in (*signals, *lines, *_spoken(makers, badges))}
        self.signals, self.makers, self.badges, self.prefixes = told, makers, badges, prefixes
        self.matcher = Matcher(told.values(), prefixes, Names(makers, badges, nothing))
        self.fusion = Fusion(told, Brands(makers, badges))
        self.catalogue = Catalogue(catalogue)
        self._says = {s.id: _says(s) for s in told.values()}

    def identify(self, subject: str, observations: Iterable[tuple[str, Observation]]) -> Identification:
        """Who made one thing.

        Args:
            subject: Asset id, or the caller's own name for it.
            observations: (record id, observation) of this thing alone, derived ones included; fields that are no identity
                channels are passed over. Order and repetition change nothing.
        """
        known = dict(observations)
        seen = sorted(_of_its_badges([s for id_, o in known.items() for s in self._look(id_, o, known)]), key=_order)
        fired = frozenset(s.fired for s in seen)
        verdict = self.fusion.fuse(fired, bought(known.values()) if self.fusion.is_dated(fired) else None)
        because, against = self._evidence(seen, verdict)
        model = None if verdict.conflict else pick_model(seen, known.values(), verdict.maker)
        says = self.catalogue.read(verdict.maker, model)
        firmware = None if verdict.conflict else pick_firmware(seen, known.values())
        looked = {group_of(field) for field in {o.field for o in known.values()}}
        return Identification(
            subject=subject,
            maker=verdict.maker,
            grade=verdict.grade,
            basis=verdict.basis,
            entity=verdict.badged.entity,
            entity_grade=verdict.badged.entity_grade,
            brand=self._brand(verdict, seen),
            model=model,
            model_says=says,
            firmware=firmware,
            built=build_day(firmware) if firmware else None,
            chipset=verdict.chipset,
            device_class=pick_class(seen, verdict.maker) or dict(says).get("device_class"),
            conflict=verdict.conflict,
            candidates=verdict.candidates,
            because=because,
            against=against,
            asks=verdict.asks,
            not_looked=tuple(g for g in GROUPS if g not in looked),
        )

    def _look(self, id_: str, observation: Observation, known: Mapping[str, Observation]) -> Iterable[Seen]:
        field = observation.field
        own = group_of(field)
        if own is None or (own == SOFTWARE and observation.subject.kind != "component"):
            return  # a library on a disk says nothing about the device that it was found beside
        hits = self.matcher.match_text(field, observation.value)
        root = (_root_group(observation, known) or own) if hits else own
        for hit in hits:
            signal = self.signals[hit.signal]
            plain = "@" not in hit.fired and root != (group_of(signal.field) or root)
            yield Seen(id_, observation, hit, signal, f"{hit.fired}@{root}" if plain else hit.fired)

    def _evidence(self, seen: Sequence[Seen], verdict: Verdict) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
        told = [(self._one(s), s.signal.maker) for s in seen]
        told += [(self._combo(id_), self.signals[id_].maker) for id_ in verdict.combos]
        told += [
            (_edge(badge, edge.maker, edge.confidence, edge.source.title, self.badges[badge].name), edge.maker)
            for badge, edge in verdict.edges
        ]
        against = tuple(e for e, maker in told if verdict.maker is not None and maker not in {None, verdict.maker})
        return tuple(e for e, maker in told if verdict.maker is None or maker in {None, verdict.maker}), against

    def _one(self, seen: Seen) -> Evidence:
        value = seen.observation.value
        shown = value if len(value) <= MAX_SHOWN else value[:MAX_SHOWN] + "…"
        signal = seen.hit.signal
        return Evidence(signal, seen.observation.field, shown, self._says[signal], seen.signal.cited.title, seen.id)

    def _combo(self, id_: str) -> Evidence:
        signal = self.signals[id_]
        return Evidence(
            signal=id_, field="combo", value=" + ".join(signal.signals), says=self._says[id_], source=signal.cited.title
        )

    def _brand(self, verdict: Verdict, seen: Sequence[Seen]) -> str | None:
        """The badge as people spell it: ours where we know the badge, else as it was written."""
        word = verdict.badged.brand
        if word is None:
            return None
        if verdict.badged.is_badge:
            return self.badges[word].name
        stated = [
            (s.hit.fired.endswith("@mention"), text)
            for s in seen
            for key, text in s.hit.captures
            if key == "brand" and (s.hit.signal == f"name:{word}" or (word == OTHER and s.hit.signal == "brand:other"))
        ]
        text = min(stated, default=(False, ""))[1]
        maker = self.makers.get(word)
        if maker and (not text or text.casefold() in {maker.id, maker.name.casefold(), *maker.name.casefold().split()}):
            return maker.name
        return text or None


def _of_its_badges(seen: list[Seen]) -> list[Seen]:
    """Without the model numbers of badges that the thing does not carry: "M-3" means something on one badge only."""
    stated = {s.signal.says.get("brand") for s in seen}
    return [s for s in seen if s.signal.strength != "line" or s.signal.says["badge"] in stated]


def _order(seen: Seen) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return seen.fired, seen.id, seen.hit.captures


def _says(signal: Signal) -> tuple[tuple[str, str], ...]:
    """What evidence shows of a signal, with the grade that it gives alone."""
    return tuple(sorted({**signal.says, "grade": _ALONE.get(signal.strength, Grade.UNKNOWN).value}.items()))


def _root_group(observation: Observation, known: Mapping[str, Observation]) -> str | None:
    """The group of what a derived observation was read from: the same answer is one witness, whatever it says."""
    rule = observation.origin.rule
    if observation.origin.method != "derived" or not rule or rule.startswith("subject."):
        return None
    parent = known.get(observation.origin.parent or "")
    return group_of(parent.field) if parent else None


def _edge(badge: str, maker: str, confidence: str, source: str, name: str) -> Evidence:
    says = (
        ("basis", Basis.INFERRED.value),
        ("confidence", confidence),
        ("grade", Grade.POSSIBLE.value),
        ("maker", maker),
    )
    return Evidence(signal=f"edge:{badge}>{maker}", field="relabel", value=name, says=says, source=source)


def _spoken(makers: Mapping[str, Maker], badges: Mapping[str, Badge]) -> Iterable[Signal]:
    """The signals of names: one a maker for its own badges, one a badge, one for a badge that nobody has described."""
    for maker in makers.values():
        yield Signal(
            id=f"name:{maker.id}",
            field="brand_string",
            strength="name",
            says={"maker": maker.id, "brand": maker.id},
            cited=_RECORD,
            why="names the maker",
        )
    for badge in badges.values():
        yield Signal(
            id=f"badge:{badge.id}",
            field="brand_string",
            strength="brand",
            says={"brand": badge.id},
            cited=_RECORD,
            why="names the badge",
        )
    yield Signal(
        id="brand:other",
        field="brand_string",
        strength="brand",
        says={"brand": OTHER},
        cited=_RECORD,
        why="names a badge that is not described",
    )
