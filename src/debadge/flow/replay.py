"""`debadge replay`: judge again from a run folder, and compare every byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from debadge.flow.asking import Asking, asked_again
from debadge.flow.assess import Evidence, assess, without_derived
from debadge.flow.check import files, released
from debadge.flow.world import World
from debadge.model.assessment import Assessment
from debadge.model.coverage import FileCoverage
from debadge.model.errors import InputError
from debadge.model.observation import Reject
from debadge.store.observations import parse
from debadge.store.runfolder import OBSERVATIONS, REJECTS, read_jsonl, read_run


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What a replay found: the files that differ, and whether the facts are the same."""

    assessment: Assessment
    different: tuple[str, ...]
    same_pack: bool
    recorded_pack: str
    recorded_release: Mapping[str, Any] | None  # number, date and digest, where the run had a released pack
    same_release: bool  # or one of the two is none


def replay(folder: Path, world: World) -> Replayed:
    """Work the run out again from its observations and its question.

    The same facts have the same name, whether they came as installed or as a released pack; so a run of one can be
    replayed with the other. Number and date are compared where both have them.

    Raises:
        InputError: Not a run folder, or an edited one that cannot be read.
    """
    told = read_run(folder)
    evidence, asking = load(folder, told, world)
    assessment = assess(evidence, asking, world)
    recorded = {"release": told["release"]} if isinstance(told.get("release"), dict) else {}
    release = released(world) if recorded and world.pack.release else recorded
    again = files(assessment, asking, world.sentences(told["lang"]), release)
    different = tuple(name for name, content in again if not _same(folder / name, content))
    return Replayed(
        assessment=assessment,
        different=different,
        same_pack=told["pack"] == world.pack.name,
        recorded_pack=told["pack"],
        recorded_release=recorded.get("release"),
        same_release=release == recorded,
    )


def load(folder: Path, told: dict[str, Any], world: World) -> tuple[Evidence, Asking]:
    """The evidence and the question of a run folder."""
    with (folder / OBSERVATIONS).open(encoding="utf-8") as stream:
        kept = without_derived(parse(stream, str(folder / OBSERVATIONS)))
    try:
        rejects = [Reject(**row) for row in read_jsonl(folder / REJECTS)]
        inputs = [FileCoverage.of(row) for row in told["inputs"]]
        aside = told["set_aside"]
    except (KeyError, TypeError) as bad:
        raise InputError(f"{folder}: not readable as a run ({bad}); was it edited?") from bad
    evidence = Evidence(
        observations=kept, rejects=rejects, files=inputs, personal=aside["personal"], excluded=aside["excluded"]
    )
    return evidence, asked_again(world, told["question"])


def _same(path: Path, content: Iterable[bytes]) -> bool:
    try:
        with path.open("rb") as stream:
            return all(stream.read(len(piece)) == piece for piece in content) and not stream.read(1)
    except OSError:
        return False
