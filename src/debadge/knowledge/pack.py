"""One compiled pack: every fact file as JSON, its digest in its name, rebuilt when a file changes.

A wheel carries the pack that was built with it; a checkout builds its own beside the files, or in a cache folder
where those cannot be written.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import KnowledgeError

DATA = Path(__file__).parent / "data"
FORM = 1  # of the pack file; a change of form is a new name
DIGEST_LENGTH = 16
NAME = re.compile(rf"pack-[0-9a-f]{{{DIGEST_LENGTH}}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a released pack says of itself beyond its facts (docs/decisions/0011-packs-are-numbered-and-signed.md)."""

    number: int  # 1, 2, 3 …
    day: date
    digest: str  # SHA-256 of its head, which names the facts by their own digest

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {"number": self.number, "date": self.day.isoformat(), "digest": self.digest}


@dataclass(frozen=True, slots=True)
class Pack:
    """All fact files as plain values, by family and path below it."""

    name: str
    families: Mapping[str, Mapping[str, Any]]
    release: Release | None = None  # None: the installed facts

    def family(self, name: str) -> Mapping[str, Any]:
        """The files of one family: path without ending -> value."""
        return self.families.get(name, {})


def files(data: Path = DATA) -> Iterator[Path]:
    """Every fact file, in the order of its path."""
    return (p for p in sorted(data.rglob("*")) if p.suffix in {".yaml", ".csv"} and p.is_file())


def pack_name(data: Path = DATA) -> str:
    """The name of the pack of these files: a digest of their paths and contents."""
    whole = hashlib.sha256(f"form {FORM}".encode())
    for path in files(data):
        content = path.read_bytes()
        whole.update(f"\0{path.relative_to(data).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return f"pack-{whole.hexdigest()[:DIGEST_LENGTH]}"


def load_pack(data: Path = DATA) -> Pack:
    """The pack of the installed facts, compiled first if there is none for them."""
    name = pack_name(data)
    for folder in _folders(data):
        path = folder / f"{name}.json"
        if path.is_file():
            return Pack(name, json.loads(path.read_text("utf-8")))
    return compile_pack(data, name)


def compile_pack(data: Path = DATA, name: str | None = None) -> Pack:
    """Read every file and keep the result where the next start finds it."""
    families: dict[str, dict[str, Any]] = {}
    for path in files(data):
        below = path.relative_to(data)
        family = below.parts[0] if len(below.parts) > 1 else below.stem
        families.setdefault(family, {})[below.with_suffix("").as_posix()] = _read(path)
    pack = Pack(name or pack_name(data), families)
    _keep(pack, data)
    return pack


def _read(path: Path) -> Any:
    if path.suffix == ".csv":
        try:
            with path.open(encoding="utf-8", newline="") as stream:
                return list(csv.reader(line for line in stream if not line.startswith("#")))
        except (UnicodeDecodeError, csv.Error) as bad:
            raise KnowledgeError(f"{path}: not readable as CSV ({bad})") from bad
    value = read_yaml(path)
    if isinstance(value, dict):  # situations prove a file; they are not needed to use it
        value.pop("situations", None)
    return value


def _folders(data: Path) -> tuple[Path, ...]:
    shipped = data.parent / "packs"
    try:
        return (shipped, Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "debadge")
    except RuntimeError:  # a user without a home, as in a container
        return (shipped,)


def families_text(families: Mapping[str, Mapping[str, Any]]) -> str:
    """The facts as JSON, in the order of their files: the order of headings and sources means something."""
    return json.dumps(families, ensure_ascii=False, separators=(",", ":"))


def _keep(pack: Pack, data: Path) -> None:
    """Write atomically into the first folder that can be written; go on without where none can."""
    content = families_text(pack.families)
    for folder in _folders(data):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=folder, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(content)
            Path(draft).chmod(0o644)
            Path(draft).replace(folder / f"{pack.name}.json")
        except OSError:
            continue
        for old in folder.glob("pack-*.json"):
            if old.stem != pack.name and NAME.fullmatch(old.stem):
                old.unlink(missing_ok=True)
        return
