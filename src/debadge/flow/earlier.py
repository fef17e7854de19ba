"""The answers of an earlier screening of names, with the head that tells what they were compared with.

ANSWERS.jsonl             one answer a line
ANSWERS.jsonl.head.json   what was compared, how many answers, and their SHA-256: written last, it vouches for a whole file
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Generator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from debadge import __version__
from debadge.flow.screening import Against
from debadge.model.errors import ToldError
from debadge.model.ids import canonical

FORM = 1
WINDOW = 20_000  # earlier answers held at once: names that moved farther than this in their file are screened anew
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def head_file(answers: Path) -> Path:
    """Where the head lies."""
    return answers.with_name(f"{answers.name}.head.json")


class HeadWriter:
    """Counts lines of answers as they are written, and tells the head."""

    def __init__(self, against: Against) -> None:
        self._against, self._hash, self._count = against, hashlib.sha256(), 0

    def add(self, line: str) -> str:
        """The same line, counted."""
        self._hash.update(line.encode())
        self._count += 1
        return line

    def text(self) -> str:
        """The head as it is written."""
        told = {"form": FORM, "program": __version__, "against": self._against.plain()}
        return f"{canonical({**told, 'count': self._count, 'answers': self._hash.hexdigest()})}\n"


class Earlier:
    """One earlier run."""

    def __init__(self, path: Path) -> None:
        """Read the head, and hold the answers against it.

        Raises:
            ToldError: No such file or head, or one of them was changed: from such answers nothing is carried over.
        """
        self._path, self._head = path, _head(path)
        self._lines = self._read()
        self._held: dict[str, Mapping[str, Any]] = {}

    @property
    def lists(self) -> tuple[tuple[str, str], ...]:
        """(id, digest of the rows) of every list, in order."""
        return tuple((one["id"], one["digest"]) for one in self._head["against"]["lists"])

    @property
    def as_of(self) -> date:
        """The day asked about."""
        return date.fromisoformat(self._head["against"]["as_of"])

    def why_all(self, against: Against) -> str | None:
        """Why nothing can be carried over: an id of the sentence catalogue; None where it can."""
        told, now = self._head["against"], against.plain()
        if self._head["program"] != __version__:
            return "screen_desk.all.program"
        if told["pack"] != now["pack"]:
            return "screen_desk.all.pack"
        if any(told[key] != now[key] for key in ("policy", "threshold", "sure")):
            return "screen_desk.all.policy"
        if told.get("jurisdiction") != now["jurisdiction"]:  # other texts are cited; a head of before has no place
            return "screen_desk.all.place"
        return None

    def answer(self, asked: str) -> Mapping[str, Any] | None:
        """The earlier answer to the same question; None where there is none near this place of the file."""
        while asked not in self._held and (told := next(self._lines, None)) is not None:
            if len(self._held) >= WINDOW:
                del self._held[next(iter(self._held))]
            self._held[told["asked"]] = told
            if asked != told["asked"] and len(self._held) >= WINDOW:
                break
        return self._held.get(asked)

    def close(self) -> None:
        """Read no further."""
        self._lines.close()

    def _read(self) -> Generator[Mapping[str, Any]]:
        with self._path.open("rb") as stream:
            for line in stream:
                yield json.loads(line)


def _head(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        raise ToldError("screen_desk.since.absent", path=path)
    try:
        told = json.loads(head_file(path).read_bytes())
        against = told["against"]
        date.fromisoformat(against["as_of"])
        lists = [(one["id"], one["digest"]) for one in against["lists"]]
        is_whole = told["form"] == FORM and {"pack", "policy", "threshold", "sure"} <= against.keys()
        is_whole &= all(_ID.fullmatch(list_) and _DIGEST.fullmatch(digest) for list_, digest in lists)
        is_whole &= _digest(path) == told["answers"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as bad:
        raise ToldError("screen_desk.since.head", path=path, head=head_file(path).name) from bad
    if not is_whole:
        raise ToldError("screen_desk.since.head", path=path, head=head_file(path).name)
    return told if isinstance(told, dict) else {}


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
