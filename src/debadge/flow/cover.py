"""What was looked at, of what the organisation says there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from debadge.correlate.join import Shared
from debadge.judge.known import LeftOut
from debadge.judge.law import Law
from debadge.model.asset import Asset
from debadge.model.coverage import Coverage, FileCoverage, NetworkCoverage
from debadge.model.identification import Identification
from debadge.model.observation import Observation
from debadge.model.organisation import Organisation, holds
from debadge.text.addresses import Address, within

_OWN_KEYS = frozenset({"serial", "uuid", "mac"})  # by which two things are told apart wherever they stand
_LOOKS = frozenset({"probe", "capture", "import"})  # means by which somebody looked; a record only says so


def cover(
    files: Sequence[FileCoverage],
    organisation: Organisation | None,
    things: Sequence[tuple[Asset, Sequence[tuple[str, Observation]], Identification]],
    *,
    personal: int,
    excluded: int,
    shared: Iterable[Shared],
    left_out: Iterable[LeftOut],
    law: Law,
) -> Coverage:
    """Fractions with denominators; where the organisation gives none, there is none."""
    seen = (
        {o.subject.ip for _, records, _ in things for _, o in records if o.subject.ip and o.origin.method in _LOOKS}
        if organisation and organisation.sites
        else set()
    )
    missing: Counter[str] = Counter()
    for asset, _, found in things:
        for group in found.not_looked:
            missing[group] += asset.quantity
    return Coverage(
        files=tuple(sorted(files, key=lambda f: f.name)),
        networks=_networks(files, organisation, seen),
        kinds_expected=organisation.record_kinds if organisation else None,
        kinds_read=tuple(sorted({f.record_kind for f in files if f.record_kind})),
        personal=personal,
        excluded_units=excluded,
        shared_keys=tuple(asdict(key) for key in shared),
        same_address=_same_address(asset for asset, _, _ in things),
        lookalikes=_lookalikes(((asset.quantity, found) for asset, _, found in things), law),
        not_looked=missing,
        left_out=tuple(asdict(fact) for fact in left_out),
    )


def _same_address(assets: Iterable[Asset]) -> tuple[tuple[str, int], ...]:
    """Addresses under which several things stand that nothing joined, and that their own keys do not all tell apart."""
    counts: Counter[str] = Counter()
    open_: set[str] = set()  # addresses of a thing without a key of its own: it may be any of the others
    for asset in assets:
        addresses = [value for key, value in asset.keys if key == "ip"]
        counts.update(addresses)
        if not any(key in _OWN_KEYS for key, _ in asset.keys):
            open_.update(addresses)
    return tuple(sorted((address, counts[address]) for address in open_ if counts[address] > 1))


def _lookalikes(found: Iterable[tuple[int, Identification]], law: Law) -> tuple[tuple[str, str, int], ...]:
    """Names of makers that nobody knows and that look like one that a measure names: perhaps a slip of the pen."""
    units: Counter[str] = Counter()
    for quantity, one in found:
        if one.maker is None and one.brand and law.called.meant(one.brand) is None:
            units[one.brand] += quantity
    near = ((name, law.called.nearly(name), count) for name, count in sorted(units.items()))
    return tuple((name, whom, count) for name, whom, count in near if whom)


def _networks(
    files: Sequence[FileCoverage], organisation: Organisation | None, seen: set[str]
) -> tuple[NetworkCoverage, ...] | None:
    if organisation is None or not any(site.networks for site in organisation.sites):
        return None
    answered = {ip_address(text) for text in seen if _is_address(text)}
    return tuple(
        _network(network, site.id, files, organisation, answered)
        for site in organisation.sites
        for network in site.networks
    )


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _network(
    network: str, site: str, files: Sequence[FileCoverage], organisation: Organisation, answered: set[Address]
) -> NetworkCoverage:
    whole = ip_network(network, strict=False)
    others = [ip_network(item.network, strict=False) for item in organisation.exclude]
    inside = [other for other in others if other.version == whole.version and other.subnet_of(whole)]  # type: ignore[arg-type]  # same version
    scans = [f for f in files if f.swept and any(_overlaps(span, network) for span in f.swept)]
    swept = {
        address
        for f in scans
        for span in f.swept
        for address in within(span, network)
        if not organisation.is_excluded(str(address))
    }
    here = {address for address in answered if address in whole and not organisation.is_excluded(str(address))}
    excluded = sum(other.num_addresses for other in inside)
    return NetworkCoverage(
        network=network,
        site=site,
        addresses=whole.num_addresses - excluded,
        excluded=excluded,
        swept=len(swept),
        answered=len(here),
        methods=tuple(sorted({f.method for f in scans if f.method})),
        last=max((f.last for f in scans if f.last), default=None),
    )


def _overlaps(span: str, network: str) -> bool:
    first, _, last = span.partition("-")
    return holds(network, first) or holds(network, last or first) or next(iter(within(span, network)), None) is not None


def ranges(addresses: Iterable[str]) -> tuple[str, ...]:
    """Addresses as ranges, so that a sweep of a network is one line and not 65,536."""
    numbers = sorted({(a.version, int(a)) for text in addresses if _is_address(text) for a in (ip_address(text),)})
    told: list[tuple[Address, Address]] = []
    for version, value in numbers:
        here: Address = IPv4Address(value) if version == 4 else IPv6Address(value)
        if told and told[-1][1].version == version and int(told[-1][1]) + 1 == value:
            told[-1] = (told[-1][0], here)
        else:
            told.append((here, here))
    return tuple(str(a) if a == b else f"{a}-{b}" for a, b in told)
