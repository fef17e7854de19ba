"""Released packs of facts: make one, take one as the facts of a run, check one and the chain that it stands in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.world import World
from debadge.knowledge.pack import DATA, Pack, compile_pack
from debadge.knowledge.release import MAX_NUMBER, Head, Released, content_of, head_of, read_released
from debadge.knowledge.signing import PUBLIC, Trust, fingerprint, new_key, private_key, public_key, sign, trusted
from debadge.model.errors import PackError, TamperError, ToldError


def accepted(path: Path, places: Sequence[Path]) -> Pack:
    """The facts of a released pack that somebody trusted has signed.

    Args:
        path: The pack.
        places: Public keys, or folders of them, that are trusted here.

    Raises:
        ToldError: A file that is not there, or a key that is none.
        PackError: Not accepted: no pack, another form, too large, not signed, signed by a key that nobody here trusts.
        TamperError: Not the bytes that were signed.
    """
    keys = trusted(places)
    return _trusted(read_released(path), keys).pack()


def _trusted(found: Released, keys: Trust) -> Released:
    if found.key not in keys:
        reason = "pack.stranger" if keys else "pack.no_trust"
        raise PackError(reason, path=found.place, key=fingerprint(found.key))
    return found


def keygen(path: Path) -> tuple[Path, str]:
    """Write a key pair: the private key to ``path``, for its owner alone, and the public key beside it.

    Returns:
        The public key's file, and its fingerprint.

    Raises:
        ToldError: One of the files is there already, or cannot be written.
    """
    public_path = path.with_name(path.name + PUBLIC)
    private, public = new_key()
    if public_path.exists():
        raise ToldError("pack.exists", path=public_path)
    _write_new(path, private, 0o600)
    _write_new(public_path, public, 0o644)
    return public_path, fingerprint(public_key(public_path))


def release(
    path: Path,
    *,
    number: int,
    day: date,
    key: Path,
    previous: Path | None = None,
    places: Sequence[Path] = (),
    data: Path = DATA,
) -> Head:
    """Write a released pack of the fact files.

    Args:
        path: The new file; one that is there is never written over.
        number: 1 for the first, then one more than the pack before.
        day: Its date; not before that of the pack before.
        key: File of the private key.
        previous: The pack before, signed by the same key or by one that is trusted; None for the first.
        places: Public keys, or folders of them, that are trusted here.
        data: The fact files.

    Raises:
        ToldError: A number or day out of order, a file that is not there, or one that is.
        KnowledgeError: Facts that do not load.
        PackError: The pack before is not accepted.
    """
    private = private_key(key)
    own = {private.public_key().public_bytes_raw(): key}
    before = _trusted(read_released(previous), {**trusted(places), **own}).head if previous else None
    _in_order(number, day, before)
    pack = compile_pack(data)
    _loads(World(pack))
    head, facts = head_of(pack, number=number, day=day, previous=before)
    _write_new(path, content_of(head, facts, *sign(private, head.line())), 0o644)
    return head


def _in_order(number: int, day: date, before: Head | None) -> None:
    if not 0 < number <= MAX_NUMBER:
        raise ToldError("pack.number.range", number=number, most=MAX_NUMBER)
    if before is None and number > 1:
        raise ToldError("pack.number.follows", number=number, before=number - 1)
    if before and number != before.number + 1:
        raise ToldError("pack.number.next", number=number, before=before.number, next=before.number + 1)
    if before and day < before.day:
        raise ToldError("pack.day.order", day=day, number=before.number, before=before.day)


def _loads(world: World) -> None:
    """Everything that a run may ask for is asked for once."""
    _ = (
        world.law,
        world.signals,
        world.prefixes,
        world.catalogue,
        world.columns,
        world.words,
        world.lists,
        world.list_reading,
    )


def _write_new(path: Path, content: bytes, mode: int) -> None:
    """A file that was not there, or none; nobody else can read a private one at any moment."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError as bad:
        raise ToldError("pack.exists", path=path) from bad
    except OSError as bad:
        raise ToldError("pack.unwritable", path=path, why=bad.strerror or bad) from bad
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
    except OSError as bad:  # a full disk
        path.unlink(missing_ok=True)
        raise ToldError("pack.unwritable", path=path, why=bad.strerror or bad) from bad


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A pack whose bytes are those that were signed."""

    head: Head
    key: str  # fingerprint of the key that signed
    trusted: Path | None  # the file of that key among those trusted; None: nobody here trusts it
    chain: str  # first | holds | not_checked

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        before = self.head.previous
        return {
            "pack": self.head.name,
            **self.head.release.plain(),
            "made_with": self.head.made_with,
            "key": self.key,
            "trusted": str(self.trusted) if self.trusted else None,
            "previous": {"number": before.number, "digest": before.digest} if before else None,
            "chain": self.chain,
        }


def verify(path: Path, places: Sequence[Path], previous: Path | None = None) -> Verified:
    """Check the bytes of a pack, its signature, and that it follows the pack before.

    Raises:
        ToldError: A file that is not there, or a key that is none.
        PackError: No released pack, another form, too large, not signed.
        TamperError: Not the bytes that were signed, or not the pack that this one follows.
    """
    keys = trusted(places)
    found = read_released(path)
    return Verified(
        head=found.head,
        key=fingerprint(found.key),
        trusted=keys.get(found.key),
        chain=_chain(found, read_released(previous) if previous else None),
    )


def _chain(found: Released, before: Released | None) -> str:
    """The signed head names the pack before by its digest, so that no key is asked for that one."""
    wanted = found.head.previous
    if before is None:
        return "not_checked" if wanted else "first"
    if wanted is None or before.head.release.digest != wanted.digest or before.head.number != wanted.number:
        raise TamperError(
            "pack.chain", path=found.place, number=found.head.number, other=before.place, found=before.head.number
        )
    return "holds"
