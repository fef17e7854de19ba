"""`debadge makers list|show`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from debadge.cli.common import as_json, facts, out, wrap
from debadge.flow.regimes import maker
from debadge.judge.law import Law
from debadge.model.errors import InputError
from debadge.model.party import Badge, Maker
from debadge.text.sentences import Sentences


def run(args: argparse.Namespace) -> int:
    """List all makers, or show one maker or badge."""
    world = facts(args)
    words = world.sentences(args.lang)
    if args.what == "show":
        if not args.name:
            raise InputError("makers show needs the name of a maker or badge; debadge makers list names them")
        made, badge = maker(world, args.name)
        out(
            as_json(_plain(made, badge, world.law))
            if args.format == "json"
            else "\n".join(_show(made, badge, world.law, words))
        )
    elif args.format == "json":
        out(as_json([_plain(one, None, world.law) for one in world.law.makers.values()]))
    else:
        out(
            "\n".join(
                f"{one.id:16} {one.name}{words.say('makers.listed') if one.id in world.law.listed else ''}"
                for one in world.law.makers.values()
            )
        )
    return 0


def _plain(made: Maker | None, badge: Badge | None, law: Law) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if made:
        told["maker"] = {
            "id": made.id,
            "name": made.name,
            "entity": made.entity,
            "brands": list(made.brands),
            "listed": made.id in law.listed,
            "source": made.source.plain(),
            "badges": sorted({b.id for b in law.badges.values() if any(e.maker == made.id for e in b.edges)}),
        }
    if badge:
        told["badge"] = {
            "id": badge.id,
            "name": badge.name,
            "entity": badge.entity,
            "asks": list(badge.asks),
            "models": [
                {
                    "pattern": line.patterns[0],
                    **{name: line.says[name] for name in ("maker", "not_maker", "confidence") if name in line.says},
                    "source": line.cited.title,
                }
                for line in badge.lines
            ],
            "made_by": [
                {
                    "maker": e.maker,
                    "scope": e.scope,
                    "from": str(e.start) if e.start else None,
                    "until": str(e.until) if e.until else None,
                    "confidence": e.confidence,
                    "source": e.source.plain(),
                }
                for e in badge.edges
            ],
        }
    return told


def _show(made: Maker | None, badge: Badge | None, law: Law, words: Sentences) -> Iterator[str]:
    if made:
        yield wrap(
            words.say(
                "makers.maker", name=made.name, id=made.id, entity=made.entity or "—", brands=", ".join(made.brands)
            )
        )
        behind = sorted({b.name for b in law.badges.values() if any(e.maker == made.id for e in b.edges)})
        if behind:
            yield wrap(words.say("makers.badges", badges=", ".join(behind)), 2, 4)
        for regime in law.regimes.values():
            if any(name in measure.entity.named for measure in regime.measures for name in (made.id, made.entity)):
                yield wrap(f"{regime.id}: {regime.title[words.lang]}", 2, 4)
    if badge:
        yield wrap(words.say("makers.badge", name=badge.name, entity=badge.entity or "—"))
        for edge in badge.edges:
            yield wrap(
                words.say(
                    "makers.edge",
                    maker=edge.maker,
                    scope=edge.scope,
                    since=edge.start or "—",
                    until=edge.until or "—",
                    confidence=words.word("confidence", edge.confidence),
                    title=edge.source.title,
                ),
                2,
                4,
            )
        for line in badge.lines:
            maker = line.says.get("maker") or words.say("makers.not", maker=line.says["not_maker"])
            told = {"models": ", ".join(e.text for e in line.examples), "title": line.cited.title}
            told |= {"maker": maker, "confidence": words.word("confidence", line.says["confidence"])}
            yield wrap(words.say("makers.line", **told), 2, 4)
        if badge.asks:
            yield wrap(
                words.say("makers.asks", words=", ".join(words.word("settles", one) for one in badge.asks)), 2, 4
            )
