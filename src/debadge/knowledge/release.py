"""The file of a released pack: three lines, of which the second signs the first and the first names the third.

1. the head, canonical JSON: form, number, date, name, what made it, size and digest of the facts, number and digest of the
   pack before it
2. the signature: ``{"ed25519":"128 hex digits","key":"64 hex digits"}``, over the whole first line
3. the facts, JSON

So size, form, signature and digest are settled before anything large is taken apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from debadge import __version__
from debadge.knowledge.pack import FORM, NAME, Pack, Release, families_text
from debadge.knowledge.yamlfile import MAX_DEPTH
from debadge.model.errors import PackError, TamperError, ToldError
from debadge.model.ids import canonical, digest_bytes

KIND = "debadge knowledge pack"  # in the head, so that a signature over another kind of record is none over a pack
MAX_BYTES = 64_000_000  # the facts of 2026 take a hundredth of this
MAX_HEAD = 4_096  # bytes; a head takes some 400
MAX_NUMBER = 1_000_000
_SIGNATURE = re.compile(rb'\{"ed25519":"([0-9a-f]{128})","key":"([0-9a-f]{64})"\}')
_UNSIGNED = frozenset({b"", b"{}", b"null"})
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PATH = re.compile(r"[a-z0-9][a-z0-9_.-]*(?:/[a-z0-9][a-z0-9_.-]*)*", re.IGNORECASE)  # names nothing above itself


@dataclass(frozen=True, slots=True)
class Link:
    """The pack before."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a released pack says of itself."""

    number: int
    day: date
    name: str
    made_with: str  # version of the program that released it
    size: int  # bytes of the facts
    facts: str  # SHA-256 of the facts
    previous: Link | None  # None: the first

    def line(self) -> bytes:
        """The canonical bytes: what is signed."""
        told = {
            "kind": KIND,
            "form": FORM,
            "number": self.number,
            "date": self.day.isoformat(),
            "name": self.name,
            "debadge": self.made_with,
            "facts": {"bytes": self.size, "sha256": self.facts},
            "previous": {"number": self.previous.number, "digest": self.previous.digest} if self.previous else None,
        }
        return f"{canonical(told)}\n".encode()

    @property
    def release(self) -> Release:
        """Number, day and digest."""
        return Release(number=self.number, day=self.day, digest=digest_bytes(self.line()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A released pack whose bytes are those that were signed; who signed it is for others to judge."""

    place: str
    head: Head
    key: bytes  # the public key that signed, 32 bytes
    facts: bytes

    def pack(self) -> Pack:
        """The facts, taken apart.

        Raises:
            PackError: Not facts as this version knows them.
        """
        return Pack(self.head.name, _families(self.facts, self.place), self.head.release)


def head_of(pack: Pack, *, number: int, day: date, previous: Head | None) -> tuple[Head, bytes]:
    """The head and the facts of a pack to be released; the same facts, number, day and predecessor give the same bytes."""
    facts = f"{families_text(pack.families)}\n".encode()
    before = Link(previous.number, previous.release.digest) if previous else None
    head = Head(
        number=number,
        day=day,
        name=pack.name,
        made_with=__version__,
        size=len(facts),
        facts=digest_bytes(facts),
        previous=before,
    )
    return head, facts


def content_of(head: Head, facts: bytes, key: bytes, signature: bytes) -> bytes:
    """The whole file."""
    signed = canonical({"ed25519": signature.hex(), "key": key.hex()})
    return b"".join((head.line(), signed.encode(), b"\n", facts))


def read_released(path: Path) -> Released:
    """A released pack, whole and as it was signed.

    Raises:
        ToldError: There is no such file.
        PackError: Too large, no released pack, of another form, not signed.
        TamperError: Not the bytes that were signed.
    """
    if not path.is_file():  # a pipe or a device has no end
        raise ToldError("pack.absent", path=path)
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as bad:
        raise ToldError("pack.unreadable", path=path, why=bad.strerror or bad) from bad
    if len(content) > MAX_BYTES:
        raise PackError("pack.too_large", path=path, most=f"{MAX_BYTES:,}")
    return parse(content, str(path))


def parse(content: bytes, place: str) -> Released:
    """As `read_released`, from bytes."""
    from debadge.knowledge.signing import holds  # noqa: PLC0415  # a start without a released pack does not pay for it

    end = content.find(b"\n", 0, MAX_HEAD) + 1
    line, (signed, _, facts) = content[:end], content[end:].partition(b"\n")
    head = _head(line, place)
    if signed in _UNSIGNED:
        raise PackError("pack.not_signed", path=place)
    found = _SIGNATURE.fullmatch(signed)
    if found is None:
        raise TamperError("pack.changed", path=place)
    signature, key = (bytes.fromhex(part.decode()) for part in found.groups())
    is_whole = len(facts) == head.size and digest_bytes(facts) == head.facts
    if not is_whole or not holds(key, signature, line):
        raise TamperError("pack.changed", path=place)
    return Released(place=place, head=head, key=key, facts=facts)


def _head(line: bytes, place: str) -> Head:
    """The head of a first line that is written as we write it, to the byte."""
    told: Any = None
    if line:
        try:
            told = json.loads(line.decode())
        except (ValueError, RecursionError):
            told = None
    if not isinstance(told, dict) or told.get("kind") != KIND:
        raise PackError("pack.not_one", path=place)
    if told.get("form") != FORM:
        raise PackError("pack.form", path=place, form=told.get("form"), ours=FORM, version=told.get("debadge"))
    try:
        head = _checked(told)
    except (KeyError, TypeError, ValueError, AttributeError) as bad:
        raise TamperError("pack.changed", path=place) from bad
    if head.line() != line:
        raise TamperError("pack.changed", path=place)
    return head


def _checked(told: Mapping[str, Any]) -> Head:
    previous, facts = told["previous"], told["facts"]
    before = Link(_number(previous["number"]), _text(_DIGEST, previous["digest"])) if previous is not None else None
    head = Head(
        number=_number(told["number"]),
        day=date.fromisoformat(told["date"]),
        name=_text(NAME, told["name"]),
        made_with=str(told["debadge"]),
        size=_number(facts["bytes"], MAX_BYTES),
        facts=_text(_DIGEST, facts["sha256"]),
        previous=before,
    )
    if (head.number - 1 or None) != (before.number if before else None):
        raise ValueError(f"{head.number} does not follow {before}")
    return head


def _number(value: Any, most: int = MAX_NUMBER) -> int:
    if type(value) is not int or not 0 < value <= most:
        raise ValueError(f"{value!r} is not a number from 1 to {most}")
    return value


def _text(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"{value!r} is not of the form {pattern.pattern}")
    return value


def _families(facts: bytes, place: str) -> dict[str, dict[str, Any]]:
    try:
        told = json.loads(facts.decode(), parse_constant=_refuse)
        _bounded(told, MAX_DEPTH)
        _are_families(told)
    except (ValueError, RecursionError) as bad:
        raise PackError("pack.no_facts", path=place) from bad
    return told  # type: ignore[no-any-return]  # checked above


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _bounded(value: Any, depth: int) -> None:
    if depth < 0:
        raise ValueError("nested too deep")
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            _bounded(part, depth - 1)


def _are_families(value: Any) -> None:
    """Family -> path below the facts -> the file; a path is a name here and opens nothing."""
    if not isinstance(value, dict) or not all(isinstance(files, dict) for files in value.values()):
        raise ValueError("not families of files")
    for path in (path for files in (value, *value.values()) for path in files):
        if not _PATH.fullmatch(path):
            raise ValueError(f"{path!r} is not a path below the facts")
