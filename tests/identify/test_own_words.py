"""What a device calls itself, and what only looks like it."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.identify.own_words import own_words

NAMED = [
    ("title that is a model number", "http_title", "DS-2CD2143G2-I", "model-hik-ds"),
    ("title that begins with the name", "http_title", "Hikvision DS-7608NI-K2", "name:hikvision"),
    ("greeting that names a company", "telnet_banner", "Welcome to C300 of ZTE Corporation", "name:zte"),
    ("software of the maker", "http_server", "Mini web server 1.0 ZTE corp 2005.", "name:zte"),
    ("agent in brackets", "sip_server", "SIP/1.0 (Huawei)", "name:huawei"),
    ("greeting of a shell", "ssh_banner", "SSH-2.0-ZTE_SSH.1.0", "name:zte"),
    ("realm", "http_wwwauth", 'Basic realm="Huawei HG8245H"', "name:huawei"),
    ("owner of a certificate", "tls_subject", "C=CN, O=Tiandy Tech Ltd, CN=NetDevice", "name:tiandy"),
    ("name of the element", "upnp_description", "<manufacturer>ZTE</manufacturer>", "name:zte"),
    ("page of a maker that no rule names", "http_title", "SonicWall - Authentication", "name:sonicwall"),
    ("shell of a maker that no rule names", "telnet_banner", "RICOH Maintenance Shell.", "name:ricoh"),
    ("class of a client", "dhcp_vendor_class", "huawei AR1220", "name:huawei"),
]
NOT_NAMED = [
    ("name of a host", "telnet_banner", "huawei-lab login:"),
    ("another company of the name", "http_title", "Dahua Scale Factory Shanghai"),
    ("host of a maker that no rule names", "telnet_banner", "ricoh-lab login:"),
    ("page about it", "http_title", "How to reset Hikvision cameras"),
    ("host in a certificate", "tls_subject", "CN=dahua-recorder.example.org, O=Harbour Office"),
    ("host with a number", "tls_subject", "CN=dahua-cam01.example.org"),
    ("cloud that hosts it", "http_title", "Huawei Cloud ERP"),
    ("everyday word", "http_title", "Axis of rotation 12"),
    ("prose", "snmp_sysdescr", "This is the Hikvision gateway of the second floor, " * 4),
]


@pytest.mark.parametrize(("what", "channel", "value", "signal"), NAMED, ids=[row[0] for row in NAMED])
def test_own_words_name_the_maker(world: World, what: str, channel: str, value: str, signal: str) -> None:
    assert signal in {hit.signal for hit in world.identifier.matcher.match(channel, value.encode())}, what


@pytest.mark.parametrize(("what", "channel", "value"), NOT_NAMED, ids=[row[0] for row in NOT_NAMED])
def test_other_words_name_nobody(world: World, what: str, channel: str, value: str) -> None:
    hits = world.identifier.matcher.match(channel, value.encode())
    assert [hit.signal for hit in hits if hit.signal.startswith(("name:", "badge:"))] == [], what


def test_channels_that_hold_other_things_have_no_own_words() -> None:
    assert list(own_words("mac_oui", "44:19:b6")) == []
    assert list(own_words("serial_string", "Hikvision")) == []
