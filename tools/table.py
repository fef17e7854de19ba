"""The dated, committed table of figures, docs/measurements.md: one section a program, replaced whole by each run."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "measurements.md"
HEAD = """# Measurements

Figures printed by `make bench` (speed and memory, as ratios within one run on one machine) and `make prove` (long proofs).
Each run replaces its own section.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what was measured, what came out, what was wanted, and whether it holds."""

    what: str
    figure: str
    target: str
    holds: bool


def commit() -> str:
    """The commit that was measured, with a plus if the tree had changes."""
    name = subprocess.run(
        ["git", "rev-parse", "--short=10", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    changed = subprocess.run(
        ["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return f"{name or 'no commit'}{'+' if changed else ''}"


def keep(section: str, command: str, figures: Sequence[Figure], notes: Sequence[str] = ()) -> None:
    """Replace one section of the table and print it."""
    day = datetime.now(UTC).date().isoformat()
    lines = [
        f"## {section}",
        "",
        f"{day}, commit {commit()}, `{command}`",
        "",
        "| what | figure | target | holds |",
        "|---|---|---|---|",
    ]
    lines += [f"| {f.what} | {f.figure} | {f.target} | {'yes' if f.holds else '**no**'} |" for f in figures]
    lines += ["", *notes] if notes else []
    text = "\n".join(lines) + "\n"
    old = TABLE.read_text("utf-8") if TABLE.exists() else HEAD
    pattern = re.compile(rf"^## {re.escape(section)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    new = pattern.sub(lambda _: text + "\n", old) if pattern.search(old) else f"{old.rstrip()}\n\n{text}"
    TABLE.write_text(new.rstrip() + "\n", "utf-8")
    print(text)
