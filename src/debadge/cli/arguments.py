"""The commands and their options; each command's module is imported only when it runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from debadge.cli.arguments_case import add_case, add_questions, add_verify
from debadge.cli.arguments_lists import add_lists
from debadge.cli.gates import OUTCOMES


class Usage(Exception):  # noqa: N818  # not an error of ours: argparse has said its word
    """The arguments were wrong, or help was asked for."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Parser(argparse.ArgumentParser):
    """An argument parser that raises instead of leaving the process."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Say the word and raise."""
        if message:
            sys.stderr.write(message)
        raise Usage(status)


def _lazy(module: str) -> Callable[[argparse.Namespace], int]:
    def call(args: argparse.Namespace) -> int:
        code: int = import_module(f"debadge.cli.{module}").run(args)
        return code

    return call


def parser() -> Parser:
    """All commands."""
    top = Parser(
        prog="debadge",
        description="Who really made a device, and what the law of many countries says about it on a given day.",
        epilog="This is evidence for a decision, not legal advice. "
        "Ceci est un élément de preuve en vue d'une décision, pas un avis juridique.",
    )
    top.add_argument("--version", "-V", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (
        _check,
        _explain,
        _whatif,
        _judge,
        _identify,
        _diff,
        _replay,
        _law,
        _makers,
        _parties,
        _formats,
        _knowledge,
        _screen,
    ):
        add(commands)
    add_lists(commands, _command)
    add_case(commands, _command)
    add_questions(commands, _command, _facts)
    add_verify(commands, _command, _facts)
    return top


Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse names the type of its own result only so


def _command(
    commands: Commands[Parser],
    name: str,
    module: str,
    about: str,
    *,
    formats: tuple[str, ...] = ("table", "json"),
    default: str = "",
) -> Parser:
    """A command with the options that all have; ``default`` says of the form what the command itself decides."""
    command = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
    command.set_defaults(run=_lazy(module))
    command.add_argument(
        "--format",
        choices=formats,
        default=None if default else formats[0],
        help=f"form of the answer (default {default or formats[0]})",
    )
    command.add_argument("--lang", choices=("en", "fr"), default="en", help="language of what people read (default en)")
    command.add_argument("--quiet", "-q", action="store_true", help="no words on standard error but errors")
    command.add_argument("--no-color", action="store_true", help="no colour, also when NO_COLOR is not set")
    return command


def _question(command: Parser) -> None:
    command.add_argument(
        "--org",
        metavar="NAME|FILE",
        help="who is asking: a shipped profile or an org.yaml (default: the one in a folder given)",
    )
    command.add_argument("--as-of", metavar="DAY", help="the day judged, YYYY-MM-DD (default: today)")
    command.add_argument("--known-by", metavar="DAY", help="use only facts whose source was published by that day")
    command.add_argument(
        "--event",
        action="append",
        default=[],
        metavar="NAME=DAY",
        help="what happened when, for the clocks of duties: --event discovery=2026-11-20",
    )
    _facts(command)


def _facts(command: Parser) -> None:
    """Which facts to work with."""
    command.add_argument("--knowledge", metavar="PACK", help="a released pack of facts (default: the installed facts)")
    _trust(command)


def _trust(command: Parser) -> None:
    command.add_argument(
        "--trust",
        action="append",
        default=[],
        metavar="DIR",
        help="public key to trust, or a folder of them; DEBADGE_TRUST adds to it",
    )


def _check(commands: Commands[Parser]) -> None:
    from debadge.report.interface import formats  # noqa: PLC0415  # `--version` loads nothing of the product

    check = _command(
        commands,
        "check",
        "check",
        "read evidence, say who made each device and what the rules say about it",
        formats=("table", *(form for form in formats() if form != "table")),
    )
    check.add_argument("path", nargs="+", metavar="PATH", help="evidence files or folders; - for standard input")
    _question(check)
    check.add_argument(
        "-o", "--output", metavar="FOLDER", default="debadge-run", help="run folder (default ./debadge-run)"
    )
    check.add_argument("--all", action="store_true", help="show the measures that do not bind you as well")
    _reading(check)
    _ending(check)


def _reading(command: Parser) -> None:
    """How files are read where they do not say it themselves."""
    command.add_argument(
        "--as", dest="as_format", metavar="FORMAT", help="read every file as this format (see: debadge formats)"
    )
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TARGET=COLUMN",
        help='which column is what: --map maker="Fabricant"',
    )
    command.add_argument("--map-file", metavar="FILE", help="saved mapping, a YAML file of target: column")
    command.add_argument(
        "--dates", choices=("dmy", "mdy", "ymd"), help="order of day and month where a date could be read both ways"
    )


