"""What a device calls itself: the title of its page, its greeting, its realm, its certificate, the manufacturer in its answer.

Such words are free text, and people can change many of them. A name there is worth what a name in a record is worth, and a
model number what a model number is worth; the rules of each channel say what is worth more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from debadge.wire.answers import decode

MAX_LINE = 2_048  # characters of a value in which its first line is looked for
MAX_WORDS = 120  # characters; what is longer is prose
_FTP_CODE = re.compile(r"220[- ]\s*")
_GREETING = re.compile(r"SSH-[\d.]{1,5}-([^\r\n]{1,120})")
_REALM = re.compile(r'realm="([^"]{2,120})"', re.IGNORECASE)
_ISSUED_TO = re.compile(r"(?:^|[,/;\s])(?:O|CN|organizationName|commonName)\s*=\s*([^,/;=\r\n]{2,80})")
_HOST = re.compile(r"[\w*-]{1,63}(?:\.[\w-]{1,63})+")
_COMPANY = re.compile(r"(?i)[\s,]{1,3}(?:corp|corporation|technolog\w{1,5}|tech|co|ltd|inc|limited)\b")
_SIGNED = frozenset({"http_server", "rtsp_server", "ssdp_server", "sip_server", "sip_user_agent", "lldp_portdescr"})
"""Written by the maker of the software, and by nobody else: a name anywhere is its own."""
_LINES = frozenset(
    {
        *("http_title", "telnet_banner", "ftp_banner", "snmp_sysdescr"),
        *("dhcp_vendor_class", "dhcp_hostname", "device_name", "genicam_vendor"),
    }
)
_MACHINE = frozenset({"snmp_sysdescr", "dhcp_vendor_class", "ftp_banner"})
"""Not edited by people as a rule, unlike titles and greetings."""
_ELEMENTS = {
    "onvif_scopes": ("name", "manufacturer"),
    "onvif_deviceinfo": ("manufacturer",),
    "isapi_deviceinfo": ("manufacturer",),
    "upnp_description": ("manufacturer", "modelname"),
    "cwmp_inform": ("manufacturer",),
    "gb28181_deviceinfo": ("manufacturer",),
}


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One text in which a device says what it is."""

    text: str
    is_signed: bool  # a name anywhere counts, and not only one at the beginning or before the words of a company
    is_machine: bool  # written by the device: a name at the beginning counts, whatever follows it
    is_field: bool  # of an answer, that holds a name and nothing else: "Axis" is no everyday word there


def own_words(channel: str, text: str) -> Iterator[OwnWords]:
    """The texts of a value in which a device says what it is; none for other channels."""
    is_signed = channel in _SIGNED or channel == "ssh_banner"
    for told in _texts(channel, text):
        if 0 < len(told.strip()) <= MAX_WORDS:
            yield OwnWords(told.strip(), is_signed, channel in _MACHINE, channel in _ELEMENTS)


def _texts(channel: str, text: str) -> Iterator[str]:
    match channel:
        case "http_wwwauth":
            yield from (found[1] for found in _REALM.finditer(text[:512]))
        case "tls_subject" | "tls_issuer":
            told = (found[1].strip() for found in _ISSUED_TO.finditer(text[:1024]))
            # "dahua-cam01.example.org" is its owner's word
            yield from (name for name in told if not _HOST.fullmatch(name))
        case "ssh_banner":
            yield from (found[1] for found in _GREETING.finditer(text[:512]))
        case _ if channel in _LINES or channel in _SIGNED:
            yield _FTP_CODE.sub("", (text[:MAX_LINE].lstrip().splitlines() or [""])[0].partition("\0")[0], count=1)
        case _ if names := _ELEMENTS.get(channel):
            answer = decode(channel, text)
            yield from (answer[name] for name in names if name in answer)


def is_company(name: str, rest: str) -> bool:
    """Whether a name, or the words behind it, say that it is a company: "ZTE Corporation"."""
    return bool(_COMPANY.search(name) or _COMPANY.match(f" {rest}"))
