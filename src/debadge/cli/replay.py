"""`debadge replay RUN`."""

from __future__ import annotations

import argparse
from pathlib import Path

from debadge.cli.common import as_json, out, wrap
from debadge.flow.replay import replay
from debadge.flow.world import World


def run(args: argparse.Namespace) -> int:
    """Work the run out again; 3 if a byte differs."""
    world = World.load()
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
                    "pack": world.pack.name,
                }
            )
        )
    elif not told.different:
        out(wrap(words.say("replay.same", folder=args.folder, pack=world.pack.name)))
    else:
        out(wrap(words.say("replay.different", folder=args.folder, files=", ".join(told.different))))
        if not told.same_pack:
            out(wrap(words.say("replay.pack", recorded=told.recorded_pack, pack=world.pack.name)))
    return 3 if told.different else 0
