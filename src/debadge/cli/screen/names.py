"""`debadge screen names FILE` and `debadge screen name "…"`."""

from __future__ import annotations

import argparse
import csv
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TextIO

from debadge.cli.common import as_json, day, facts, note, out, today
from debadge.flow.asked_names import names_of_source
from debadge.flow.read import Reading, rows_context
from debadge.flow.screening import Against, NameScreen
from debadge.flow.world import World
from debadge.model.errors import InputError
from debadge.model.ids import canonical
from debadge.model.listing import Snapshot
from debadge.model.query import Owner, Query
from debadge.report.reading.plain import harmless
from debadge.report.terminal.columns import indented, laid_out
from debadge.screen.names.answer import Answer, NameAnswer
from debadge.sources.streaming.opening import file_source, stream_source
from debadge.text.sentences import Sentences

HOME = "DEBADGE_HOME"
COLUMNS = (11, 5, 28, 30)  # answer, score, query, what it is like: 80 with gaps of two; what is longer is wrapped
RIGHTS = (False, True, False, False)
TICK = 1000  # names between two words of progress: some ten a second
CSV_KEYS = (
    *("line", "query", "answer", "score", "entity", "list", "ref", "row", "since", "until", "citation"),
    *("regimes", "name", "matched", "channel", "policy", "ownership", "ties", "others", "reason", "nearest"),
)


def run(args: argparse.Namespace) -> int:
    """One answer for each name, in input order."""
    world = facts(args)
    words = world.sentences(args.lang)
    on = day(args.as_of, "--as-of") or today()
    screen = NameScreen(world, _snapshots(args, on), as_of=on, home=_home(args))
    return _one(args, screen, words) if args.what == "name" else _many(args, world, screen, words)


def _snapshots(args: argparse.Namespace, on: object) -> tuple[Snapshot, ...]:
    if (home := _home(args)) is None:
        return ()
    told: tuple[Snapshot, ...] = import_module("debadge.flow.lists").load_snapshots(home, on)
    return told


def _home(args: argparse.Namespace) -> Path | None:
    home = args.lists or os.environ.get(HOME)
    if home and not Path(home).is_dir():
        raise InputError(f"--lists {home}: no such folder; debadge lists import makes one")
    return Path(home) if home else None


def _one(args: argparse.Namespace, screen: NameScreen, words: Sentences) -> int:
    query = Query(
        text=args.name,
        country=args.country and args.country.upper(),
        address=args.address,
        identifiers=tuple(args.identifier),
        owners=tuple(map(_owner, args.owner)),
    )
    told = screen.screen(query)
    if args.format == "json":
        steps = [{"step": step, "left": left} for step, left in screen.steps(args.name)]
        out(as_json({"against": screen.against.plain(), "answer": told.plain(), "steps": steps}))
    else:
        out("\n".join((*_head(screen.against, words), "", *_whole(told, words), *_steps(screen, args.name, words))))
    return int(told.answer.value in args.fail_on)


def _owner(text: str) -> Owner:
    name, _, share = text.partition("=")
    try:
        held = float(share.rstrip(" %")) if share.strip() else None
    except ValueError as bad:
        raise InputError(f"--owner {text}: {share!r} is no share in percent; write --owner NAME=30") from bad
    if held is not None and not 0 <= held <= 100:  # percent
        raise InputError(f"--owner {text}: a share is 0 to 100 percent")
    return Owner(name=name, share=held)


def _many(args: argparse.Namespace, world: World, screen: NameScreen, words: Sentences) -> int:
    counts: Counter[str] = Counter()
    with ExitStack() as open_files:
        if args.file != "-" and not Path(args.file).is_file():
            raise InputError(f"{args.file}: no such file")
        source = stream_source(sys.stdin.buffer) if args.file == "-" else file_source(Path(args.file))
        how = Reading(as_format=args.as_format, mapping=tuple(args.map), mapping_file=args.map_file)
        asked = names_of_source(source, rows_context(world, how, "parties"), world)
        answers = _counted(map(screen.screen, asked), counts, args, words)
        target: TextIO = sys.stdout
        if args.output:
            try:
                target = open_files.enter_context(Path(args.output).open("w", encoding="utf-8", newline=""))
            except OSError as bad:
                raise InputError(f"-o {args.output}: cannot be written ({bad.strerror or bad})") from bad
        form = args.format or ("jsonl" if args.output else "table")
        for line in _lines(answers, form, screen.against, counts, words):
            target.write(line)
    for line in _head(screen.against, words) if form in ("jsonl", "csv") else ():
        note(args, line)
    note(args, "\n".join(_tail(counts, words)))
    return int(any(counts[answer] for answer in args.fail_on))


def _counted(
    answers: Iterable[NameAnswer], counts: Counter[str], args: argparse.Namespace, words: Sentences
) -> Iterator[NameAnswer]:
    """The answers, counted as they pass, with a word of progress on a terminal."""
    shows = not args.quiet and sys.stderr.isatty()
    for number, told in enumerate(answers, 1):
        counts[told.answer.value] += 1
        counts["not_looked"] += told.ownership == "not_looked" and told.answer is not Answer.REFUSED
        if shows and number % TICK == 0:
            print(f"\r{words.say('screen.progress', number=number)}", end="", file=sys.stderr, flush=True)
        yield told
    if shows:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _lines(
    answers: Iterable[NameAnswer], form: str, against: Against, counts: Counter[str], words: Sentences
) -> Iterator[str]:
    match form:
        case "jsonl":
            checked = against.id
            for told in answers:
                yield f"{canonical({**told.plain(), 'checked': checked})}\n"
        case "json":
            yield f'{{"against":{canonical(against.plain())},"answers":['
            for number, told in enumerate(answers):
                yield f"{',' if number else ''}\n{canonical(told.plain())}"
            yield f'\n],"counts":{canonical(dict(counts))}}}\n'
        case "csv":
            yield from _csv(answers)
        case _:
            yield from (f"{line}\n" for line in (*_head(against, words), ""))
            for told in answers:
                yield from (f"{line}\n" for line in _row(told, words))


