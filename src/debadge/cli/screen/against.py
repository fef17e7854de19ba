"""What all verbs of screening names share: which lists and decisions, one name of the options, and a decision in words."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

from debadge.flow.countries import Countries
from debadge.flow.decisions import file_of
from debadge.flow.world import World
from debadge.model.errors import InputError, ToldError
from debadge.model.listing import Snapshot
from debadge.model.query import Owner, Query
from debadge.screen.names.answer import NameAnswer
from debadge.text.sentences import Sentences

HOME = "DEBADGE_HOME"
_BESIDE = ("country", "address", "identifier", "owner")  # options of one name, echoed with its answer
WHY = ("never", "past_recheck", "later", "broken")
"""Why a list that we know was not compared as it is now; the last: a file of it is damaged or gone."""


def home_of(args: argparse.Namespace) -> str | None:
    """Where lists and decisions are kept, if anybody said it.

    Raises:
        InputError: A folder that is not there.
    """
    home: str | None = args.lists or os.environ.get(HOME)
    if home and not Path(home).is_dir():
        raise InputError(f"--lists {home}: no such folder; debadge lists import makes one")
    return home


def snapshots_of(args: argparse.Namespace, on: date) -> tuple[Snapshot, ...]:
    """The lists that stand for a day."""
    home = home_of(args)
    if not home:
        return ()
    told: tuple[Snapshot, ...] = import_module("debadge.flow.lists").load_snapshots(Path(home), on)
    return told


def not_compared(args: argparse.Namespace, world: World, on: date) -> list[dict[str, str]]:
    """Lists that we know and that were not compared, or only as an old copy: ``list``, and ``why``."""
    home = home_of(args)
    if not home:
        return [{"list": list_, "why": "never"} for list_ in sorted(world.lists)]
    lists = import_module("debadge.flow.lists_status")
    told = []
    for one in lists.status(Path(home), on, world):
        if one.absent:
            told.append({"list": one.list, "why": one.absent})
        elif one.past_recheck:
            told.append({"list": one.list, "why": "past_recheck"})
    return told


def gaps_told(missing: list[dict[str, str]], words: Sentences) -> Iterator[str]:
    """One line about them; nothing where there are none."""
    kinds = {why: [one["list"] for one in missing if one["why"] == why] for why in WHY}
    told = [words.say(f"screen_desk.missing.{why}", lists=", ".join(ids)) for why, ids in kinds.items() if ids]
    if told:
        yield words.say("screen_desk.missing", lists="; ".join(told))


def decisions_of(args: argparse.Namespace) -> Path | None:
    """The file of the decisions, if anybody said where."""
    return file_of(args.decisions, home_of(args))


def taken_decisions(args: argparse.Namespace) -> Path | None:
    """The same to read from: a file that somebody names has to be there, the usual one need not.

    Raises:
        ToldError: No such file.
    """
    path = decisions_of(args)
    if path and args.decisions and not path.exists():
        raise ToldError("screen_desk.absent", path=path)
    return path


def query_of(args: argparse.Namespace, name: str, world: World) -> Query:
    """One name, with what the options say beside it.

    Raises:
        ToldError: No country.
        InputError: No owner.
    """
    return Query(
        text=name,
        country=_country(args.country, world),
        address=args.address,
        identifiers=tuple(args.identifier),
        owners=tuple(map(_owner, args.owner)),
        given={"query": name, **{option: told for option in _BESIDE if (told := getattr(args, option))}},
    )


def _country(text: str | None, world: World) -> str | None:
    if text is None:
        return None
    try:
        return Countries(world).code(text)
    except ValueError as bad:
        raise ToldError("screen_desk.country", text=text) from bad


def _owner(text: str) -> Owner:
    name, _, share = map(str.strip, text.rpartition("=") if "=" in text else (text, "", ""))
    if not any(map(str.isalnum, name)):
        raise InputError(f"--owner {text}: nobody is named; write --owner NAME=30")
    try:
        held = float(share.rstrip(" %").replace(",", ".")) if share.strip() else None
    except ValueError as bad:
        raise InputError(f"--owner {text}: {share!r} is no share in percent; write --owner NAME=30") from bad
    if held is not None and not 0 <= held <= 100:  # percent
        raise InputError(f"--owner {text}: a share is 0 to 100 percent")
    return Owner(name=name, share=held)


def asked_as(told: NameAnswer, words: Sentences) -> Iterator[str]:
    """By which other name of the row the answer was found."""
    if told.asked_as and told.asked_as != told.query:
        yield words.say("screen.shown.asked_as", name=told.asked_as)


def decided(told: NameAnswer, words: Sentences) -> Iterator[str]:
    """What was decided about a name, and why such a decision holds no more."""
    for kind, one in (("dismissed", told.dismissed), ("confirmed", told.confirmed)):
        if one:
            yield words.say(f"screen_desk.{kind}", by=one["by"], when=one["when"], why=one["why"])
            if one["expires"]:
                yield words.say("screen_desk.expires", day=one["expires"])
    if told.revived:
        yield words.say(f"screen_desk.revived.{told.revived}")
