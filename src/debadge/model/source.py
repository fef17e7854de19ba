"""Who says so, and a sentence in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Text = Mapping[str, str]
"""One sentence in each language: {"en": …, "fr": …}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so, and since when it could be known."""

    key: str
    title: str
    url: str | None
    published: date | None  # None: not found; such a source is left out under --known-by and counted
    read: date
    grade: str  # primary | secondary | third_party | general_knowledge
    quote: str | None = None  # at most 25 words of the clause
    lang: str = "en"  # of title and quote

    def plain(self) -> dict[str, Any]:
        """The JSON form of a citation."""
        return {
            "title": self.title,
            "url": self.url,
            "published": self.published.isoformat() if self.published else None,
            "read": self.read.isoformat(),
            "grade": self.grade,
            **({"quote": self.quote} if self.quote else {}),
        }
