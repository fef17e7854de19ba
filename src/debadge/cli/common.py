"""What every command shares: days, words on standard error, results on standard output."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from debadge.flow.asking import Asking, ask
from debadge.flow.assess import names_of
from debadge.flow.world import World
from debadge.knowledge.pack import Pack
from debadge.knowledge.vocabulary import unknown_word
from debadge.model.days import Window
from debadge.model.errors import InputError, ToldError
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording
from debadge.report.terminal.columns import indented
from debadge.text.sentences import Sentences

TRUST = "DEBADGE_TRUST"


def day(text: str | None, option: str) -> date | None:
    """A day given as an option.

    Raises:
        InputError: Not a day of the calendar.
    """
    if text is None:
        return None
    try:
        window = Window.parse(text)
    except ValueError as bad:
        raise ToldError("error.no_day", option=option, text=text) from bad
    if window.earliest != window.latest:
        raise ToldError("error.no_day", option=option, text=text)
    return window.earliest


def today() -> date:
    """The day on the operator's calendar; the one place where the clock is read."""
    return datetime.now().astimezone().date()


def facts(args: argparse.Namespace) -> World:
    """The facts to work with: those of the released pack that is given, or the installed ones.

    Raises:
        ToldError: A file that is not there, or a key that is none.
        PackError: The pack is not accepted.
    """
    if args.knowledge is None:
        return World.load()
    from debadge.flow.packs import accepted  # noqa: PLC0415  # a start without a released pack does not pay for signatures

    return World(accepted(Path(args.knowledge), trust(args)))


def trust(args: argparse.Namespace) -> list[Path]:
    """Where the public keys lie that are trusted: the options, and the folders of the environment."""
    named = os.environ.get(TRUST, "").split(os.pathsep)
    return [Path(place) for place in (*args.trust, *named) if place]


def named(pack: Pack, words: Sentences) -> str:
    """The name of some facts; with number and date where they are a released pack."""
    told = pack.release
    return words.say("pack.named", name=pack.name, number=told.number, day=told.day) if told else pack.name


def question(args: argparse.Namespace, world: World, beside: Iterable[Path] = ()) -> Asking:
    """The organisation and the days of the options."""
    return ask(
        world,
        org=args.org,
        beside=tuple(beside),
        as_of=day(args.as_of, "--as-of") or today(),
        known_by=day(args.known_by, "--known-by"),
        events=dict(_event(text, world) for text in args.event),
    )


def _event(text: str, world: World) -> tuple[str, date]:
    """One `--event NAME=DAY`.

    Raises:
        InputError: No event that starts a clock, or no day.
    """
    name, _, on = text.partition("=")
    if name not in world.vocabulary.set("start_events"):
        raise InputError(f"--event {text}: {unknown_word('event', name, world.vocabulary.ordered['start_events'])}")
    happened = day(on, "--event")
    assert happened is not None
    return name, happened


def out(text: str) -> None:
    """A result."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def note(args: argparse.Namespace, text: str) -> None:
    """A word beside the result."""
    if not args.quiet:
        print(text, file=sys.stderr)


def as_json(value: Any) -> str:
    """A result for machines."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def wrap(text: str, indent: int = 0, hang: int | None = None) -> str:
    """Lines of at most 80 columns; a word that is longer is broken."""
    return "\n".join(indented(harmless(text), " " * indent, " " * (indent if hang is None else hang)))


def cited(told: str, url: str | None, indent: int = 0, hang: int = 2) -> Iterator[str]:
    """A source and, whole and on a line of its own, its address; where there is none nothing stands for it."""
    yield wrap(told, indent, hang)
    if url:
        yield " " * hang + harmless(url)


def wording(world: World, lang: str) -> Wording:
    """The catalogue in one language, with the names of makers and legal persons."""
    return Wording(world.sentences(lang), world.law.makers, names_of(world.law))


def joined(kind: str, values: Iterable[Any], words: Wording) -> str:
    """Words of the vocabulary as people read them."""
    return words.joined(kind, values)
