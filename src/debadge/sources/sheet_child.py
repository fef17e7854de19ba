"""Old workbooks (.xls) are parsed in a process of their own, with a limit on its memory and time.

Their parser can be led by a damaged file to ask for any amount of memory, and a request that fails ends its process. Here
that is a process without anything of ours in it. This file is run as a program: it imports nothing of debadge.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any

MEMORY_BYTES = 2_000_000_000  # the largest sheet of the format, 65,536 by 256 cells, takes a quarter of it
TIME_S = 60  # seconds of computing; such a sheet takes five


def can_limit() -> bool:
    """Whether this system can limit a process; without that, old workbooks are not read."""
    return find_spec("resource") is not None


def parse_apart(content: bytes) -> dict[str, Any] | None:
    """``{sheet: {rows: [[cell]], merges: [[row, column, row, column]]}}`` or ``{error: text}``; None if the process broke off.

    Cells are text, numbers, booleans or ``{day: ISO text}``.
    """
    command = [sys.executable, "-P", __file__, str(MEMORY_BYTES)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        told = subprocess.run(  # noqa: S603  # ourselves, with nothing of the user's in the command
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=2 * TIME_S,
            check=True,
        )
    except subprocess.SubprocessError:
        return None
    value: dict[str, Any] = json.loads(told.stdout)
    return value


def main() -> None:
    """Read a workbook from standard input, write its cells to standard output."""
    import resource  # noqa: PLC0415  # not on every system

    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415  # the parser that needs watching

    memory_bytes = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (TIME_S, TIME_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        told: dict[str, Any] = {"sheets": {name: _sheet(book.get_sheet_by_name(name)) for name in book.sheet_names}}
    except PasswordError:
        told = {"error": "protected by a password"}
    except (CalamineError, OSError, ValueError) as bad:
        told = {"error": str(bad)[:200]}
    json.dump(told, sys.stdout)


def _sheet(sheet: Any) -> dict[str, Any]:
    rows = sheet.to_python(skip_empty_area=False) if sheet.start is not None else []
    merges = sheet.merged_cell_ranges
    return {
        "rows": [[_cell(cell) for cell in row] for row in rows],
        "merges": None if merges is None else [[*first, *last] for first, last in merges],
    }


def _cell(value: Any) -> Any:
    match value:
        case str() | bool() | int() | float():
            return value
        case datetime():
            return {"day": value.date().isoformat()}
        case date():
            return {"day": value.isoformat()}
        case _:
            return str(value)


if __name__ == "__main__":
    main()
