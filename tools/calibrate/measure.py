"""How well names are found: recall over spoiled names, false matches over look-alikes and ordinary suppliers, by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from debadge.model.query import Query
from debadge.screen.names.entry import PACK, Entry
from debadge.screen.names.screener import Screener
from tools.calibrate.origins import ORIGINS
from tools.calibrate.others import NEGATIVES
from tools.calibrate.perturb import CHANGES

TRAINING, HELD_OUT = "training", "held out"
SEEDS = {TRAINING: 11, HELD_OUT: 2003}
SUPPLIERS = "ca_supplier_names_40k.txt"
_LONG_ENOUGH = 6  # letters of a name that is spoiled and can still be known


@dataclass(frozen=True)
class Asked:
    """One name to be screened."""

    kind: str
    text: str
    entry: int | None  # whose it is; None: nobody's


@dataclass(frozen=True)
class Split:
    """The names of one half: entries and suppliers fall into halves by a digest, so that none is in both."""

    spoiled: tuple[Asked, ...]
    close: tuple[Asked, ...]
    suppliers: tuple[Asked, ...]
    origins: tuple[Asked, ...]


def half_of(text: str) -> str:
    """Into which half something falls."""
    return TRAINING if sha256(text.encode()).digest()[0] < 128 else HELD_OUT  # half of a byte


def split(entries: Sequence[Entry], folder: Path, half: str, number: int) -> Split:
    """``number`` spoiled names and as many look-alikes, and all suppliers of a half."""
    random = Random(SEEDS[half])  # noqa: S311  # no secret
    pool = [
        (at, entry.names[0].text)
        for at, entry in enumerate(entries)
        if entry.list != PACK and half_of(entry.list + entry.ref) == half and _is_long(entry.names[0].text)
    ]
    taken = {name.text.lower() for entry in entries for name in entry.names}
    spoiled, close = [], []
    while len(spoiled) < number:
        at, text = random.choice(pool)
        kind = random.choice(list(CHANGES))
        if (told := CHANGES[kind](text, random)) and told.strip():
            spoiled.append(Asked(kind, told, at))
    while len(close) < number:
        _, text = random.choice(pool)
        kind = random.choice(list(NEGATIVES))
        if (told := NEGATIVES[kind](text, random)) and told.lower() not in taken:
            close.append(Asked(kind, told, None))
    lines = (folder / SUPPLIERS).read_text("utf-8").splitlines()
    suppliers = tuple(Asked("supplier", line, None) for line in lines if line and half_of(line) == half)
    origins = tuple(Asked(o, make(random), None) for o, make in ORIGINS.items() for _ in range(number))
    return Split(tuple(spoiled), tuple(close), suppliers, origins)


def _is_long(text: str) -> bool:
    return len(text) >= _LONG_ENOUGH and " " in text


def raws(asked: Iterable[Asked], screener: Screener) -> list[tuple[Asked, float]]:
    """The best raw score of each; of a spoiled name, that of its own entry or of one with the same name."""
    entries = screener.index.entries
    told = []
    for one in asked:
        found = screener.candidates(Query(text=one.text), 0.0)
        if one.entry is not None:
            own = {name.text.lower() for name in entries[one.entry].names}
            found = tuple(c for c in found if own & {name.text.lower() for name in c.entry.names})
        told.append((one, max((c.raw for c in found), default=0.0)))
    return told


def at_rate(scores: Iterable[float], rate: float) -> float:
    """The score that a share of them lies over."""
    ranked = sorted(scores, reverse=True)
    return ranked[int(len(ranked) * rate)]


def share_over(told: Iterable[tuple[Asked, float]], least: float) -> float:
    """The share of names whose score lies over one."""
    over = [raw > least for _, raw in told]
    return sum(over) / len(over)


def by_kind(told: Iterable[tuple[Asked, float]], least: float) -> dict[str, float]:
    """The same, kind by kind, the lowest first."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for one, raw in told:
        kinds[one.kind].append(raw > least)
    shares = {kind: round(sum(over) / len(over), 4) for kind, over in kinds.items()}
    return dict(sorted(shares.items(), key=lambda item: item[1]))


def rising(pairs: Iterable[tuple[float, bool]], blocks: int) -> list[tuple[float, float]]:
    """(raw, share of true matches) pooled until it never falls: the pool-adjacent-violators rule, over equal counts first."""
    ranked = sorted(pairs)
    size = max(1, len(ranked) // blocks)
    pools: list[list[float]] = []  # sum of raw, sum of true, count
    for at in range(0, len(ranked), size):
        part = ranked[at : at + size]
        pools.append([sum(raw for raw, _ in part), float(sum(is_true for _, is_true in part)), float(len(part))])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(raw / count, true / count) for raw, true, count in pools]


def knots(pairs: Iterable[tuple[float, bool]]) -> list[tuple[float, float]]:
    """The calibration: never flat, so that the order of raw scores is the order of scores."""
    told = [(0.0, 0.0)]
    for raw, share in rising(pairs, 60):
        score = round(0.98 * share + 0.02 * raw, 4)
        if raw - told[-1][0] > 0.004 and score > told[-1][1]:  # nearer knots say nothing
            told.append((round(raw, 4), score))
    return [*told, (1.0, 1.0)]
