"""Ed25519 (RFC 8032): keys in PEM files, signatures over bytes.

The one module that imports the library for it, and imported only by those who sign or check: a start without a released
pack does not pay for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from debadge.model.errors import ToldError

PUBLIC = ".pub"  # ending of a public key's file; what else lies in a folder of keys is not read
MAX_KEY_BYTES = 4_096  # a key of this kind takes some 120 bytes as PEM
MAX_KEYS = 1_000  # of one folder

Trust = Mapping[bytes, Path]
"""Public keys, 32 bytes each, and the file that each stands in."""


def new_key() -> tuple[bytes, bytes]:
    """A private key and its public key, as PEM."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), public


def private_key(path: Path) -> Ed25519PrivateKey:
    """The private key of a file.

    Raises:
        ToldError: No such file, or no unencrypted Ed25519 private key in PEM.
    """
    try:
        key = load_pem_private_key(_content(path), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as bad:  # TypeError: it asks for a password
        raise ToldError("pack.key.not_private", path=path) from bad
    if not isinstance(key, Ed25519PrivateKey):
        raise ToldError("pack.key.not_private", path=path)
    return key


def public_key(path: Path) -> bytes:
    """The public key of a file, 32 bytes.

    Raises:
        ToldError: No such file, or no Ed25519 public key in PEM.
    """
    try:
        key = load_pem_public_key(_content(path))
    except (ValueError, UnsupportedAlgorithm) as bad:
        raise ToldError("pack.key.not_public", path=path) from bad
    if not isinstance(key, Ed25519PublicKey):
        raise ToldError("pack.key.not_public", path=path)
    return key.public_bytes_raw()


def trusted(places: Iterable[Path]) -> Trust:
    """The keys of files, and of the files ``*.pub`` of folders.

    Raises:
        ToldError: A place that is not there, a file that is no public key, too many files.
    """
    return {public_key(path): path for place in places for path in _files(place)}


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    try:
        found = sorted(path for path in place.iterdir() if path.suffix == PUBLIC)
    except OSError as bad:
        raise ToldError("pack.unreadable", path=place, why=bad.strerror or bad) from bad
    if len(found) > MAX_KEYS:
        raise ToldError("pack.trust.too_many", place=place, count=len(found), most=MAX_KEYS)
    yield from found


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise ToldError("pack.key.absent", path=path)
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_KEY_BYTES)
    except OSError as bad:
        raise ToldError("pack.unreadable", path=path, why=bad.strerror or bad) from bad


def sign(key: Ed25519PrivateKey, content: bytes) -> tuple[bytes, bytes]:
    """The public key and the signature, 32 and 64 bytes; the same content gives the same signature."""
    return key.public_key().public_bytes_raw(), key.sign(content)


def holds(public: bytes, signature: bytes, content: bytes) -> bool:
    """Whether a signature is that key's over that content."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """The SHA-256 of a public key, as people compare it."""
    return hashlib.sha256(public).hexdigest()
