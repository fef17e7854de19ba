"""What was looked for and not found: an explicit negative, with its day; never a reason to say that nothing applies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from debadge.model.days import Window
from debadge.model.source import Source, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative:
    """A search without a result, or an authority's word that there is no rule."""

    id: str
    places: tuple[str, ...]
    roles: tuple[str, ...]  # about whom; empty: everybody
    says: Text
    as_of: Window  # when it was so; nothing is known of later days
    source: Source

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "id": self.id,
            "places": list(self.places),
            "roles": list(self.roles),
            "says": dict(self.says),
            "as_of": self.as_of.plain(),
            "source": self.source.plain(),
        }
