"""How long a page takes to open: headless Chromium, from the start of navigation to the end of the first layout."""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--allow-file-access-from-files")
PROBE = """<!doctype html><title>probe</title><iframe id=f width=1280 height=900></iframe><script>
const start = performance.now();
const frame = document.getElementById('f');
frame.onload = () => { frame.contentDocument.documentElement.getBoundingClientRect();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.body.append(Object.assign(document.createElement('pre'), {textContent: JSON.stringify({ms: performance.now() - start})})); })); };
frame.src = PAGE;
</script>"""


def browser() -> str | None:
    """The Chromium of this machine, if there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def opening_time(page: Path, runs: int = 3) -> float | None:
    """Median seconds from navigation to two frames after load; None without a browser."""
    program = browser()
    if program is None:
        return None
    return statistics.median(_once(program, page) for _ in range(runs))


def _once(program: str, page: Path) -> float:
    with tempfile.TemporaryDirectory() as scratch:
        probe = Path(scratch) / "probe.html"
        probe.write_text(PROBE.replace("PAGE", json.dumps(page.resolve().as_uri())), "utf-8")
        dump = subprocess.run([program, *FLAGS, f"--user-data-dir={scratch}/profile", "--virtual-time-budget=60000", "--dump-dom", probe.as_uri()],
                              capture_output=True, text=True, timeout=120, check=False).stdout
    found = re.search(r'\{"ms":([\d.]+)\}', dump)
    if not found:
        raise RuntimeError("Chromium did not say when the page was open")
    return float(found[1]) / 1000