def _csv(answers: Iterable[NameAnswer]) -> Iterator[str]:
    """Rows for a spreadsheet; lists as JSON, and no cell that a spreadsheet would run."""
    cells = io.StringIO()
    writer = csv.writer(cells, lineterminator="\n")
    writer.writerow(CSV_KEYS)
    for told in answers:
        plain = told.plain()
        writer.writerow([_cell(plain[key]) for key in CSV_KEYS])
        yield cells.getvalue()
        cells.seek(0)
        cells.truncate()
    yield cells.getvalue()


def _cell(value: object) -> str:
    if value is None or value == []:
        return ""
    text = value if isinstance(value, str) else canonical(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t") else text


def _row(told: NameAnswer, words: Sentences) -> list[str]:
    """One line of the table: the answer first."""
    if told.reason:
        what = words.say(told.reason)
    elif told.name:
        what = f"{told.name} · {told.list} {told.ref}" + (f" · {told.since}" if told.since else "")
    else:
        what = words.say(f"screen.ownership.{told.ownership}")
    score = f"{told.score:.2f}" if told.name else ""
    cells = (words.say(f"screen.answer.{told.answer.value}"), score, told.query, what)
    return laid_out([harmless(cell) for cell in cells], COLUMNS, RIGHTS)


def _head(against: Against, words: Sentences) -> Iterator[str]:
    """With what the names are compared, and how old each list is."""
    said = "screen.head.lists" if against.lists else "screen.head.none"
    count = len(against.lists)
    text = words.say(said, day=against.as_of, pack=against.pack, policy=against.policy, count=count)
    yield from indented(harmless(text), "", "  ")
    for one in against.lists:
        told = {"id": one["id"], "published": one["published"] or "—", "age": one["age_days"], "count": one["count"]}
        yield from indented(words.say("screen.head.list", **told, digest=one["digest"][:16]), "  ", "    ")
        if one["partial"]:
            yield from indented(words.say("screen.head.partial"), "    ", "      ")
        if one["accepted"]:
            yield from indented(harmless(words.say("screen.head.accepted", reason=one["accepted"])), "    ", "      ")


def _tail(counts: Counter[str], words: Sentences) -> Iterator[str]:
    told = [(answer, counts[answer.value]) for answer in Answer if counts[answer.value]]
    shown = ", ".join(f"{number} {words.say(f'screen.answer.{answer.value}')}" for answer, number in told)
    yield words.say("screen.head.count", names=sum(number for _, number in told), counts=shown or "0")
    if counts["not_looked"]:
        yield words.say("screen.head.ownership", number=counts["not_looked"])


def _whole(told: NameAnswer, words: Sentences) -> Iterator[str]:
    """Everything about one name."""
    shown: Callable[[str, str], list[str]] = lambda text, indent: indented(harmless(text), indent, indent + "  ")  # noqa: E731
    score = f" ({told.score:.2f})" if told.name else ""
    yield from shown(f"{told.query}: {words.say(f'screen.answer.{told.answer.value}')}{score}", "")
    yield from shown(words.say(told.reason or f"screen.sentence.{told.answer.value}"), "  ")
    if told.name:
        yield from shown(words.say("screen.shown.name", name=told.name, list=told.list, ref=told.ref), "  ")
        agreed = "; ".join(f"{q} = {listed}" if q != listed else q for q, listed, _ in told.matched)
        yield from shown(words.say("screen.shown.matched", words=agreed), "  ")
        yield from shown(words.say("screen.shown.channel", channel=words.say(f"screen.channel.{told.channel}")), "  ")
    for name, value in (("since", told.since), ("until", told.until), ("citation", told.citation)):
        if value:
            yield from shown(words.say(f"screen.shown.{name}", **{name: value}), "  ")
    if told.nearest:
        keys = {key: told.nearest[key] for key in ("name", "list", "ref", "score")}
        yield from shown(words.say("screen.shown.nearest", **keys), "  ")
    if told.regimes:
        yield from shown(words.say("screen.shown.regimes", regimes=", ".join(told.regimes)), "  ")
    yield from shown(words.say(f"screen.ownership.{told.ownership}"), "  ")
    for tie in told.ties:
        keys = {key: tie[key] for key in ("owner", "owned", "relation", "share")}
        checked = words.say(f"screen.checked.{str(tie['verified']).lower()}")
        yield from shown(words.say("screen.shown.tie", **keys, checked=checked), "    ")
    for other in told.others:
        keys = {key: other[key] for key in ("name", "list", "ref", "score")}
        yield from shown(words.say("screen.shown.other", **keys), "    ")


def _steps(screen: NameScreen, name: str, words: Sentences) -> Iterator[str]:
    yield from ("", words.say("screen.shown.steps"))
    for step, left in screen.steps(name):
        told = words.say("screen.shown.step", step=words.say(f"screen.step.{step}"), left=left)
        yield from indented(harmless(told), "  ", "    ")
