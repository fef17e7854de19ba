"""`debadge knowledge release|keygen|verify|diff`: packs of facts as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from debadge.cli.changes import lines
from debadge.cli.common import as_json, cited, day, named, out, trust, wrap
from debadge.flow.packdiff import names_in, pack_diff
from debadge.flow.packs import Verified, accepted, keygen, release, verify
from debadge.flow.world import World
from debadge.knowledge.pack import Pack
from debadge.report.reading.speech import Wording
from debadge.text.sentences import Sentences


def run(args: argparse.Namespace) -> int:
    """Do it and say what was done; 3 where a pack is whole but signed by somebody whom nobody here trusts."""
    words = World.load().sentences(args.lang)
    match args.what:
        case "release":
            return _release(args, words)
        case "keygen":
            return _keygen(args, words)
        case "verify":
            return _verify(args, words)
        case _:
            return _diff(args, words)


def _release(args: argparse.Namespace, words: Sentences) -> int:
    date = day(args.date, "--date")
    assert date is not None  # a required option
    head = release(
        Path(args.output),
        number=args.number,
        day=date,
        key=Path(args.key),
        previous=Path(args.previous) if args.previous else None,
        places=trust(args),
    )
    if args.format == "json":
        out(as_json({"file": args.output, "pack": head.name, **head.release.plain()}))
    else:
        named_ = words.say("pack.named", name=head.name, number=head.number, day=head.day)
        told = (named_, words.say("pack.verify.digest", digest=head.release.digest))
        out("\n".join((*map(wrap, told), *cited(words.say("pack.released"), args.output))))
    return 0


def _keygen(args: argparse.Namespace, words: Sentences) -> int:
    public, fingerprint = keygen(Path(args.output))
    if args.format == "json":
        out(as_json({"private": args.output, "public": str(public), "key": fingerprint}))
    else:
        told = {"private": args.output, "public": str(public), "fingerprint": fingerprint}
        out("\n".join(line for name, value in told.items() for line in cited(words.say(f"pack.keygen.{name}"), value)))
    return 0


def _verify(args: argparse.Namespace, words: Sentences) -> int:
    places = [Path(args.key)] if args.key else trust(args)
    told = verify(Path(args.pack), places, Path(args.previous) if args.previous else None)
    out(as_json(told.plain()) if args.format == "json" else _told(told, words))
    return 0 if told.trusted else 3


def _told(told: Verified, words: Sentences) -> str:
    head, before = told.head, told.head.previous
    signed = "pack.verify.trusted" if told.trusted else "pack.verify.stranger"
    link = {"number": before.number, "digest": before.digest} if before else {}
    return "\n".join(
        wrap(line, 0, 2)
        for line in (
            words.say("pack.named", name=head.name, number=head.number, day=head.day),
            words.say("pack.verify.digest", digest=head.release.digest),
            words.say("pack.verify.made_with", version=head.made_with),
            words.say("pack.verify.holds"),
            words.say(signed, key=told.key, path=told.trusted),
            words.say(f"pack.chain.{told.chain}", **link),
        )
    )


def _diff(args: argparse.Namespace, words: Sentences) -> int:
    before = accepted(Path(args.before), trust(args))
    after = accepted(Path(args.after), trust(args)) if args.after else World.load().pack
    changes = pack_diff(before, after)
    if args.format == "json":
        told = {"before": _plain(before), "after": _plain(after), "changes": [one.plain() for one in changes]}
        out(as_json(told))
        return 0
    wording = Wording(words, {}, names_in((before, after)))
    heads = {"before": named(before, words), "after": named(after, words)}
    out("\n".join((wrap(words.say("pack.diff.of", **heads)), *lines(changes, (after, before), wording))))
    return 0


def _plain(pack: Pack) -> dict[str, object]:
    return {"pack": pack.name, **(pack.release.plain() if pack.release else {})}
