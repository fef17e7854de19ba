"""`debadge judge FACTS.yaml`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from debadge.cli.common import as_json, cited, day, facts, joined, note, out, question, wording, wrap
from debadge.cli.everywhere import lines, ways_out
from debadge.flow.asking import Aside, Asking
from debadge.flow.everywhere import everywhere
from debadge.flow.judge import Judged, judge_facts, read_facts
from debadge.flow.world import World
from debadge.judge.named import ReadAs
from debadge.model.errors import InputError
from debadge.model.finding import Finding
from debadge.model.regime import Regime
from debadge.model.words import Answer, Outcome
from debadge.report.reading.clocks import when
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording


def run(args: argparse.Namespace) -> int:
    """Judge and print; a list of facts gives a list of answers."""
    world = facts(args)
    standard_input = args.facts == "-"
    place = "standard input" if standard_input else args.facts
    given = read_facts(place, sys.stdin.buffer.read() if standard_input else None)
    asking = _asking(args, world, beside=not standard_input and args.org is None and _has_org(args.facts))
    rows = given if isinstance(given, list) else [given]
    places = [f"{place}[{n}]" if isinstance(given, list) else place for n in range(len(rows))]
    numbered = list(zip(rows, places, strict=True))
    words = wording(world, args.lang)
    if args.everywhere:
        far = [everywhere(r, world, at, as_of=asking.as_of, own=asking.own, asking=asking) for r, at in numbered]
        read, plain = [name for one in far for name in one.asked.read_as], [one.plain() for one in far]
        tables: Iterable[Iterable[str]] = (lines(one, words) for one in far)
        days = [one.as_of for one in far]
    else:
        near = [judge_facts(r, world, at, as_of=asking.as_of, own=asking.own, asking=asking) for r, at in numbered]
        read, plain = [name for one in near for name in one.read_as], [one.plain() for one in near]
        tables = (_table(one, words, everything=args.all) for one in near)
        days = [one.as_of for one in near]
    for name in read:
        print(f"debadge: {_read_as(name, words)}", file=sys.stderr)
    if args.format == "json":
        out(as_json(plain if isinstance(given, list) else plain[0]))
        return 0
    for table, day_judged in zip(tables, days, strict=True):
        if aside := asking.aside:
            out(wrap(words.say("whatif.head", regimes=", ".join(aside.regimes), day=aside.day or day_judged)))
        out("\n".join(table))
    note(args, words.say("cli.not_advice"))
    return 0


def _asking(args: argparse.Namespace, world: World, *, beside: bool) -> Asking:
    """The question, with the organisation whose file lies beside the facts, and without the regimes that are set aside."""
    asking = question(args, world, (Path(args.facts).parent,) if beside else ())
    if args.start and not args.without:
        raise InputError("--from says from when a regime is gone; name it with --without")
    if not args.without:
        return asking
    return replace(asking, aside=Aside(regimes=tuple(args.without), day=day(args.start, "--from")))


def _read_as(read: ReadAs, words: Wording) -> str:
    """What became of a name that is no id of ours."""
    given = harmless(read.given)
    if read.perhaps:
        return words.say("judge.perhaps", fact=read.fact, given=given, perhaps=read.perhaps)
    if read.meant is None:
        return words.say("judge.nothing", fact=read.fact, given=given)
    return words.say("judge.read_as", fact=read.fact, given=given, as_fact=read.as_fact, meant=read.meant)


def _has_org(facts: str) -> bool:
    return (Path(facts).parent / "org.yaml").is_file()


def _table(judged: Judged, words: Wording, *, everything: bool) -> Iterator[str]:
    """The answers that reach the situation, with why; the rest is counted."""
    yield words.say("cli.as_of", day=judged.as_of, pack=judged.pack)
    if judged.left_out:
        undated = sum(not fact.dated for fact in judged.left_out)
        told = words.say("report.gap.left_out.told", count=len(judged.left_out), undated=undated)
        yield wrap(words.say("judge.left_out", about=words.say("report.gap.left_out"), told=told))
    shown = [f for f in judged.findings if everything or f.outcome is not Outcome.NOT_REACHED]
    for finding in shown:
        yield ""
        yield from _finding(finding, judged.regimes[finding.regime], words)
    if judged.deadlines:
        yield ""
        yield words.say("report.deadlines")
    for one in judged.deadlines:
        says = words.text(one.duty.says)
        yield wrap(words.say("deadline.line", when=when(one, words), says=says, regime=one.regime), 2, 6)
    if judged.place_without_rules:
        yield ""
        place = words.word("place", judged.place_without_rules)
        yield wrap(words.say("cli.place_without_rules", place=place))
    for negative in judged.not_found:
        yield ""
        says = words.text(negative.says)
        yield wrap(words.say("cli.not_found", day=negative.as_of, says=says, title=negative.source.title))
    if rest := len(judged.findings) - len(shown):
        yield ""
        yield wrap(words.counted("cli.not_reached_rest", rest))


def _finding(finding: Finding, regime: Regime, words: Wording) -> Iterator[str]:
    act = words.word("doing", finding.act or "—")
    yield wrap(words.say("cli.finding", outcome=words.outcome(finding), what=f"{finding.regime}, {act}"), hang=2)
    if regime.own:
        yield wrap(words.say("cli.own", own=words.own(regime), title=words.regime(regime)), 2, 6)
    for row in finding.because:
        if row.answer is not Answer.YES or finding.outcome is not Outcome.NOT_REACHED:
            yield wrap(words.test(row), 2, 6)
    for label, values, kind in (
        ("condition", finding.condition, "condition"),
        ("questions", finding.questions, "test"),
        ("not_looked", finding.not_looked, "group"),
    ):
        if values:
            yield wrap(words.say(f"cli.{label}", words=joined(kind, values, words)), 2, 6)
    if finding.open_exceptions:
        yield wrap(words.say("cli.open", words=", ".join(ways_out(finding, regime, words))), 2, 6)
    for case in finding.contested:
        yield wrap(words.say("cli.contested", forum=case["forum"], says=case["says"][words.sentences.lang]), 2, 6)
    for source in finding.citations:
        yield from cited(words.say("cli.source", title=source.title), source.url, 2, 6)
