"""The options of `debadge lists`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

Command = Callable[..., argparse.ArgumentParser]
"""`arguments._command`: a command with the options that all have."""


def add_lists(commands: Any, command: Command) -> None:
    """`lists` and its verbs."""
    lists = commands.add_parser(
        "lists",
        help="take published lists in as files, tell their age, compare editions; fetch them when asked",
        description="The lists that names are compared with, kept as snapshots.",
    )
    verbs = lists.add_subparsers(dest="what", metavar="VERB", required=True)
    _import(command(verbs, "import", "lists", "read list files and keep a snapshot of each list in them"))
    status = command(verbs, "status", "lists", "list every known list: published, imported, age, rows, what is wrong")
    status.add_argument("--as-of", metavar="DAY", help="the day of the ages, YYYY-MM-DD (default: today)")
    _home(status)
    _diff(command(verbs, "diff", "lists", "tell the rows that were added, removed and changed between two editions"))
    _sync(command(verbs, "sync", "lists", "fetch lists from their official addresses, over https, and import them"))


def _home(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--home",
        metavar="DIR",
        help="folder in which lists are kept, also a run folder (default: DEBADGE_HOME, else ~/.local/share/debadge)",
    )


def _taking(verb: argparse.ArgumentParser) -> None:
    """How a list is taken in."""
    verb.add_argument("--day", metavar="DAY", help="the day of the import, YYYY-MM-DD (default: today)")
    verb.add_argument(
        "--accept", metavar="REASON", help="take a list in although something speaks against it; the reason is kept"
    )
    _home(verb)


def _mapping(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TARGET=COLUMN",
        help='which column of a table is what: --map name="Company name"',
    )
    verb.add_argument("--map-file", metavar="FILE", help="saved mapping, a YAML file of target: column")


def _import(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", nargs="+", metavar="FILE", help="list files; parts of one file, as OFAC's, together")
    verb.add_argument(
        "--list", metavar="ID", help="only this list of the files, or the list that a table is; own-… for your own"
    )
    verb.add_argument("--published", metavar="DAY", help="the day on which the list came out, where it does not tell")
    _mapping(verb)
    _taking(verb)


def _diff(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="id of a list")
    verb.add_argument("file", nargs="*", metavar="FILE", help="two files to compare, instead of what is kept")
    verb.add_argument("--from", dest="first", metavar="DAY", help="the edition of this day (default: the one before)")
    verb.add_argument("--to", dest="last", metavar="DAY", help="with that of this day (default: today's)")
    _mapping(verb)
    _home(verb)


def _sync(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("id", nargs="+", metavar="ID", help="ids of lists")
    _taking(verb)
