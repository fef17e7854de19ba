"""`debadge parties list|show`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from debadge.cli.common import as_json, day, facts, out, today, wording, wrap
from debadge.flow.parties import Profile, plain_party, plain_profile, profile
from debadge.model.errors import InputError
from debadge.model.party import Tie
from debadge.report.reading import ties
from debadge.report.reading.speech import Wording


def run(args: argparse.Namespace) -> int:
    """List all, or show one on a day."""
    world = facts(args)
    words = wording(world, args.lang)
    if args.what == "show":
        if not args.id:
            raise InputError("parties show needs the id of a party; debadge parties list names them")
        told = profile(world, args.id, day(args.as_of, "--as-of") or today())
        out(as_json(plain_profile(told)) if args.format == "json" else "\n".join(_show(told, words)))
    elif args.format == "json":
        out(as_json([plain_party(one) for one in world.law.parties.values()]))
    else:
        listed = words.say("makers.listed").strip()
        named = {name for r in world.law.regimes.values() for m in r.measures for name in m.entity.named}
        rows = ((one.id, one.name, listed if one.id in named else "") for one in world.law.parties.values())
        out("\n".join(wrap(f"{id_:28} {name} {mark}".rstrip(), 0, 4) for id_, name, mark in rows))
    return 0


def _show(told: Profile, words: Wording) -> Iterator[str]:
    one = told.party
    country = words.word("place", one.country) if one.country else words.say("report.unknown")
    yield wrap(words.say("parties.head", name=one.name, id=one.id, country=country))
    yield from _line("parties.native", "; ".join(one.native_names.values()), words)
    yield from _line("parties.aliases", "; ".join(one.aliases), words)
    for identifier in one.identifiers:
        yield wrap(ties.identifier(identifier, words), 2, 4)
    yield from _part("owners", told.owners, told, words, empty=True)
    yield from _part("above", told.above, told, words)
    yield from _part("owned", told.owned, told, words)
    yield from _part("former", told.former, told, words)
    yield from _listed("parties.goods", (wrap(ties.supply(s, words), 2, 4) for s in told.supplies), words)
    yield from _listed(
        "parties.named",
        (wrap(ties.named(n.regime, n.since, n.until, words, verified=n.verified), 2, 4) for n in told.named),
        words,
        empty=True,
    )
    if one.source:
        yield ""
        yield wrap(ties.source(one.source, words))


def _line(sentence: str, value: str, words: Wording) -> Iterator[str]:
    if value:
        yield wrap(words.say(sentence, words=value), 2, 4)


def _part(name: str, several: Iterable[Tie], told: Profile, words: Wording, *, empty: bool = False) -> Iterator[str]:
    lines = (line for tie in several for line in _tie(tie, told, words))
    yield from _listed(f"parties.{name}", lines, words, empty=empty, day=told.day)


def _listed(
    heading: str, lines: Iterable[str], words: Wording, *, empty: bool = False, **given: object
) -> Iterator[str]:
    """A heading and what is under it; with nothing there the heading is left out, or says that nothing is recorded."""
    kept = list(lines)
    if kept or empty:
        yield ""
        yield wrap(words.say(heading, **given))
    if empty and not kept:
        yield wrap(words.say("parties.nothing"), 2, 4)
    yield from kept


def _tie(tie: Tie, told: Profile, words: Wording) -> Iterator[str]:
    """One tie: from above to below, its share, days, how far it was checked, and what is said for and against it."""
    yield wrap(ties.relation(tie, told.day, words), 2, 4)
    for line in ties.about(tie, words):
        yield wrap(line, 4, 6)
