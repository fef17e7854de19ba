"""`debadge diff RUN RUN`."""

from __future__ import annotations

import argparse
from pathlib import Path

from debadge.cli.common import as_json, out, wording, wrap
from debadge.flow.diff import Difference, diff
from debadge.flow.world import World
from debadge.model.words import Force, Outcome
from debadge.report.reading.speech import Wording


def run(args: argparse.Namespace) -> int:
    """Compare and print."""
    told = diff(Path(args.before), Path(args.after))
    if args.format == "json":
        out(as_json([one.plain() for one in told]))
        return 0
    words = wording(World.load(), args.lang)
    for one in told:
        out(wrap(_line(one, words), 0, 4))
    out(words.counted("diff.count", len(told)))
    return 0


def _line(one: Difference, words: Wording) -> str:
    before, after = (
        words.forced(Outcome(value), Force(one.force)) if value and one.force else value or "—"
        for value in (one.before, one.after)
    )
    return words.say(f"diff.{one.kind}", name=one.name, asset=one.asset, what=one.what, before=before, after=after)
