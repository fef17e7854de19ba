"""Which importers there are, and which one a file is for. Content decides; the name and its ending never do."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

from debadge.model.errors import FileError, InputError
from debadge.sources import importers
from debadge.sources.interface import EvidenceFile, Importer

_PACKINGS = ((b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))
REMEDIES = (
    (b"%PDF", "file_is_pdf"),
    (b"PK\x03\x04", "file_is_zip"),
    (b"\x1f\x8b", "file_is_packed_twice"),
    (b"\xd4\xc3\xb2\xa1", "file_is_capture"),
    (b"\x0a\x0d\x0d\x0a", "file_is_capture"),
    (b"", "file_of_nobody"),
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
        FileError: Nobody reads such a file, or several would; the message names the way out.
        InputError: The choice is no format.
    """
    if choice is not None:
        return importer(choice)
    claims = [one for one in map(importer, formats()) if one.sniff(file.head, file.name)]
    special = [one for one in claims if not one.GENERAL] or claims
    if len(special) == 1:
        return special[0]
    if special:
        raise FileError("file_ambiguous", names=", ".join(one.NAME for one in special), example=special[0].NAME)
    if not file.head.strip():
        raise FileError("file_empty")
    reason = next(told for magic, told in REMEDIES if file.head.startswith(magic))
    raise FileError(reason, formats=", ".join(formats()))
