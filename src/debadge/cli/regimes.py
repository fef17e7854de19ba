"""`debadge regimes list|show`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from debadge.cli.common import as_json, cited, facts, out, wording, wrap
from debadge.cli.measures import told as measure_told
from debadge.flow.regimes import plain_regime, regime
from debadge.model.errors import InputError
from debadge.model.regime import Regime, Source
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
    yield wrap(words.say("regimes.reasons.yes" if one.published_reasons else "regimes.reasons.no"))
    for measure in one.measures:
        yield ""
        yield from measure_told(measure, one.force, words)
    for party, says, source in one.statements:
        yield ""
        yield wrap(words.say("regimes.statement", party=party, says=says[words.sentences.lang], title=source.title))
    for case in one.proceedings:
        yield ""
        yield wrap(words.say("cli.contested", forum=case.forum, says=case.says[words.sentences.lang]))
    yield ""
    for source in one.sources.values():
        yield from _source(source, words)
    yield wrap(words.say("regimes.recheck", days=one.recheck_days, at=words.text(one.recheck_at)))


def _source(one: Source, words: Wording) -> Iterator[str]:
    told = words.say(
        "regimes.source",
        title=one.title,
        published=one.published or words.say("report.unknown"),
        read=one.read,
        grade=words.word("source_grade", one.grade),
    )
    yield from cited(told, one.url)
