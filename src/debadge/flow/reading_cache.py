"""How listed names were read, kept below ``DEBADGE_HOME/cache`` for a quicker start; made anew where it does not fit."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from debadge.knowledge.pack import Pack
from debadge.screen import names as code
from debadge.screen.names.native import Native
from debadge.screen.names.reading import Form, Read

FOLDER = "cache"
_NAME = "names-{}.json"
_DIGITS = 24  # hex digits of the key in the name of the file


def key_of(pack: Pack, snapshots: tuple[str, ...]) -> str:
    """What readings hang on: the facts, the lists, the program that reads, and its tables of signs."""
    told = sha256(f"{pack.name} {unicodedata.unidata_version} {' '.join(snapshots)}".encode())
    for path in sorted(Path(code.__file__).parent.glob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()


def load(home: Path, key: str) -> dict[str, Read]:
    """Listed names as they were read; empty where nothing is kept, or what is kept is damaged."""
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
        digest, _, body = (home / FOLDER / _NAME.format(key[:_DIGITS])).read_text("utf-8").partition("\n")
        if digest == _digest(key, body):
            return {text: _read(kept) for text, kept in json.loads(body).items()}
    return {}


def keep(home: Path, key: str, readings: Mapping[str, Read]) -> None:
    """Keep them in place of those of other lists or facts; a folder that cannot be written to is left alone."""
    body = json.dumps(
        {text: _plain(read) for text, read in readings.items()}, ensure_ascii=False, separators=(",", ":")
    )
    folder = home / FOLDER
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        path = folder / _NAME.format(key[:_DIGITS])
        made = path.with_suffix(f".{os.getpid()}")
        made.write_text(f"{_digest(key, body)}\n{body}", "utf-8")
        made.replace(path)
        for other in folder.glob(_NAME.format("*")):
            if other != path:
                other.unlink(missing_ok=True)


def _digest(key: str, body: str) -> str:
    return sha256(f"{key}\n{body}".encode()).hexdigest()


def _plain(read: Read) -> list[Any]:
    """What is asked of a listed name; ``spelled`` and ``heard`` are asked of queries only, which are never kept."""
    return [read.forms, [[n.whole, n.core, sorted(n.places), n.trade, n.written] for n in read.natives], read.written]


def _read(kept: list[Any]) -> Read:
    forms, natives, written = kept
    return Read(
        tuple(Form(tuple(f[0]), tuple(f[1]), f[2], f[3], tuple(f[4]), f[5]) for f in forms),
        tuple(Native(whole, core, frozenset(at), tuple(trade), written) for whole, core, at, trade, written in natives),
        written=tuple(map(tuple, written)),
    )
