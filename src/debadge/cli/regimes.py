"""`debadge regimes`: the law read as a list, one by one, in time, between two days, side by side, and by who came first."""

from __future__ import annotations

import argparse
from importlib import import_module

from debadge.cli.common import as_json, facts, out, wording


def run(args: argparse.Namespace) -> int:
    """Ask one verb, and print its answer for machines or for people."""
    world = facts(args)
    words = wording(world, args.lang)
    plain, lines = import_module(f"debadge.cli.law.{args.verb}").answer(args, world, words)
    out(as_json(plain) if args.format == "json" else "\n".join(lines))
    return 0
