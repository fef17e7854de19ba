"""`debadge explain ID`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from debadge.cli.common import as_json, cited, facts, joined, note, out, wording, wrap
from debadge.flow.explain import Explained, Without, explain
from debadge.identify.answers import is_by_address_only
from debadge.judge.counterfactual import OTHER_MAKER, Change
from debadge.model.finding import Finding
from debadge.model.identification import Evidence
from debadge.model.regime import Regime
from debadge.model.situation import plain_value
from debadge.model.words import Basis, Outcome
from debadge.report.reading.plain import cut, harmless
from debadge.report.reading.speech import Wording

MAX_CHANGES = 8  # of one finding on screen; all of them are in the JSON form


def run(args: argparse.Namespace) -> int:
    """Explain and print."""
    world = facts(args)
    told = explain(Path(args.run_folder), args.id, world)
    words = wording(world, args.lang)
    if told.recorded_pack != world.pack.name:
        note(args, words.say("explain.pack", recorded=harmless(told.recorded_pack), pack=world.pack.name))
    if args.format == "json":
        out(as_json(_plain(told)))
        return 0
    out("\n".join(_lines(told, words)))
    note(args, words.say("cli.not_advice"))
    return 0


def _plain(told: Explained) -> dict[str, Any]:
    return {
        "asset": told.asset.plain(),
        "identification": told.found.plain(),
        "findings": [f.plain() for f in told.findings],
        "own_directions": {
            one.id: {"title": dict(one.title), "follows": list(one.follows)}
            for one in told.assessment.regimes.values()
            if one.own
        },
        "measures_that_do_not_bind": told.unbound,
        "without": [
            {
                "records": list(w.records),
                "locator": w.locator,
                "field": w.field,
                "value": w.value,
                "maker": w.found.maker,
                "grade": w.found.grade.value,
                "outcomes": [
                    {"regime": r, "act": a, "now": n.outcome.value, "then": t.outcome.value}
                    for r, a, n, t in w.outcomes
                ],
            }
            for w in told.without
        ],
        "changes": [
            {
                "regime": f.regime,
                "measure": f.measure,
                "act": f.act,
                "outcome": f.outcome.value,
                "smallest": [
                    {"facts": {n: plain_value(v) for n, v in c.facts}, "outcome": c.outcome.value} for c in changes
                ],
            }
            for f, changes in told.changes
        ],
    }


def _lines(told: Explained, words: Wording) -> Iterator[str]:
    """What it is and who made it, what the rules say, and what either hangs on; the marking first and last."""
    organisation = told.assessment.organisation
    marking = [organisation.marking] if organisation and organisation.marking else []
    yield from marking
    yield from _who(told, words)
    yield ""
    yield words.say("explain.rules")
    for finding in told.findings:
        yield from _finding(finding, told.assessment.regimes[finding.regime], words)
    yield wrap(words.counted("explain.unbound", told.unbound), 0, 2)
    yield from _section(words.say("explain.without"), (_without(w, words) for w in told.without))
    for finding, changes in told.changes:
        title = words.say("explain.changes", regime=finding.regime, act=words.word("doing", finding.act or "—"))
        yield from _section(title, (_change(c, finding, words) for c in _nearest(changes)))
    yield from marking


def _who(told: Explained, words: Wording) -> Iterator[str]:
    found, asset = told.found, told.asset
    day = told.assessment.as_of
    yield wrap(words.say("explain.title", name=asset.name, id=asset.id, units=asset.quantity, day=day))
    answers = {"maker": _maker(words, found.maker), "grade": words.word("grade", found.grade)}
    answers |= {"brand": found.brand or "—", "entity": _maker(words, found.entity), "model": found.model or "—"}
    yield wrap(words.say("explain.maker", **answers), 0, 2)
    if found.model_says:
        yield wrap(words.say("identify.model_says", words=words.model_says(found.model_says)), 2, 2)
    if found.firmware:
        id_ = "identify.built" if found.built else "identify.firmware"
        yield wrap(words.say(id_, firmware=harmless(found.firmware), day=found.built), 2, 2)
    if is_by_address_only(found):
        yield wrap(words.say("report.by_address_only"), 2, 2)
    if found.basis is Basis.INFERRED:
        yield wrap(words.say("identify.inferred"), 2, 2)
    if found.asks:
        yield wrap(words.say("identify.settle", words=joined("identify.ask", found.asks, words)), 2, 2)
    yield from _section(words.say("explain.because"), _evidence(found.because, told, words))
    yield from _section(words.say("explain.against"), _evidence(found.against, told, words))
    if found.not_looked:
        yield wrap(words.say("explain.not_looked", words=joined("group", found.not_looked, words)), 0, 2)
    joins = (
        words.say("explain.join", key=j.key, value=j.value, strength=words.word("join", j.strength))
        for j in asset.joins
    )
    yield from _section(words.say("explain.joins"), joins)


def _nearest(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """One example for each set of facts and outcome."""
    seen = {(tuple(n for n, _ in c.facts), c.outcome): c for c in reversed(changes)}
    return tuple(reversed(tuple(seen.values())))[:MAX_CHANGES]


def _section(title: str, items: Iterator[str]) -> Iterator[str]:
    told = list(items)
    if told:
        yield ""
        yield wrap(title)
        yield from (wrap(f"- {item}", 2, 4) for item in told)


def _maker(words: Wording, maker: str | None) -> str:
    return words.name(maker) if maker else "—"


def _evidence(several: tuple[Evidence, ...], told: Explained, words: Wording) -> Iterator[str]:
    """One text each; what several signals in a row read in one record is written once."""
    before: tuple[str | None, str] | None = None
    for one in several:
        kept = told.assessment.observations.get(one.observation or "")
        same = kept is not None and before == (one.observation, one.value)
        form = "explain.evidence.same" if same else "explain.evidence" if kept else "explain.evidence.nowhere"
        yield words.say(
            form,
            signal=one.signal,
            field=one.field,
            value=_short(one.value, 120),
            source=words.says_who(one.source),
            at=kept.seen.origin.locator if kept else "",
        )
        before = (one.observation, one.value)


def _short(value: str, length: int) -> str:
    return cut(" ".join(value.split()), length)


def _finding(finding: Finding, regime: Regime, words: Wording) -> Iterator[str]:
    what = f"{finding.regime} / {finding.measure}, {words.word('doing', finding.act or '—')}"
    yield wrap(f"- {words.say('cli.finding', outcome=words.outcome(finding), what=what)}", 2, 4)
    if regime.own:
        yield wrap(words.say("cli.own", own=words.own(regime), title=words.regime(regime)), 6, 8)
    yield from (wrap(words.test(row), 6, 8) for row in finding.because)
    for source in finding.citations:
        yield from cited(words.say("cli.source", title=source.title), source.url, 6, 8)
    for case in finding.contested:
        yield wrap(words.say("cli.contested", forum=case["forum"], says=case["says"][words.sentences.lang]), 6, 8)
    if finding.outcome is Outcome.PROHIBITED and finding.fragile:
        yield wrap(words.say("explain.fragile"), 6, 8)


def _without(one: Without, words: Wording) -> str:
    grade = words.word("grade", one.found.grade.value)
    made = words.name(one.found.maker) if one.found.maker else None
    then = words.say("explain.then", maker=made, grade=grade) if made else words.say("report.maker.unknown")
    changed = "; ".join(
        words.say(
            "explain.changed",
            regime=regime,
            act=words.word("doing", act),
            before=words.outcome(now),
            after=words.outcome(after),
        )
        for regime, act, now, after in one.outcomes
    ) or words.say("explain.same")
    return words.say(
        "explain.piece", field=one.field, value=_short(one.value, 60), at=one.locator, then=then, changed=changed
    )


def _change(one: Change, finding: Finding, words: Wording) -> str:
    facts = ", ".join(f"{name} = {_value(value, words)}" for name, value in one.facts)
    return f"{facts} → {words.outcome(finding._replace(outcome=one.outcome))}"


def _value(value: Any, words: Wording) -> str:
    if value == OTHER_MAKER:
        return words.say("explain.other_maker")
    told = plain_value(value)
    return ", ".join(map(str, told)) if isinstance(told, list) else str(told)
