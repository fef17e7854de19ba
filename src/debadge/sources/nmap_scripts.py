"""What nmap's scripts found, in the form in which fingerprints read it. One function a script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from debadge.sources.xml_parts import Element

Found = Iterator[tuple[str, str]]
_NO_TITLE = ("Site doesn't have a title", "Did not follow redirect", "Requested resource was")
"""nmap's own sentences in the place of a title."""
_CHALLENGE = re.compile(r"(Basic|Digest|NTLM|Negotiate|Bearer)\b(.*)", re.IGNORECASE)
_REALM = re.compile(r"\brealm=(.*?)(?=\s+(?:qop|nonce|algorithm|stale|opaque|domain|charset|userhash)=|$)")
_NAMES = {
    "commonName": "CN",
    "organizationName": "O",
    "organizationalUnitName": "OU",
    "countryName": "C",
    "stateOrProvinceName": "ST",
    "localityName": "L",
    "serialNumber": "SERIALNUMBER",
    "domainComponent": "DC",
}
_ORDER = ("CN", "SERIALNUMBER", "OU", "O", "L", "ST", "C")
"""Most telling first: nmap keeps the parts of a name without their order."""
_BANNERS = {"telnet": "telnet_banner", "ssh": "ssh_banner", "ftp": "ftp_banner"}


def _title(script: Element, service: Mapping[str, str]) -> Found:  # noqa: ARG001  # all take the same
    for elem in script.children("elem"):
        if elem.attributes.get("key") == "title" and elem.text.strip():
            yield "http_title", elem.text
            return
    first = _lines(script)[:1]
    if first and not first[0].startswith(_NO_TITLE) and not script.children("elem"):
        yield "http_title", first[0]


def _server(script: Element, service: Mapping[str, str]) -> Found:  # noqa: ARG001  # all take the same
    texts = [elem.text for elem in script.children("elem") if elem.text.strip()] or _lines(script)
    for text in texts:
        yield "http_server", text


def _headers(script: Element, service: Mapping[str, str]) -> Found:  # noqa: ARG001  # all take the same
    for line in _lines(script):
        name, mark, value = line.partition(":")
        field = {"server": "http_server", "www-authenticate": "http_wwwauth"}.get(name.strip().lower())
        if field and mark and value.strip():
            yield field, value.strip()


def _auth(script: Element, service: Mapping[str, str]) -> Found:  # noqa: ARG001  # all take the same
    """``Digest realm="IP Camera(G4011)"``: scheme and realm; a nonce says nothing and changes every time."""
    told = [
        (_elem(one, "scheme"), _elem(two, "realm")) for one in script.children("table") for two in one.children("table")
    ]
    if not told:
        lines = [found for line in _lines(script) if (found := _CHALLENGE.fullmatch(line))]
        told = [(found[1], named[1]) for found in lines if (named := _REALM.search(found[2]))]
    for scheme, realm in told:
        if scheme and realm.strip():
            yield "http_wwwauth", f'{scheme} realm="{realm.strip()}"'


def _certificate(script: Element, service: Mapping[str, str]) -> Found:  # noqa: ARG001  # all take the same
    parts = {table.attributes.get("key"): _name(table) for table in script.children("table")}
    for key, field in (("subject", "tls_subject"), ("issuer", "tls_issuer")):
        told = parts.get(key) or _name_of_line(script, key)
        if told:
            yield field, told


def _name(table: Element) -> str:
    keys = [(elem.attributes.get("key", ""), elem.text.strip()) for elem in table.children("elem")]
    pairs = [(_NAMES.get(key, key), text) for key, text in keys]
    return ",".join(f"{k}={v}" for k, v in sorted(pairs, key=_rank) if k and v)


def _name_of_line(script: Element, key: str) -> str:
    """From the line ``Subject: commonName=…/organizationName=…``, of nmap before 6."""
    for line in _lines(script):
        if line.lower().startswith(f"{key}:"):
            pieces = re.split(r"/(?=[A-Za-z]+=)", line.partition(":")[2].strip())
            pairs = [(_NAMES.get(k, k), v) for k, _, v in (piece.partition("=") for piece in pieces) if v]
            return ",".join(f"{k}={v}" for k, v in sorted(pairs, key=_rank))
    return ""


def _rank(pair: tuple[str, str]) -> tuple[int, str, str]:
    return (_ORDER.index(pair[0]) if pair[0] in _ORDER else len(_ORDER), *pair)


def _whole(field: str) -> Callable[[Element, Mapping[str, str]], Found]:
    def told(script: Element, service: Mapping[str, str]) -> Found:  # noqa: ARG001  # all take the same
        if text := script.attributes.get("output", "").strip():
            yield field, text

    return told


def _snmp(script: Element, service: Mapping[str, str]) -> Found:  # noqa: ARG001  # all take the same
    """The description; nmap adds the uptime on a line of its own."""
    text = re.split(r"\s*System uptime:", script.attributes.get("output", ""), maxsplit=1)[0].strip()
    if text:
        yield "snmp_sysdescr", text


def _banner(script: Element, service: Mapping[str, str]) -> Found:
    field = _BANNERS.get(service.get("name", ""))
    if field and (text := script.attributes.get("output", "").strip()):
        yield field, text


def _elem(table: Element, key: str) -> str:
    return next((e.text for e in table.children("elem") if e.attributes.get("key") == key), "")


def _lines(script: Element) -> list[str]:
    return [line.strip() for line in script.attributes.get("output", "").splitlines() if line.strip()]


SCRIPTS: Mapping[str, Callable[[Element, Mapping[str, str]], Found]] = {
    "http-title": _title,
    "http-server-header": _server,
    "http-headers": _headers,
    "http-auth": _auth,
    "ssl-cert": _certificate,
    "rtsp-methods": _whole("rtsp_methods"),
    "snmp-sysdescr": _snmp,
    "upnp-info": _whole("upnp_info"),
    "banner": _banner,
}
"""Script id -> what it found. Scripts that are not here are named in the report as left over."""
