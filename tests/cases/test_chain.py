"""Whatever is done to a line of a ledger is found, and where."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
from tests.cases.conftest import Told, run_of

from debadge.cases.chain import Trouble, examine
from debadge.model.event import Event, event_of
from debadge.model.jcs import parsed

TAMPERS = 10_000
Lines = list[bytes]
Tamper = Callable[[Lines, random.Random], tuple[Lines, int]]
"""Changed lines, and the number of the line at which the change begins."""


@pytest.fixture(scope="module")
def lines() -> Lines:
    told = Told()
    told.do("init", name="Harbour Office", separate=False, quiet_days=14, looks=2)
    cases = [f"c{number}" for number in range(6)]
    told.do("import", **run_of(*({"case": case, "name": "é中", "units": 1} for case in cases)))
    for number, case in enumerate(cases):
        told.on(f"2026-12-{number + 1:02d}").do("review", case, role="reviewer")
        told.do("decide", case, role="decider", reason="it goes", what="remove")
    return told.lines


def troubles(lines: Lines, whole: Lines) -> list[Trouble]:
    """With the head noted that the whole ledger has."""
    last = parsed(whole[-1])
    return [one for one in examine(lines, {last["seq"]: last["id"]}) if isinstance(one, Trouble)]


def test_whole_ledger_has_no_trouble(lines: Lines) -> None:
    assert troubles(lines, lines) == []


def flipped(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    at = chance.randrange(len(lines))
    line = bytearray(lines[at])
    line[chance.randrange(len(line) - 1)] ^= chance.randrange(1, 256)
    return [*lines[:at], bytes(line), *lines[at + 1 :]], at + 1


def dropped(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + 1 :], at + 1


def doubled(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    at, to = chance.randrange(len(lines)), chance.randrange(1, len(lines) + 1)
    return [*lines[:to], lines[at], *lines[to:]], to + 1


def moved(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    first, second = sorted(chance.sample(range(len(lines)), 2))
    told = [*lines]
    told[first], told[second] = told[second], told[first]
    return told, first + 1


def _again(lines: Lines, at: int, event: Event) -> Lines:
    """With an event whose id fits it."""
    return [*lines[:at], event.told()[1], *lines[at + 1 :]]


def redated(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    at = chance.randrange(len(lines))
    event = event_of(parsed(lines[at]))
    return _again(lines, at, event._replace(at=f"2027-01-{chance.randrange(1, 29):02d}T10:00:00Z")), at + 1


def rewritten(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    """Another person or reason, under an id that fits."""
    at = chance.randrange(len(lines))
    event = event_of(parsed(lines[at]))
    return _again(lines, at, event._replace(actor=event.actor + "x")), at + 1


def forged(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    """An event more that follows its predecessor well."""
    at = chance.randrange(1, len(lines))
    before = event_of(parsed(lines[at - 1]))
    event = before._replace(seq=before.seq + 1, previous=before.id, actor="Mallory")
    return [*lines[:at], event.told()[1], *lines[at:]], at + 1


def cut(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    """The end is gone."""
    left = chance.randrange(len(lines))
    return lines[:left], left + 1


def respaced(lines: Lines, chance: random.Random) -> tuple[Lines, int]:
    """The same values, written otherwise."""
    at = chance.randrange(len(lines))
    told = json.dumps(json.loads(lines[at]), ensure_ascii=chance.random() < 0.5).encode() + b"\n"
    return [*lines[:at], told, *lines[at + 1 :]], at + 1


KINDS: tuple[Tamper, ...] = (flipped, dropped, doubled, moved, redated, rewritten, forged, cut, respaced)


@pytest.mark.parametrize("tamper", KINDS, ids=lambda kind: kind.__name__)
def test_every_tamper_is_found_where_it_was_made(tamper: Tamper, lines: Lines) -> None:
    chance = random.Random(tamper.__name__)  # noqa: S311  # places, no secrets
    for _ in range(TAMPERS // len(KINDS)):
        changed, at = tamper(lines, chance)
        found = troubles(changed, lines)
        assert found
        assert found[0].line in {at, at + 1}, (tamper.__name__, at, found[:3])
