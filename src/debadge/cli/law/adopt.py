"""`debadge regimes adopt REGIME --org NAME|FILE --from DAY --cite TEXT`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from debadge.cli.common import cited, day, wrap
from debadge.flow.adopt import Adopted, Terms, adopt, keep
from debadge.flow.asking import organisation_of
from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.model.organisation import Organisation
from debadge.report.reading.speech import Wording

STANDARD_OUTPUT = "-"
CHECK = "debadge knowledge check"


def answer(args: argparse.Namespace, world: World, words: Wording) -> tuple[Any, Iterable[str]]:
    """Write the direction, and say what it takes over; with `-o -` the file itself."""
    organisation, org = organisation_of(world, args.org)
    told = adopt(world, args.id, organisation, _terms(args))
    if args.output == STANDARD_OUTPUT:
        return {**told.plain(), "text": told.text}, (told.text.rstrip("\n"),)
    file = _file(args.output, org, told)
    keep(told, file, world)
    return {**told.plain(), "file": str(file)}, _lines(told, file, organisation, words, is_found=org is not None)


def _terms(args: argparse.Namespace) -> Terms:
    start, published = day(args.first, "--from"), day(args.published, "--published")
    assert start is not None  # a required option
    cite = " ".join(args.cite.split())
    if not cite:
        raise ToldError("error.adopt.no_text")
    return Terms(start=start, cite=cite, published=published or start, strict=args.strict)


def _file(output: str | None, org: Path | None, told: Adopted) -> Path:
    """Where `check` finds it, or where the option says."""
    beside = org.parent if org else Path()
    path = Path(output) if output else beside
    return path / f"{told.name}.yaml" if path.is_dir() else path


def _lines(told: Adopted, file: Path, organisation: Organisation, words: Wording, *, is_found: bool) -> Iterator[str]:
    regime = told.regime
    yield from cited(words.say("adopt.written"), str(file))
    first = regime.measures[0]
    start = min(one.in_force.start for one in regime.measures if one.in_force.start)
    yield wrap(
        words.say(
            "adopt.told",
            org=words.text(organisation.names),
            regime=", ".join(regime.follows),
            day=start,
            roles=words.joined("role", first.roles),
            place=words.word("place", first.jurisdiction),
        )
    )
    for measure in regime.measures:
        yield wrap(words.say("adopt.measure", measure=measure.id, says=words.text(measure.says)), 2, 4)
    for form, several in (("settled", told.settled), ("open", told.open)):
        if several:
            yield wrap(words.say(f"adopt.{form}", words=words.joined("question.of", several)))
    if left := [clause.at for clause in regime.clauses if clause.not_encoded]:
        yield wrap(words.say("adopt.left", words=", ".join(left)))
    yield from cited(words.say("adopt.proved", count=told.situations), f"{CHECK} {file}")
    if not is_found:
        yield wrap(words.say("adopt.elsewhere"))