def _ending(command: Parser) -> None:
    """What the exit code tells a script."""
    command.add_argument(
        "--fail-on",
        action="append",
        default=[],
        choices=OUTCOMES,
        metavar="OUTCOME",
        help=f"exit 1 if this outcome, or a graver one, occurs: {', '.join(OUTCOMES)}",
    )
    command.add_argument(
        "--require-coverage",
        type=_percent,
        metavar="PCT",
        help="exit 4 if fewer of the organisation's addresses were looked at",
    )
    command.add_argument("--strict", action="store_true", help="exit 3 if a row was rejected")


def _percent(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 100:  # also refuses nan, which is below and above nothing
        raise argparse.ArgumentTypeError(f"{text} is not a percentage from 0 to 100")
    return value


def _explain(commands: Commands[Parser]) -> None:
    explain = _command(commands, "explain", "explain", "say why a run says what it says of one thing")
    explain.add_argument(
        "id", metavar="ID", help="id, name, address, MAC or serial of something in the run, or a finding's id"
    )
    explain.add_argument(
        "--run", dest="run_folder", default="debadge-run", metavar="FOLDER", help="run folder (default ./debadge-run)"
    )
    _facts(explain)


def _whatif(commands: Commands[Parser]) -> None:
    whatif = _command(
        commands, "whatif", "whatif", "judge a run as if a regime were quashed, stayed or repealed from a day on"
    )
    whatif.add_argument(
        "folder", nargs="?", default="debadge-run", metavar="RUN", help="run folder (default ./debadge-run)"
    )
    _without(whatif, "the day of the run", required=True)
    _facts(whatif)


def _without(command: Parser, otherwise: str, *, required: bool = False) -> None:
    command.add_argument(
        "--without",
        action="append",
        required=required,
        default=None if required else [],
        metavar="REGIME",
        help="id of a regime supposed to be quashed, stayed or repealed; repeatable",
    )
    command.add_argument("--from", dest="start", metavar="DAY", help=f"first day without it (default: {otherwise})")


def _judge(commands: Commands[Parser]) -> None:
    judge = _command(commands, "judge", "judge", "judge facts that you give, one situation or a list")
    judge.add_argument("facts", metavar="FACTS.yaml", help="facts as YAML or JSON; - for standard input")
    _question(judge)
    judge.add_argument("--all", action="store_true", help="show the measures that do not reach the situation as well")
    judge.add_argument(
        "--everywhere",
        action="store_true",
        help="keep what is said of the product, and vary place, role and act over all rules",
    )
    _without(judge, "the day judged")


def _identify(commands: Commands[Parser]) -> None:
    identify = _command(
        commands,
        "identify",
        "identify",
        "say who made each subject of a file of observations, without joining any",
        formats=("table", "json", "jsonl"),
        default="table; with -o jsonl",
    )
    identify.add_argument("file", metavar="FILE.jsonl", help="observations as JSON lines; - for standard input")
    identify.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    _facts(identify)


def _diff(commands: Commands[Parser]) -> None:
    diff = _command(commands, "diff", "diff", "say what changed between two runs")
    diff.add_argument("before", metavar="RUN")
    diff.add_argument("after", metavar="RUN")


def _replay(commands: Commands[Parser]) -> None:
    replay = _command(commands, "replay", "replay", "judge a run again from its folder and compare every byte")
    replay.add_argument("folder", metavar="RUN")
    _facts(replay)


def _makers(commands: Commands[Parser]) -> None:
    makers = _command(commands, "makers", "makers", "list the makers, or show one maker or badge")
    makers.add_argument("what", choices=("list", "show"))
    makers.add_argument("name", nargs="?", metavar="MAKER")
    _facts(makers)


def _parties(commands: Commands[Parser]) -> None:
    parties = _command(
        commands, "parties", "parties", "list the legal persons, or show one with its owners, numbers and regimes"
    )
    parties.add_argument("what", choices=("list", "show"))
    parties.add_argument("id", nargs="?", metavar="ID")
    parties.add_argument("--as-of", metavar="DAY", help="the day whose ties are shown, YYYY-MM-DD (default: today)")
    _facts(parties)


def _law(commands: Commands[Parser]) -> None:
    from debadge.cli.arguments_law import regimes  # noqa: PLC0415  # it uses the options that all commands have

    regimes(commands)


def _screen(commands: Commands[Parser]) -> None:
    from debadge.cli.arguments_screen import screen  # noqa: PLC0415  # it uses the options that all commands have

    screen(commands)


def _formats(commands: Commands[Parser]) -> None:
    _command(commands, "formats", "formats", "list the file formats that check reads and writes")


def _knowledge(commands: Commands[Parser]) -> None:
    knowledge = commands.add_parser(
        "knowledge",
        help="check the facts, name their version, show their ages; release, verify and compare packs of them",
        description="The facts that answers rest on.",
    )
    verbs = knowledge.add_subparsers(dest="what", metavar="VERB", required=True)
    check = _command(verbs, "check", "knowledge", "read every fact file anew and run every proof beside it")
    check.add_argument(
        "file", nargs="?", metavar="FILE", help="one regime file of your own instead of the shipped facts"
    )
    version = _command(verbs, "version", "knowledge", "name the facts, with number and date of a released pack")
    ages = _command(verbs, "ages", "knowledge", "list the regimes by the day to read them again")
    for command in (check, version, ages):
        _facts(command)
    _packs(verbs)


def _packs(verbs: Commands[Parser]) -> None:
    """Released packs (docs/how-to/release-a-pack.md)."""
    release = _command(verbs, "release", "packs", "write a numbered and signed pack of the installed facts")
    release.add_argument("--number", type=int, required=True, metavar="N", help="1, then one more than the pack before")
    release.add_argument("--date", required=True, metavar="DAY", help="the day of the release, YYYY-MM-DD")
    release.add_argument("--key", required=True, metavar="FILE", help="private key to sign with")
    release.add_argument("--previous", metavar="PACK", help="the pack before; left out for number 1")
    release.add_argument("-o", "--output", required=True, metavar="FILE", help="the new pack; never written over")
    keygen = _command(verbs, "keygen", "packs", "make a key pair to sign packs with")
    keygen.add_argument("-o", "--output", required=True, metavar="FILE", help="private key; the public one is FILE.pub")
    verify = _command(verbs, "verify", "packs", "say what a pack is, who signed it, and whether all of it holds")
    verify.add_argument("pack", metavar="PACK")
    verify.add_argument("--key", metavar="PUBLIC", help="the one public key to trust")
    verify.add_argument("--previous", metavar="PACK", help="the pack before, to check that this one follows it")
    diff = _command(verbs, "diff", "packs", "say what changed between two packs of facts")
    diff.add_argument("before", metavar="PACK_A")
    diff.add_argument("after", nargs="?", metavar="PACK_B", help="default: the installed facts")
    for command in (release, verify, diff):
        _trust(command)
