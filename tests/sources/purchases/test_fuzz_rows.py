"""Lists damaged at random: rows, rejects and skips in order, nothing but a clear error, bounded time.

200 runs with a fixed seed; 10,000 with DEBADGE_PROVE=1.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.sources.interface import ReadContext, Report
from debadge.sources.parties import QueryReader, read_names
from debadge.sources.streaming.opening import bytes_source
from debadge.text.tables import Columns

Take = Callable[..., Any]
SYNTHETIC = Path(__file__).parent / "synthetic"
NAMES = sorted(path.name for path in SYNTHETIC.iterdir() if path.suffix != ".md")
RUNS = 10_000 if os.environ.get("DEBADGE_PROVE") == "1" else 200
SLOWEST_S = 10  # for one damaged file of some kilobytes
BITS = [
    *(
        b"\x00",
        b"\xff\xfe",
        b'"',
        b"\n",
        b"\r",
        b";",
        b",",
        b"[",
        b"]",
        b"{",
        b"}",
        b":",
        b"<text>",
        b"{" * 60,
        b"\\ud800",
    ),
    *(
        b"1.23E+11",
        b"=cmd|' '!A0",
        b"\xc3",
        b"A" * 70_000,
        b"\xef\xbb\xbf",
        b"Total",
        b"\n\n\n",
        "Qté".encode(),
        b"\x1f\x8b",
    ),
]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """One to six random changes."""
    told = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(told) + 1), chance.choice((1, 1, 4, 40, 400))
        match chance.randrange(5):
            case 0:
                told[at : at + length] = b""
            case 1:
                told[at:at] = chance.choice(BITS)
            case 2:
                told[at : at + length] = bytes(chance.randrange(256) for _ in range(min(length, len(told) - at)))
            case 3:
                told[at:at] = told[at : at + length]
            case _:
                told = told[: max(at, 1)]
    return bytes(told) or b"x"


@pytest.mark.parametrize("name", NAMES)
def test_damage_gives_answers_or_a_clear_error(name: str, take: Take) -> None:
    chance = random.Random(name)  # noqa: S311  # the same damage every time
    content = (SYNTHETIC / name).read_bytes()
    for _ in range(RUNS // len(NAMES) + 1):
        start = time.monotonic()
        try:
            taken = take(damaged(content, chance), name)
        except FileError:
            continue
        assert [told.number for told in taken.lines] == sorted({told.number for told in taken.lines})
        assert sum(batch.count for batch in taken.batches) == len(taken.answers)
        assert time.monotonic() - start < SLOWEST_S


@pytest.mark.parametrize("name", NAMES)
def test_damaged_names_give_answers_or_a_clear_error(name: str, columns: Columns) -> None:
    chance = random.Random(f"names {name}")  # noqa: S311  # the same damage every time
    content = (SYNTHETIC / name).read_bytes().replace(b"Description", b"Name").replace(b"description", b"query")
    for _ in range(RUNS // len(NAMES) + 1):
        context = ReadContext(columns=columns, report=Report())
        reader = QueryReader(context)
        try:
            batches = list(read_names(bytes_source(damaged(content, chance), name), context))
        except FileError:
            continue
        told = [one for rows in batches for one in reader.queries(rows)]
        assert len(told) == sum(rows.count for rows in batches)
        assert all(one.reason if isinstance(one, Reject) else one.query for one in told)


@pytest.mark.parametrize(
    "content",
    [
        b"Description,Qty\n" + b'"' * 400_000,
        b"Description,Qty\n" + b'"a\n' * 200_000,
        b"Description,Qty\n" + b",\n" * 300_000,
        b"Description,Qty\n" + b"a,many\n" * 200_000,
        b"Description,Qty\n" + b"\n" * 500_000,
        b"[" * 500_000,
        b'{"a":' * 200_000,
        b'[{"description": "a"},' * 50_000,
        b"x" * 4_000_000,
        b"SPDXVersion: SPDX-2.3\nPackageName: <text>" + b"a\n" * 300_000,
    ],
    ids=range(10),
)
def test_hostile_file_is_read_in_bounded_time(content: bytes, take: Take) -> None:
    start = time.monotonic()
    with suppress(FileError):
        take(content, "-")
    assert time.monotonic() - start < SLOWEST_S
