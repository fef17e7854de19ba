"""The verbs of `debadge screen` and their options."""

from __future__ import annotations

from debadge.cli.arguments import OUTCOMES, Commands, Parser, _command, _question

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
    lines.add_argument(
        "--as", dest="as_format", metavar="FORMAT", help="read the file as this format: csv, spreadsheet, jsonl …"
    )
    lines.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TARGET=COLUMN",
        help='which column is what: --map description="Item"',
    )
    lines.add_argument("--map-file", metavar="FILE", help="saved mapping, a YAML file of target: column")
    lines.add_argument(
        "--dates", choices=("dmy", "mdy", "ymd"), help="order of day and month where a date could be read both ways"
    )
    lines.add_argument(
        "--fail-on",
        action="append",
        default=[],
        choices=(*OUTCOMES, *ACTIONS),
        metavar="WORD",
        help=f"exit 1 if this outcome or action occurs: {', '.join((*OUTCOMES, *ACTIONS))}; repeatable",
    )
    lines.add_argument("--strict", action="store_true", help="exit 3 if a row could not be read")
