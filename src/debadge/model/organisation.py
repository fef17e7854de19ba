"""Who is asking: what an organisation says of itself in org.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from ipaddress import ip_address, ip_network
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place, its networks, and what may be asked of everything in it."""

    id: str
    names: Mapping[str, str]
    networks: tuple[str, ...] = ()
    site_class: tuple[str, ...] | None = None
    controller: str | None = None
    purpose: tuple[str, ...] | None = None
    contract: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """An agreement that may be renewed."""

    id: str
    kind: str | None = None
    renews: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """Addresses that are not this organisation's to look at."""

    network: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation; without one nobody's role is guessed."""

    names: Mapping[str, str]
    profile: str | None
    jurisdiction: str | None
    roles: tuple[str, ...]
    marking: str | None = None
    sites: tuple[Site, ...] = ()
    contracts: tuple[Contract, ...] = ()
    record_kinds: tuple[str, ...] | None = None
    exclude: tuple[Excluded, ...] = ()
    assumes: Mapping[str, Any] = field(default_factory=dict)  # fact -> value that the shipped profile supposes

    def site(self, name: str) -> Site | None:
        """The site of an id or a name in any language, also where a record writes both: "Siège / Headquarters"."""
        wanted = {part.strip().casefold() for part in (name, *name.split("/"))}
        return next(
            (s for s in self.sites if wanted & {s.id.casefold(), *(n.casefold() for n in s.names.values())}), None
        )

    def site_of_address(self, address: str) -> Site | None:
        """The site whose networks hold an address, the narrowest network first."""
        found = [
            (ip_network(n, strict=False).prefixlen, s) for s in self.sites for n in s.networks if holds(n, address)
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def network_of_address(self, address: str) -> str | None:
        """The network of the list that holds an address, the narrowest first."""
        found = [n for s in self.sites for n in s.networks if holds(n, address)]
        return max(found, key=lambda n: ip_network(n, strict=False).prefixlen, default=None)

    def is_excluded(self, address: str) -> bool:
        """Whether an address is somebody else's."""
        return any(holds(item.network, address) for item in self.exclude)


def holds(network: str, address: str) -> bool:
    """Whether an address lies in a network; a text that is no address lies in none."""
    try:
        return ip_address(address) in ip_network(network, strict=False)
    except ValueError:
        return False
