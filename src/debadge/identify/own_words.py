"""What a device calls itself: the title of its page, its greeting, its realm, the manufacturer in its answer.

Such words are free text, and people can change most of them. A name at their beginning is worth what a name in a record is
worth, and a model number what a model number is worth; the rules of each channel say what is worth more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from debadge.wire.answers import decode

MAX_WORDS = 120  # characters; what is longer is prose
_FIRST_LINE = re.compile(r"\s*(?:220[- ])?\s*([^\r\n\0]+)")
_REALM = re.compile(r'realm="([^"]{2,120})"', re.IGNORECASE)
_LINES = frozenset(
    {
        *("http_title", "http_server", "rtsp_server", "ssdp_server", "telnet_banner", "ftp_banner", "snmp_sysdescr"),
        *("dhcp_vendor_class", "sip_user_agent", "sip_server", "device_name"),
    }
)
_ELEMENTS = {
    "onvif_scopes": ("name",),
    "onvif_deviceinfo": ("manufacturer",),
    "upnp_description": ("manufacturer", "modelname"),
    "cwmp_inform": ("manufacturer",),
    "gb28181_deviceinfo": ("manufacturer",),
}


def own_words(channel: str, text: str) -> Iterator[str]:
    """The texts of a value in which a device says what it is; none for other channels."""
    if channel in _LINES:
        found = _FIRST_LINE.match(text)
        yield from (found[1].strip(),) if found and len(found[1]) <= MAX_WORDS else ()
    elif channel == "http_wwwauth":
        yield from (found[1] for found in _REALM.finditer(text[:512]))
    elif names := _ELEMENTS.get(channel):
        answer = decode(channel, text)
        yield from (answer[name][:MAX_WORDS] for name in names if name in answer)
