"""`debadge screen dismiss` and `debadge screen decisions list|show|revoke`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from debadge.cli.common import as_json, day, facts, note, out, today
from debadge.cli.screen.against import decisions_of, query_of, snapshots_of, taken_decisions
from debadge.cli.screen.given import given_source
from debadge.flow.asked_names import names_of_source
from debadge.flow.decisions import Kept, Rows, Said, decide, kept_decisions
from debadge.flow.read import Reading, rows_context
from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.decision import Decision, Kind, Revocation
from debadge.model.errors import ToldError
from debadge.model.query import Query
from debadge.report.reading.plain import harmless
from debadge.report.terminal.columns import indented
from debadge.store.decisions import append, read_decisions
from debadge.text.sentences import Sentences


def run(args: argparse.Namespace) -> int:
    """Do it and say what was done."""
    path, on = decisions_of(args), day(args.day, "--day") or today()
    if path is None:
        raise ToldError("screen_desk.no_home")
    if args.what == "dismiss":
        return _dismiss(args, path, on)
    taken_decisions(args)
    words, kept = World.load().sentences(args.lang), kept_decisions(read_decisions(path))
    if args.verb == "list":
        _show(args, kept, on, words, whole=False)
        return 0
    found = [one for one in kept if one.decision.id.startswith(args.id)]
    if not found or len({one.decision.id for one in found}) > 1:
        raise ToldError("screen_desk.no_id" if not found else "screen_desk.several_ids", id=args.id, path=path)
    if args.verb == "revoke":
        return _revoke(args, path, on, found[-1], words)
    _show(args, found, on, words, whole=True)
    return 0


def _dismiss(args: argparse.Namespace, path: Path, on: date) -> int:
    if (args.file is None) == (args.query is None):
        raise ToldError("screen_desk.file_or_query")
    if args.every == (args.list is not None) or (args.list is None) != (args.ref is None):
        raise ToldError("screen_desk.row_or_every")
    kind = Kind.CONFIRM if args.confirm else Kind.DISMISS
    pair = None if args.every else (args.list, args.ref)
    said = Said(kind=kind, by=args.by, why=args.why, day=on, expires=day(args.expires, "--expires"), pair=pair)
    world = facts(args)
    words, snapshots = world.sentences(args.lang), snapshots_of(args, on)
    screen = NameScreen(world, snapshots, as_of=on)
    taken = tuple(decide(_queries(args, world), said, screen, Rows(world, snapshots)))
    if not taken:
        raise ToldError("screen_desk.nothing", what=args.query or args.file)
    append(path, taken)
    _show(args, [Kept(decision=one, revoked=None) for one in taken], on, words, whole=False)
    note(args, words.say("screen_desk.taken", number=len(taken), path=path))
    return 0


def _queries(args: argparse.Namespace, world: World) -> Iterable[Query]:
    if args.query is not None:
        return (query_of(args, args.query, world),)
    how = Reading(as_format=args.as_format, mapping=tuple(args.map), mapping_file=args.map_file)
    source = given_source(args.file)
    return names_of_source(source, rows_context(world, how, "parties"), world)


def _revoke(args: argparse.Namespace, path: Path, on: date, one: Kept, words: Sentences) -> int:
    if not args.by.strip() or not args.why.strip():
        raise ToldError("screen_desk.who_why")
    if one.revoked:
        raise ToldError("screen_desk.revoked_already", id=one.decision.id, day=one.revoked.day, by=one.revoked.by)
    ended = Revocation(of=one.decision.id, by=" ".join(args.by.split()), day=on, why=" ".join(args.why.split()))
    append(path, [ended])
    _show(args, [Kept(decision=one.decision, revoked=ended)], on, words, whole=True)
    return 0


def _show(args: argparse.Namespace, kept: Iterable[Kept], on: date, words: Sentences, *, whole: bool) -> None:
    if args.format == "json":
        out(as_json([one.plain(on) for one in kept]))
        return
    lines = [line for one in kept for line in _lines(one, on, words, whole=whole)]
    out("\n".join(lines) or words.say("screen_desk.none"))


def _lines(one: Kept, on: date, words: Sentences, *, whole: bool) -> Iterator[str]:
    told = one.decision
    head = words.say(
        "screen_desk.line",
        id=told.id,
        kind=words.say(f"screen_desk.kind.{told.kind.value}"),
        state=words.say(f"screen_desk.state.{one.state(on)}"),
    )
    yield from indented(harmless(head), "", "  ")
    for text in _below(told, one.revoked, words, whole=whole):
        yield from indented(harmless(text), "  ", "    ")


def _below(told: Decision, revoked: Revocation | None, words: Sentences, *, whole: bool) -> Iterator[str]:
    yield words.say("screen_desk.pair", name=told.asked.written, list=told.list, ref=told.ref)
    yield words.say("screen_desk.who", by=told.by, when=told.day, why=told.why)
    if told.expires:
        yield words.say("screen_desk.expires", day=told.expires)
    if revoked:
        yield words.say("screen_desk.who.revoked", by=revoked.by, when=revoked.day, why=revoked.why)
    if whole:
        yield words.say("screen_desk.read", read=" | ".join(told.asked.read))
        beside = ", ".join(f"{key}: {value}" for key, value in told.asked.circumstances.items())
        if beside:
            yield words.say("screen_desk.beside", beside=beside)
        yield words.say("screen_desk.row", digest=told.row, policy=told.policy)
