"""Standard output and standard error as the answer needs them, whatever the shell and its locale made of them."""

from __future__ import annotations

import codecs
import io
import os
import sys

ESCAPE = "debadge.escape"


def settle() -> None:
    """Words for a closed standard error go nowhere, and a stream without our letters gets them escaped."""
    if sys.stderr is None:  # Python would print the words among the answer, and argparse would fail
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # open as long as the process runs
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPE)


def _escaped(bad: UnicodeError) -> tuple[str, int]:
    """As `backslashreplace`, but as JSON writes it (RFC 8259 section 7): four digits, and twice beyond the first plane."""
    if not isinstance(bad, UnicodeEncodeError):
        raise bad
    units = bad.object[bad.start : bad.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2)), bad.end


codecs.register_error(ESCAPE, _escaped)
