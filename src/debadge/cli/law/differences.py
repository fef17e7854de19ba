"""`debadge regimes diff`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from debadge.cli.common import cited, day, wrap
from debadge.flow.choosing import chosen, wanted
from debadge.flow.lawdiff import Difference, lawdiff
from debadge.flow.world import World
from debadge.report.reading.speech import Wording


def answer(args: argparse.Namespace, world: World, words: Wording) -> tuple[Any, Iterable[str]]:
    """What the law says on the second day that it did not on the first."""
    what = wanted(world, id_=args.id, place=args.place, name=args.party)
    first, second = day(args.first, "--from"), day(args.last, "--to")
    assert first is not None
    assert second is not None
    told = lawdiff(chosen(what, world.law), world.law, first, second, what.party.id if what.party else None)
    plain = {"from": first.isoformat(), "to": second.isoformat(), "differences": [one.plain() for one in told]}
    return plain, _lines(told, first, second, words)


def _lines(told: Sequence[Difference], first: date, second: date, words: Wording) -> Iterator[str]:
    yield wrap(words.say("law.diff.head", first=first, second=second))
    for id_, several in groupby(told, key=lambda one: one.regime):
        yield ""
        yield id_
        for one in several:
            yield from _difference(one, words)
    yield ""
    yield words.say("law.diff.between" if told else "law.diff.none")


def _difference(one: Difference, words: Wording) -> Iterator[str]:
    kind = words.word("law.diff", one.kind)
    about = one.measure or one.duty or one.forum or ""
    if one.after is None and one.parties:
        about = words.say("law.time.about", measures=about, parties=", ".join(map(words.name, one.parties)))
    marks = [words.say("law.diff.about", kind=kind, what=about)]
    if one.binds_nobody:
        marks.append(words.say("law.list.nobody"))
    yield wrap("; ".join(marks), 2, 4)
    if one.before and one.after:
        yield wrap(words.say("law.diff.before", told=words.row(one.before)), 4, 6)
        yield wrap(words.say("law.diff.after", told=words.row(one.after)), 4, 6)
        if one.parties:
            yield wrap(words.say("law.diff.parties", parties=", ".join(map(words.name, one.parties))), 4, 6)
    if one.says:
        yield wrap(words.text(one.says), 4)
    for source in one.sources:
        yield from cited(words.say("cli.source", title=source.title), source.url, 4, 6)
