"""`python -m tools.accuracy.lines [--hand] [--dev] [--test] [--dump FILE.jsonl] [--keep]`: how often lines are read rightly.

Without a set: by hand and development. The test seeds are measured when somebody asks for them, and nobody tunes on them.
`make accuracy` asks for the hand-written lines and the test seeds, and keeps their figures in docs/measurements.md.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.accuracy.lines.generate import DEV, TEST, generate
from tools.accuracy.lines.labelled import WATCHED, Line, dump, hand
from tools.accuracy.lines.scoring import Answered, Score, by, count, pair, wrong
from tools.table import Figure, keep

SETS: Mapping[str, Callable[[], list[Line]]] = {
    "hand": hand,
    "dev": lambda: list(generate(DEV)),
    "test": lambda: list(generate(TEST)),
}
RECALL, PRECISION, ACTION = 0.92, 0.97, 0.95
"""What is wanted of the lines of each set."""
NOTES = (
    "A mention names its maker. Watched makers are the seven of `tools/accuracy/lines/labelled.py`. The lines are our own;",
    "the test seeds hold back a quarter of all phrases, names and numbers: what was not tuned on, not how others write.",
)
SHOWN = 200  # wrong lines printed of a set


def screened(lines: Iterable[Line]) -> Iterable[Mapping[str, Any]]:
    """The product's answers, in the order of the lines."""
    from debadge.flow.world import World  # noqa: PLC0415  the knowledge is read when lines are answered, not to dump them

    flow = importlib.import_module("debadge.flow.screen_lines")
    answers: Iterable[Mapping[str, Any]] = flow.screen_lines((dict(line.shown) for line in lines), World.load())
    return answers


def figures(name: str, answered: Sequence[Answered]) -> list[Figure]:
    """The figures of one set that have targets: watched makers, and beside them makers of all kinds."""
    watched, everyone = count(answered, of=WATCHED), count(answered)
    return [
        _figure(f"lines ({name}): recall, watched makers", watched.found, watched.wanted, RECALL),
        _figure(f"lines ({name}): precision, watched makers", watched.right, watched.named, PRECISION),
        _figure(f"lines ({name}): action, watched makers", watched.acted, watched.told, ACTION),
        _figure(f"lines ({name}): recall, all makers", everyone.found, everyone.wanted, 0.0),
        _figure(f"lines ({name}): precision, all makers", everyone.right, everyone.named, PRECISION),
        _figure(f"lines ({name}): action, all makers", everyone.acted, everyone.told, ACTION),
    ]


def _figure(what: str, part: int, of: int, target: float) -> Figure:
    share = part / of if of else 1.0
    return Figure(what, f"{part} of {of}, {share:.3f}", f"at least {target}" if target else "-", share >= target)


def show(name: str, answered: Sequence[Answered]) -> None:
    """The tables behind the figures, and the lines that are wrong."""
    print(f"{name}: {len(answered)} lines\n")
    for title, key in (("kind", _kind), ("language", _language), ("maker", _maker), ("action", _action)):
        _table(title, by(key, answered))
    faults = wrong(answered)
    print(f"Wrong lines: {len(faults)}" + (f", the first {SHOWN}" if len(faults) > SHOWN else ""))
    for line, maker, action in faults[:SHOWN]:
        print(f"  {line.id} {dict(line.shown)}: {line.maker} {line.action}, answered {maker} {action} ({line.why})")
    print()


def _kind(line: Line) -> str:
    return line.kind


def _language(line: Line) -> str:
    return line.lang


def _maker(line: Line) -> str:
    return line.maker or "-"


def _action(line: Line) -> str:
    return line.action or "-"


def _table(title: str, scores: Mapping[str, Score]) -> None:
    print(f"{title:18} {'wanted':>7} {'recall':>7} {'named':>7} {'precision':>10} {'action':>7}")
    for name, told in scores.items():
        print(f"{name:18} {told.wanted:7} {told.recall:7.3f} {told.named:7} {told.precision:10.3f} {told.action:7.3f}")
    print()


def main(arguments: Sequence[str]) -> int:
    """Dump the lines of the sets asked for, or have them answered and show the figures; 1 if one misses its target."""
    parser = argparse.ArgumentParser(prog="python -m tools.accuracy.lines", description=__doc__)
    for name in SETS:
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--dump", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--keep", action="store_true", help="keep the figures in docs/measurements.md")
    asked = parser.parse_args(arguments)
    names = [name for name in SETS if getattr(asked, name)] or ["hand", "dev"]
    if asked.dump:
        dump([line for name in names for line in SETS[name]()], asked.dump)
        return 0
    told = [figure for name in names for figure in _measured(name)]
    if asked.keep:
        keep("Accuracy of purchase lines", "make accuracy", told, NOTES)
    print("\n".join(f"{'ok ' if f.holds else 'NO '} {f.what}: {f.figure} ({f.target})" for f in told))
    return 0 if all(figure.holds for figure in told) else 1


def _measured(name: str) -> list[Figure]:
    lines = SETS[name]()
    answered = pair(screened(lines), lines)
    show(name, answered)
    return figures(name, answered)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
