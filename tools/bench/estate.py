"""A large synthetic estate as observation lines: ten observations a device, as a discovery sweep would give them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

MODELS = (
    "DS-2CD2143G2-I",
    "DS-2CD2347G2-LU",
    "DS-7608NI-K2/8P",
    "IPC-HFW2431S-S-S2",
    "IPC-HDBW2431E-S-S2",
    "P3245-V",
    "XNV-8080R",
    "FD9369",
)
PREFIXES = ("c056e3", "c42f90", "bcad28", "3cef8c", "08eded", "accc8e", "000918", "0002d1")
SERVERS = ("App-webs/", "webs", "DNVRS-Webs", "", "", "Boa/0.94", "nginx", "Boa/0.94.14rc21")
ACQUIRED = tuple(f"20{year}-{month:02d}-15" for year in (19, 20, 21, 22, 23, 24) for month in (2, 5, 8, 11))


def lines(devices: int) -> Iterator[str]:
    """Observation lines of so many devices; the same number gives the same lines."""
    for n in range(devices):
        kind = n % len(MODELS)
        mac = f"{PREFIXES[kind]}{n:06x}"
        subject = {
            "kind": "device",
            "ref": f"unit-{n}",
            "ip": f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}",
            "mac": ":".join(mac[i : i + 2] for i in range(0, 12, 2)),
        }
        for field, value in _fields(n, kind):
            yield (
                json.dumps(
                    {
                        "subject": subject,
                        "field": field,
                        "value": value,
                        "origin": {"tool": "sweep", "method": "probe", "locator": f"s:{n}"},
                        "collected": "2026-10-14T10:00:00Z",
                    },
                    separators=(",", ":"),
                )
                + "\n"
            )


def _fields(n: int, kind: int) -> Iterator[tuple[str, str]]:
    model = MODELS[kind]
    yield "http_server", SERVERS[kind]
    yield (
        "http_wwwauth",
        'Digest realm="IP Camera(C%04d)"' % (n % 5000)
        if kind < 3
        else 'Digest realm="AXIS_%012X"' % n
        if kind == 5
        else 'Basic realm="device"',
    )
    yield "model_string", model
    yield (
        "firmware_string",
        "V5.7.%d build 2306%02d" % (n % 20, n % 28 + 1) if kind < 3 else "2.800.0000000.%d.R" % (n % 30),
    )
    yield "serial_string", f"{model}2022{n % 12 + 1:02d}{n % 28 + 1:02d}AAWR{n:09d}" if kind < 3 else f"SN{n:010d}"
    yield (
        "brand_string",
        ("Hikvision", "Hikvision", "Hikvision", "Dahua", "Dahua", "Axis", "Hanwha Vision", "Vivotek")[kind],
    )
    yield "rtsp_server", "Dahua Rtsp Server" if kind in {3, 4} else "GStreamer RTSP server"
    yield "onvif_scopes", f"onvif://www.onvif.org/hardware/{model} onvif://www.onvif.org/name/unit"
    yield "acquired", ACQUIRED[n % len(ACQUIRED)]
    yield "location", f"room {n % 400}"


def write(path: Path, devices: int) -> int:
    """Write the estate; the number of observations."""
    with path.open("w", encoding="utf-8") as stream:
        count = 0
        for line in lines(devices):
            stream.write(line)
            count += 1
    return count


HEADINGS = (
    "Asset tag,Manufacturer,Model,Serial number,MAC address,IP address,"
    "Firmware,Description,Location,Acquired,Status,Supplier"
)


def write_inventory(path: Path, devices: int) -> None:
    """The same estate as an organisation's inventory: one row a device, some ten observations a row."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(f"{HEADINGS}\n")
        for n in range(devices):
            kind, told = n % len(MODELS), dict(_fields(n, n % len(MODELS)))
            mac = f"{PREFIXES[kind]}{n:06x}"
            cells = (
                f"T-{n}",
                told["brand_string"],
                told["model_string"],
                told["serial_string"],
                mac,
                f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}",
                told["firmware_string"],
                "camera",
                told["location"],
                told["acquired"],
                "in use",
                "Supplier Ltd.",
            )
            stream.write(",".join(cells) + "\n")
