"""Names: speed and recall against the peer on the same rows, names and core in one run, and a million names through the command.

As a program, `python -m tools.bench.names LISTS QUERIES ANSWERS`, it screens a file with the product and prints what that took.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from debadge.flow.world import World
from tools.accuracy.names import generate, rows
from tools.accuracy.names.generate import Material
from tools.accuracy.names.query import Query
from tools.accuracy.names.report import weighed
from tools.accuracy.names.score import Scored, recall, scored, threshold
from tools.bench.peer import venv
from tools.bench.peer.compare import outcome as peer_outcome
from tools.bench.peer.compare import pinned
from tools.table import ROOT, Figure

SEEDS = generate.TEST[:6]  # some 3,000 names: half a minute of the peer's
FASTER = 8  # times the peer
MANY, FEW = 1_000_000, 100_000
FLAT = 1.2  # times as much memory for ten times as many names still counts as constant
AGAINST = "names against nomenklatura " + venv.VERSION
COMMAND = "a million names through `screen names`"
Counted = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """What one screener did with the queries."""

    rate: float  # names a CPU second, one process on one core, once it is ready
    found: Counted  # and wanted, at 5 % of negatives


def figures(world: World) -> list[Figure]:
    """Every figure about names; what cannot be measured here says so and does not hold."""
    material = Material.load(world)
    if not material.snapshots:
        return [Figure(what, "not measured: the lists are not here", "-", holds=False) for what in (AGAINST, COMMAND)]
    with TemporaryDirectory() as scratch:
        return [*against_peer(material, Path(scratch)), *through_command(material.suppliers, Path(scratch))]


def against_peer(material: Material, scratch: Path) -> list[Figure]:
    """Ours and the peer's, in turn, on test seeds."""
    python = venv.python()
    if isinstance(python, str):
        return [Figure(AGAINST, f"not measured, it cannot be installed here: {python}", f"{FASTER} times", holds=False)]
    queries = list(generate.sets(material, SEEDS))
    told = peer_outcome(python, material.register.entries, queries, scratch)
    peer = Run(told.rate, found_at_rate(scored(queries, told.answers)))
    return compared(product(queries, scratch), peer)


def compared(ours: Run, peer: Run) -> list[Figure]:
    """The two figures that have a target."""
    faster = ours.rate / peer.rate
    return [
        Figure(
            f"{AGAINST}: names a second on one core",
            f"{ours.rate:,.0f} against {peer.rate:,.0f}, {faster:.1f} times",
            f"at least {FASTER} times",
            holds=faster >= FASTER,
        ),
        Figure(
            f"{AGAINST}: recall at 5 % of negatives, seeds {SEEDS[0]} to {SEEDS[-1]}",
            f"{_share(ours.found)} against {_share(peer.found)}",
            "better than the peer's",
            holds=ours.found[0] > peer.found[0],
        ),
    ]


def found_at_rate(results: Sequence[Scored]) -> Counted:
    """(found, wanted) above the score that 5 % of the negatives are above."""
    told = weighed(results)
    return recall(told, threshold(told))


def _share(counted: Counted) -> str:
    return f"{counted[0] / counted[1]:.3f}" if counted[1] else "nothing"


def product(queries: Sequence[Query], scratch: Path, lists: Path = rows.LISTS) -> Run:
    """The same names by the product, in a process of its own on one core."""
    asked, answers = scratch / "queries.jsonl", scratch / "answers.jsonl"
    asked.write_text("".join(json.dumps(query.asked(), ensure_ascii=False) + "\n" for query in queries), "utf-8")
    command = [*pinned(), sys.executable, "-m", "tools.bench.names", str(lists), str(asked), str(answers)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    lines = (json.loads(line) for line in answers.read_text("utf-8").splitlines())
    return Run(len(queries) / float(told.split()[-1]), found_at_rate(scored(queries, lines)))


def screen_alone(lists: Path, asked: Path, answers: Path) -> float:
    """CPU seconds for all names of a file but for a first one, which makes the index ready."""
    screen_names = import_module("debadge.flow.screening").screen_names
    queries = [json.loads(line) for line in asked.read_text("utf-8").splitlines()]
    told: Iterator[Any] = screen_names(chain(queries[:1], queries), World.load(), rows.snapshots(lists), rows.DAY)
    next(told)
    begun = time.process_time()
    kept = list(told)
    took = time.process_time() - begun
    answers.write_text("".join(json.dumps(answer, ensure_ascii=False, default=str) + "\n" for answer in kept), "utf-8")
    return took


def many(suppliers: Sequence[str]) -> Iterator[str]:
    """Ordinary suppliers again and again, each time written otherwise, so that no two names are the same."""
    for turn in range(sys.maxsize):
        for number, name in enumerate(suppliers):
            yield f"{name.title() if turn % 2 else name} {turn}" if number % 3 else f"{turn:04} - {name}"


def through_command(suppliers: Sequence[str], scratch: Path) -> list[Figure]:
    """Names a second, all told, and peak memory against that of a tenth as many."""
    try:
        home = kept_lists(scratch)
        small, large = (commanded(suppliers, count, scratch, home) for count in (FEW, MANY))
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip().splitlines()
        return [Figure(COMMAND, f"not measured, the command failed: {said[-1] if said else error}", "-", holds=False)]
    return [
        Figure(f"{COMMAND}: names a second", f"{MANY / large[0]:,.0f}", "stated", holds=True),
        Figure(
            f"{COMMAND}: peak memory (of {FEW:,} names: {small[1]:.0f} MB)",
            f"{large[1]:.0f} MB",
            f"at most {FLAT} times that of a tenth as many",
            holds=large[1] <= FLAT * small[1],
        ),
    ]


def kept_lists(scratch: Path) -> Path:
    """A folder into which the product itself has taken the lists."""
    home = scratch / "home"
    for files in (
        ["us_entity_list_2025-11-08.json"],
        ["ofac_sdn.csv", "ofac_sdn_alt.csv"],
        ["ofac_ns_cmic_prim.csv", "ofac_ns_cmic_alt.csv", "ofac_ns_cmic_add.csv"],
    ):
        paths = [str(rows.LISTS / name) for name in files]
        command = [sys.executable, "-m", "debadge", "lists", "import", *paths, "--day", rows.DAY.isoformat()]
        subprocess.run(
            command, check=True, capture_output=True, text=True, env={**os.environ, "DEBADGE_HOME": str(home)}
        )
    return home


def commanded(suppliers: Sequence[str], count: int, scratch: Path, home: Path) -> tuple[float, float]:
    """(wall seconds, peak megabytes) of the command on a file of so many names."""
    path = scratch / f"{count}.txt"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{name}\n" for name in islice(many(suppliers), count))
    command = [sys.executable, "-m", "debadge", "screen", "names", str(path), "--as-of", rows.DAY.isoformat()]
    command += ["--format", "jsonl", "-o", str(scratch / f"{count}.jsonl"), "--quiet"]
    measure = (
        "import resource, subprocess, sys, time; begun = time.perf_counter(); "
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True); took = time.perf_counter() - begun; "
        "sys.stderr.write(done.stderr); print(took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); "
        "sys.exit(done.returncode)"
    )
    told = subprocess.run(
        [*pinned(), sys.executable, "-c", measure, *command],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "DEBADGE_HOME": str(home)},
    ).stdout
    took, peak = told.split()[-2:]
    return float(took), int(peak) / 1024


if __name__ == "__main__":
    print(screen_alone(*(Path(argument) for argument in sys.argv[1:4])))
