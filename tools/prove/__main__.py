"""`make prove`: the long proofs, one figure each."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

from debadge.flow.world import World
from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from tools.prove.exhaust import exhaust
from tools.prove.mutate import prove
from tools.prove.pages import check_pages
from tools.table import ROOT, Figure, keep

RUNS = 10_000  # of each fuzz target
Reasons = dict[str, dict[str, list[str]]]  # regime -> why -> what survives
EVERY_CASE = ("tests/flow/test_adopt.py", "tests/flow/test_everywhere.py", "tests/report/test_judge_sentences.py")


def mutation() -> tuple[Figure, list[str]]:
    """How many slips in the regimes the situations beside them would notice; the others with the reason, where one is known."""
    world = World.load()
    reasons: Reasons = read_yaml(Path(__file__).parent / "survivors.yaml")
    total, alive = 0, []
    for path in sorted((DATA / "regimes").rglob("*.yaml")):
        count, survivors = prove(path, world)
        total += count
        alive += [(path.stem, what) for what in survivors]
    score = 100 * (total - len(alive)) / total
    caught = f"{total - len(alive)} of {total} caught, {score:.1f} %"
    lines = [f"- {id_}: {what} - {_why(id_, what, reasons)}" for id_, what in alive]
    return Figure("mutants of the regime files caught by their situations", caught, "at least 97 %", score >= 97), lines


def _why(id_: str, what: str, reasons: Reasons) -> str:
    """Why no situation can notice a mutant, as survivors.yaml tells."""
    told = reasons.get(id_, {}).items()
    return next((why for why, several in told if any(fnmatchcase(what, one) for one in several)), "no reason known")


def exhaustion() -> list[Figure]:
    """What the measures can answer over the whole vocabulary, and the boundary of every date."""
    world = World.load()
    told = [exhaust(regime, world) for regime in world.law.regimes.values()]
    wrong = [said for one in told for said in one.wrong]
    for said in wrong:
        print(said, file=sys.stderr)
    measures = sum(len(regime.measures) for regime in world.law.regimes.values())
    walked = f"{sum(one.situations for one in told):.1e} situations of {measures} measures, {len(wrong)} faults"
    return [
        Figure("dead clauses, unreachable outcomes, contradictions within a regime", walked, "no fault", not wrong),
        Figure(
            "days on which an answer changes, each named by its file, walked day by day",
            f"{sum(one.boundaries for one in told)}",
            "no other day, none missing",
            not wrong,
        ),
    ]


def fuzz() -> Figure:
    """Every reader on damaged files of its own format, every codec on damaged datagrams: nothing raised but a clear error."""
    what = f"fuzz targets of the readers and of the wire, {RUNS:,} runs each"
    return _suite(what, "tests/sources", "tests/wire", "-k", "fuzz")


def every_case() -> Figure:
    """The tests that `make test` runs on a choice of regimes, roles and days, on all of them."""
    return _suite("every rule adopted, told and judged in every place, for every role and act", *EVERY_CASE)


def _suite(what: str, *chosen: str) -> Figure:
    """Some tests with all their cases."""
    told = subprocess.run(
        [sys.executable, "-m", "pytest", *chosen],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DEBADGE_PROVE": "1"},
    )
    last = told.stdout.strip().splitlines()[-1] if told.stdout.strip() else "no output"
    if told.returncode:
        print(told.stdout[-4000:], file=sys.stderr)
    passed = re.search(r"(\d+) passed", last)
    return Figure(what, last.strip("= "), "all pass", told.returncode == 0 and passed is not None)


def main() -> int:
    """Prove, keep, and say whether everything holds."""
    slips, survivors = mutation()
    figures = [slips, *exhaustion(), fuzz(), every_case(), *check_pages()]
    notes = ["Mutants that nobody notices:", "", *survivors] if survivors else []
    keep("Proofs", "make prove", figures, notes)
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
