"""`debadge regimes precedent PARTY`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

from debadge.cli.common import day, today, wrap
from debadge.flow.parties import party
from debadge.flow.precedent import ANY, Aspect, Comparison, Precedent, Step, precedent
from debadge.flow.world import World
from debadge.report.reading.speech import Wording

MOST = 6  # words of one kind; JSON has all
KINDS = {
    "force": "force",
    "roles": "role",
    "acts": "doing",
    "countries": "place",
    "products": "product",
    "purposes": "purpose",
    "relabels": "reading",
    "components": "reading",
}


def answer(args: argparse.Namespace, world: World, words: Wording) -> tuple[Any, Iterable[str]]:
    """Who restricted a party, in what order, and what each took over."""
    told = precedent(party(world, args.id), world.law, day(args.as_of, "--as-of") or today())
    return told.plain(), _lines(told, words)


def _lines(told: Precedent, words: Wording) -> Iterator[str]:
    yield wrap(words.say("law.precedent.head", party=words.name(told.party.id), day=told.day))
    if not told.steps:
        yield wrap(words.say("law.precedent.none", party=words.name(told.party.id)))
    for number, step in enumerate(told.steps, 1):
        yield ""
        yield from _step(number, step, told, words)
    yield ""
    if told.to_come:
        yield wrap(words.say("law.precedent.to_come", regimes=", ".join(told.to_come)), 0, 2)
    for way, ids in told.others.items():
        yield wrap(words.say(f"law.precedent.{way}", regimes=", ".join(ids)), 0, 2)


def _step(number: int, one: Step, told: Precedent, words: Wording) -> Iterator[str]:
    place, force = words.word("place", one.regime.jurisdiction), words.word("force", one.regime.force.value)
    given = {"since": one.since, "regime": one.regime.id, "place": place, "force": force}
    marks = [words.say("law.precedent.step", number=number, **given)]
    marks += [words.say("law.precedent.announced")] if one.announced_only else []
    marks += [words.say("law.list.nobody")] if one.binds_nobody else []
    marks += [] if one.verified else [words.say("law.list.unverified")]
    marks += [words.say("regimes.listing.until", day=one.until)] if one.until else []
    yield wrap("; ".join(marks), 0, 3)
    yield wrap(words.text(one.regime.title), 3)
    way = ", ".join(words.word("way", each) for each in one.ways)
    yield wrap(words.say("law.precedent.how", way=way, day=told.day, say=words.word("say.means", one.now.say)), 3, 5)
    for comparison in one.comparisons:
        yield from _comparison(comparison, told, words)
    if number > 1 and not one.comparisons:
        yield wrap(words.say("law.precedent.first"), 3, 5)


def _comparison(one: Comparison, told: Precedent, words: Wording) -> Iterator[str]:
    yield wrap(words.say(f"law.precedent.{'declared' if one.declared else 'compared'}", model=one.model), 3, 5)
    same = [words.word("aspect", a.name) for a in one.aspects if a.shared and not (a.added or a.left_out)]
    if same:
        yield wrap(words.say("law.precedent.same", words=", ".join(same)), 5, 7)
    for aspect in one.aspects:
        for line in _differing(aspect, told, words):
            yield wrap(line, 5, 7)


def _differing(aspect: Aspect, told: Precedent, words: Wording) -> Iterator[str]:
    name, added = words.word("aspect", aspect.name), _words(aspect, aspect.added, told, words)
    left_out = _words(aspect, aspect.left_out, told, words)
    if added and left_out and not aspect.shared:
        yield words.say("law.precedent.instead", aspect=name, words=added, others=left_out)
        return
    if added:
        yield words.say("law.precedent.adds", aspect=name, words=added)
    if left_out:
        yield words.say("law.precedent.leaves_out", aspect=name, words=left_out)


def _words(aspect: Aspect, values: Iterable[str], told: Precedent, words: Wording) -> str:
    def word(value: str) -> str:
        if aspect.name == "parties":
            return words.name(value)
        if aspect.name == "exceptions":
            return words.text(told.exceptions[value])
        if aspect.name == "affiliates":
            kind, _, share = value.partition(":")
            return words.say(f"affiliates.{kind}", **({"share": share} if share else {}))
        return words.say("law.any") if value == ANY else words.word(KINDS[aspect.name], value)

    several = list(map(word, values))
    if len(several) <= MOST + 1:
        return ", ".join(several)
    return words.say("law.more", words=", ".join(several[:MOST]), count=len(several) - MOST)
