"""The peer's environment: made once below the folder for scratch, by pip, with the peer pinned by version."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "4.17.4"
FOLDER = Path(tempfile.gettempdir()) / f"debadge-peer-nomenklatura-{VERSION}"
WAIT_S = 900  # for pip; some of what it needs may have to be compiled


def python(folder: Path = FOLDER) -> Path | str:
    """The interpreter of the environment; where it cannot be made, the reason in one line."""
    interpreter = folder / "bin" / "python"
    if (folder / "made").is_file():
        return interpreter
    steps = (
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [
            str(interpreter),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-input",
            f"nomenklatura=={VERSION}",
        ],
    )
    for step in steps:
        try:
            subprocess.run(step, check=True, capture_output=True, text=True, timeout=WAIT_S)
        except subprocess.TimeoutExpired:
            return f"pip took more than {WAIT_S} s"
        except (OSError, subprocess.CalledProcessError) as error:
            return _last_line(getattr(error, "stderr", None) or str(error))
    (folder / "made").touch()
    return interpreter


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it failed without a word"
