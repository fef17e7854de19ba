"""The verbs of `debadge case`: one for each action of the table of steps, with an option for each of its fields."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from debadge.cases.fields import kind_of
from debadge.cases.transitions import STEPS, Step

Command = Callable[..., argparse.ArgumentParser]
"""`arguments._command`: a command with the options that all have."""

FOLDER = "debadge-case"
ABOUT = {
    "init": "begin a ledger in a folder",
    "import": "take a run in: cases for what it found, looks for what it did not find again",
    "grant": "give a person a role; the first is the coordinator's",
    "withdraw": "take a role away",
    "delegate": "let somebody use one's own role until a day",
    "revoke": "end such a delegation",
    "note": "write something down beside cases",
    "review": "begin to weigh cases",
    "decide": "decide: remove, isolate, keep under a waiver, dismiss with counter-evidence, refer",
    "approve": "approve a decision that somebody else made",
    "refuse": "refuse to approve; the cases go back to review",
    "reconsider": "put cases back to review",
    "order": "put cases into a work order for one day",
    "cancel": "take cases out of their work order",
    "split": "give units of a lot cases of their own, each by its serial number",
    "isolate": "tell that a unit is cut off from the network, and how",
    "dismantle": "tell that a unit was taken down: serial read twice, photographs",
    "sanitise": "tell that media were sanitised, or that there are none",
    "hand_over": "give a dismantled unit to somebody else",
    "dispose": "tell that a unit was destroyed or given back, with the certificate",
    "verify": "close a case: enough later looks would have shown the unit, and did not",
    "found": "tell that a unit that was gone is back; its case opens again",
    "dispute": "object to findings; their cases are contested from then on",
    "reply": "answer a dispute",
    "settle": "end a dispute: upheld or rejected",
    "appeal": "open a settled dispute again",
    "happened": "tell when something happened that starts a clock: discovery, first_report",
    "stay": "a court or authority holds a regime's clocks",
    "lift": "they run again",
    "plan": "tell what comes in the place of units",
    "budget": "tell how much may be spent",
    "spend": "tell what was spent",
}
"""What each verb does. `ask`, `answer` and `attest` are written by the commands that make the questions and reports."""

HELP = {
    "as": "role", "authority": "whose authority it stands on", "certificate": "number=…,vendor=…: fields of the certificate",
    "controls": "what makes up for the unit while it stays", "crew": "who does the work", "currency": "three letters: CAD",
    "day": "YYYY-MM-DD (default: the day of the step)", "dispute": "name of the dispute", "due": "last day of the reply",
    "event": "what happened: discovery, first_report", "evidence": "what the counter-evidence is", "expires": "last day",
    "for": "what the money was for", "how": "destroyed, returned_to_maker, resold, donated", "link": "where that is on record",
    "maker": "maker", "means": "how it is cut off: port closed, VLAN without a route",
    "media": "kind=…,serial=…,method=…,standard=…: one medium", "model": "model", "name": "name of the organisation",
    "no_media": "why there are none", "operator": "who did it", "order": "name of the work order",
    "outcome": "upheld or rejected",
    "person": "person", "place": "where it lies now", "port": "port of the switch", "refer_to": "who decides instead",
    "regime": "id of a regime", "route": "in what order the places are visited", "says": "what is claimed",
    "serial": "first reading",
    "serial_again": "second reading, by another look", "site": "id of a site", "standing": "owner, supplier, maker or landlord",
    "statement": "the maker's written statement", "tag": "tag on the unit", "text": "what is to be written down",
    "to": "to whom", "until": "last day", "vlan": "network that it is in now", "what": "remove, isolate, keep, dismiss, refer",
}  # fmt: skip
"""What stands behind an option, by the field's name."""

_LISTS = frozenset({"list", "mapping"})
_FILES = frozenset({"photos"})


def add_case(commands: Any, command: Command) -> None:
    """`case` and its verbs."""
    case = commands.add_parser(
        "case",
        help="the book of record: decide, remove, prove that units are gone",
        description="A ledger of cases, from a finding to proof that the unit is gone.",
    )
    verbs = case.add_subparsers(dest="verb", metavar="VERB", required=True)
    for action, about in ABOUT.items():
        verb = command(verbs, action.replace("_", "-"), "case.doing", about)
        verb.set_defaults(action=action)
        _signed(verb)
        _OWN.get(action, _fields)(verb, STEPS[action])
    _looking(verbs, command)


def _looking(verbs: Any, command: Command) -> None:
    """Verbs that read the ledger and write nothing."""
    listing = command(verbs, "list", "case.looking", "list the cases with where they stand")
    _where(listing)
    shown = command(verbs, "show", "case.looking", "tell everything about one case, with each event of its history")
    shown.add_argument("case", metavar="CASE", help="id of a case, or its beginning")
    triage = command(
        verbs, "triage", "case.looking", "order the cases that wait for a decision, twins together, and say why"
    )
    _where(triage)
    head = command(verbs, "head", "case.looking", "print where the ledger ends, to be kept elsewhere; sign it")
    head.add_argument("--key", metavar="FILE", help="private key that signs it (debadge knowledge keygen makes one)")
    _folder(head)
    for verb in (listing, shown, triage):
        _folder(verb)
        verb.add_argument("--as-of", metavar="DAY", help="the day on which waivers have ended (default: today)")


