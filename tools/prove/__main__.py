"""`make prove`: the long proofs, one figure each."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from debadge.flow.world import World
from debadge.knowledge.pack import DATA
from tools.prove.mutate import prove
from tools.prove.pages import check_pages
from tools.table import ROOT, Figure, keep

RUNS = 10_000  # of each fuzz target


def mutation() -> tuple[Figure, list[str]]:
    """How many slips in the regimes the situations beside them would notice."""
    world = World.load()
    total, alive = 0, []
    for path in sorted((DATA / "regimes").rglob("*.yaml")):
        count, survivors = prove(path, world)
        total += count
        alive += [f"- {path.stem}: {what}" for what in survivors]
    score = 100 * (total - len(alive)) / total
    caught = f"{total - len(alive)} of {total} caught, {score:.1f} %"
    return Figure("mutants of the regime files caught by their situations", caught, "at least 95 %", score >= 95), alive


def fuzz() -> Figure:
    """Every reader on damaged files of its own format, every codec on damaged datagrams: nothing raised but a clear error."""
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/sources", "tests/wire", "-k", "fuzz"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DEBADGE_PROVE": "1"},
    )
    last = told.stdout.strip().splitlines()[-1] if told.stdout.strip() else "no output"
    if told.returncode:
        print(told.stdout[-4000:], file=sys.stderr)
    targets = re.search(r"(\d+) passed", last)
    return Figure(
        f"fuzz targets of the readers and of the wire, {RUNS:,} runs each",
        last.strip("= "),
        "all pass",
        told.returncode == 0 and targets is not None,
    )


def main() -> int:
    """Prove, keep, and say whether everything holds."""
    slips, survivors = mutation()
    figures = [slips, fuzz(), *check_pages()]
    notes = ["Mutants that nobody notices:", "", *survivors] if survivors else []
    keep("Proofs", "make prove", figures, notes)
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
