"""`python -m tools.accuracy.names [--dev | --test | --hand] [--seeds N] [--lists DIR] [--dump FILE] [--answers FILE]`.

Screens the names of a set, or reads answers to it from a file, and prints how good the answers are. The test seeds are for
figures: their lines are never shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from debadge.flow.world import World
from tools.accuracy.names import generate, hand, rows
from tools.accuracy.names.generate import Material
from tools.accuracy.names.query import Query
from tools.accuracy.names.report import figures, tables, wrong
from tools.accuracy.names.score import Scored, scored
from tools.table import keep

SEEDS = 10  # of a set's fifty; all of them with --seeds 50
TITLES = {"dev": "names, development seeds", "test": "names, test seeds", "hand": "names, written by hand"}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and keep the figures of the test seeds and of the hand-written set."""
    told = _parser().parse_args(arguments)
    material = Material.load(World.load(), told.lists)
    if told.dump and told.which == "test":
        print(
            "answers to the test seeds are not written out: nobody is to tune on them; use --dev or --hand",
            file=sys.stderr,
        )
        return 2
    which = [told.which] if told.which else ["test", "hand"]
    kept = []
    for name in which:
        queries = list(queries_of(name, material, told.seeds))
        answers = _read(told.answers) if told.answers else screened(queries, material)
        results = scored(queries, answers)
        _show(name, results)
        if told.dump:
            _dump(told.dump, results)
        kept += figures(results, TITLES[name])
    if not told.which and not told.answers:
        keep("Names", "python -m tools.accuracy.names", kept, _notes(material))
        return 0 if all(figure.holds for figure in kept) else 1
    print("\n".join(f"{f.what}: {f.figure} (wanted: {f.target})" for f in kept))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.accuracy.names", description="How good the screening of names is."
    )
    which = parser.add_mutually_exclusive_group()
    for name in TITLES:
        which.add_argument(f"--{name}", dest="which", action="store_const", const=name)
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many seeds of the set")
    parser.add_argument("--lists", type=Path, default=rows.LISTS, help="folder of the published lists")
    parser.add_argument("--dump", type=Path, help="write queries, labels and answers as JSON lines")
    parser.add_argument(
        "--answers", type=Path, help="JSON lines of answers, in the order of the queries, instead of screening"
    )
    return parser


def queries_of(name: str, material: Material, seeds: int = SEEDS) -> Iterator[Query]:
    """The queries of `dev`, `test` or `hand`."""
    if name == "hand":
        return hand.queries(material.register, material.world.law.parties)
    return generate.sets(material, (generate.DEV if name == "dev" else generate.TEST)[:seeds])


def screened(queries: Iterable[Query], material: Material) -> Iterator[Any]:
    """What the product answers."""
    screen_names = import_module("debadge.flow.screening").screen_names  # only where names are screened
    told = (query.asked() for query in queries)
    yield from screen_names(told, material.world, material.snapshots, rows.DAY)


def _read(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _show(name: str, results: Sequence[Scored]) -> None:
    print(f"{TITLES[name]}: {len(results):,} queries\n")
    print("\n".join(tables(results)), "\n")
    if name != "test":
        print("Wrong at the shipped threshold")
        print("\n".join(wrong(results)), "\n")


def _dump(path: Path, results: Sequence[Scored]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in results:
            label = {"want": one.query.want, "kind": one.query.kind, "origin": one.query.origin, "right": one.is_right}
            line = {**one.query.asked(), **label, "expected": sorted(map(list, one.query.refs)), "told": dict(one.told)}
            file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")


def _notes(material: Material) -> list[str]:
    lists = ", ".join(f"{snapshot.list} {snapshot.count:,}" for snapshot in material.snapshots) or "none"
    return [
        f"Rows: {lists}; parties of the pack: {len(material.world.law.parties)}. {SEEDS} of the test seeds. Half of the",
        "negatives that the threshold is taken from are hard ones, made from listed names; half are suppliers of a government.",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
