"""Heads of a ledger that somebody signed: whoever kept one, on paper or elsewhere, can show later what had been written by then.

FOLDER/heads.jsonl   number, id and time of an event, the ledger's name, the public key, the signature (Ed25519, RFC 8032)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from debadge.cases.chain import Head
from debadge.knowledge.signing import holds, private_key, sign
from debadge.model.errors import ToldError
from debadge.model.jcs import jcs, parsed
from debadge.store.growing import growing

HEADS = "heads.jsonl"
_NAMES = {"at", "id", "key", "name", "seq", "signature"}
MAX_LINE = 4_096  # bytes


class SignedHead(NamedTuple):
    """A head, and who signed it."""

    head: Head
    name: str  # of the ledger
    key: str  # public key, 64 hex digits
    signature: str  # 128 hex digits

    @property
    def holds(self) -> bool:
        """Whether the signature is that key's over this head."""
        return holds(bytes.fromhex(self.key), bytes.fromhex(self.signature), _content(self.head, self.name))


def sign_head(folder: Path, head: Head, name: str, key: Path) -> SignedHead:
    """Sign where a ledger ends, and keep that beside it.

    Raises:
        ToldError: No private key, or the signature cannot be kept.
    """
    public, signature = sign(private_key(key), _content(head, name))
    told = SignedHead(head, name, public.hex(), signature.hex())
    line = {**_plain(head, name), "key": told.key, "signature": told.signature}
    try:
        with growing(folder / HEADS) as file:
            file.add(jcs(line) + b"\n")
    except OSError as bad:
        raise ToldError("case.unwritable", path=folder / HEADS, why=bad.strerror or bad) from bad
    return told


def heads_of(folder: Path) -> Iterator[SignedHead | int]:
    """Every signed head; for a line that is none its number."""
    path = folder / HEADS
    if not path.is_file():
        return
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(MAX_LINE), b""), 1):
            yield _read(line) or number


def _read(line: bytes) -> SignedHead | None:
    try:
        told = parsed(line)
        if not isinstance(told, dict) or told.keys() != _NAMES or jcs(told) + b"\n" != line:
            return None
        head = Head(int(told["seq"]), str(told["id"]), str(told["at"]))
        signed = SignedHead(head, str(told["name"]), str(told["key"]), str(told["signature"]))
        bytes.fromhex(signed.key + signed.signature)
    except (ValueError, TypeError):
        return None
    return signed


def _plain(head: Head, name: str) -> dict[str, Any]:
    return {"at": head.at, "id": head.id, "name": name, "seq": head.seq}


def _content(head: Head, name: str) -> bytes:
    return jcs({**_plain(head, name), "what": "debadge ledger head"})
