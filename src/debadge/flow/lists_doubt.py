"""A doubt about a list that is taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FEW = 2
"""Rows, or items of one kind, that may leave a short list at once, of which they are a large share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that does not fit what is known of the list."""

    reason: str  # an id of the sentence catalogue
    given: Mapping[str, str] = field(default_factory=dict)  # `content` is one of CONTENTS, for which there are words

    def plain(self) -> dict[str, object]:
        """The JSON form."""
        return {"reason": self.reason, "given": dict(sorted(self.given.items()))}
