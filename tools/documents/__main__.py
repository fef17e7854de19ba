"""Write every page, and take away those of facts that are gone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from debadge.flow.world import World
from tools.documents import makers, parties, regimes
from tools.table import ROOT

DOCS = ROOT / "docs"
FOLDERS = (makers.FOLDER, regimes.FOLDER, parties.FOLDER)


def pages(world: World) -> dict[str, str]:
    """Path below docs -> text of every page."""
    return {**makers.pages(world), **regimes.pages(world), **parties.pages(world)}


def written() -> Mapping[str, Path]:
    """Path below docs -> file, of every page that is there."""
    return {path.relative_to(DOCS).as_posix(): path for name in FOLDERS for path in (DOCS / name).rglob("*.md")}


def main() -> int:
    """Write, and say how many."""
    told = pages(World.load())
    for name, path in written().items():
        if name not in told:
            path.unlink()
    for name, text in told.items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    print(f"{len(told)} pages in {DOCS.relative_to(ROOT)}: {', '.join(FOLDERS)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
