"""`debadge screen names FILE` and `debadge screen name "…"`."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from debadge.cli.common import as_json, day, facts, note, out, today, wording, wrap
from debadge.cli.gates import shuts
from debadge.cli.screen.against import (
    asked_as,
    decided,
    gaps_told,
    home_of,
    not_compared,
    query_of,
    snapshots_of,
    taken_decisions,
)
from debadge.cli.screen.certified import check_place, frame_of, organisation_of, write_certificate
from debadge.cli.screen.given import given_source
from debadge.cli.screen.target import check_targets, written
from debadge.flow.asked_names import names_of_source
from debadge.flow.certificate import Hashed, NameNotes, certificate_of_names
from debadge.flow.decisions import Desk, Rows, desk_of
from debadge.flow.each_name import standing
from debadge.flow.earlier import Earlier, HeadWriter, head_file
from debadge.flow.read import Reading, rows_context
from debadge.flow.rescreen import Rescreening, rescreening
from debadge.flow.screening import Against, NameScreen
from debadge.flow.world import World
from debadge.model.errors import FileError, ToldError
from debadge.model.ids import canonical
from debadge.model.listing import Snapshot
from debadge.model.organisation import Organisation
from debadge.model.query import Query
from debadge.model.supplier import OPEN_OWNERSHIP
from debadge.report.reading.plain import harmless
from debadge.report.terminal.columns import indented, laid_out
from debadge.screen.names.answer import Answer, NameAnswer
from debadge.text.sentences import Sentences

COLUMNS = (11, 5, 28, 30)  # answer, score, query, what it is like: 80 with gaps of two; what is longer is wrapped
RIGHTS = (False, True, False, False)
INDENT = " " * 13  # of what stands below a row, under the name
UNREADABLE = 3  # DESIGN.md section 5
TICK = 1000  # names between two words of progress: some ten a second
NO_NAME = "row_lacks"  # why a row without a name is refused: it was read, and names nobody
CSV_KEYS = (
    *("line", "query", "asked_as", "answer", "score", "entity", "list", "ref", "row", "since", "until", "citation"),
    *("regimes", "name", "matched", "channel", "policy", "ownership", "ties", "others", "reason", "nearest"),
    *("dismissed", "confirmed", "revived", "input"),
)


def run(args: argparse.Namespace) -> int:
    """One answer for each name, in input order."""
    world = facts(args)
    on = day(args.as_of, "--as-of") or today()
    snapshots = snapshots_of(args, on)
    home, org = home_of(args), organisation_of(args, world, on)
    place = org.jurisdiction if org else None
    screen = NameScreen(world, snapshots, as_of=on, home=Path(home) if home else None, jurisdiction=place)
    desk = desk_of(taken_decisions(args), screen, Rows(world, snapshots))
    if args.what == "name":
        return _one(args, world, screen, desk)
    try:
        return _many(args, world, screen, desk, snapshots, org)
    except FileError as bad:  # the file, and no option: no wrong use
        told = world.sentences(args.lang).say(bad.reason, **bad.given)
        print(harmless(f"debadge: {args.file}: {told}"), file=sys.stderr)
        return UNREADABLE


def _one(args: argparse.Namespace, world: World, screen: NameScreen, desk: Desk | None) -> int:
    words = world.sentences(args.lang)
    query = query_of(args, args.name, world)
    if not any(map(str.isalnum, query.text)):
        raise ToldError("screen_desk.no_name")
    missing = not_compared(args, world, screen.against.as_of)
    told = desk.of_row(query, screen.each(query)) if desk else screen.screen(query)
    if args.format == "json":
        steps = [{"step": step, "left": left} for step, left in screen.steps(args.name)]
        out(
            as_json(
                {"against": {**screen.against.plain(), "not_compared": missing}, "answer": told.plain(), "steps": steps}
            )
        )
    else:
        out(
            "\n".join(
                (*_head(screen.against, missing, words), "", *_whole(told, words), *_steps(screen, args.name, words))
            )
        )
    found = not told.dismissed and shuts(args.fail_on, [told.answer.value])
    return int(found or _has_gaps(args, screen.against, missing))


def _many(
    args: argparse.Namespace,
    world: World,
    screen: NameScreen,
    desk: Desk | None,
    snapshots: tuple[Snapshot, ...],
    org: Organisation | None,
) -> int:
    counts: Counter[str] = Counter()
    words = world.sentences(args.lang)
    missing = not_compared(args, world, screen.against.as_of)
    check_place(args)
    check_targets(args)
    with ExitStack() as open_files:
        source = _source(args)
        how = Reading(as_format=args.as_format, mapping=tuple(args.map), mapping_file=args.map_file)
        context, notes = rows_context(world, how, "parties"), NameNotes() if args.certificate else None
        asked = names_of_source(source.source if notes else source.plain, context, world)
        again = _again(args, world, screen, snapshots)
        if again:
            open_files.callback(again.close)
        answers = _counted(_answers(asked, (again or screen).each, desk, notes), counts, args, words)
        target = open_files.enter_context(written(Path(args.output), "-o", words)) if args.output else sys.stdout
        form = args.format or ("jsonl" if args.output else "table")
        head = HeadWriter(screen.against)
        for line in _lines(answers, form, screen.against, missing, counts, words):
            target.write(head.add(line))
    if args.output and form == "jsonl":
        with written(head_file(Path(args.output)), "-o", words) as beside:
            beside.write(head.text())
    _note_all(args, screen.against, missing, counts, again, form, words)
    for one in context.report.notes:
        told_of = wording(world, args.lang).told(one.reason, one.given)
        note(args, wrap(harmless(f"{one.locator}: {told_of}")))
    if notes:
        frame = frame_of(args, world, org, screen.against.as_of, source, context)
        in_force = desk.in_force if desk else {}
        told = certificate_of_names(frame, notes, screen.against.policy, snapshots, in_force)
        write_certificate(args, told, wording(world, args.lang))
    found = (word for word, count in counts.items() if count)
    return int(shuts(args.fail_on, found) or _has_gaps(args, screen.against, missing))


def _source(args: argparse.Namespace) -> Hashed:
    return Hashed(given_source(args.file))


def _note_all(
    args: argparse.Namespace,
    against: Against,
    missing: list[dict[str, str]],
    counts: Counter[str],
    again: Rescreening | None,
    form: str,
    words: Sentences,
) -> None:
    """What was carried over, what names were compared with, and how many got which answer."""
    if again:
        note(args, "\n".join(indented(_since(again, words), "", "  ")))
    for line in _head(against, missing, words) if form in ("jsonl", "csv") else ():
        note(args, line)
    note(args, "\n".join(_tail(counts, words)))


def _again(
    args: argparse.Namespace, world: World, screen: NameScreen, snapshots: tuple[Snapshot, ...]
) -> Rescreening | None:
    """What an earlier run is good for."""
    if not args.since:
        return None
    home = home_of(args)
    return rescreening(screen, Earlier(Path(args.since)), world, snapshots, Path(home) if home else None)


def _since(again: Rescreening, words: Sentences) -> str:
    """How many names were screened anew, and why."""
    told = {"anew": again.anew, "carried": again.carried}
    if again.why_all:
        return words.say("screen_desk.since.all", why=words.say(again.why_all), **told)
    return words.say("screen_desk.since.some", rows=again.rows, **told)


def _answers(
    asked: Iterable[Query],
    each: Callable[[Query], list[tuple[Query, NameAnswer]]],
    desk: Desk | None,
    notes: NameNotes | None,
) -> Iterator[NameAnswer]:
    """Each answer with what was decided about it, and noted where a certificate is asked for."""
    for query in asked:
        named = each(query)
        told = desk.of_row(query, named) if desk else standing(query, [of_name for _, of_name in named])
        told = replace(told, asked=query.digest)
        if notes:
            notes.answered(told.plain(), is_bad=query.bad not in (None, NO_NAME))
        yield told


def _counted(
    answers: Iterable[NameAnswer], counts: Counter[str], args: argparse.Namespace, words: Sentences
) -> Iterator[NameAnswer]:
    """The answers, counted as they pass, with a word of progress on a terminal."""
    shows = not args.quiet and sys.stderr.isatty()
    for number, told in enumerate(answers, 1):
        counts["dismissed" if told.dismissed else told.answer.value] += 1
        counts["not_looked"] += told.ownership in OPEN_OWNERSHIP and told.answer is not Answer.REFUSED
        if shows and number % TICK == 0:
            print(f"\r{words.say('screen.progress', number=number)}", end="", file=sys.stderr, flush=True)
        yield told
    if shows:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _lines(
    answers: Iterable[NameAnswer],
    form: str,
    against: Against,
    missing: list[dict[str, str]],
    counts: Counter[str],
    words: Sentences,
) -> Iterator[str]:
    match form:
        case "jsonl":
            checked = against.id
            for told in answers:
                yield f"{canonical({**told.plain(), 'checked': checked, 'asked': told.asked})}\n"
        case "json":
            yield f'{{"against":{canonical({**against.plain(), "not_compared": missing})},"answers":['
            for number, told in enumerate(answers):
                yield f"{',' if number else ''}\n{canonical(told.plain())}"
            yield f'\n],"counts":{canonical(dict(counts))}}}\n'
        case "csv":
            yield from _csv(answers)
        case _:
            yield from (f"{line}\n" for line in (*_head(against, missing, words), ""))
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


def _why(told: NameAnswer, words: Sentences) -> str:
    """Why a line was refused; headings of its row are no words of the sentence."""
    given = {key: value for key, value in told.given.items() if key.isidentifier() and key not in ("self", "id_")}
    return words.say(told.reason or "", **given)


def _row(told: NameAnswer, words: Sentences) -> list[str]:
    """One line of the table: the answer first."""
    if told.reason:
        what = _why(told, words)
    elif told.name:
        what = f"{told.name} · {told.list} {told.ref}" + (f" · {told.since}" if told.since else "")
    else:
        what = words.say(f"screen.ownership.{told.ownership}")
    score = f"{told.score:.2f}" if told.name else ""
    name = told.query or str(told.given.get("locator", ""))
    cells = (words.say(f"screen.answer.{told.answer.value}"), score, name, what)
    beside = (
        line
        for text in (*asked_as(told, words), *decided(told, words))
        for line in indented(harmless(text), INDENT, INDENT + "  ")
    )
    return [*laid_out([harmless(cell) for cell in cells], COLUMNS, RIGHTS), *beside]


def _has_gaps(args: argparse.Namespace, against: Against, missing: list[dict[str, str]]) -> bool:
    return "gaps" in args.fail_on and bool(missing or any(one["published"] is None for one in against.lists))


def _head(against: Against, missing: list[dict[str, str]], words: Sentences) -> Iterator[str]:
    """With what the names are compared, and how old each list is."""
    said = "screen.head.lists" if against.lists else "screen.head.none"
    count = len(against.lists)
    text = words.say(said, day=against.as_of, pack=against.pack, policy=against.policy, count=count)
    yield from indented(harmless(text), "", "  ")
    for one in against.lists:
        told = {"id": one["id"], "published": one["published"] or "—", "age": one["age_days"], "count": one["count"]}
        said = "screen.head.list" if one["published"] else "screen.head.list.no_day"
        yield from indented(words.say(said, **told, digest=one["digest"][:16]), "  ", "    ")
        if one["left_out"]:
            yield from indented(words.say("screen.head.left_out", count=one["left_out"]), "    ", "      ")
        if one["partial"]:
            yield from indented(words.say("screen.head.partial"), "    ", "      ")
        if one["accepted"]:
            yield from indented(harmless(words.say("screen.head.accepted", reason=one["accepted"])), "    ", "      ")
    for line in gaps_told(missing, words):
        yield from indented(harmless(line), "  ", "    ")


def _tail(counts: Counter[str], words: Sentences) -> Iterator[str]:
    told = [(answer, counts[answer.value]) for answer in Answer if counts[answer.value]]
    shown = [f"{number} {words.say(f'screen.answer.{answer.value}')}" for answer, number in told]
    if dismissed := counts["dismissed"]:
        shown.append(words.say("screen_desk.count.dismissed", number=dismissed))
    number = sum(number for _, number in told) + dismissed
    yield words.say("screen.head.count", names=number, counts=", ".join(shown) or "0")
    if counts["not_looked"]:
        yield words.say("screen.head.ownership", number=counts["not_looked"])


def _whole(told: NameAnswer, words: Sentences) -> Iterator[str]:
    """Everything about one name."""
    shown: Callable[[str, str], list[str]] = lambda text, indent: indented(harmless(text), indent, indent + "  ")  # noqa: E731
    score = f" ({told.score:.2f})" if told.name else ""
    yield from shown(f"{told.query}: {words.say(f'screen.answer.{told.answer.value}')}{score}", "")
    yield from shown(_why(told, words) if told.reason else words.say(f"screen.sentence.{told.answer.value}"), "  ")
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
    for text in decided(told, words):
        yield from shown(text, "  ")
    if told.regimes:
        yield from shown(words.say("screen.shown.regimes", regimes=", ".join(told.regimes)), "  ")
    yield from shown(words.say(f"screen.ownership.{told.ownership}"), "  ")
    for tie in told.ties:
        keys = {key: tie[key] for key in ("owner", "owned", "share")}
        keys["relation"] = words.word("relation", tie["relation"])
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
