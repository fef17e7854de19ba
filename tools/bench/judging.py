"""A million distinct judgements: every measure on thousands of situations that differ, each with `because` and citations."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from debadge.flow.world import World
from debadge.judge.complete import complete
from debadge.judge.judge import answer
from debadge.judge.matter import Matter, matters
from debadge.knowledge.vocabulary import read_situation
from debadge.model.situation import Situation
from tools.table import Figure

JUDGEMENTS = 1_000_000
LIMIT_S = 20.0
DAY = date(2026, 8, 1)  # most rules are in force, so that most tests have something to ask
SEED = 889
UNKNOWN_SHARE = 0.15  # of facts that nobody has stated


def situations(world: World, count: int) -> Iterator[Situation]:
    """Distinct situations over the whole vocabulary; half of the makers are ones that some rule names."""
    chance = random.Random(SEED)  # noqa: S311 - a fixed choice, no secret
    words, law = world.vocabulary, world.law
    places = sorted({regime.jurisdiction for regime in law.regimes.values()})
    makers = [*sorted(law.makers), *sorted(law.listed) * 4]
    brands = sorted(law.badges)
    parts = sorted(words.parts)
    seen: set[str] = set()
    while len(seen) < count:
        given: dict[str, Any] = {
            "jurisdiction": chance.choice(places),
            "maker": chance.choice(makers),
            "maker_country": chance.choice(["CN", "US", "CA", "KR"]),
            "brand": chance.choice(brands) if chance.random() < 0.3 else None,
            "supplier": chance.choice(sorted(law.parties)),
            "component": [{"maker": chance.choice(makers), "part": chance.choice(parts)}]
            if chance.random() < 0.2
            else [],
            "acquired": f"20{chance.randint(15, 26)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "authorised": f"20{chance.randint(15, 26)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "made_in": chance.choice(["CN", "US", "TW"]),
            "ship_from": chance.choice(["CA", "US"]),
            "act": chance.choice(words.ordered["acts"]),
            "controller": chance.choice(words.ordered["controllers"]),
        }
        given |= {flag: chance.random() < 0.5 for flag in ("routes_traffic", "on_core_network", "certificate")}
        for fact in ("actor", "product", "purpose", "funding", "site_class"):
            given[fact] = [chance.choice(words.ordered[str(words.facts[fact].of)])]
        stated = {name: v for name, v in given.items() if v and chance.random() > UNKNOWN_SHARE}
        if (text := repr(sorted(stated.items()))) not in seen:
            seen.add(text)
            yield complete(read_situation(stated, words, "bench"), law, DAY)


def judged(world: World) -> tuple[int, float, int]:
    """How many judgements, their CPU seconds, and how many reached their situation; nothing of the making is timed."""
    docket = matters(world.law.regimes.values(), DAY, world.law)
    several = list(situations(world, -(-JUDGEMENTS // len(docket))))
    _checked(docket, several[0])
    count = reached = 0
    start = time.process_time()
    for situation in several:
        for matter in docket:
            finding = answer(matter, situation)
            count += 1
            if finding.outcome != "not_reached":
                reached += 1
    return count, time.process_time() - start, reached


def _checked(docket: tuple[Matter, ...], situation: Situation) -> None:
    for finding in (answer(matter, situation) for matter in docket):
        if len(finding.because) != 11 or not finding.citations:
            raise SystemExit("a judgement without its reasons or its citation")


def figure(world: World) -> Figure:
    """The row of the table."""
    count, seconds, reached = judged(world)
    share = f"{100 * reached / count:.0f} % reach their situation"
    return Figure(
        f"{count:,} distinct judgements by {len(world.law.regimes)} regimes on one core, with reasons and citations ({share})",
        f"{seconds:.1f} s, {seconds / count * 1e6:.1f} µs each",
        f"at most {LIMIT_S:.0f} s",
        seconds <= LIMIT_S * count / JUDGEMENTS,
    )
