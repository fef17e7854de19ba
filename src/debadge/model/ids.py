"""Ids of records: SHA-256 over canonical JSON, so that the same content has the same name everywhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from json.encoder import encode_basestring as quoted
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
ID_LENGTH = 16  # hex digits: 64 bits, a collision among a million records has odds of 1 to 37 million


def canonical(value: Any) -> str:
    """JSON with sorted keys, no blanks, Unicode as it is."""
    return _ENCODER.encode(value)


def canonical_texts(told: Mapping[str, str]) -> str:
    """As `canonical`, for an object that holds text alone under names with nothing to escape; five times as fast."""
    return "{" + ",".join([f'"{name}":{quoted(text)}' for name, text in sorted(told.items())]) + "}"


def digest(value: Any) -> str:
    """The id of a JSON value, ``ID_LENGTH`` hex digits."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:ID_LENGTH]


def digest_bytes(content: bytes) -> str:
    """The full SHA-256 of some bytes, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()
