"""The cost of reading purchase lines: microseconds a row on a generated CSV, and peak memory, beside the parser alone.

``python -m tools.bench.lines_reader [ROWS]``
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from debadge.knowledge.columns import columns_of
from debadge.knowledge.pack import load_pack
from debadge.sources.interface import ReadContext
from debadge.sources.purchases.read import read_rows
from debadge.sources.streaming.opening import file_source
from debadge.text.tables import Columns
from tools.table import Figure

ROWS = 1_000_000
HEADINGS = (
    "PO Number",
    "Line",
    "Order Date",
    "Description",
    "Manufacturer",
    "Part Number",
    "Qty",
    "Supplier",
    "Unit Price",
    "Country of origin",
)
THINGS = (
    "DS-2CD2143G2-I 4MP turret camera, fixed lens",
    "Office chair, mesh, black",
    "Cable Cat6 305 m, blue",
    "Toner HP X1, black",
    "SWITCH,ETHERNET,48 PORT,POE+",
    "Service call, HVAC, building B",
    "Hex bolt M8x40, zinc, box of 100",
    "Monitor 27 in, IPS",
)
MAKERS = ("Hikvision", "Steelcase", "", "HP", "Cisco", "", "Fastenal", "Dell")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run over a file took."""

    rows: int
    seconds: float  # of computing, user and system
    peak_megabytes: float

    @property
    def microseconds(self) -> float:
        """Of a row."""
        return self.seconds / max(self.rows, 1) * 1e6


def write_lines(path: Path, rows: int, seed: int = 7) -> None:
    """An order book: ten columns, some 130 bytes a row, a cell in quotation marks in most rows."""
    chance = random.Random(seed)  # noqa: S311  # made-up orders, not secrets
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADINGS)
        for number in range(rows):
            thing = chance.randrange(len(THINGS))
            writer.writerow(
                (
                    f"45{number // 10:08}",
                    number % 10 * 10,
                    f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
                    THINGS[thing],
                    MAKERS[thing],
                    f"PN-{chance.randrange(100_000):05}",
                    chance.randrange(1, 200),
                    f"Supplier {chance.randrange(3_000)} Inc.",
                    f"{chance.randrange(1, 90_000) / 100:.2f}",
                    "CA",
                )
            )


def read_file(path: Path, columns: Columns) -> int:
    """Read every row as the command does; how many there were."""
    return sum(rows.count for rows in read_rows(file_source(path), ReadContext(columns=columns)))


def parse_file(path: Path, columns: Columns) -> int:  # noqa: ARG001  # it knows no columns
    """The parser alone, over the same file: what no reader of ours can go below."""
    with path.open(encoding="utf-8", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


RUNS = {"read": read_file, "parse": parse_file}


def measure(name: str, path: Path) -> Cost:
    """One run in a process of its own."""
    command = [sys.executable, "-m", "tools.bench.lines_reader", name, str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Cost(rows=int(told[0]), seconds=float(told[1]), peak_megabytes=float(told[2]))


def costs(rows: int = ROWS) -> dict[str, Cost]:
    """The costs of reading and of parsing alone, the best of three, and of a file ten times smaller."""
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large.csv", Path(folder) / "small.csv"
        write_lines(large, rows)
        write_lines(small, rows // 10)
        told = {name: min((measure(name, large) for _ in range(3)), key=lambda cost: cost.seconds) for name in RUNS}
        return {**told, "small": measure("read", small)}


def figures(rows: int = ROWS) -> list[Figure]:
    """Lines of the table of measurements."""
    told = costs(rows)
    read, parse, small = told["read"], told["parse"], told["small"]
    growth = read.peak_megabytes - small.peak_megabytes
    return [
        Figure(
            f"purchase lines read from a CSV of {rows:,} rows, the parser alone {parse.microseconds:.2f} µs",
            f"{read.microseconds:.2f} µs a row",
            "about 1",
            read.microseconds <= 1.2,
        ),
        Figure("the same, memory against a file of a tenth", f"{growth:+.0f} MB", "constant", growth <= 10),
    ]


def main() -> None:
    """Print the figures; or, given the name of a run and a file, carry it out."""
    if len(sys.argv) == 3:
        columns = columns_of(load_pack())
        start = time.process_time()
        rows = RUNS[sys.argv[1]](Path(sys.argv[2]), columns)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(rows, time.process_time() - start, peak)
        return
    for name, cost in costs(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS).items():
        print(
            f"{name:6} {cost.rows:9,} rows  {cost.microseconds:5.2f} µs a row  {1 / cost.microseconds * 1e6:9,.0f} rows/s  "
            f"{cost.peak_megabytes:5.0f} MB at the most"
        )


if __name__ == "__main__":
    main()
