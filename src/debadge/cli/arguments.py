"""The commands and their options; each command's module is imported only when it runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn


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


def _lazy(module: str, function: str = "run") -> Callable[[argparse.Namespace], int]:
    def call(args: argparse.Namespace) -> int:
        code: int = getattr(import_module(f"debadge.cli.{module}"), function)(args)
        return code

    return call


def parser() -> Parser:
    """All commands."""
    top = Parser(prog="debadge", description="Who really made a device, and what the law of many countries says about it on a given day.",
                 epilog="This is evidence for a decision, not legal advice.")
    top.add_argument("--version", "-V", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _knowledge(commands)
    return top


Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse names the type of its own result only so


def _knowledge(commands: Commands[Parser]) -> None:
    knowledge = commands.add_parser("knowledge", help="check the facts, name their version, show their ages")
    knowledge.add_argument("what", choices=["check", "version", "ages"])
    knowledge.set_defaults(run=_lazy("knowledge"))
