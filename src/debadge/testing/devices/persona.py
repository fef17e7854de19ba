"""Who a simulated device says it is: one frozen record, whatever protocol asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One invented unit. `synthetic` is True and cannot be set, so that no file made of it passes for a capture.

    Serial numbers and firmware are in the maker's spelling, MACs in lower case with colons; each protocol spells them
    in its own way. None means that the firmware does not have the element.
    """

    label: str  # "hikvision-new", for the ids of tests
    brand: str  # on the housing: "Lorex"; "" if there is none
    model: str
    serial: str  # DeviceSN with the model in it at Hikvision's, 15 characters at Dahua's
    mac: str  # "44:19:b6:00:00:01"
    firmware: str  # "V5.7.3build 220112", "2.800.0000000.16.R"
    name: str = ""  # what its owner calls it
    device_class: str = "IPC"  # Dahua's words: IPC, NVR, HCVR, XVR, VTO ...
    ip: str = "192.0.2.10"
    mask: str = "255.255.255.0"
    gateway: str = "192.0.2.1"
    dhcp: bool = False
    port: int = 8000  # of the maker's private protocol: 8000, 37777, 35000 at one Lorex, 3001
    http_port: int = 80
    channels: int = 1
    oem_code: int | None = None  # Hikvision's byOEMCode: 0 baseline, 1 an OEM unit
    ezviz_code: bool | None = None
    detail_oem_code: int | None = None  # 0 old, 1 new baseline, else customer, two digits menu style, two digits region
    oem_info: str | None = None  # the badge in the answer's own words
    vendor: str = ""  # Dahua's Vendor and Manufacturer: Dahua, Private, General or the badge
    synthetic: Literal[True] = field(default=True, init=False)

    def link_local(self) -> str:
        """The IPv6 address that its MAC makes (RFC 4291 appendix A)."""
        octets = [int(octet, 16) for octet in self.mac.split(":")]
        octets[0] ^= 0b10
        low = [*octets[:3], 0xFF, 0xFE, *octets[3:]]
        groups = (f"{low[n] << 8 | low[n + 1]:x}" for n in range(0, 8, 2))
        return "fe80::" + ":".join(groups)
