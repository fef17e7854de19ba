"""How long a page takes to open: a whole headless Chromium, from its start to a picture, and the same for an empty page."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    "--hide-scrollbars",
)


def browser() -> str | None:
    """The Chromium of this machine, if there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def opening_times(page: Path, runs: int = 5) -> tuple[float, float] | None:
    """Median wall seconds until the page, and until an empty page, has been laid out and painted; None without a browser."""
    program = browser()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as scratch:
        empty = Path(scratch) / "empty.html"
        empty.write_text("<!doctype html><title>empty</title>", "utf-8")
        pairs = [(_picture(program, page), _picture(program, empty)) for _ in range(runs)]
    return statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs)


def _picture(program: str, page: Path) -> float:
    with tempfile.TemporaryDirectory() as scratch:
        picture = Path(scratch) / "page.png"
        command = [
            program,
            *FLAGS,
            f"--user-data-dir={scratch}/profile",
            f"--screenshot={picture}",
            page.resolve().as_uri(),
        ]
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        told = time.perf_counter() - start
        if not picture.is_file():
            raise RuntimeError(f"Chromium made no picture of {page.name}")
        return told
