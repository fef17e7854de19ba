"""`debadge knowledge`: let the facts prove themselves, and say which they are and how old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from debadge.flow.world import World
from debadge.knowledge.laws import check_links
from debadge.knowledge.pack import DATA, compile_pack
from debadge.knowledge.situations import check_case, read_cases
from debadge.knowledge.yamlfile import read_yaml


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check looked at and what it found wrong."""

    pack: str
    situations: int
    wrong: tuple[str, ...]


def check() -> Checked:
    """Read every file anew and run every situation.

    Raises:
        KnowledgeError: A file that does not load; the check cannot go on without it.
    """
    world = World(compile_pack())
    results = list(_run_situations(world))
    wrong = [*check_links(world.law), *(told for told in results if told)]
    return Checked(world.pack.name, len(results), tuple(wrong))


def _run_situations(world: World) -> Iterator[str | None]:
    for path in sorted((DATA / "regimes").rglob("*.yaml")):
        yield from check_regime_file(path, world)


def check_regime_file(path: Path, world: World) -> Iterator[str | None]:
    """One result per row of a file's situations: what is wrong, or None."""
    place = path.relative_to(DATA).as_posix()
    for case in read_cases(read_yaml(path).get("situations"), place):
        yield check_case(case, world.law.regimes[path.stem], world.law, world.vocabulary)


@dataclass(frozen=True, slots=True)
class Age:
    """How old a regime's reading is."""

    regime: str
    read: date                      # the oldest of its sources
    recheck: date                   # the day from which it should be read again
    look_at: str

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
