"""Purchase lines from a CSV to answers on one core, by the command as people run it.

``python -m tools.bench.lines [ROWS]``
"""

from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.table import Figure

ROWS = 1_000_000
ORDINARY, HOT = 300, 20
"""One line in so many names a maker that we know. Of 9,302 descriptions of Canada's contract disclosure 62 speak of cameras, and
none names a watched maker (screening notes of the fact base, section 1.2). The other is a file of a security department."""
THINGS = (
    *(
        "Office chair, mesh, black",
        "Cable Cat6 305 m, blue",
        "Toner, black",
        "SWITCH,ETHERNET,48 PORT,POE+",
        "Service call, HVAC",
    ),
    *(
        "Hex bolt M8x40, zinc, box of 100",
        "Monitor 27 in, IPS",
        "Consulting services, policy review",
        "Vehicle lease, 36 months",
    ),
    *(
        "Paint, exterior, white, 5 L",
        "Gloves, nitrile, size M",
        "Travel, conference registration",
        "Papier, 8,5 x 11",
        "Pump seal kit P31398-A",
    ),
)
NAMED = (
    *(
        "Hikvision DS-2CD2143G2-I dome camera",
        "Maintenance of Dahua CCTV, annual",
        "LTS CMIP1043W-28M turret",
        "Removal of Hikvision cameras",
    ),
    *(
        "Axis P3245-LVE dome",
        "Huawei S5735-L24T4S-A1 switch",
        "Hytera PD785G radio battery",
        "Caméra Hikvision, support mural",
    ),
)
HEADINGS = ("PO Number", "Line", "Order Date", "Description", "Qty", "Supplier", "Unit Price")


def write(path: Path, rows: int, one_in: int, seed: int = 11) -> None:
    """An order book of seven columns; half of the descriptions stand in one line only, those that name somebody too."""
    chance = random.Random(seed)  # noqa: S311  # made-up orders, not secrets
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADINGS)
        for number in range(rows):
            text = chance.choice(NAMED if number % one_in == 0 else THINGS)
            if chance.random() < 0.5:
                text += f", ref {chance.randrange(10_000_000)}"
            day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
            supplier, price = f"Supplier {chance.randrange(4000)} Inc.", f"{chance.random() * 1000:.2f}"
            writer.writerow(
                (f"45{number // 10:08}", number % 10 * 10, day, text, chance.randrange(1, 40), supplier, price)
            )


def run(path: Path, rows: int, *options: str) -> tuple[float, float]:
    """(lines a second of computing time, peak megabytes) of the command over a file; its start is left out."""
    spent, peak = _once(path, *options)
    empty = path.with_name("empty.csv")
    with path.open(encoding="utf-8") as stream, empty.open("w", encoding="utf-8") as few:
        few.writelines(next(stream) for _ in range(3))
    start, _ = _once(empty, *options)
    return rows / max(spent - start, 1e-9), peak


def _once(path: Path, *options: str) -> tuple[float, float]:
    command = [
        sys.executable,
        "-m",
        "debadge",
        "screen",
        "lines",
        str(path),
        "-o",
        str(path.with_suffix(".jsonl")),
        "--quiet",
        *options,
    ]
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-c", measure, *command],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "DEBADGE_HOME": ""},
    ).stdout.split()
    return float(told[-2]), int(told[-1]) / 1024


def figures(rows: int = ROWS) -> list[Figure]:
    """Lines a second on one core, and memory."""
    told = []
    with tempfile.TemporaryDirectory() as scratch:
        for one_in, target in ((ORDINARY, 300_000), (HOT, 0)):
            path = Path(scratch) / f"po-{one_in}.csv"
            write(path, rows, one_in)
            rate, peak = run(path, rows)
            what = f"screen lines: {rows:,} from CSV to JSON lines, one in {one_in} names somebody, half of the texts distinct"
            shown = f"{rate:,.0f} a second on one core, {peak:.0f} MB at the most"
            told.append(Figure(what, shown, f"at least {target:,}" if target else "stated", rate >= target))
            if target:
                rate, peak = run(path, rows, "--no-suppliers")
                shown = f"{rate:,.0f} a second on one core, {peak:.0f} MB at the most"
                told.append(Figure("the same with `--no-suppliers`", shown, "stated", holds=True))
    return told


def main(arguments: list[str]) -> int:
    """Measure and print."""
    began = time.perf_counter()
    told = figures(int(arguments[0]) if arguments else ROWS)
    print("\n".join(f"{one.what}: {one.figure} ({one.target})" for one in told))
    print(
        f"{time.perf_counter() - began:.0f} s, {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
