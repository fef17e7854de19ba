"""`debadge parties list|show`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from debadge.cli.common import as_json, day, facts, out, today, wording, wrap
from debadge.flow.parties import Named, Profile, plain_party, plain_profile, profile
from debadge.model.errors import InputError
from debadge.model.party import UNKNOWN_HOLDER, Identifier, Supply, Tie
from debadge.model.source import Source
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
        yield wrap(_identifier(identifier, words), 2, 4)
    yield from _part("owners", told.owners, told, words, empty=True)
    yield from _part("above", told.above, told, words)
    yield from _part("owned", told.owned, told, words)
    yield from _part("former", told.former, told, words)
    yield from _listed("parties.goods", (_supply(s, words) for s in told.supplies), words)
    yield from _listed("parties.named", (_named(n, words) for n in told.named), words, empty=True)
    if one.source:
        yield ""
        yield wrap(words.say("parties.source", source=_source(one.source, words)))


def _line(sentence: str, value: str, words: Wording) -> Iterator[str]:
    if value:
        yield wrap(words.say(sentence, words=value), 2, 4)


def _identifier(one: Identifier, words: Wording) -> str:
    scheme, checked = words.word("identifier", one.scheme), words.say(f"parties.checked.{str(one.verified).lower()}")
    return words.say(
        "parties.identifier", scheme=scheme, value=one.value, checked=checked, source=_source(one.source, words)
    )


def _part(name: str, ties: Iterable[Tie], told: Profile, words: Wording, *, empty: bool = False) -> Iterator[str]:
    lines = (line for tie in ties for line in _tie(tie, told, words))
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
    owner = words.say("parties.holder") if tie.owner == UNKNOWN_HOLDER else f"{words.name(tie.owner)} ({tie.owner})"
    owned = f"{words.name(tie.owned)} ({tie.owned})"
    claim = "" if tie.sure else words.say("parties.claim")
    relation = words.say(f"parties.relation.{tie.called(told.day)}", owner=owner, owned=owned)
    yield wrap(f"{relation} {claim}".rstrip(), 2, 4)
    if tie.relation in {"subsidiary", "affiliate"}:
        yield wrap(words.say("parties.share", words=_share(tie, words)), 4, 6)
    checked = words.say(f"parties.checked.{str(tie.verified).lower()}")
    yield wrap(words.say("parties.days", since=tie.start or "—", until=tie.until or "—", checked=checked), 4, 6)
    for note, sentence in ((tie.note, "parties.note"), (tie.denied, "parties.denied")):
        if note:
            yield wrap(words.say(sentence, words=words.text(note)), 4, 6)
    for source in filter(None, (tie.source, tie.share_source)):
        yield wrap(words.say("parties.source", source=_source(source, words)), 4, 6)


def _share(tie: Tie, words: Wording) -> str:
    if tie.told_share == "?":
        return words.say("parties.share.unknown")
    as_of = words.say("parties.as_of", day=tie.share_as_of) if tie.share_as_of else ""
    checked = words.say(f"parties.checked.{str(tie.share_verified).lower()}")
    return ", ".join(filter(None, (tie.told_share, as_of, checked)))


def _supply(one: Supply, words: Wording) -> str:
    told = words.say(
        f"parties.{one.kind}",
        maker=words.name(one.maker),
        since=one.start or "—",
        until=one.until or "—",
        checked=words.say(f"parties.checked.{str(one.verified).lower()}"),
        source=_source(one.source, words),
    )
    return wrap(f"{told} {words.text(one.note)}" if one.note else told, 2, 4)


def _named(one: Named, words: Wording) -> str:
    more = (
        words.say("regimes.listing.until", day=one.until) if one.until else "",
        "" if one.verified else words.say("regimes.listing.unverified"),
    )
    since = one.since or words.say("report.unknown")
    told = words.say("parties.regime", regime=one.regime, since=since)
    return wrap(", ".join(filter(None, (told, *more))), 2, 4)


def _source(one: Source, words: Wording) -> str:
    return f"{one.title} ({words.word('source_grade', one.grade)})"
