"""`debadge verify FOLDER`."""

from __future__ import annotations

import argparse
from pathlib import Path

from debadge.cli.common import as_json, facts, note, out, trust, wrap
from debadge.flow.case.verifying import Verified, Wrong, verify
from debadge.knowledge.signing import fingerprint, trusted
from debadge.text.sentences import Sentences

DONE, CHANGED = 0, 3  # DESIGN.md section 5


def run(args: argparse.Namespace) -> int:
    """Check a ledger; 3 where something is not as it was written."""
    world = facts(args)
    told = verify(Path(args.folder), world)
    words = world.sentences(args.lang)
    keys = trusted(trust(args))
    known = [one for one in told.signed if bytes.fromhex(one.key) in keys]
    if args.format == "json":
        out(as_json({**_plain(told, words), "trusted": len(known)}))
        return CHANGED if told.wrong else DONE
    if told.wrong:
        out(wrap(words.say("case.verified.wrong", name=told.name, wrong=len(told.wrong)), 0, 2))
        for bad in told.wrong:
            out(wrap(_said(bad, words), 2, 4))
        return CHANGED
    counts = {"events": told.head.seq, "blobs": told.blobs, "runs": told.runs, "signed": len(told.signed)}
    out(wrap(words.say("case.verified.whole", name=told.name, id=told.head.id, **counts), 0, 2))
    for one in known[-1:]:
        key = fingerprint(bytes.fromhex(one.key))
        out(wrap(words.say("case.verified.signer", seq=one.head.seq, key=key), 2, 4))
    if not known:
        note(args, wrap(words.say("case.verified.unsigned"), 2, 2))
    return DONE


def _plain(told: Verified, words: Sentences) -> dict[str, object]:
    return {
        "name": told.name,
        "events": told.head.seq,
        "head": told.head.id,
        "blobs": told.blobs,
        "runs": told.runs,
        "signed": [
            {"seq": one.head.seq, "id": one.head.id, "key": fingerprint(bytes.fromhex(one.key))} for one in told.signed
        ],
        "wrong": [{"place": bad.place, "reason": bad.reason, "told": _said(bad, words)} for bad in told.wrong],
    }


def _said(bad: Wrong, words: Sentences) -> str:
    """The sentence with its place, which that of a refused step lacks."""
    told = words.say(bad.reason, **{"place": bad.place, **bad.given})
    return f"{bad.place}: {told}" if bad.reason.startswith("case.refused.") else told
