"""Files that are there whole or not at all: written under a draft name and moved into place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

BYTES_AT_ONCE = 1 << 20  # large enough to be fast, small beside what is written anyway


def write_whole(path: Path, pieces: Iterable[bytes], *, settles: bool = False) -> None:
    """Write a file in place of what stood there; a kill leaves the old one, and perhaps a draft.

    Args:
        path: Its folder has to be there.
        pieces: Its bytes.
        settles: Whether it has to be on the disk, with its name, when this returns.

    Raises:
        OSError: It cannot be written; then what stood there stands.
    """
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb", buffering=BYTES_AT_ONCE) as stream:
            stream.writelines(pieces)
            if settles:
                stream.flush()
                os.fsync(stream.fileno())
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    if settles:
        settle(path.parent)


def settle(folder: Path) -> None:
    """A folder's own entries on the disk: else a new file may be lost with what it holds."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
