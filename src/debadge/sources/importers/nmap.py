"""nmap XML: every host that answered, and which addresses were looked at. A file cut off in the middle is read as far as it goes.

`vendor` and `osmatch` are nmap's own conclusions and are not taken over. Form and script outputs: fact base on formats,
section 1; nmap's own documentation of its scripts (http-auth, http-title, ssl-cert, rtsp-methods).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from debadge.model.errors import FileError
from debadge.model.ids import canonical, digest_bytes
from debadge.model.observation import Observation, Origin, Reject, Skip, Subject
from debadge.sources.interface import EvidenceFile, Item, ReadContext, Sweep
from debadge.sources.limits import MAX_CELL, MAX_ROWS
from debadge.sources.nmap_scripts import SCRIPTS
from debadge.sources.rows import too_many
from debadge.sources.values import address, is_mac
from debadge.sources.xml_parts import Element, Harvest, harvest

NAME = "nmap"
DESCRIPTION = "format_nmap"
GENERAL = False
_PART = r"(?:\d{1,3}(?:[-,]\d{1,3})*|\*)"
_TARGET = re.compile(rf"{_PART}(?:\.{_PART}){{3}}(?:/\d{{1,2}})?|[0-9a-fA-F:]{{3,39}}:[0-9a-fA-F:.]*(?:/\d{{1,3}})?")
_NOT_TARGETS = {
    "-S",
    "-D",
    "-oX",
    "-oN",
    "-oG",
    "-oA",
    "-iL",
    "-sI",
    "-b",
    "--dns-servers",
    "--spoof-mac",
    "--proxies",
    "--excludefile",
}
"""Options whose value may look like an address and is none that was scanned."""


def sniff(head: bytes, name: str) -> bool:  # noqa: ARG001  # a name proves nothing
    """Whether the root element is nmap's."""
    return head.lstrip().startswith(b"<") and re.search(rb"<nmaprun[\s>]", head) is not None


def read(file: EvidenceFile, context: ReadContext) -> Iterator[Item]:
    """Every host: observations, or a skip if it was down.

    Raises:
        FileError: No XML of nmap, or it declares entities.
    """
    found = Harvest()
    hosts = 0
    looked: list[str] = []
    with file.stream() as stream:
        for host in harvest(stream, "host", found):
            hosts += 1
            if hosts > MAX_ROWS:
                raise too_many()
            if ip := _addresses(host).get("ip"):
                looked.append(ip)
            yield from _host(host, f"{file.name}:{host.line}", found, context)
    if "nmaprun" not in found.seen:
        raise FileError("nmap_without_scan")
    if found.broken:
        yield Reject(locator=f"{file.name}:{found.broken}", reason="xml_broken", given={})
    if not found.whole:
        context.report.note(file.name, "scan_incomplete", hosts=str(hosts))
    context.report.sweeps.append(_sweep(found, looked))


def _host(host: Element, locator: str, found: Harvest, context: ReadContext) -> Iterator[Item]:
    keys = _addresses(host)
    status = host.child("status")
    if status is not None and status.attributes.get("state") == "down":
        yield Skip(locator=locator, reason="host_down", address=keys.get("ip"))
        return
    if not keys:
        yield Reject(locator=locator, reason="host_without_address", given={})
        return
    names = [
        n.attributes["name"].strip()
        for n in host.under("hostnames", "hostname")
        if n.attributes.get("name", "").strip()
    ]
    cut = context.columns.secrets.cut
    subject = Subject(**keys, hostname=cut(names[0]) if names else None)
    values = [("host_state", "up"), *(("hostname", name) for name in dict.fromkeys(names)), *_services(host, context)]
    kept: list[tuple[str, str]] = []
    for field, value in dict.fromkeys(values):
        if len(value) > MAX_CELL:
            context.report.note(locator, "value_dropped_long", field=field, limit=str(MAX_CELL))
        elif clean := cut(value):
            kept.append((field, clean))
            if clean != value:
                context.report.cut.add(field)
    raw = digest_bytes(canonical([subject.plain(), kept]).encode("utf-8", "replace"))
    origin = Origin(tool="nmap", method="import", locator=locator)
    begun = found.seen.get("nmaprun", {}).get("start")
    collected = _when(host.attributes.get("endtime") or host.attributes.get("starttime") or begun)
    context.report.read += 1
    context.report.understood.update((field, "field") for field, _ in kept)
    for field, value in kept:
        yield Observation(subject=subject, field=field, value=value, origin=origin, collected=collected, raw=raw)


def _addresses(host: Element) -> dict[str, str]:
    """The keys `ip` and `mac`: the first address of each kind, version 4 before 6."""
    told: dict[str, str] = {}
    for kind, key in (("ipv4", "ip"), ("ipv6", "ip"), ("mac", "mac")):
        for one in host.children("address"):
            text = one.attributes.get("addr", "")
            if one.attributes.get("addrtype") == kind and (is_mac(text) if key == "mac" else address(text)):
                told.setdefault(key, text)
    return told


def _services(host: Element, context: ReadContext) -> Iterator[tuple[str, str]]:
    for port in host.under("ports", "port"):
        state = port.child("state")
        if state is None or state.attributes.get("state") != "open":
            continue
        yield "open_port", f"{port.attributes.get('portid', '?')}/{port.attributes.get('protocol', '?')}"
        service = port.child("service")
        told = service.attributes if service is not None else {}
        product = " ".join(filter(None, (told.get("product"), told.get("version"), told.get("extrainfo"))))
        if product:
            yield "nmap_service", product
        yield from _scripts(port, told, context)
    for block in host.children("hostscript"):
        yield from _scripts(block, {}, context)


def _scripts(block: Element, service: Mapping[str, str], context: ReadContext) -> Iterator[tuple[str, str]]:
    for script in block.children("script"):
        name = script.attributes.get("id", "")
        reader = SCRIPTS.get(name)
        if reader is None:
            context.report.left_over.add(context.columns.secrets.cut(f"script {name}")[:80])
        else:
            yield from reader(script, service)


def _sweep(found: Harvest, looked: list[str]) -> Sweep:
    run, end = found.seen["nmaprun"], found.seen.get("finished", {})
    hosts = found.seen.get("hosts", {})
    targets, excluded = _targets(run.get("args", ""))
    started, finished = _when(run.get("start")), _when(end.get("time"))
    return Sweep(
        tool=f"nmap {run.get('version', '')[:20]}".strip(),
        targets=targets,
        excluded=excluded,
        looked_at=tuple(sorted(set(looked))),
        started=started,
        finished=finished,
        ports=found.seen.get("scaninfo", {}).get("services", "")[:MAX_CELL] or None,
        complete=found.whole and end.get("exit", "success") == "success" and bool(end),
        up=_count(hosts.get("up")),
        down=_count(hosts.get("down")),
    )


def _targets(args: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(targets, excluded) among the words of the command line; the rest of it may hold secrets and is not kept."""
    targets: list[str] = []
    excluded: list[str] = []
    before = ""
    for word in args.split()[1:]:
        if before == "--exclude":
            excluded += [part for part in word.split(",") if _TARGET.fullmatch(part)]
        elif before not in _NOT_TARGETS and _TARGET.fullmatch(word):
            targets.append(word)
        before = word
    return tuple(targets), tuple(excluded)


def _when(seconds: str | None) -> datetime | None:
    """Seconds since 1970 UTC."""
    if seconds is None or not seconds.isascii() or not seconds.isdigit() or len(seconds) > 11:
        return None
    return datetime.fromtimestamp(int(seconds), UTC)


def _count(text: Any) -> int | None:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 10 else None
