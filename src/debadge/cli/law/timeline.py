"""`debadge regimes timeline`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from debadge.cli.common import cited, day, wrap
from debadge.flow.choosing import chosen, wanted
from debadge.flow.timeline import Dated, timeline
from debadge.flow.world import World
from debadge.report.reading.speech import Wording


def answer(args: argparse.Namespace, world: World, words: Wording) -> tuple[Any, Iterable[str]]:
    """What happens to the law, day by day."""
    what = wanted(world, id_=args.id, place=args.place, name=args.party)
    told = timeline(
        chosen(what, world.law),
        what.party.id if what.party else None,
        first=day(args.first, "--from"),
        last=day(args.last, "--to"),
    )
    return [one.plain() for one in told], _lines(told, words)


def _lines(told: Sequence[Dated], words: Wording) -> Iterator[str]:
    if not told:
        yield words.say("law.time.none")
        return
    for on, several in groupby(told, key=lambda one: one.day):
        yield str(on)
        for one in several:
            yield wrap(_row(one, words), 2, 4)
            yield from cited(words.say("cli.source", title=one.source.title), one.source.url, 4, 6)
    yield ""
    yield wrap(words.counted("law.time.count", len(told), open=sum(not one.verified for one in told)))


def _row(one: Dated, words: Wording) -> str:
    kind = words.word("event_kind", one.word or "") if one.kind == "event" else words.word("law.kind", one.kind)
    told = words.say("law.time.row", regime=one.regime, kind=kind, what=_what(one, words))
    return told if one.verified else words.say("law.time.unverified", told=told)


def _what(one: Dated, words: Wording) -> str:
    if one.says:
        about = one.duty or (one.word if one.kind.startswith("case") else None)
        says = words.text(one.says)
        return words.say("cli.finding", outcome=about, what=says) if about else says
    measures, parties = ", ".join(one.measures), ", ".join(map(words.name, one.parties))
    return words.say("law.time.about", measures=measures, parties=parties) if parties else measures