def add_verify(commands: Any, command: Command, facts: Callable[[Any], None]) -> None:
    """`verify`."""
    verify = command(commands, "verify", "verify", "check that a ledger is what was written, and judge its runs again")
    verify.add_argument(
        "folder", nargs="?", default=FOLDER, metavar="DIR", help=f"the ledger's folder (default {FOLDER})"
    )
    facts(verify)


def add_questions(commands: Any, command: Command, facts: Callable[[Any], None]) -> None:
    """`questions`."""
    asked = command(
        commands,
        "questions",
        "questions",
        "say which few questions settle most of what a run left open, and whom to ask",
    )
    asked.add_argument("folder", metavar="RUN", help="run folder of debadge check")
    asked.add_argument(
        "--share", default="100", metavar="PCT", help="how much of it is to be settled, in per cent (default 100)"
    )
    facts(asked)


def _folder(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--folder", metavar="DIR", default=FOLDER, help=f"the ledger's folder (default {FOLDER})")


def _where(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="cases that have it: state, maker, model, site, grade, device_class; several are joined by and",
    )


def _signed(verb: argparse.ArgumentParser) -> None:
    """Who does it, in what role, when and why."""
    _folder(verb)
    verb.add_argument("--by", metavar="WHO", help="who does it (default: DEBADGE_BY)")
    verb.add_argument("--role", metavar="ROLE", help="in what role (default: the one that fits)")
    verb.add_argument("--at", metavar="TIME", help="when, UTC: 2026-11-22T10:00:00Z, or a day (default: now)")
    verb.add_argument("--reason", metavar="TEXT", help="why")
    verb.add_argument(
        "--preview", action="store_true", help="say what would be done and what stands against it; write nothing"
    )


def _fields(verb: argparse.ArgumentParser, step: Step) -> None:
    """An option for each field, and the choice of cases."""
    if step.of is not None or step.case is not None:
        _cases(verb)
    for name in (*step.needs, *step.may):
        _field(verb, name, is_needed=name in step.needs and name != "day")
    verb.add_argument(
        "--file",
        action="append",
        default=[],
        metavar="FILE",
        help="file to keep beside the ledger: a statement, an invoice",
    )


def _cases(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("case", nargs="*", metavar="CASE", help="ids of cases, or their beginnings")
    _where(verb)
    verb.add_argument("--twins", action="store_true", help="their twins too: same maker, model, site and state")


def _field(verb: argparse.ArgumentParser, name: str, *, is_needed: bool) -> None:
    if name in _FILES:
        verb.add_argument(
            "--photo", action="append", required=is_needed, metavar="FILE", help="photograph; place and device are cut"
        )
    elif name == "cents":
        verb.add_argument("--amount", dest="f_cents", required=is_needed, metavar="AMOUNT", help="money: 12500.50")
    else:
        kind = kind_of(name)
        verb.add_argument(
            f"--{name.replace('_', '-')}",
            dest=f"f_{name}",
            required=is_needed,
            action="append" if kind in _LISTS else "store",
            metavar=kind.upper(),
            help=HELP[name],
        )


def _init(verb: argparse.ArgumentParser, _: Step) -> None:
    verb.add_argument("--name", dest="f_name", required=True, metavar="TEXT", help=HELP["name"])
    verb.add_argument("--org", dest="f_org", metavar="NAME", help="profile under which its runs are judged")
    verb.add_argument(
        "--separate",
        dest="f_separate",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="whoever decides does not approve (default yes)",
    )
    verb.add_argument(
        "--quiet-days",
        dest="f_quiet_days",
        default="14",
        metavar="DAYS",
        help="days between the looks that prove an absence (default 14)",
    )
    verb.add_argument("--looks", dest="f_looks", default="2", metavar="COUNT", help="such looks, at least (default 2)")


def _import(verb: argparse.ArgumentParser, _: Step) -> None:
    verb.add_argument("run_folder", metavar="RUN", help="run folder of debadge check")
    verb.add_argument(
        "--knowledge", metavar="PACK", help="the released pack that judged the run (default: the installed facts)"
    )
    verb.add_argument(
        "--trust",
        action="append",
        default=[],
        metavar="KEY",
        help="public key, or folder of keys, that may sign a pack",
    )


def _split(verb: argparse.ArgumentParser, _: Step) -> None:
    _cases(verb)
    verb.add_argument(
        "--serial", action="append", default=[], required=True, metavar="SERIAL", help="serial number of one unit"
    )


_OWN: dict[str, Callable[[argparse.ArgumentParser, Step], None]] = {"init": _init, "import": _import, "split": _split}
"""Verbs whose options are not just their fields."""
