"""`debadge knowledge check|version|ages`."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from debadge.cli.common import as_json, facts, named, out, today, wrap
from debadge.flow.knowledge import ages, check, check_file
from debadge.flow.world import World
from debadge.knowledge.pack import Pack
from debadge.model.errors import ToldError
from debadge.text.sentences import Sentences


def run(args: argparse.Namespace) -> int:
    """Print the answer; 0 if the facts hold, 3 if they do not."""
    world = facts(args)
    words = world.sentences(args.lang)
    match args.what:
        case "check":
            return _check(args, world, words)
        case "version":
            _version(args, world.pack, words)
        case "ages":
            _ages(args, world, words)
    return 0


def _version(args: argparse.Namespace, pack: Pack, words: Sentences) -> None:
    """The name of the facts; number and date where they are a released pack."""
    release = pack.release
    if args.format == "json":
        out(as_json({"pack": pack.name, **(release.plain() if release else {})}))
    else:
        out(named(pack, words))


def _check(args: argparse.Namespace, world: World, words: Sentences) -> int:
    if args.knowledge and not args.file:
        raise ToldError("pack.no_proofs", path=args.knowledge)
    told = check_file(Path(args.file), world) if args.file else check()
    if args.format == "json":
        out(as_json(asdict(told)))
    else:
        counts = asdict(told) | {"wrong": len(told.wrong)}
        out("\n".join([*told.wrong, wrap(words.say("knowledge.checked", **counts))]))
    return 3 if told.wrong else 0


def _ages(args: argparse.Namespace, world: World, words: Sentences) -> None:
    """Each regime's reading, and whether the day to read it again has come."""
    day = today()
    rows = ages(world)
    if args.format == "json":
        out(
            as_json(
                [
                    {
                        "regime": a.regime,
                        "read": str(a.read),
                        "recheck": str(a.recheck),
                        "due": a.is_due(day),
                        "look_at": a.look_at,
                    }
                    for a in rows
                ]
            )
        )
        return
    for age in rows:
        due = words.say("knowledge.due") if age.is_due(day) else ""
        out(f"{age.regime:32} {words.say('knowledge.age', read=age.read, recheck=age.recheck)} {due}".rstrip())
