"""`debadge screen lines FILE`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import TextIO, TypeVar

from debadge.cli.common import facts, note, question, wording, wrap
from debadge.cli.gates import OUTCOMES, SUPPLIERS, shuts
from debadge.cli.screen.against import gaps_told, home_of, not_compared, snapshots_of, taken_decisions
from debadge.cli.screen.certified import check_place, frame_of, write_certificate
from debadge.cli.screen.given import given_source
from debadge.cli.screen.target import check_targets, written
from debadge.flow.asking import Asking
from debadge.flow.certificate import Hashed, LineNotes, certificate_of_lines
from debadge.flow.read import Reading, rows_context
from debadge.flow.screen_json import json_lines
from debadge.flow.screen_lines import LineScreening
from debadge.flow.suppliers import Suppliers
from debadge.flow.world import World
from debadge.model.errors import FileError, ToldError
from debadge.model.ids import canonical
from debadge.model.observation import Reject
from debadge.model.screened import Screened
from debadge.model.supplier import WORST
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording
from debadge.report.screening.aside import aside_told, unread_told
from debadge.report.screening.lines import csv_head, csv_row, table_lines
from debadge.sources.interface import ReadContext
from debadge.sources.streaming.opening import Source
from debadge.text.sentences import Sentences

T = TypeVar("T")
TICK = 10_000  # lines between two words of progress


def run(args: argparse.Namespace) -> int:
    """One answer for each line, in input order."""
    world = facts(args)
    words = world.sentences(args.lang)
    path = Path(args.file)
    check_targets(args)
    asking = question(args, world, [path.parent] if args.org is None and (path.parent / "org.yaml").is_file() else ())
    _check_words(args, asking)
    screening = LineScreening(world, asking if asking.organisation else None, _suppliers(args, world, asking))
    source, notes = Hashed(given_source(args.file)), LineNotes()
    if args.certificate:
        check_place(args)
        screening.watch(notes)
    how = Reading(as_format=args.as_format, mapping=tuple(args.map), mapping_file=args.map_file, dates=args.dates)
    context = rows_context(world, how, "purchases")
    try:
        with ExitStack() as open_files:
            target: TextIO = sys.stdout
            if args.output:
                target = open_files.enter_context(written(Path(args.output), "-o", words))
            given = source.source if args.certificate else source.plain
            for piece in _pieces(args, screening, given, context, wording(world, args.lang)):
                _write(target, piece, args)
    except FileError as bad:
        print(harmless(f"debadge: {args.file}: {words.say(bad.reason, **bad.given)}"), file=sys.stderr)
        return 3
    _tell(args, screening, context, wording(world, args.lang))
    if args.certificate:
        frame = frame_of(args, world, asking.organisation, asking.as_of, source, context)
        write_certificate(args, certificate_of_lines(frame, screening, notes), wording(world, args.lang))
    missing = _missing(args, screening, asking, world)
    for line in gaps_told(missing, words):
        note(args, wrap(line))
    if screening.tally.is_unread:
        return 3
    if "gaps" in args.fail_on and (missing or _has_gaps(screening, context)):
        return 1
    if shuts(args.fail_on, (*screening.tally.outcomes, *screening.tally.actions, *_found(screening))):
        return 1
    return 3 if args.strict and screening.tally.rejected else 0


def _write(target: TextIO, piece: str, args: argparse.Namespace) -> None:
    """Write; where nobody reads on, a certificate or an exit code is still to be made of the rest."""
    try:
        target.write(piece)
        if args.certificate or args.fail_on or args.strict:
            target.flush()  # now, and not when all is done
    except BrokenPipeError:
        if not (args.certificate or args.fail_on or args.strict):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), target.fileno())


def _has_gaps(screening: LineScreening, context: ReadContext) -> bool:
    """Whether rows or parts of the file were not read, or no line is in it, or a list does not tell its day."""
    suppliers = screening.suppliers
    undated = any(one.published is None for one in suppliers.snapshots) if suppliers else False
    tally = screening.tally
    is_whole = tally.lines > 0 and tally.rejected == 0 and not tally.unread and not context.report.is_partial
    return undated or not is_whole


def _missing(args: argparse.Namespace, screening: LineScreening, asking: Asking, world: World) -> list[dict[str, str]]:
    """Lists with which no supplier was compared; none where there was no supplier."""
    compares = screening.suppliers and screening.suppliers.against
    return not_compared(args, world, asking.as_of) if compares else []


def _suppliers(args: argparse.Namespace, world: World, asking: Asking) -> Suppliers | None:
    if args.no_suppliers:
        return None
    home = home_of(args)  # a folder that is not there is told before anything is read
    kept = Path(home) if home else None
    place = asking.organisation.jurisdiction if asking.organisation else None
    return Suppliers(world, asking.as_of, lambda: snapshots_of(args, asking.as_of), taken_decisions(args), kept, place)


def _check_words(args: argparse.Namespace, asking: Asking) -> None:
    """Before anything is read: that every word of `--fail-on` can occur.

    Raises:
        ToldError: One cannot; a gate that never shuts would let everything pass.
    """
    for word in args.fail_on:
        if word in OUTCOMES and asking.organisation is None:
            raise ToldError("screen_lines.fail_on.org", word=word)
        if word in SUPPLIERS and args.no_suppliers:
            raise ToldError("screen_lines.fail_on.suppliers", word=word)


def _found(screening: LineScreening) -> Iterator[str]:
    """Answers about suppliers, as `--fail-on` names them."""
    if screening.suppliers:
        yield from (f"supplier_{answer}" for answer in screening.suppliers.tally.answers)


def _pieces(
    args: argparse.Namespace, screening: LineScreening, source: Source, context: ReadContext, words: Wording
) -> Iterator[str]:
    form = args.format or ("jsonl" if args.output else "table")
    shows = not args.quiet and sys.stderr.isatty()
    if form == "jsonl":
        yield from _watched(json_lines(screening, source, context), screening, words.sentences, shows=shows)
        return
    if form == "table":
        everything = _watched(screening.everything(source, context), screening, words.sentences, shows=shows)
        yield from table_lines(everything, _head(screening, words), words, screening.is_listed, everything=args.all)
        return
    told = iter(_watched(screening.answers(source, context), screening, words.sentences, shows=shows))
    answers = chain(list(islice(told, 1)), told)  # a file that cannot be read is told before anything is shown
    if form == "json":
        yield "["
        for number, one in enumerate(answers):
            yield f"{',' if number else ''}\n{canonical(_plain(one))}"
        yield "\n]\n"
    else:
        yield csv_head()
        yield from map(csv_row, answers)


def _plain(one: Screened | Reject) -> dict[str, object]:
    return {"rejected": one.plain()} if isinstance(one, Reject) else one.plain()


def _watched(pieces: Iterable[T], screening: LineScreening, words: Sentences, *, shows: bool) -> Iterator[T]:
    """The same, with a word of progress on a terminal."""
    told = 0
    for piece in pieces:
        yield piece
        if shows and screening.tally.lines - told >= TICK:
            told = screening.tally.lines
            print(f"\r{words.say('screen_lines.progress', lines=told)}", end="", file=sys.stderr, flush=True)
    if shows and told:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _head(screening: LineScreening, words: Wording) -> str:
    asking = screening.asking
    who = words.text(asking.organisation.names) if asking and asking.organisation else words.say("report.nobody")
    if asking is None:
        return words.say("screen_lines.head.bare", pack=screening.pack, who=who)
    return words.say("screen_lines.head", day=asking.as_of, pack=screening.pack, who=who)


def _tell(args: argparse.Namespace, screening: LineScreening, context: ReadContext, words: Wording) -> None:
    """What the screening came to, and what of the file was not understood."""
    tally = screening.tally
    named = sum(tally.actions.values())
    told = [
        words.say("screen_lines.actions", count=count, action=words.word("action", action))
        for action, count in tally.actions.items()
    ]
    if named:
        silent, actions = tally.lines - named - tally.rejected, ", ".join(told)
        note(args, wrap(words.say("screen_lines.count", lines=tally.lines, actions=actions, silent=silent)))
    else:
        counted = words.counted("screen_lines.count.none", tally.lines - tally.rejected)
        empty = "screen_lines.count.unread" if tally.is_unread else "screen_lines.count.empty"
        note(args, counted if tally.lines > tally.rejected else wrap(words.say(empty)))
    if tally.unlisted and not args.all and (args.format or "table") == "table" and not args.output:
        note(args, wrap(words.counted("screen_lines.others", tally.unlisted)))
    if tally.rejected:
        note(args, wrap(words.counted("screen_lines.rejected", tally.rejected)))
    if tally.aside:
        note(args, wrap(aside_told(tally.aside.values(), words)))
    for line in unread_told(tally.unread, words):
        note(args, wrap(line))
    for one in context.report.notes:
        note(args, wrap(harmless(f"{one.locator}: {words.told(one.reason, one.given)}")))
    if left := ", ".join(sorted(context.report.left_over)):
        note(args, wrap(words.say("screen_lines.left", columns=left)))
    if screening.suppliers:
        _tell_suppliers(args, screening.suppliers, words)
    if screening.asking is None:
        note(args, words.say("screen_lines.not_judged"))
    note(args, words.say("cli.not_advice"))


def _tell_suppliers(args: argparse.Namespace, suppliers: Suppliers, words: Wording) -> None:
    """What the suppliers came to, and what of them nobody looked at."""
    tally = suppliers.tally
    if not tally.answers:
        return
    told = [
        words.say("screen_desk.answer", number=tally.answers[key], answer=words.say(f"screen.answer.{key}"))
        for key in WORST
        if key in tally.answers
    ]
    if dismissed := tally.answers.get("dismissed"):
        told.append(words.say("screen_desk.count.dismissed", number=dismissed))
    note(args, wrap(words.say("screen_desk.suppliers", answers=", ".join(told))))
    if suppliers.against and not suppliers.against.lists:
        note(args, wrap(words.say("screen_desk.suppliers.no_lists")))
    if tally.not_looked:
        note(args, words.say("screen_desk.suppliers.not_looked", number=tally.not_looked))
