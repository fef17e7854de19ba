"""The options of `regimes`: how the law is read, and adopted as a direction of one's own."""

from __future__ import annotations

from debadge.cli.arguments import Commands, Parser, _command, _facts


def regimes(commands: Commands[Parser]) -> None:
    """`regimes` with its verbs."""
    regimes = commands.add_parser(
        "regimes",
        help="read the law: list, show, timeline, diff, matrix, precedent; adopt a rule as your own direction",
        description="The law, read in several ways, and adopted.",
    )
    verbs: Commands[Parser] = regimes.add_subparsers(dest="what", metavar="VERB", required=True)
    listing = _verb(verbs, "list", "listing", "list the regimes, place by place")
    listing.add_argument("--force", metavar="WORD", help="only those of this force: binding_law, guidance …")
    listing.add_argument("--act", metavar="WORD", help="only measures about this act: procure, use …")
    show = _verb(verbs, "show", "show", "show one regime with its measures, text and sources")
    show.add_argument("id", metavar="REGIME")
    line = _verb(verbs, "timeline", "timeline", "tell every dated thing of the law in order, past and to come")
    line.add_argument("--from", dest="first", metavar="DAY", help="from this day on (default: from the beginning)")
    line.add_argument(
        "--to", dest="last", metavar="DAY", help="up to this day (default: to the end, days ahead as well)"
    )
    diff = _verb(verbs, "diff", "differences", "tell what the law says on one day that it did not on another")
    diff.add_argument("--from", dest="first", metavar="DAY", required=True, help="the day of the old answers")
    diff.add_argument("--to", dest="last", metavar="DAY", required=True, help="the day of the new ones")
    matrix = _verb(verbs, "matrix", "matrix", "set parties beside regimes, or acts with one party, on a day")
    matrix.add_argument("--as-of", metavar="DAY", help="the day judged, YYYY-MM-DD (default: today)")
    matrix.add_argument(
        "--parties", metavar="ID,ID", help="these, by id or name, or all (default: those that most regimes name)"
    )
    matrix.add_argument("--acts", metavar="ACT,ACT", help="judge these acts; with one party, a column for each")
    before = _verb(
        verbs, "precedent", "precedent", "tell who restricted a party, in what order, and what each took over"
    )
    before.add_argument("id", metavar="PARTY", help="id of a legal person, or a name")
    before.add_argument("--as-of", metavar="DAY", help="up to this day, YYYY-MM-DD (default: today)")
    _adopt(verbs)
    for verb in (line, diff):
        verb.add_argument("id", nargs="?", metavar="REGIME", help="only this regime")
    for verb in (listing, line, diff):
        _choosing(verb)


def _adopt(verbs: Commands[Parser]) -> None:
    adopt = _verb(verbs, "adopt", "adopt", "write an own direction of an organisation that follows a public rule")
    adopt.add_argument("id", metavar="REGIME")
    adopt.add_argument(
        "--org", required=True, metavar="NAME|FILE", help="whose direction: an org.yaml, or a shipped profile"
    )
    adopt.add_argument("--from", dest="first", required=True, metavar="DAY", help="its first day, YYYY-MM-DD")
    adopt.add_argument("--cite", required=True, metavar="TEXT", help="the organisation's own text that adopts it")
    adopt.add_argument("--published", metavar="DAY", help="when that text was published (default: the first day)")
    adopt.add_argument("--strict", action="store_true", help="settle what the public text leaves open")
    adopt.add_argument(
        "-o", "--output", metavar="FILE", help="the new file (default: beside org.yaml); - for standard output"
    )


def _verb(verbs: Commands[Parser], name: str, module: str, about: str) -> Parser:
    verb = _command(verbs, name, "regimes", about)
    verb.set_defaults(verb=module)
    _facts(verb)
    return verb


def _choosing(command: Parser) -> None:
    """Whose law is read."""
    command.add_argument(
        "--place", metavar="CODE", help="only the law of this place, of what it lies in and of its parts"
    )
    command.add_argument("--party", metavar="ID", help="only what speaks of this legal person; an id or a name")
