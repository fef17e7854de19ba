"""Where answers and certificates are written: never over what is read, and under the name asked for only when they are whole.

What is not whole lies beside it as FILE.part: a run that breaks off or is interrupted leaves an older file as it was.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from debadge.cli.screen.against import decisions_of
from debadge.flow.earlier import head_file
from debadge.model.errors import InputError, ToldError
from debadge.report.reading.plain import harmless
from debadge.text.sentences import Sentences


def check_targets(args: argparse.Namespace) -> None:
    """Before anything is opened: that nothing which is read, or written as well, lies where something is to be written.

    Raises:
        ToldError: It does; names the option and the file.
    """
    read = {"FILE": args.file, "--decisions": decisions_of(args)}
    read |= {f"--{name.replace('_', '-')}": getattr(args, name, None) for name in ("since", "map_file", "org")}
    taken: dict[str, str] = {}
    for option, text in (("-o", args.output), ("--certificate", args.certificate)):
        if not text:
            continue
        for place in _places(Path(text), option):
            same = [what for what, given in read.items() if given and _is_same(place, str(given))]
            if same or os.path.realpath(place) in taken:
                what = same[0] if same else taken[os.path.realpath(place)]
                raise ToldError("screen_desk.target.same", option=option, path=text, what=what)
            taken[os.path.realpath(place)] = option


def _places(path: Path, option: str) -> Iterator[Path]:
    """All that is written for one option."""
    yield path
    if not _is_special(path):
        yield part_of(path)
    if option == "-o":
        yield head_file(path)


def part_of(path: Path) -> Path:
    """Where the answers lie until they are whole."""
    return path.with_name(f"{path.name}.part")


def _is_same(place: Path, given: str) -> bool:
    with suppress(OSError, ValueError, AttributeError):  # one is not there, or standard input is no file
        if _is_special(place):
            return False
        return os.path.samestat(place.stat(), os.fstat(sys.stdin.fileno()) if given == "-" else Path(given).stat())
    return False


def _is_special(path: Path) -> bool:
    """Whether it is a pipe or a terminal: nothing lies there that could be kept."""
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def written(path: Path, option: str, words: Sentences) -> Iterator[TextIO]:
    """A text stream whose content takes the place of a file when all of it was written.

    Raises:
        InputError: It cannot be opened, or not take its name; the older file is as it was.
    """
    whole = Path(os.path.realpath(path)) if path.is_symlink() else path  # a link goes on leading to the file
    part = path if _is_special(path) else part_of(whole)
    try:
        stream = part.open("w", encoding="utf-8", newline="")
        if whole.is_dir():
            raise IsADirectoryError(21, os.strerror(21))
    except OSError as bad:
        _remove_empty(part)
        raise InputError(f"{option} {path}: cannot be written ({bad.strerror or bad})") from bad
    try:
        with stream:
            yield stream
    except BaseException:
        if part != path and not _remove_empty(part):
            print(harmless(f"debadge: {words.say('screen_desk.target.part', path=part)}"), file=sys.stderr)
        raise
    if part != path:
        _renamed(part, whole, option)


def _renamed(part: Path, whole: Path, option: str) -> None:
    try:
        if whole.exists():
            shutil.copymode(whole, part)
        part.replace(whole)
    except OSError as bad:
        raise InputError(f"{option} {whole}: cannot be written ({bad.strerror or bad}); see {part}") from bad


def _remove_empty(part: Path) -> bool:
    with suppress(OSError):
        if part.is_file() and part.stat().st_size == 0:
            part.unlink()
            return True
    return False
