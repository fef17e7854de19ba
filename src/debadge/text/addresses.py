"""Ranges of addresses, as scans tell what they asked: "192.0.2.0-192.0.2.125"."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address


def within(span: str, network: str) -> Iterator[Address]:
    """The addresses of a range, or of one address, that lie in a network."""
    first, _, last = span.partition("-")
    start, end, whole = ip_address(first), ip_address(last or first), ip_network(network, strict=False)
    if start.version != whole.version:
        return
    low, high = max(int(start), int(whole[0])), min(int(end), int(whole[-1]))
    kind = type(start)
    yield from (kind(number) for number in range(low, high + 1))
