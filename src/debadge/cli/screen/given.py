"""The file that a screening is given, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from debadge.model.errors import ToldError
from debadge.sources.streaming.opening import Source, file_source, stream_source


def given_source(file: str) -> Source:
    """What to read; `-` is standard input.

    Raises:
        ToldError: There is no such file, or it is a folder.
    """
    if file == "-":
        return stream_source(sys.stdin.buffer)
    path = Path(file)
    if path.is_dir():
        raise ToldError("error.is_folder", path=file)
    if not path.is_file():
        raise ToldError("error.no_file", path=file)
    return file_source(path)
