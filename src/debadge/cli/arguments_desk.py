"""The options of the screening desk: which lists and decisions, how rows are read, and what a person decides."""

from __future__ import annotations

from debadge.cli.arguments import Commands, Parser, _command, _facts


def add_desk(verbs: Commands[Parser]) -> None:
    """`dismiss`, and `decisions` with its verbs."""
    _dismiss(verbs)
    decisions = verbs.add_parser(
        "decisions",
        help="what was decided about names, by whom and why",
        description="Decisions about names, as they are kept.",
    )
    below: Commands[Parser] = decisions.add_subparsers(dest="verb", metavar="VERB", required=True)
    kept = _command(below, "list", "screen.decisions", "list the decisions, the ones that ended with their reason")
    show = _command(below, "show", "screen.decisions", "show one decision whole")
    revoke = _command(below, "revoke", "screen.decisions", "end a decision; the line that took it stays")
    for verb in (show, revoke):
        verb.add_argument("id", metavar="ID", help="id of the decision, or its beginning")
    for verb in (kept, show, revoke):
        kept_lists(verb)
        decided(verb)
        verb.add_argument("--day", metavar="DAY", help="the day, YYYY-MM-DD (default: today)")
    _who(revoke)


def _dismiss(verbs: Commands[Parser]) -> None:
    dismiss = _command(
        verbs, "dismiss", "screen.decisions", "decide that a name is not the party of a row, and remember it"
    )
    dismiss.add_argument(
        "file", metavar="FILE", nargs="?", help="the file of names that was screened: every name that rests on the row"
    )
    dismiss.add_argument("--query", metavar="NAME", help="one name instead of a file, as it was screened")
    circumstances(dismiss)
    rows(dismiss, "name")
    dismiss.add_argument("--list", metavar="ID", help="the list, as the answer tells it (`list`)")
    dismiss.add_argument("--ref", metavar="REF", help="the row, as the answer tells it (`ref`)")
    dismiss.add_argument("--every", action="store_true", help="every row that the answer tells, instead of one row")
    dismiss.add_argument(
        "--confirm", action="store_true", help="decide that it is the party: a match, and no false match"
    )
    dismiss.add_argument("--expires", metavar="DAY", help="last day on which the decision holds, YYYY-MM-DD")
    dismiss.add_argument("--day", metavar="DAY", help="the day of the decision, YYYY-MM-DD (default: today)")
    _who(dismiss)
    kept_lists(dismiss)
    decided(dismiss)
    _facts(dismiss)


def _who(command: Parser) -> None:
    command.add_argument("--by", metavar="WHO", required=True, help="who decides")
    command.add_argument("--why", metavar="TEXT", required=True, help="the reason, kept with the decision")


def kept_lists(command: Parser) -> None:
    """Which lists."""
    command.add_argument("--lists", metavar="HOME", help="folder of the imported lists (default: DEBADGE_HOME)")


def decided(command: Parser) -> None:
    """Which decisions."""
    command.add_argument(
        "--decisions", metavar="FILE", help="file of the decisions (default: decisions/names.jsonl below the lists)"
    )


def certified(command: Parser) -> None:
    """Whether a certificate is written."""
    command.add_argument(
        "--certificate", metavar="FILE", help="also write a certificate of screening to print and sign, as HTML"
    )


def circumstances(command: Parser) -> None:
    """What stands beside one name."""
    command.add_argument("--country", metavar="CODE", help="its country, ISO 3166 in two letters")
    command.add_argument("--address", metavar="TEXT", help="its address, or a part of it such as the city")
    command.add_argument(
        "--identifier", action="append", default=[], metavar="NUMBER", help="a number of a register; repeatable"
    )
    command.add_argument(
        "--owner",
        action="append",
        default=[],
        metavar="NAME=SHARE",
        help="who is said to own it, with the share in percent, or without a share where nobody knows it; repeatable",
    )


def rows(command: Parser, target: str) -> None:
    """How a list of rows is read where it does not say it itself."""
    command.add_argument(
        "--as", dest="as_format", metavar="FORMAT", help="read the file as this format: csv, spreadsheet, jsonl, text …"
    )
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TARGET=COLUMN",
        help=f'which column is what: --map {target}="…"; repeatable',
    )
    command.add_argument("--map-file", metavar="FILE", help="saved mapping, a YAML file of target: column")
