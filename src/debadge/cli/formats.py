"""`debadge formats`."""

from __future__ import annotations

import argparse

from debadge.cli.common import as_json, out, wrap
from debadge.flow.read import formats
from debadge.flow.world import World


def run(args: argparse.Namespace) -> int:
    """What check reads, and what it writes."""
    words = World.load().sentences(args.lang)
    told = formats()
    if args.format == "json":
        out(
            as_json(
                {
                    kind: [{"name": name, "about": words.say(about)} for name, about in rows]
                    for kind, rows in told.items()
                }
            )
        )
        return 0
    for kind, rows in told.items():
        out(words.say(f"formats.{kind}"))
        for name, about in rows:
            out(wrap(f"{name}: {words.say(about)}", 2, 4))
    return 0
