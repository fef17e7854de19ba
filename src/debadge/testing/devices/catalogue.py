"""Invented units by the protocol that they answer: makers' own, relabels, and one that only copies the protocol.

Prefixes of MACs are the registered ones; what follows is invented, as are serial numbers, which keep the makers' grammar.
Which units there are: the fact base on protocols, section 9, read 2026-11-22.
"""

from __future__ import annotations

from debadge.testing.devices.persona import Persona

SADP: tuple[Persona, ...] = (
    Persona(
        label="hikvision-old",
        brand="Hikvision",
        model="DS-2CD2032-I",
        serial="DS-2CD2032-I20150513CCWR000000001",
        mac="44:19:b6:00:00:01",
        firmware="V5.3.0build 150513",
    ),
    Persona(
        label="hikvision-new",
        brand="Hikvision",
        model="DS-2CD2143G2-I",
        serial="DS-2CD2143G2-I20211206AAWRG00000002",
        mac="44:19:b6:00:00:02",
        firmware="V5.7.3build 220112",
        ip="192.0.2.12",
        oem_code=0,
        ezviz_code=False,
        detail_oem_code=1,
    ),
    Persona(
        label="hikvision-recorder",
        brand="Hikvision",
        model="DS-7608NI-K2/8P",
        serial="DS-7608NI-K2/8P0820220714CCRRK00000003WCVU",
        mac="44:19:b6:00:00:03",
        firmware="V4.61.025build 220905",
        device_class="NVR",
        ip="192.0.2.13",
        channels=8,
        oem_code=0,
        detail_oem_code=0,
    ),
    Persona(
        label="relabel",
        brand="Harbour & Sons",
        model="HS-CAM4",
        serial="HS-CAM420220101AAWRD00000004",
        mac="44:19:b6:00:00:04",
        firmware="V5.5.82build 190909",
        ip="192.0.2.14",
        oem_code=1,
        detail_oem_code=2180101,
        oem_info="Harbour & Sons",
    ),
    Persona(
        label="relabel-chinese",
        brand="港口",
        model="HS-CAM2",
        serial="HS-CAM220220102AAWRD00000005",
        mac="44:19:b6:00:00:05",
        firmware="V5.5.82build 190909",
        ip="192.0.2.15",
        oem_code=1,
        detail_oem_code=10101,
        oem_info="港口摄像机",
    ),
    Persona(
        label="ezviz",
        brand="EZVIZ",
        model="CS-H6C",
        serial="CS-H6C20230303AAWRE00000006",
        mac="0c:a6:4c:00:00:06",
        firmware="V5.3.8build 230706",
        ip="192.0.2.16",
        ezviz_code=True,
    ),
    Persona(
        label="clone",
        brand="",
        model="Virtual",
        serial="Virtual-000000007",
        mac="00:00:5e:00:53:07",
        firmware="V1.0build 200101",
        ip="192.0.2.17",
    ),
)
"""Units with Hikvision's discovery. The last is firmware of somebody else that answers so that recorders find it."""

DAHUA: tuple[Persona, ...] = (
    Persona(
        label="dahua",
        brand="Dahua",
        model="IPC-HFW2431S-S-S2",
        serial="7F00000PAG00001",
        mac="3c:ef:8c:00:00:01",
        firmware="2.800.0000000.16.R",
        ip="192.0.2.21",
        port=37777,
        vendor="Dahua",
    ),
    Persona(
        label="neutral",
        brand="",
        model="IP_Camera",
        serial="6C00000PAG00002",
        mac="3c:ef:8c:00:00:02",
        firmware="2.800.0000000.13.R",
        name="门口",
        ip="192.0.2.22",
        port=37777,
        vendor="General",
    ),
    Persona(
        label="lorex",
        brand="Lorex",
        model="W461ASC",
        serial="ND00000000000003",
        mac="00:1f:54:00:00:03",
        firmware="2.800.030000000.3.R",
        ip="192.0.2.23",
        port=35000,
        vendor="Lorex",
    ),
    Persona(
        label="intelbras",
        brand="Intelbras",
        model="MHDX 3116",
        serial="EKHH00000004F",
        mac="24:fd:0d:00:00:04",
        firmware="4.000.00IB002.17",
        device_class="MHDX",
        ip="192.0.2.24",
        port=37777,
        channels=16,
        dhcp=True,
        vendor="Intelbras",
    ),
    Persona(
        label="amcrest",
        brand="Amcrest",
        model="IP8M-2496E",
        serial="AMC00000000000005",
        mac="9c:8e:cd:00:00:05",
        firmware="2.622.00AC000.0.R",
        ip="192.0.2.25",
        port=37777,
        vendor="Amcrest",
    ),
)
"""Units with Dahua's discovery, new and old."""

TIANDY: tuple[Persona, ...] = (
    Persona(
        label="tiandy",
        brand="Tiandy",
        model="TC-C32XN",
        serial="TC00000001",
        mac="3c:da:6d:00:00:01",
        firmware="NVSS_V29.0.23.20250330",
        ip="192.0.2.31",
        port=3001,
    ),
    Persona(
        label="sannce",
        brand="SANNCE",
        model="I91FX",
        serial="SN00000002",
        mac="00:00:5e:00:53:02",
        firmware="NVSS_V29.0.23.20250330",
        ip="192.0.2.32",
        port=3002,
        http_port=81,
    ),
)
"""Units with Tiandy's search."""
