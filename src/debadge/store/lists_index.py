"""The index of a list's imports: what tells of an import whose file is gone.

HOME/lists/<list>/index.txt     the name of the file of every import, a line each, in the order they were made
"""

from __future__ import annotations

import os
import re
from errno import ENOSPC
from pathlib import Path

INDEX = "index.txt"
IMPORT = re.compile(r"(\d{6})-([0-9a-f]{64})\.json")
"""How the file of an import is called: its number and its digest."""


def begin(folder: Path) -> None:
    """An empty index where there is none; before the first import, which may be killed before its line stands there."""
    (folder / INDEX).touch()


def enter(path: Path) -> None:
    """Add a line for the file of an import, whole or not at all; without its line there is no import.

    Only one's own: another import of this moment may still step back. Appended, since two may do it at once.

    Raises:
        OSError: The line could not be written; the file of the import is gone again.
    """
    try:
        _append(path.parent / INDEX, f"{path.name}\n".encode())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _append(index: Path, line: bytes) -> None:
    with index.open("ab", buffering=0) as stream:
        start = stream.seek(0, os.SEEK_END)
        if stream.write(line) != len(line):  # a full disk takes a part of it
            stream.truncate(start)
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        os.fsync(stream.fileno())


def entered(folder: Path) -> tuple[str, ...] | None:
    """The names in the index; None: there is no index.

    Raises:
        ValueError: It cannot be read, or holds something else.
    """
    try:
        names = tuple((folder / INDEX).read_text("ascii").splitlines())
    except FileNotFoundError:
        return None
    except OSError as bad:
        raise ValueError(bad.strerror) from bad
    if not all(map(IMPORT.fullmatch, names)):
        raise ValueError(INDEX)
    return names
