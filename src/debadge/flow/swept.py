"""Which addresses a scan asked, as spans ``first-last``: those that its file lists, and whole targets where the counts agree."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from debadge.flow.cover import ranges
from debadge.sources.interface import Sweep


def asked(sweep: Sweep) -> tuple[str, ...]:
    """The spans of one scan.

    A scanner lists hosts that are down only when it is told to. Where it came to its end and counts as many hosts as its
    targets have addresses, it has asked them all, whatever its file lists.
    """
    spans = [_span(target) for target in sweep.targets]
    whole = [span for span in spans if span]
    counted = (sweep.up or 0) + (sweep.down or 0)
    if sweep.complete and counted and not sweep.excluded and len(whole) == len(spans) and _size(whole) == counted:
        return tuple(sorted({f"{first}-{last}" for first, last in whole}))
    return ranges(sweep.looked_at)


def _span(target: str) -> tuple[str, str] | None:
    """First and last address of ``192.0.2.0/24``, ``192.0.2.1-100`` or ``192.0.2.1``; None for another form."""
    start, dash, last = target.partition("-")
    try:
        if dash:
            first = ip_address(start)
            return str(first), str(ip_address(f"{start.rpartition('.')[0]}.{last}"))
        network = ip_network(target, strict=False)
    except ValueError:
        return None
    return str(network[0]), str(network[-1])


def _size(spans: list[tuple[str, str]]) -> int:
    return sum(int(ip_address(last)) - int(ip_address(first)) + 1 for first, last in spans)
