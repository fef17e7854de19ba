"""`debadge replay RUN`."""

from __future__ import annotations

import argparse
from pathlib import Path

from debadge.cli.common import as_json, facts, named, out, wrap
from debadge.flow.replay import Replayed, replay
from debadge.text.sentences import Sentences


def run(args: argparse.Namespace) -> int:
    """Work the run out again; 3 if a byte differs."""
    world = facts(args)
    told = replay(Path(args.folder), world)
    words = world.sentences(args.lang)
    if args.format == "json":
        out(
            as_json(
                {
                    "folder": args.folder,
                    "same": not told.different,
                    "different": list(told.different),
                    "recorded_pack": told.recorded_pack,
                    "recorded_release": told.recorded_release,
                    "pack": world.pack.name,
                }
            )
        )
    elif not told.different:
        out(wrap(words.say("replay.same", folder=args.folder, pack=world.pack.name)))
    else:
        out(wrap(words.say("replay.different", folder=args.folder, files=", ".join(told.different))))
        if not told.same_pack:
            out(wrap(words.say("replay.pack", recorded=_recorded(told, words), pack=named(world.pack, words))))
        elif not told.same_release:
            out(wrap(words.say("replay.release", recorded=_recorded(told, words), pack=named(world.pack, words))))
    return 3 if told.different else 0


def _recorded(told: Replayed, words: Sentences) -> str:
    """The facts of the run; with number and date where they were a released pack."""
    release = told.recorded_release
    if not release:
        return told.recorded_pack
    return words.say("pack.named", name=told.recorded_pack, number=release.get("number"), day=release.get("date"))
