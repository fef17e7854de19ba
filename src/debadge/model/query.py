"""A name that is asked about, as an input gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who is said to hold a share; a share that is not told, or cannot be read, is None."""

    name: str
    share: float | None = None  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked about; only the name has to be there."""

    text: str
    line: int = 1  # of the input, from 1
    country: str | None = None  # ISO 3166 alpha-2
    address: str | None = None
    identifiers: tuple[str, ...] = ()
    kind: str | None = None  # what the input says of the kind of supplier
    owners: tuple[Owner, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)  # all that stood beside the name, to be echoed
    bad: str | None = None  # why the line is no query: an id of the sentence catalogue
