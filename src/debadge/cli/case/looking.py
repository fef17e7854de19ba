"""`debadge case list` and `show`: the cases as they stand on a day, and the history of one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from debadge.cli.common import as_json, day, out, today, wording, wrap
from debadge.flow.case.desk import Desk
from debadge.flow.case.drafting import Said, cases_of
from debadge.flow.case.heads import sign_head
from debadge.flow.case.telling import history, plain, worst
from debadge.flow.case.triaging import triage
from debadge.flow.world import World
from debadge.knowledge.signing import fingerprint
from debadge.model.case import Case
from debadge.model.triage import Weights
from debadge.report.reading.plain import cut, harmless
from debadge.report.reading.speech import Wording
from debadge.report.terminal.columns import laid_out

DONE = 0
_COLUMNS, _RIGHTS = (16, 20, 6, 18, 12), (False, False, True, False, False)
_SHOWN = 60  # characters of a name
_FEW = 6  # ids of twins that a person is shown


def run(args: argparse.Namespace) -> int:
    """Read the ledger and show it."""
    world = World.load()
    desk = Desk(Path(args.folder))
    desk.read()
    words = wording(world, args.lang)
    if args.verb == "head":
        return _signed(args, desk, words)
    on = day(args.as_of, "--as-of") or today()
    match args.verb:
        case "list":
            return _list(args, desk, on, words)
        case "triage":
            return _triage(args, desk, on, words, world.weights)
        case _:
            return _show(args, desk, on, words)


def _list(args: argparse.Namespace, desk: Desk, on: date, words: Wording) -> int:
    book, cases = desk.book, [case.on(on) for case in _chosen(args, desk)]
    if args.format == "json":
        out(
            as_json(
                {"ledger": book.name, "as_of": on.isoformat(), "head": _head(desk), "cases": list(map(plain, cases))}
            )
        )
        return DONE
    say = words.sentences
    heads = [say.say(f"case.column.{name}") for name in ("case", "state", "units", "thing", "outcome")]
    for line in laid_out(heads, _COLUMNS, _RIGHTS):
        out(line)
    for case in cases:
        for line in laid_out(_cells(case, words), _COLUMNS, _RIGHTS):
            out(line)
    out(
        wrap(
            say.say(
                "case.listed",
                cases=len(cases),
                units=sum(case.units for case in cases),
                seq=desk.ledger.head.seq,
                id=desk.ledger.head.id[:16],
            )
        )
    )
    return DONE


def _chosen(args: argparse.Namespace, desk: Desk) -> list[Case]:
    """The cases that fit, all of them where nothing is asked."""
    cases = desk.book.cases
    ids = cases_of(Said(action=args.verb, where=tuple(args.where)), desk.book) if args.where else tuple(cases)
    return [cases[id_] for id_ in ids]


def _triage(args: argparse.Namespace, desk: Desk, on: date, words: Wording, weights: Weights) -> int:
    told = triage(_chosen(args, desk), on, weights)
    if args.format == "json":
        out(
            as_json(
                {
                    "ledger": desk.book.name,
                    "as_of": on.isoformat(),
                    "head": _head(desk),
                    "twins": [one.plain() for one in told],
                }
            )
        )
        return DONE
    say = words.sentences
    for one in told:
        level, points = words.word("triage_level", one.priority.level), one.priority.points
        line = say.say("case.triage.line", level=level, points=points, cases=len(one.cases), units=one.units)
        out(wrap(f"{_thing(one.cases[0], words)} — {line}", 0, 2))
        for reason in one.priority.reasons:
            given = {name: words.word(name, value) for name, value in reason.given.items()}
            out(wrap(f"+{reason.points} {say.say(reason.says, **given)}", 2, 4))
        out(wrap(" ".join(case.id for case in one.cases[:_FEW]) + (" …" if len(one.cases) > _FEW else ""), 2, 2))
    if not told:
        out(wrap(say.say("case.triage.none")))
    return DONE


def _thing(case: Case, words: Wording) -> str:
    """Maker and model of a case, else its name."""
    maker = words.name(case.item.get("maker") or "")
    told = " ".join(filter(None, (maker, case.item.get("model")))) or str(case.item.get("name", ""))
    return harmless(cut(told, _SHOWN))


def _cells(case: Case, words: Wording) -> list[str]:
    outcome = worst(case)
    return [
        case.id,
        words.word("case_state", case.state.value) + (" *" if case.is_contested else ""),
        str(case.units),
        _thing(case, words),
        words.word("outcome", outcome) if outcome else "",
    ]


def _show(args: argparse.Namespace, desk: Desk, on: date, words: Wording) -> int:
    (id_,) = cases_of(Said(action="show", cases=(args.case,)), desk.book)
    case = desk.book.cases[id_].on(on)
    events = list(history(desk, id_))
    if args.format == "json":
        out(as_json({**plain(case), "history": events, "head": _head(desk)}))
        return DONE
    for line in _told(case, events, words):
        out(wrap(line, 0, 2))
    return DONE


def _told(case: Case, events: list[dict[str, Any]], words: Wording) -> Iterator[str]:
    say = words.sentences
    yield f"{case.id}  {harmless(str(case.item.get('name', '')))}"
    yield say.say("case.shown.state", state=words.word("case_state", case.state.value), units=case.units)
    for one in case.item.get("findings", ()):
        yield f"{one['regime']}/{one['measure']}, {words.word('act', one['act'])}: {words.word('outcome', one['outcome'])}"
    if case.decision:
        made = case.decision
        yield say.say(
            "case.shown.decided",
            what=words.word("case_what", made.what.value),
            by=made.by,
            day=made.day,
            approved=made.approved_by or "—",
        )
    for look in case.looks:
        yield say.say("case.shown.look", day=look.day, networks=", ".join(look.networks), means=", ".join(look.means))
    for dispute in case.disputes:
        yield say.say("case.shown.dispute", dispute=dispute)
    for event in events:
        yield harmless(
            f"{event['seq']}  {event['at']}  {event['action']}  {event['actor']} ({words.word('case_role', event['role'])})"
            + (f": {event['reason']}" if event["reason"] else "")
        )


def _signed(args: argparse.Namespace, desk: Desk, words: Wording) -> int:
    """Where the ledger ends, on one line; signed where a key is given."""
    head, name = desk.ledger.head, desk.book.name
    told = sign_head(desk.folder, head, name, Path(args.key)) if args.key else None
    signature = {"key": told.key, "signature": told.signature} if told else {}
    if args.format == "json":
        out(as_json({"name": name, **_head(desk), **signature}))
        return DONE
    out(wrap(words.sentences.say("case.head", name=harmless(name), seq=head.seq, at=head.at, id=head.id), 0, 2))
    if told:
        out(
            wrap(
                words.sentences.say("case.verified.signer", seq=head.seq, key=fingerprint(bytes.fromhex(told.key))),
                2,
                4,
            )
        )
    return DONE


def _head(desk: Desk) -> dict[str, Any]:
    return {"seq": desk.ledger.head.seq, "id": desk.ledger.head.id, "at": desk.ledger.head.at}
