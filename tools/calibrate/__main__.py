"""`python -m tools.calibrate ordinary FILE | policy FOLDER | measure FOLDER`: FOLDER holds public list files and supplier names.

`ordinary` writes the table of common words, `policy` prints knots, threshold and sure score from the training half,
`measure` prints what the shipped policy does on the half that nothing was tuned on.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from debadge.flow.world import World
from debadge.knowledge.screening import name_policy, name_words
from debadge.screen.names.index import Index
from debadge.screen.names.reading import Reader
from debadge.screen.names.screener import Screener
from tools.calibrate import ordinary
from tools.calibrate.lists import entries
from tools.calibrate.measure import HELD_OUT, TRAINING, at_rate, by_kind, knots, raws, share_over, split

NUMBER = 6000  # spoiled names, and as many look-alikes
ALERTS = 0.0027  # of ordinary suppliers at the threshold; the promise is 0.003
SURE = 0.96  # share of true matches, among spoiled names, look-alikes and suppliers, from which on a name is said to be listed
DATA = Path(__file__).parents[2] / "src" / "debadge" / "knowledge" / "data" / "screening"


def main(words: list[str]) -> None:
    """Run one of the three."""
    match words:
        case ["ordinary", file]:
            ordinary.write(Path(file), DATA / "ordinary.yaml")
        case [("policy" | "measure") as what, folder]:
            _policy(Path(folder)) if what == "policy" else _measure(Path(folder))
        case _:
            sys.exit(__doc__)


def _screener(folder: Path) -> Screener:
    world = World.load()
    return Screener(Index(entries(folder, world), Reader(name_words(world.pack)), name_policy(world.pack)))


def _policy(folder: Path) -> None:
    screener = _screener(folder)
    asked = split(screener.index.entries, folder, TRAINING, NUMBER)
    good, close, ordinary_ = (raws(part, screener) for part in (asked.spoiled, asked.close, asked.suppliers))
    pairs = [(raw, True) for _, raw in good] + [(raw, False) for _, raw in (*close, *ordinary_[:NUMBER])]
    table = knots(pairs)
    print("knots:", [list(knot) for knot in table])
    least = at_rate((raw for _, raw in ordinary_), ALERTS)
    print("raw score at the threshold:", round(least, 4), "recall there:", round(share_over(good, least), 4))
    print("raw score from which on it is sure:", next(raw for raw, score in table if score >= SURE))


def _measure(folder: Path) -> None:
    screener = _screener(folder)
    policy = screener.index.policy
    asked = split(screener.index.entries, folder, HELD_OUT, NUMBER)
    begun = time.perf_counter()
    ordinary_ = raws(asked.suppliers, screener)
    per_second = len(ordinary_) / (time.perf_counter() - begun)
    good, close, origins = (raws(part, screener) for part in (asked.spoiled, asked.close, asked.origins))
    least = next(raw / 1000 for raw in range(1001) if policy.score(raw / 1000) >= policy.threshold)
    for name, negatives in (("look-alikes", close), ("suppliers", ordinary_), ("both", [*close, *ordinary_[:NUMBER]])):
        at_five = at_rate((raw for _, raw in negatives), 0.05)
        print(f"recall at 5 % false matches of {name}: {share_over(good, at_five):.4f} (raw {at_five:.3f})")
        print("   ", dict(list(by_kind(good, at_five).items())[:8]), "two typos:", by_kind(good, at_five)["two_typos"])
    print(
        f"recall at the threshold: {share_over(good, least):.4f}; {1000 * share_over(ordinary_, least):.2f} of 1,000 suppliers"
    )
    print("look-alikes at the threshold:", by_kind(close, least))
    print("false matches by origin, per 1,000:", {o: round(1000 * s, 2) for o, s in by_kind(origins, least).items()})
    print(f"{per_second:,.0f} ordinary suppliers a second")


if __name__ == "__main__":
    main(sys.argv[1:])
