"""A thing an organisation keeps track of: the observations that belong to it, and why they were joined."""

from __future__ import annotations

from dataclasses import dataclass
from json.encoder import encode_basestring as quoted
from typing import Any

from debadge.model.ids import canonical_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two observations belong to one thing."""

    key: str  # serial | uuid | mac | ip | order_line | ref
    value: str  # normalised, as compared
    strength: str  # strong | weak

    def plain(self) -> dict[str, str]:
        """The JSON form."""
        return {"key": self.key, "value": self.value, "strength": self.strength}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One thing, or a lot of alike things that have no names of their own."""

    id: str  # from a few stable raw values; see correlate
    kind: str  # as Subject.kind
    name: str  # what a person would call it: ref, serial, MAC, address, row
    quantity: int  # units; 1 unless a lot
    keys: tuple[tuple[str, str], ...]  # (key, value), sorted
    observations: tuple[str, ...]  # ids, sorted
    joins: tuple[Join, ...]
    parent: str | None = None  # the recorder of a channel

    def text(self) -> str:
        """`plain` as canonical JSON; the many ids of observations have nothing to escape."""
        joins = ",".join([canonical_texts(join.plain()) for join in self.joins])
        keys = ",".join([f'["{name}",{quoted(value)}]' for name, value in self.keys])
        ids = '"' + '","'.join(self.observations) + '"' if self.observations else ""
        parent = "null" if self.parent is None else quoted(self.parent)
        return (
            f'{{"id":{quoted(self.id)},"joins":[{joins}],"keys":[{keys}],"kind":"{self.kind}","name":{quoted(self.name)},'
            f'"observations":[{ids}],"parent":{parent},"quantity":{self.quantity}}}'
        )

    def plain(self) -> dict[str, Any]:
        """The JSON form, as in assets.jsonl."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "quantity": self.quantity,
            "keys": [list(k) for k in self.keys],
            "observations": list(self.observations),
            "joins": [j.plain() for j in self.joins],
            "parent": self.parent,
        }
