"""Verbs of `debadge case` that write one event."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from debadge.cli.common import as_json, facts, note, out, wrap
from debadge.flow.case.desk import Desk, Draft, Signer
from debadge.flow.case.drafting import Said, cases_of, content_of, given_of, pictures_of, role_of
from debadge.flow.case.importing import Imported, import_run
from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.model.event import Event
from debadge.model.ids import digest_bytes
from debadge.text.sentences import Sentences

DONE, REFUSED = 0, 1  # DESIGN.md section 5
BY = "DEBADGE_BY"
_FIELD = "f_"
_FEW = 12  # cases that a person is shown


def run(args: argparse.Namespace) -> int:
    """Do it and say what was done; 1 where something stands against a preview."""
    world = facts(args) if args.action == "import" else World.load()
    words = world.sentences(args.lang)
    desk = Desk(Path(args.folder))
    if args.action != "init":
        desk.read()
    signer = _signer(args, desk)
    if args.action == "import":
        return _imported(args, import_run(Path(args.run_folder), desk, signer, world), words)
    draft = _draft(args, desk, signer)
    if args.preview:
        return _previewed(args, desk, draft, words)
    return _done(args, desk.do(draft), desk, words)


def _draft(args: argparse.Namespace, desk: Desk, signer: Signer) -> Draft:
    said = Said(
        action=args.action,
        cases=tuple(getattr(args, "case", ())),
        where=tuple(getattr(args, "where", ())),
        twins=getattr(args, "twins", False),
        fields={name.removeprefix(_FIELD): value for name, value in vars(args).items() if name.startswith(_FIELD)},
        files=tuple(map(Path, getattr(args, "file", ()))),
        photos=tuple(map(Path, getattr(args, "photo", None) or ())),
    )
    cases, given = cases_of(said, desk.book), given_of(said)
    if "f_day" in vars(args):
        given.setdefault("day", signer.at[:10])
    if args.action == "split":
        given["into"] = _units(cases, args.serial, desk)
    pictures = pictures_of(said.photos)
    if pictures:
        given["photos"] = [digest_bytes(one) for one in pictures]
    return Draft(
        action=args.action,
        by=signer,
        cases=cases,
        reason=args.reason,
        given=given,
        files=(*content_of(said.files), *pictures),
    )


def _units(cases: Iterable[str], serials: Iterable[str], desk: Desk) -> list[dict[str, Any]]:
    """Units of a lot, each with its serial number."""
    lots = [desk.book.cases[id_] for id_ in cases]
    return [
        {
            **lot.item,
            "case": f"{lot.id}/{serial}",
            "name": f"{lot.item.get('name', lot.id)} {serial}",
            "units": 1,
            "keys": [["serial", serial]],
        }
        for lot in lots[:1]
        for serial in serials
    ]


def _signer(args: argparse.Namespace, desk: Desk) -> Signer:
    who = args.by or os.environ.get(BY, "")
    if not who.strip():
        raise ToldError("case.said.nobody_signs", variable=BY)
    at = _time(args.at, desk)
    return Signer(
        who.strip(), args.role or role_of(args.action, who.strip(), date.fromisoformat(at[:10]), desk.book), at
    )


def _time(text: str | None, desk: Desk) -> str:
    """A time; of a day its beginning, or the last event's time where that is of the same day."""
    if text is None:
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for form in ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"):
        try:
            told = datetime.strptime(text, form).strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007  # UTC by its form
        except ValueError:
            continue
        last = desk.ledger.head.at
        return max(told, last) if len(text) == len("2026-11-22") and last.startswith(text) else told
    raise ToldError("case.said.time", text=text)


def _previewed(args: argparse.Namespace, desk: Desk, draft: Draft, words: Sentences) -> int:
    refusal = desk.may(draft)
    against = words.say(refusal.reason, **refusal.given) if refusal else None
    if args.format == "json":
        out(
            as_json(
                {"action": draft.action, "cases": list(draft.cases), "given": dict(draft.given), "against": against}
            )
        )
    else:
        out(wrap(words.say("case.done.would", action=draft.action, cases=len(draft.cases))))
        _cases(draft.cases, desk)
        out(wrap(against or words.say("case.done.nothing_against")))
    return REFUSED if refusal else DONE


def _done(args: argparse.Namespace, event: Event, desk: Desk, words: Sentences) -> int:
    if args.format == "json":
        out(as_json(_plain(event)))
        return DONE
    out(
        wrap(words.say("case.done.event", seq=event.seq, action=event.action, cases=len(event.cases), id=event.id[:16]))
    )
    _cases(event.cases, desk)
    return DONE


def _cases(ids: Iterable[str], desk: Desk) -> None:
    several = list(ids)
    for id_ in several[:_FEW]:
        case = desk.book.cases[id_]
        out(wrap(f"{id_}  {case.item.get('name', '')}", 2, 4))
    if len(several) > _FEW:
        out(f"  … {len(several) - _FEW}")


def _imported(args: argparse.Namespace, told: Imported, words: Sentences) -> int:
    if args.format == "json":
        out(
            as_json(
                {
                    **_plain(told.event),
                    "opened": list(told.opened),
                    "returned": list(told.returned),
                    "absent": list(told.absent),
                    "unproven": [dict(one) for one in told.unproven],
                }
            )
        )
        return DONE
    counts = {"opened": len(told.opened), "returned": len(told.returned), "absent": len(told.absent)}
    out(
        wrap(
            words.say(
                "case.done.imported", seq=told.event.seq, id=told.event.id[:16], **counts, unproven=len(told.unproven)
            )
        )
    )
    for one in told.unproven[:_FEW]:
        note(args, wrap(f"{one['case']}: {words.say(one['why'], **one.get('given', {}))}", 2, 4))
    return DONE


def _plain(event: Event) -> dict[str, Any]:
    """What was written, without its salt and the lists of an import."""
    return {
        "seq": event.seq,
        "id": event.id,
        "at": event.at,
        "actor": event.actor,
        "role": event.role,
        "action": event.action,
        "cases": list(event.cases),
        "reason": event.reason,
    }
