"""Every signal of the fact base on fingerprints is a rule of ours, or stands here with what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from debadge.correlate.derive import RULES
from debadge.flow.world import World
from debadge.identify.channels import READS_AS

SPLIT = {
    "oui-brand-own": ("oui-amcrest", "oui-lorex", "oui-intelbras", "oui-lts"),
    "rtsp-realm-dahuartsp": ("realm-dahuartsp",),
    "onvif-devinfo-manufacturer": (
        "onvif-devinfo-hikvision",
        "onvif-devinfo-dahua",
        "onvif-devinfo-uniview",
        "onvif-devinfo-zte",
    ),
    "onvif-devinfo-more": ("onvif-devinfo-hytera", "onvif-devinfo-badge"),
    "sip-gb-manufacturer": ("gb-manufacturer-hikvision", "gb-manufacturer-dahua", "gb-manufacturer-huawei"),
    "cwmp-manufacturer": ("cwmp-huawei", "cwmp-zte", "cwmp-dahua", "cwmp-hikvision"),
    "fw-dahua-oemcode": ("fw-dahua-oemcode-ac", "fw-dahua-oemcode-lr"),
    "combo-port-pattern-hik": ("combo-ports-hikvision",),
    "combo-port-pattern-dahua": ("combo-ports-dahua",),
    "model-hik-access": ("model-hik-door", "model-hik-network", "model-hik-show"),
}
"""One entry of the facts that is several rules here, or one of another name."""
DERIVED = {
    "oui-derived-wsd-uuid": "wsd.uuid",
    "oui-derived-eui64": "wsd.link-local",
    "oui-derived-onvif-mac-scope": "scope.mac",
    "onvif-hardware": "scope.hardware",
    "sadp-wifimac": "sadp.wifi-mac",
    "unv-scope-mac": "scope.macaddr",
    "unv-scope-serial": "scope.serial",
    "unv-scope-version": "scope.version",
    "realm-mac-bare": "realm.mac",
}
"""What only hides something: a rule that derives it."""
SAME_CHANNEL = {"rtsp-realm-same-as-http": "rtsp_wwwauth", "lldp-same-as-sysdescr": "lldp_sysdescr"}
NOT_RULES = {
    "oui-neutral-city": "a city in a registrant's name says nothing: no rule, and a test that it says nothing",
    "onvif-hikwsd-ns": "declared by firmware of others too: a trap, and a test that it names nobody",
    "nvr-proxy-protocol": "how a recorder speaks to a channel says nothing of its maker: a trap, and a test",
    "ssdp-psdk-147": "a library that many use",
    "sw-configtool": "a name that much else bears",
    "wifi-dap": "unverified, and access points of another maker bear it",
    "mdns-arecont": "the maker is known by its other rules; the service name is written in no source that was read",
    "mdns-psia": "unverified, and named after a standard",
    "pkg-hik-maven": "unverified: a client program, and no device",
    "dns-hik": "seen names are in dns-hik-seen; the others are unverified",
    "dns-hik-more": "unverified names of clouds",
    "dns-dahua": "seen names are in dns-dahua-seen; the others are unverified",
    "combo-dahua-relabel": "a badge never lowers a protocol: the maker stays, the badge is an answer of its own",
    "combo-hik-relabel": "as combo-dahua-relabel",
    "combo-onvif-dahua-brand": "as combo-dahua-relabel",
    "combo-hik-upnp-relabel": "as combo-dahua-relabel",
    "combo-hik-neutral": "the answer is strong alone; `neutral` leaves the badge unknown",
    "combo-unv-discovery": "answer and serial number count as one witness: both stand in one answer",
    "combo-unv-relabel": "as combo-dahua-relabel",
    "combo-dahua-crossflash": "hardware and firmware of two badges of one maker: both state their badge, the maker stays",
}


@pytest.fixture(scope="module")
def facts(shared: Path) -> set[str]:
    told: set[str] = set()
    for name in ("fingerprints.yaml", "fingerprints-more.yaml"):
        value = yaml.safe_load((shared / "facts" / name).read_text("utf-8"))
        told |= {rule["id"] for rule in (*value["signals"], *value["combos"])}
    return told


def test_every_signal_is_carried_over(facts: set[str], world: World) -> None:
    ours = {signal.id for signal in world.signals}
    known = {*ours, *SPLIT, *DERIVED, *SAME_CHANNEL, *NOT_RULES}
    assert sorted(facts - known) == []


def test_nothing_is_excused_that_is_a_rule(world: World) -> None:
    assert sorted({signal.id for signal in world.signals} & {*SPLIT, *DERIVED, *SAME_CHANNEL, *NOT_RULES}) == []


def test_what_stands_for_it_exists(world: World) -> None:
    ours, derived = {signal.id for signal in world.signals}, {rule.id for rule in RULES}
    assert [id_ for parts in SPLIT.values() for id_ in parts if id_ not in ours] == []
    assert [id_ for id_ in DERIVED.values() if id_ not in derived] == []
    assert set(SAME_CHANNEL.values()) <= set(READS_AS)
