"""`debadge explain`: why a run says what it says of one thing, worked out again with each piece of evidence taken away."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from debadge.flow.asking import Asking
from debadge.flow.assess import Evidence, assess, known
from debadge.flow.replay import load
from debadge.flow.world import World
from debadge.judge.counterfactual import Change, smallest_changes
from debadge.judge.judge import headline, judge
from debadge.judge.situate import situate
from debadge.model.assessment import Assessment
from debadge.model.asset import Asset
from debadge.model.errors import ToldError
from debadge.model.finding import Finding
from debadge.model.identification import Identification
from debadge.model.observation import Observation
from debadge.model.situation import Situation
from debadge.model.words import Test
from debadge.store.runfolder import ASSETS, read_run

_NOT_BINDING = frozenset({Test.FORCE, Test.DATE, Test.ACTOR, Test.ACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What would be said if one piece of evidence were not there."""

    records: tuple[str, ...]  # what was taken away, with everything that was read from it
    field: str  # of the text or key that it was read from
    value: str
    locator: str
    found: Identification
    outcomes: tuple[tuple[str, str, Finding, Finding], ...]  # (regime, act, now, then), those that change


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One thing, its maker, its answers, and what they hang on."""

    asset: Asset
    found: Identification
    assessment: Assessment
    findings: tuple[Finding, ...]  # those that bind, then nothing else
    unbound: int  # measures of which no act binds: force, date, actor or act says no
    without: tuple[Without, ...]
    changes: tuple[tuple[Finding, tuple[Change, ...]], ...]
    recorded_pack: str  # that of the run; another than that of the assessment means other facts


def explain(folder: Path, wanted: str, world: World) -> Explained:
    """Explain one asset of a run folder.

    Raises:
        InputError: No such thing in the run, or several by that name.
    """
    told = read_run(folder)
    evidence, asking = load(folder, told, world)
    assessment = assess(evidence, asking, world)
    asset = _find(assessment, wanted, folder)
    _, world, _ = known(asking, world)
    return _Explaining(assessment, evidence, asking, world).of(asset, told["pack"])


def _find(assessment: Assessment, wanted: str, folder: Path) -> Asset:
    needle = wanted.strip().casefold()
    bare = "".join(c for c in needle if c.isalnum())
    found = [
        a
        for a in assessment.assets
        if needle in {a.id, a.name.casefold()} or any(v in {needle, bare} for _, v in a.keys)
    ]
    if not found:
        found = [a for g in assessment.groups if g.id == needle for a in assessment.assets if a.id in g.subjects][:1]
    if not found:
        found = [a for a in assessment.assets if len(needle) >= 4 and a.id.startswith(needle)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ToldError("error.nothing_called", folder=folder, wanted=wanted, assets=folder / ASSETS)
    ids = ", ".join(asset.id for asset in found[:5])
    raise ToldError("error.several_called", folder=folder, wanted=wanted, count=len(found), ids=ids)


class _Explaining:
    """The pieces that every counterfactual needs."""

    def __init__(self, assessment: Assessment, evidence: Evidence, asking: Asking, world: World) -> None:
        self.assessment, self.evidence, self.asking, self.world = assessment, evidence, asking, world
        self.regimes = tuple(assessment.regimes.values())

    def of(self, asset: Asset, recorded_pack: str) -> Explained:
        found = self.assessment.identifications[asset.id]
        situations = self.assessment.situations[asset.id]
        judged = [(one, finding) for one in situations for finding in self._judge(one)]
        binding = [(one, f) for one, f in judged if not _NOT_BINDING & set(f.failed_tests)]
        bound = {(f.regime, f.measure) for _, f in binding}
        changes = tuple((f, self._changes(one, f)) for one, f in binding)
        return Explained(
            asset=asset,
            found=found,
            assessment=self.assessment,
            findings=tuple(f for _, f in binding),
            unbound=len({(f.regime, f.measure) for _, f in judged} - bound),
            without=tuple(self._without(asset, situations)),
            changes=changes,
            recorded_pack=recorded_pack,
        )

    def _judge(self, situation: Situation) -> tuple[Finding, ...]:
        return judge(situation, self.regimes, as_of=self.asking.as_of, law=self.world.law)

    def _changes(self, situation: Situation, finding: Finding) -> tuple[Change, ...]:
        regime = self.assessment.regimes[finding.regime]
        measure = next(m for m in regime.measures if m.id == finding.measure)
        words = self.world.vocabulary
        lists = {name: words.ordered[kind.of] for name, kind in words.facts.items() if kind.of}
        return smallest_changes(situation, regime, measure, as_of=self.asking.as_of, law=self.world.law, words=lists)

    def _without(self, asset: Asset, situations: Sequence[Situation]) -> Iterator[Without]:
        """Each piece that carries the identification, taken away with everything that was read from it."""
        records = [(id_, self.assessment.observations[id_].seen) for id_ in asset.observations]
        carrying = {e.observation for e in self.assessment.identifications[asset.id].because}
        now = self._headlines(situations)
        for (field, value), piece in _pieces(records, carrying).items():
            left = [(id_, seen) for id_, seen in records if id_ not in piece]
            found = self.world.identifier.identify(asset.id, left)
            then = self._headlines(
                situate(
                    asset,
                    left,
                    found,
                    self.asking.organisation,
                    self.assessment.sites[asset.id],
                    self.world.law,
                    self.world.words,
                    self.asking.as_of,
                )
            )
            changed = tuple(
                (*key, now[key], then[key]) for key in now if key in then and now[key].outcome is not then[key].outcome
            )
            at = min(self.assessment.observations[id_].seen.origin.locator for id_ in piece)
            yield Without(records=piece, field=field, value=value, locator=at, found=found, outcomes=changed)

    def _headlines(self, situations: Sequence[Situation]) -> dict[tuple[str, str], Finding]:
        told: dict[tuple[str, str], Finding] = {}
        for one in situations:
            by_regime: dict[str, list[Finding]] = {}
            for finding in self._judge(one):
                by_regime.setdefault(finding.regime, []).append(finding)
            told |= {(name, str(one["act"].value)): headline(found) for name, found in by_regime.items()}
        return told


def _pieces(
    records: Sequence[tuple[str, Observation]], carrying: Container[str | None]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """What counts as one piece: a text or key wherever it stands, with all that was read from it."""
    roots = {id_.partition("-")[0]: (seen.field, seen.value) for id_, seen in records}
    pieces: dict[tuple[str, str], list[str]] = {}
    for id_, seen in records:
        is_key = (seen.origin.rule or "").startswith("subject.")
        root = (seen.field, seen.value) if is_key else roots.get(seen.origin.parent or "", (seen.field, seen.value))
        pieces.setdefault(root, []).append(id_)
    return {root: tuple(ids) for root, ids in pieces.items() if any(id_ in carrying for id_ in ids)}
