"""Rows and names for the peer, and its answers in the form that the scorer reads."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.accuracy.names.query import PACK, Query
from tools.accuracy.names.register import Entry

RUN = Path(__file__).parent / "run.py"
ONE_CORE = {"OMP_NUM_THREADS": "1", "NOMENKLATURA_DUCKDB_THREADS": "1", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the peer answered, and what it took."""

    answers: list[dict[str, Any]]
    build_s: float
    screen_s: float

    @property
    def rate(self) -> float:
        """Names a CPU second on one core, once the index is built."""
        return len(self.answers) / self.screen_s


def outcome(python: Path, entries: Sequence[Entry], queries: Sequence[Query], scratch: Path) -> Outcome:
    """Screen the queries with the peer, in one process on one core."""
    rows, asked, answers = (scratch / f"peer-{name}.jsonl" for name in ("rows", "queries", "answers"))
    _write(rows, (_row(entry) for entry in entries))
    _write(asked, (_query(number, query) for number, query in enumerate(queries)))
    told = subprocess.run(
        [*pinned(), str(python), str(RUN), str(rows), str(asked), str(answers)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **ONE_CORE, "PYTHONPATH": ""},
    ).stdout
    took = json.loads(told.splitlines()[-1])
    lines = answers.read_text("utf-8").splitlines()
    return Outcome([read(json.loads(line)) for line in lines], took["build_s"], took["screen_s"])


def pinned() -> list[str]:
    """The start of a command that keeps a process on one core, where the system can."""
    if not hasattr(os, "sched_getaffinity"):
        return []
    return ["taskset", "-c", str(min(os.sched_getaffinity(0)))]


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _row(entry: Entry) -> dict[str, Any]:
    """A row with all its names, those in other scripts too: the peer knows no less than we do."""
    return {"id": "|".join(entry.ref), "names": [*entry.names, *entry.native], "country": _country(entry.country)}


def _query(number: int, query: Query) -> dict[str, Any]:
    """A name under an id of its own."""
    return {"id": f"query-{number}", "names": [query.text], "country": _country(query.country)}


def _country(code: str | None) -> str | None:
    return code.lower() if code else None


def read(told: dict[str, Any]) -> dict[str, Any]:
    """An answer of the peer as an answer of ours: its ids are of rows or of parties."""
    return {**_named(told), "answer": told["answer"], "others": [_named(other) for other in told["others"]]}


def _named(told: dict[str, Any]) -> dict[str, Any]:
    if told["id"] is None:
        return {"score": told["score"]}
    list_, _, ref = told["id"].partition("|")
    party = {"entity": ref} if list_ == PACK else {}
    return {"list": list_, "ref": ref, "score": told["score"], **party}
