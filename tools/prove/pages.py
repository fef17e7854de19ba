"""The page against the validators: HTML by the W3C's checker, WCAG 2.1 AA by pa11y with axe and HTML_CodeSniffer.

Both come from npm by name into build/node, without their install scripts; pa11y drives the machine's own Chromium.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.bench.chromium import browser
from tools.table import ROOT, Figure

NODE = ROOT / "build" / "node"
PACKAGES = ("pa11y@10.0.0", "vnu-jar@26.9.27")
LANGUAGES = ("en", "fr")
FOLDERS = ("harbour-office", "untidy")


def check_pages() -> list[Figure]:
    """One figure for each validator; what is missing on this machine is said, and does not hold."""
    missing = [
        tool
        for tool, path in (("chromium", browser()), ("npm", shutil.which("npm")), ("java", shutil.which("java")))
        if not path
    ]
    if missing:
        return [
            Figure(
                "the page against its validators", f"not run: {', '.join(missing)} not found", "0 errors", holds=False
            )
        ]
    NODE.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            "npm",
            "install",
            "--silent",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(NODE),
            *PACKAGES,
        ],
        check=True,
        env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"},
    )
    with tempfile.TemporaryDirectory() as scratch:
        pages = list(_pages(Path(scratch)))
        validity = sum(len(_vnu(page)) for page in pages)
        access = sum(len(_pa11y(page, Path(scratch))) for page in pages)
    what = f"{len(pages)} pages ({', '.join(FOLDERS)} in {', '.join(LANGUAGES)})"
    return [
        Figure(f"HTML validity of {what}", f"{validity} errors", "0 errors", validity == 0),
        Figure(f"WCAG 2.1 AA by pa11y (axe, htmlcs) of {what}", f"{access} errors", "0 errors", access == 0),
    ]


def _pages(scratch: Path) -> Iterator[Path]:
    for name in FOLDERS:
        for lang in LANGUAGES:
            folder = scratch / f"{name}-{lang}"
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "debadge",
                    "check",
                    str(ROOT / "examples" / name),
                    "-o",
                    str(folder),
                    "--lang",
                    lang,
                    "-q",
                ],
                check=True,
                capture_output=True,
            )
            yield folder / "report.html"


def _vnu(page: Path) -> list[str]:
    jar = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    told = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", str(page)],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = [m for m in json.loads(told.stderr)["messages"] if m["type"] == "error"]
    for message in messages[:10]:
        print(f"{page.parent.name}: {message.get('lastLine')}: {message['message']}", file=sys.stderr)
    return [m["message"] for m in messages]


def _pa11y(page: Path, scratch: Path) -> list[str]:
    config = scratch / "pa11y.json"
    config.write_text(
        json.dumps(
            {
                "standard": "WCAG2AA",
                "runners": ["axe", "htmlcs"],
                "timeout": 120000,
                "chromeLaunchConfig": {
                    "executablePath": browser(),
                    "args": [
                        "--no-sandbox",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                },
            }
        )
    )
    told = subprocess.run(
        [str(NODE / "node_modules" / ".bin" / "pa11y"), "--config", str(config), "--reporter", "json", page.as_uri()],
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode not in {0, 2}:
        print(told.stderr, file=sys.stderr)
        return [told.stderr]
    messages = [m for m in json.loads(told.stdout) if m["type"] == "error"]
    for message in messages[:10]:
        print(f"{page.parent.name}: {message['code']}: {message['message']} ({message['context']})", file=sys.stderr)
    return [m["message"] for m in messages]
