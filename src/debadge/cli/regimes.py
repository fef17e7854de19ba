"""`debadge regimes list|show`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from debadge.cli.common import as_json, cited, facts, out, wording, wrap
from debadge.cli.measures import told as measure_told
from debadge.flow.regimes import plain_regime, regime
from debadge.model.errors import InputError
from debadge.model.regime import Regime
from debadge.model.source import Source
from debadge.report.reading.clocks import clock
from debadge.report.reading.speech import Wording


def run(args: argparse.Namespace) -> int:
    """List all, or show one."""
    world = facts(args)
    words = wording(world, args.lang)
    if args.what == "show":
        if not args.id:
            raise InputError("regimes show needs the id of a regime; debadge regimes list names them")
        one = regime(world, args.id)
        out(as_json(plain_regime(one)) if args.format == "json" else "\n".join(_show(one, words)))
    elif args.format == "json":
        out(as_json([plain_regime(one) for one in world.law.regimes.values()]))
    else:
        out("\n".join(_row(one, words) for one in world.law.regimes.values()))
    return 0


def _row(one: Regime, words: Wording) -> str:
    return f"{one.jurisdiction:5} {one.id:32} {words.word('force', one.force.value)}\n{wrap(one.title[words.sentences.lang], 6)}"


def _show(one: Regime, words: Wording) -> Iterator[str]:
    yield wrap(one.title[words.sentences.lang])
    yield wrap(one.summary[words.sentences.lang])
    yield ""
    yield wrap(
        words.say(
            "regimes.head",
            id=one.id,
            jurisdiction=words.word("place", one.jurisdiction),
            force=words.word("force", one.force.value),
            issuer=one.issuer,
        )
    )
    if not one.verified:
        yield wrap(words.say("regimes.unverified"))
    yield wrap(words.say("regimes.reasons.yes" if one.published_reasons else "regimes.reasons.no"))
    for measure in one.measures:
        yield ""
        yield from measure_told(measure, one.force, words)
    yield from _duties(one, words)
    for party, says, source in one.statements:
        yield ""
        yield wrap(words.say("regimes.statement", party=party, says=says[words.sentences.lang], title=source.title))
    for case in one.proceedings:
        yield ""
        yield wrap(words.say("cli.contested", forum=case.forum, says=case.says[words.sentences.lang]))
    yield from _text(one, words)
    yield ""
    for source in one.sources.values():
        yield from _source(source, words)
    yield wrap(words.say("regimes.recheck", days=one.recheck_days, at=words.text(one.recheck_at)))


def _duties(one: Regime, words: Wording) -> Iterator[str]:
    for duty in one.duties:
        yield ""
        yield wrap(words.say("regimes.duty", id=duty.id, says=words.text(duty.says), clock=clock(duty, words)))
    for event in one.history:
        yield ""
        kind = words.word("event_kind", event.kind)
        yield wrap(words.say("regimes.event", day=event.day, kind=kind, says=words.text(event.says)))


def _text(one: Regime, words: Wording) -> Iterator[str]:
    """Every paragraph that was read, beside the parts that carry it out, or why none does."""
    if one.clauses:
        yield ""
        yield words.say("regimes.clauses")
    for clause in one.clauses:
        given = {"at": clause.at, "says": words.text(clause.says)}
        if clause.not_encoded:
            yield wrap(words.say("regimes.clause.not_encoded", **given, why=words.text(clause.not_encoded)), 2, 4)
        else:
            yield wrap(words.say("regimes.clause.encoded", **given, parts=", ".join(clause.encoded)), 2, 4)


def _source(one: Source, words: Wording) -> Iterator[str]:
    told = words.say(
        "regimes.source",
        title=one.title,
        published=one.published or words.say("report.unknown"),
        read=one.read,
        grade=words.word("source_grade", one.grade),
    )
    yield from cited(told, one.url)
