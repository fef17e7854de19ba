"""`debadge regimes list`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from debadge.cli.common import wrap
from debadge.flow.choosing import Chosen, Wanted, chosen, plain_chosen, wanted
from debadge.flow.world import World
from debadge.judge.binding import without_rules
from debadge.report.reading.speech import Wording


def answer(args: argparse.Namespace, world: World, words: Wording) -> tuple[Any, Iterable[str]]:
    """The regimes asked for, place by place."""
    what = wanted(world, place=args.place, name=args.party, force=args.force, act=args.act)
    found = chosen(what, world.law)
    return plain_chosen(found), _lines(found, what, world, words)


def _lines(found: Sequence[Chosen], what: Wanted, world: World, words: Wording) -> Iterator[str]:
    for code, several in groupby(found, key=lambda one: one.regime.jurisdiction):
        yield words.say("law.place", place=words.word("place", code), code=code)
        for one in several:
            yield from _row(one, words)
        yield ""
    if what.place and without_rules(what.place, {one.jurisdiction for one in world.law.regimes.values()}):
        yield wrap(words.say("cli.place_without_rules", place=words.word("place", what.place)))
    nobody = sum(one.binds_nobody for one in found)
    yield wrap(words.say("law.list.count", count=len(found), nobody=nobody))
    if rest := len(world.law.regimes) - len(found):
        yield wrap(words.counted("law.list.rest", rest))


def _row(one: Chosen, words: Wording) -> Iterator[str]:
    marks = [words.say("law.list.row", id=one.regime.id, force=words.word("force", one.regime.force.value))]
    if one.binds_nobody:
        marks.append(words.say("law.list.nobody"))
    if not one.regime.verified:
        marks.append(words.say("law.list.unverified"))
    yield wrap("; ".join(marks), 2, 4)
    yield wrap(words.text(one.regime.title), 6)
    if one.ways:
        yield wrap(
            ", ".join((*(words.word("way", way) for way in dict.fromkeys(one.ways.values())), *_days(one, words))), 6
        )


def _days(one: Chosen, words: Wording) -> Iterator[str]:
    if one.named and one.named.since:
        yield words.say("law.since", day=one.named.since)
    if one.named and one.named.until:
        yield words.say("regimes.listing.until", day=one.named.until)
