"""The verbs of `debadge screen` and their options."""

from __future__ import annotations

from debadge.cli.arguments import Commands, Parser, _command, _facts, _question
from debadge.cli.arguments_desk import add_desk, certified, circumstances, decided, kept_lists, rows
from debadge.cli.gates import ANSWERS, OUTCOMES, SUPPLIERS

ACTIONS = ("buy", "spare_or_licence", "service", "removal", "mention")
FORMATS = ("table", "json", "jsonl", "csv")


def screen(commands: Commands[Parser]) -> None:
    """All verbs."""
    top = commands.add_parser(
        "screen",
        help="before the money is spent: purchase lines, and names of suppliers",
        description="What is asked before the money is spent.",
    )
    verbs: Commands[Parser] = top.add_subparsers(dest="what", metavar="VERB", required=True)
    _lines(verbs)
    _names(verbs)
    _name(verbs)
    add_desk(verbs)


def _lines(verbs: Commands[Parser]) -> None:
    lines = _command(
        verbs,
        "lines",
        "screen.lines",
        "say whose goods each purchase line names, what it does with them, and what the rules say",
        formats=FORMATS,
        default="table; with -o jsonl",
    )
    lines.add_argument(
        "file", metavar="FILE", help="CSV, workbook, JSON lines, bill of materials or text; - for standard input"
    )
    _question(lines)
    lines.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    lines.add_argument(
        "--all", action="store_true", help="show lines that name nobody, or makers that no rule names, as well"
    )
    rows(lines, "description")
    lines.add_argument(
        "--dates", choices=("dmy", "mdy", "ymd"), help="order of day and month where a date could be read both ways"
    )
    lines.add_argument(
        "--fail-on",
        action="append",
        default=[],
        choices=(*OUTCOMES, *ACTIONS, *SUPPLIERS, "gaps"),
        metavar="WORD",
        help=f"exit 1 if this, or what is graver, occurs: {', '.join((*OUTCOMES, *ACTIONS, *SUPPLIERS, 'gaps'))}; repeatable",
    )
    kept_lists(lines)
    decided(lines)
    certified(lines)
    lines.add_argument("--no-suppliers", action="store_true", help="leave the suppliers of the lines alone")
    lines.add_argument("--strict", action="store_true", help="exit 3 if a row could not be read")


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
    rows(names, "name")
    names.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    names.add_argument(
        "--since", metavar="ANSWERS", help="answers of an earlier run (-o): screen anew only what changed since then"
    )
    certified(names)
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
    circumstances(name)
    _against(name)


def _against(command: Parser) -> None:
    command.add_argument(
        "--org",
        metavar="NAME|FILE",
        help="who is asking: a shipped profile or an org.yaml; texts of its place are cited first, a certificate names it",
    )
    kept_lists(command)
    decided(command)
    command.add_argument("--as-of", metavar="DAY", help="the day asked about, YYYY-MM-DD (default: today)")
    command.add_argument(
        "--fail-on",
        action="append",
        default=[],
        choices=(*ANSWERS, "refused", "gaps"),
        metavar="ANSWER",
        help=f"exit 1 if this answer, or a graver one, occurs: {', '.join((*ANSWERS, 'refused', 'gaps'))}; repeatable",
    )
    _facts(command)
