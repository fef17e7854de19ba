"""The verbs of `debadge screen` and their options."""

from __future__ import annotations

from debadge.cli.arguments import Commands, Parser, _command, _facts

ANSWERS = ("listed", "affiliate", "possible", "cannot_tell", "refused")
FORMATS = ("table", "json", "jsonl", "csv")


def screen(commands: Commands[Parser]) -> None:
    """All verbs."""
    top = commands.add_parser(
        "screen",
        help="compare names of suppliers with lists and listed parties",
        description="What is compared before the money is spent.",
    )
    verbs: Commands[Parser] = top.add_subparsers(dest="what", metavar="VERB", required=True)
    _names(verbs)
    _name(verbs)


def _names(verbs: Commands[Parser]) -> None:
    names = _command(
        verbs,
        "names",
        "screen.names",
        "answer for every name of a file, in its order",
        formats=FORMATS,
        default="table; with -o jsonl",
    )
    names.add_argument("file", metavar="FILE", help="CSV, workbook, text or JSON lines; - for standard input")
    names.add_argument(
        "--column", metavar="HEADING", help="the column of the names, where its heading does not tell it"
    )
    names.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    _against(names)


def _name(verbs: Commands[Parser]) -> None:
    name = _command(
        verbs,
        "name",
        "screen.names",
        "answer for one name, with every step of how it was read",
        formats=("table", "json"),
    )
    name.add_argument("name", metavar="NAME", help="the name, in any script")
    name.add_argument("--country", metavar="CODE", help="its country, ISO 3166 in two letters")
    name.add_argument("--address", metavar="TEXT", help="its address, or a part of it such as the city")
    name.add_argument(
        "--identifier", action="append", default=[], metavar="NUMBER", help="a number of a register; repeatable"
    )
    name.add_argument(
        "--owner",
        action="append",
        default=[],
        metavar="NAME=SHARE",
        help="who is said to own it, with the share in percent, or without a share where nobody knows it; repeatable",
    )
    _against(name)


def _against(command: Parser) -> None:
    command.add_argument("--lists", metavar="HOME", help="folder of the imported lists (default: DEBADGE_HOME)")
    command.add_argument("--as-of", metavar="DAY", help="the day asked about, YYYY-MM-DD (default: today)")
    command.add_argument(
        "--fail-on",
        action="append",
        default=[],
        choices=ANSWERS,
        metavar="ANSWER",
        help=f"exit 1 if this answer occurs: {', '.join(ANSWERS)}; repeatable",
    )
    _facts(command)
