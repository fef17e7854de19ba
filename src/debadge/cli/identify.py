"""`debadge identify FILE.jsonl`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from debadge.cli.common import facts, note
from debadge.flow.identify import Identified, identify
from debadge.flow.world import World
from debadge.model.errors import FileError, InputError
from debadge.model.ids import canonical
from debadge.report.reading.plain import harmless
from debadge.report.terminal.columns import laid_out

COLUMNS = (19, 13, 9, 13, 18)  # name, maker, grade, brand, model: 80 with four gaps of two; what is longer is wrapped
LEFT = (False,) * len(COLUMNS)


def run(args: argparse.Namespace) -> int:
    """One answer per subject, in the order in which they first stand in the file."""
    world = facts(args)
    words = world.sentences(args.lang)
    try:
        told = identify(sys.stdin.buffer if args.file == "-" else Path(args.file), world)
    except FileError as bad:
        print(harmless(f"debadge: {bad.given['place']}: {words.say(bad.reason, **bad.given)}"), file=sys.stderr)
        return 3
    lines = _lines(told, args.format or ("jsonl" if args.output else "table"), world, args.lang)
    if args.output:
        try:
            with Path(args.output).open("w", encoding="utf-8") as stream:
                stream.writelines(lines)
        except OSError as bad:
            raise InputError(f"-o {args.output}: cannot be written ({bad.strerror or bad})") from bad
    else:
        for line in lines:
            sys.stdout.write(line)
    for reject in told.rejects:
        print(harmless(f"{reject.locator}: {words.say(reject.reason, **reject.given)}"), file=sys.stderr)
    counts = {"subjects": told.subjects, "unlisted": told.unlisted, "rejected": len(told.rejects)}
    note(args, words.say("identify.count", **counts))
    return 3 if told.rejects and not told.subjects else 0  # no line of it could be read


def _lines(told: Identified, form: str, world: World, lang: str) -> Iterator[str]:
    words = world.sentences(lang)
    if form == "json":
        yield f"[{','.join(canonical(row) for row in told.rows())}]\n"
        return
    for row in told.rows():
        if form == "jsonl":
            yield f"{canonical(row)}\n"
        else:
            name = next((str(v) for v in row["subject"].values() if v != "device"), "?")
            grade = words.word("grade", row["grade"])
            cells = (name, row["maker"] or "—", grade, row["brand"] or "", row["model"] or "")
            yield from (f"{line}\n" for line in laid_out([*map(harmless, cells)], COLUMNS, LEFT))
