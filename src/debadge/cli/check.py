"""`debadge check PATH...`."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from debadge.cli.common import facts, note, question, wording
from debadge.cli.gates import shuts
from debadge.flow.check import Checked, check, outcomes, unreadable
from debadge.flow.read import Reading, read
from debadge.report.interface import render
from debadge.text.sentences import Sentences


def run(args: argparse.Namespace) -> int:
    """Read, assess, keep, show; the exit code says what happened (DESIGN.md section 5)."""
    gc.disable()  # a run keeps its records to the end and makes no cycles: looking for garbage costs a third of the time
    world = facts(args)
    paths = [Path(p) for p in args.path]
    asking = question(args, world, [p for p in paths if p.is_dir()])
    evidence = read(paths, world, _reading(args))
    # kept until the process ends: taking a large run apart in memory takes a while and serves nobody
    done = args.done = check(evidence, asking, world, folder=Path(args.output), lang=args.lang)
    words = world.sentences(args.lang)
    show(done, words, args)
    for complaint in unreadable(done.assessment):
        print(f"debadge: {wording(world, args.lang).refusal(complaint)}", file=sys.stderr)
    note(args, words.say("cli.kept", folder=done.folder, report=done.folder / "report.html"))
    return _code(done, args)


def _reading(args: argparse.Namespace) -> Reading:
    content = sys.stdin.buffer.read() if "-" in args.path else None
    return Reading(
        as_format=args.as_format,
        mapping=tuple(args.map),
        mapping_file=args.map_file,
        dates=args.dates,
        standard_input=content,
    )


def show(done: Checked, words: Sentences, args: argparse.Namespace) -> None:
    """The report in the form asked for."""
    color = sys.stdout.isatty() and not args.no_color and not os.environ.get("NO_COLOR")
    for piece in render(args.format, done.assessment, words, color=color, everything=args.all):
        sys.stdout.write(piece.decode())


def _code(done: Checked, args: argparse.Namespace) -> int:
    if unreadable(done.assessment) or (args.strict and done.assessment.rejects):
        return 3
    if shuts(args.fail_on, outcomes(done.assessment)):
        return 1
    if args.require_coverage is not None and _coverage(done) < args.require_coverage:
        return 4
    return 0


def _coverage(done: Checked) -> float:
    """Percent of the organisation's addresses that were looked at; no denominator is nothing shown."""
    networks = done.assessment.coverage.networks or ()
    whole = sum(network.addresses for network in networks)
    return 100 * sum(network.swept for network in networks) / whole if whole else 0.0
