"""Which importers there are, and which one a file is for. Content decides; the name and its ending never do."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

from debadge.model.errors import InputError
from debadge.sources import importers
from debadge.sources.interface import EvidenceFile, Importer

_PACKINGS = ((b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))
_REMEDY = (
    (b"%PDF", "a PDF. Ask for the list as a spreadsheet or CSV"),
    (b"PK\x03\x04", "a zip file. Unpack it and give the files in it"),
    (b"\x1f\x8b", "packed twice. Unpack it once"),
    (b"\xd4\xc3\xb2\xa1", "a packet capture; this version does not read captures"),
    (b"\x0a\x0d\x0d\x0a", "a packet capture; this version does not read captures"),
)


def formats() -> tuple[str, ...]:
    """The names of all formats, listed without loading any."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(importers.__path__)))


@cache
def importer(name: str) -> Importer:
    """One importer.

    Raises:
        InputError: No such format; lists those there are.
    """
    if name not in formats():
        raise InputError(f"`{name}` is not a format. Possible: {', '.join(formats())}")
    return cast("Importer", import_module(f"{importers.__name__}.{name}"))


def packing_of(head: bytes) -> str:
    """How the bytes of a file are packed: plain, gzip or zstd."""
    return next((name for magic, name in _PACKINGS if head.startswith(magic)), "plain")


def pick(file: EvidenceFile, choice: str | None = None) -> Importer:
    """The one importer for a file.

    Args:
        file: With its head.
        choice: The format that a person chose with ``--as``.

    Raises:
        InputError: Nobody reads such a file, or several would; the message names the way out.
    """
    if choice is not None:
        return importer(choice)
    claims = [one for one in map(importer, formats()) if one.sniff(file.head, file.name)]
    special = [one for one in claims if not one.GENERAL] or claims
    if len(special) == 1:
        return special[0]
    if special:
        names = " or ".join(one.NAME for one in special)
        raise InputError(f"{file.name}: could be read as {names}. Say which: --as {special[0].NAME}")
    if not file.head.strip():
        raise InputError(f"{file.name}: the file is empty. Some scanners write an empty file when they found nothing.")
    what = next((f" It is {told}." for magic, told in _REMEDY if file.head.startswith(magic)), "")
    raise InputError(
        f"{file.name}: nobody here reads this kind of file.{what} "
        f"Formats: {', '.join(formats())}; choose one with --as FORMAT"
    )
