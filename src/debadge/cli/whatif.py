"""`debadge whatif RUN --without REGIME --from DAY`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from debadge.cli.common import as_json, day, facts, note, out, wording, wrap
from debadge.flow.whatif import Ended, WhatIf, whatif
from debadge.report.reading.clocks import when
from debadge.report.reading.speech import Wording


def run(args: argparse.Namespace) -> int:
    """Judge the run again without some regimes, and say what that would change."""
    world = facts(args)
    words = wording(world, args.lang)
    told = whatif(Path(args.folder), args.without, day(args.start, "--from"), world)
    if args.format == "json":
        out(as_json(told.plain()))
        return 0
    out("\n".join(_table(told, words)))
    note(args, words.say("cli.not_advice"))
    return 0


def _table(told: WhatIf, words: Wording) -> Iterator[str]:
    yield wrap(words.say("whatif.head", regimes=", ".join(told.without), day=told.start))
    yield wrap(words.say("cli.as_of", day=told.day, pack=told.assessment.pack))
    yield from _part("may_stop", told.may_stop, words)
    yield from _part("must_not_be_undone", told.must_not_be_undone, words)
    yield ""
    yield wrap(words.say("whatif.spent", day=told.start))
    for one in told.spent:
        says = words.text(one.duty.says)
        yield wrap(words.say("deadline.line", when=when(one, words), says=says, regime=one.regime), 2, 6)
    if told.out_of_use:
        yield wrap(words.counted("whatif.out_of_use", told.out_of_use), 2, 6)
    if not told.spent and not told.out_of_use:
        yield wrap(words.say("whatif.nothing"), 2)
    if told.settled:
        yield ""
        yield wrap(words.counted("whatif.settled", told.settled))
    for regime, measure in told.resting:
        yield ""
        yield wrap(words.say("whatif.resting", rule=f"{regime}/{measure}" if measure else regime))


def _part(name: str, several: Iterable[Ended], words: Wording) -> Iterator[str]:
    yield ""
    yield wrap(words.say(f"whatif.{name}"))
    lines = [_line(one, words) for one in several]
    yield from (wrap(line, 2, 6) for line in lines) if lines else [wrap(words.say("whatif.nothing"), 2)]


def _line(one: Ended, words: Wording) -> str:
    also = "; ".join(
        words.say("whatif.also", rule=regime, outcome=words.forced(outcome, force))
        for regime, _, outcome, force in one.also
    )
    told = words.say(
        "whatif.line",
        act=words.word("doing", one.act or "—"),
        outcome=words.forced(one.outcome, one.force),
        rule=f"{one.regime}/{one.measure}",
        units=words.counted("whatif.units", one.units),
    )
    return words.say("whatif.line.also", told=told, also=also) if also else told
