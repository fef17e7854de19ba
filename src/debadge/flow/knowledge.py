"""`debadge knowledge`: let the facts prove themselves, and say which they are and how old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from debadge.flow.screen_lines import line_screener
from debadge.flow.world import World
from debadge.identify.proofs import check_fingerprints
from debadge.knowledge.catalogue import check_catalogue
from debadge.knowledge.clauses import without_words
from debadge.knowledge.fingerprints import check_links as check_signal_links
from debadge.knowledge.laws import RegimeLoader, check_links
from debadge.knowledge.lists import check_links as check_list_links
from debadge.knowledge.pack import DATA, compile_pack
from debadge.knowledge.situations import check_case, read_cases
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.catalogue import ModelGrammar
from debadge.model.errors import InputError
from debadge.model.regime import Regime
from debadge.model.signal import Signal
from debadge.screen.lines.proofs import check_line_words, examples_of

WITHOUT_SITUATIONS = "no `situations`: nothing shows what the file means, and no slip in it would be noticed"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check looked at and what it found wrong."""

    pack: str
    regimes: int
    situations: int
    signals: int
    examples: int
    synthetic: int  # examples made up for want of a captured string
    wrong: tuple[str, ...]


def check() -> Checked:
    """Read every file anew, follow every link, and run every situation, example and counter-example.

    Raises:
        KnowledgeError: A file that does not load; the check cannot go on without it.
    """
    world = World(compile_pack())
    signals = [s for s in world.identifier.signals.values() if not s.is_spoken]
    makers, badges = world.law.makers, {badge.id for badge in world.law.badges.values()}
    rules: list[Signal | ModelGrammar] = [*signals, *world.catalogue]
    examples = [example for rule in rules for example in rule.examples]
    _ = world.list_reading, world.weights, world.answerers  # they prove themselves as they load
    results = list(_run_situations(world))
    wrong = [
        *check_links(world.law),
        *check_signal_links(signals, makers, {*makers, *badges}),
        *check_fingerprints(signals, world.prefixes),
        *check_catalogue(world.catalogue, makers),
        *check_list_links(world.lists, world.law.parties),
        *check_line_words(world.line_words, world.identifier, line_screener(world)),
        *(told for told in results if told),
    ]
    return Checked(
        pack=world.pack.name,
        regimes=len(world.law.regimes),
        situations=len(results),
        signals=len(signals),
        examples=len(examples) + examples_of(world.line_words),
        synthetic=sum(example.synthetic for example in examples),
        wrong=tuple(wrong),
    )


def check_file(path: Path, world: World) -> Checked:
    """Run the situations of one regime file, such as an organisation's own direction, by the facts given.

    Raises:
        InputError: The file does not load; names place and remedy.
    """
    value = read_yaml(path, InputError)
    if not isinstance(value, dict) or "measures" not in value:
        raise InputError(
            f"{path}: not a regime file (it has no `measures`); docs/how-to/add-a-regime.md shows the form"
        )
    others = {id_: one for id_, one in world.law.regimes.items() if id_ != path.stem}  # the file, and not its namesake
    loader = RegimeLoader({path.stem: (str(path), value)}, world.vocabulary, InputError, others, own=True)
    regime = loader.load(path.stem)
    cases = read_cases(value.get("situations"), path.name, world.vocabulary)
    results = [check_case(case, regime, world.law, world.vocabulary) for case in cases]
    count = len(results)
    if not cases:
        results.append(f"{path.name}: {WITHOUT_SITUATIONS}")
    results += _unlinked(regime, world, path)
    return Checked(
        pack=world.pack.name,
        regimes=1,
        situations=count,
        signals=0,
        examples=0,
        synthetic=0,
        wrong=tuple(told for told in results if told),
    )


def _unlinked(regime: Regime, world: World, path: Path) -> Iterator[str]:
    """What a file of one's own names and nothing defines; where it has clauses, parts of which none speaks."""
    law = world.law
    yield from (
        f"{path.name}: follows `{one}`, which is no public rule" for one in regime.follows if one not in law.regimes
    )
    for measure in regime.measures:
        for party in measure.entity.named:
            if party not in law.parties:
                yield f"{path.name}: named party `{party}` has no file"
    if regime.clauses:
        yield from without_words(regime)


def _run_situations(world: World) -> Iterator[str | None]:
    for path in sorted((DATA / "regimes").rglob("*.yaml")):
        yield from check_regime_file(path, world)


def check_regime_file(path: Path, world: World) -> Iterator[str | None]:
    """One result per row of a file's situations: what is wrong, or None."""
    place = path.relative_to(DATA).as_posix()
    cases = read_cases(read_yaml(path).get("situations"), place, world.vocabulary)
    if not cases:
        yield f"{place}: {WITHOUT_SITUATIONS}"
    for case in cases:
        yield check_case(case, world.law.regimes[path.stem], world.law, world.vocabulary)


@dataclass(frozen=True, slots=True)
class Age:
    """How old a regime's reading is."""

    regime: str
    read: date  # the oldest of its sources
    recheck: date  # the day from which it should be read again
    look_at: Mapping[str, str]  # English and French

    def is_due(self, day: date) -> bool:
        """Whether the recheck day has come."""
        return self.recheck <= day


def ages(world: World) -> tuple[Age, ...]:
    """Every regime's age, the one due first first."""
    told = []
    for regime in world.law.regimes.values():
        read = min(source.read for source in regime.sources.values())
        told.append(Age(regime.id, read, read + timedelta(days=regime.recheck_days), regime.recheck_at))
    return tuple(sorted(told, key=lambda age: (age.recheck, age.regime)))
