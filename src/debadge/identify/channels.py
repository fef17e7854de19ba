"""Which channels there are, and which of them depend on each other: a group counts once, however many of its channels speak.

Source: channel groups of the fact base on fingerprints, read 2026-11-22.
"""

from __future__ import annotations

from functools import lru_cache

GROUPS = ("network_address", "web", "stream", "discovery", "management", "record")
"""Groups of evidence about a device; what nobody collected of these is listed as not looked at."""
PORTS = "ports"
"""Which ports answer: somebody knocked, and asked nothing; so it is no group that was looked at."""
SOFTWARE = "software"
"""A finding about software or a disk, never by itself about the device at that address."""

_NAMES = {
    "network_address": "mac_oui ethertype",
    "web": "tls_subject tls_issuer",
    "stream": "rtsp_server rtsp_wwwauth rtsp_raw rtsp_path payload_prefix_hex",
    # the export of a discovery tool shows that somebody asked, though no rule reads it
    "discovery": "sadp_export sadp_probematch dhip_devinfo dahua_v1 unv_probematch nvss_seek upnp_description ssdp_server "
    "wifi_ssid genicam_vendor",
    "management": "ssh_banner telnet_banner ftp_banner gb28181_deviceinfo cwmp_inform dns_or_sni isapi_deviceinfo cgi_systeminfo "
    "dvrip_37777 tcp_banner_hex",
    "record": "model_string serial_string firmware_string brand_string description chipset_string device_class_string fcc_id "
    "usb_id device_name nvr_channel",
    PORTS: "open_port open_ports",
    SOFTWARE: "software_name software_library package_url file_name storage_signature",
}
_BY_NAME = {name: group for group, names in _NAMES.items() for name in names.split()}
_BY_START = {
    "http_": "web",
    "favicon_": "web",
    "tls_": "web",
    "lapi_": "web",
    "rtsp_": "stream",
    "onvif_": "discovery",
    "mdns_": "discovery",
    "snmp_": "management",
    "lldp_": "management",
    "sip_": "management",
    "dhcp_": "management",
}

READS_AS = {"rtsp_wwwauth": "http_wwwauth", "lldp_sysdescr": "snmp_sysdescr", "open_ports": "open_port"}
"""Channels that every rule of another channel reads as well."""


@lru_cache(maxsize=4096)
def group_of(field: str) -> str | None:
    """The group of a channel; None for a field that says nothing about who made a thing."""
    if group := _BY_NAME.get(field):
        return group
    return next((group for start, group in _BY_START.items() if field.startswith(start)), None)
