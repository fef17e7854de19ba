"""`make bench`: the cost of check against its readers, of a start, of the page, of holdings, screening and cases."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from debadge.flow.world import World
from tools.bench import holdings, judging, lines, lines_reader, names, planning
from tools.bench.chromium import opening_times
from tools.bench.estate import write, write_inventory
from tools.table import Figure, keep

DEVICES = 10_000
RUNS = 3
SCREENING = [
    "Names: CPU seconds of one process on one core, the peer's index and ours made before; both get the same rows and queries in",
    "one run. A million names are suppliers of a government, each time written otherwise, from a text file to JSON lines.",
    "Why lines are under 300,000: of some 4.7 µs a line, profiled, 1.5 go to asking every word whether it may begin a name",
    "or a number, 1.0 to reading, 0.9 to lines that name somebody (0.3 ms for each distinct one), 0.7 to suppliers, most of it",
    "to screening 4,000 names, 0.3 to writing. What can be asked once for a batch is; a row read and written takes 1.3 µs.",
]
READ_ONLY = """
import sys
from pathlib import Path
from debadge.flow.world import World
from debadge.knowledge.columns import columns_of
from debadge.sources.interface import ReadContext
from debadge.sources.read import read_all
context = ReadContext(columns=columns_of(World.load().pack))
print(sum(1 for told in read_all([Path(sys.argv[1])], context) for _ in told.observations))
"""


def seconds(command: Sequence[str], runs: int = RUNS) -> float:
    """Median CPU seconds (user and system) of a command, children included; the machine's other work does not count."""
    told = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        told.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(told)


def wall(command: Sequence[str], runs: int = 9) -> float:
    """Median wall seconds of a command."""
    told = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        told.append(time.perf_counter() - start)
    return statistics.median(told)


def peak_megabytes(command: Sequence[str]) -> float:
    """Peak resident memory of one run of a command."""
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run([sys.executable, "-c", measure, *command], check=True, capture_output=True, text=True).stdout
    return int(told) / 1024


def check_command(evidence: Path, folder: Path) -> list[str]:
    """The command under measurement."""
    return [
        sys.executable,
        "-m",
        "debadge",
        "check",
        str(evidence),
        "--org",
        "ca-federal-department",
        "--as-of",
        "2026-11-22",
        "-o",
        str(folder),
        "--quiet",
    ]


def measure(scratch: Path) -> tuple[list[Figure], list[str]]:
    """All figures and the notes under the table."""
    evidence, folder = scratch / "estate.jsonl", scratch / "run"
    count = write(evidence, DEVICES)
    readers, checked = (
        seconds([sys.executable, "-c", READ_ONLY, str(evidence)]),
        seconds(check_command(evidence, folder)),
    )
    page = (folder / "report.html").stat().st_size / 1e6
    opens = opening_times(folder / "report.html")
    inventory = scratch / "inventory.csv"
    write_inventory(inventory, DEVICES)
    rows = int(
        subprocess.run([sys.executable, "-c", READ_ONLY, str(inventory)], check=True, capture_output=True).stdout
    )
    csv_readers = seconds([sys.executable, "-c", READ_ONLY, str(inventory)])
    csv_checked = seconds(check_command(inventory, scratch / "run-csv"))
    large, large_folder = scratch / "large.jsonl", scratch / "run-large"
    write(large, 10 * DEVICES)
    ten = seconds(check_command(large, large_folder), 1)
    memory = peak_megabytes(check_command(evidence, folder))
    facts = scratch / "facts.yaml"
    facts.write_text("{jurisdiction: CA, actor: [federal_department], act: use, maker: hikvision}\n")
    version, judge = (
        wall([sys.executable, "-m", "debadge", "--version"]),
        wall([sys.executable, "-m", "debadge", "judge", str(facts)]),
    )
    bare = wall([sys.executable, "-c", "pass"])
    figures = [
        _cost(f"{count:,} observations of {DEVICES:,} devices, as native lines", checked / readers),
        _cost(f"{rows:,} observations of {DEVICES:,} devices, as a CSV inventory", csv_checked / csv_readers),
        Figure(
            "the same for ten times as many, against ten times that",
            f"{ten / checked / 10:.2f}",
            "about 1 (linear)",
            ten <= 13 * checked,
        ),
        Figure(
            "start of `--version` (an empty Python: " + f"{bare:.3f} s)",
            f"{version:.3f} s",
            "under 0.5 s",
            version < 0.5,
        ),
        Figure("start of `judge`", f"{judge:.3f} s", "under 0.5 s", judge < 0.5),
        Figure(f"report.html with {DEVICES:,} devices", f"{page:.2f} MB", "under 10 MB", page < 10),
        _opening(opens),
        *_holdings(),
        Figure("peak memory of check on the smaller set", f"{memory:.0f} MB", "stated", holds=True),
        judging.figure(World.load()),
    ]
    return figures, [
        f"CPU seconds: readers {readers:.2f}, check {checked:.2f}, check of ten times as many {ten:.2f}; "
        f"medians of {RUNS} runs (the largest: 1)."
    ]


def _cost(what: str, ratio: float) -> Figure:
    return Figure(f"check of {what}, against the readers alone", f"{ratio:.2f} times", "at most 4", ratio <= 4)


def _holdings() -> list[Figure]:
    told = {shape: holdings.seconds(shape) for shape in holdings.SHAPES}
    return [
        Figure(
            f"who is reached, all parties of {holdings.TIES:,} ties of ownership: {shape}",
            f"{spent:.2f} s",
            "at most 2 s",
            spent <= 2,
        )
        for shape, spent in told.items()
    ]


def _opening(opens: tuple[float, float] | None) -> Figure:
    what = "the same in headless Chromium, from its start to a picture of the page"
    if opens is None:
        return Figure(what, "not measured: no Chromium here", "at most 2 s", holds=False)
    return Figure(what, f"{opens[0]:.2f} s (an empty page {opens[1]:.2f} s)", "at most 2 s", opens[0] <= 2)


def main() -> int:
    """Measure, keep, and say whether every target holds."""
    with tempfile.TemporaryDirectory() as scratch:
        figures, notes = measure(Path(scratch))
    keep("Cost", "make bench", figures, notes)
    screening = [*names.figures(World.load()), *lines_reader.figures(), *lines.figures()]
    keep("Screening", "make bench", screening, SCREENING)
    cases = planning.figures()
    keep("Cases", "make bench", cases)
    return 0 if all(figure.holds for figure in (*figures, *screening, *cases)) else 1


if __name__ == "__main__":
    sys.exit(main())
