"""Cameras behind a recorder: each channel that it lists is a thing of its own, and none inherits the recorder's maker.

A recorder of one maker shows cameras of any other (eight of Jovision behind one of Hikvision, in the fact base on fingerprints).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from debadge.model.asset import Asset
from debadge.model.observation import Kept, Observation, Origin, Subject, keep
from debadge.text import macs
from debadge.wire.answers import decode
from debadge.wire.channels import channel_number, split_channels

FIELD = "nvr_channel"
RULE = "nvr.channel"


def behind(kept: Iterable[Kept]) -> list[Kept]:
    """The channels that recorders list, each as an observation of its own, derived from that of the recorder."""
    lists = [told for told in kept if told.seen.field == FIELD and told.seen.subject.kind != "channel"]
    alone: Counter[str] = Counter()  # channels without a number that came one by one, by recorder
    found = []
    for told in sorted(lists, key=lambda one: one.text):
        recorder = _name(told.seen.subject)
        texts = split_channels(told.seen.value)
        for place, text in enumerate(texts, 1):
            number = channel_number(text)
            if number is None and len(texts) == 1:
                alone[recorder] += 1
                number = f"?{alone[recorder]}"
            found.append(_channel(told, text, f"{recorder} channel {number or f'?{place}'}" if recorder else None))
    return found


def _name(recorder: Subject) -> str:
    """What tells recorders apart; many have the same host name, so an address goes before it."""
    told = (recorder.ref, recorder.ip, recorder.serial, recorder.mac, recorder.uuid, recorder.hostname)
    return next((name for name in told if name), "")


def _channel(told: Kept, text: str, ref: str | None) -> Kept:
    """One channel as a thing. Its address is no key: recorders number the cameras at their own sockets alike."""
    seen, answer = told.seen, decode(FIELD, text)
    mac = macs.parse_mac(answer.get("macaddress") or answer.get("mac") or "")
    serial = answer.get("serialnumber") or None
    subject = Subject(kind="channel", ref=ref, mac=macs.spell(mac) if mac else None, serial=serial)
    origin = Origin(tool=seen.origin.tool, method="derived", locator=seen.origin.locator, rule=RULE, parent=told.id)
    return keep(
        told.file, Observation(subject=subject, field=FIELD, value=text, collected=seen.collected, origin=origin)
    )


def with_recorders(assets: Sequence[tuple[Asset, list[Kept]]]) -> Iterator[tuple[Asset, list[Kept]]]:
    """The same assets; those that a recorder lists name it as their parent."""
    recorders = {told.id: asset.id for asset, kept in assets for told in kept if told.seen.field == FIELD}
    for asset, kept in assets:
        parent = _recorder(asset, kept, recorders)
        yield (replace(asset, parent=parent) if parent else asset), kept


def _recorder(asset: Asset, kept: Iterable[Kept], recorders: Mapping[str, str]) -> str | None:
    """The first recorder that lists it, and not the thing itself."""
    listed = (told.seen.origin.parent for told in kept if told.seen.origin.rule == RULE)
    found = {recorders[id_] for id_ in listed if id_ is not None and id_ in recorders} - {asset.id}
    return min(found, default=None)
