"""MAC addresses in one form, and which of their bits allow a look at the registry."""

from __future__ import annotations

import ipaddress
import re

_SEPARATORS = re.compile(r"[\s:.\-]")
_WHOLE = re.compile(r"^[0-9a-f]{12}$")
_START = re.compile(r"^[0-9a-f]{6,12}$")
BLOCK_DIGITS = (9, 7, 6)  # hex digits of the registry's blocks, smallest block first: MA-S, MA-M, MA-L


def parse_mac(text: str) -> str | None:
    """Twelve lower-case hex digits of any usual spelling (colons, dashes, Cisco dots, HP halves, bare), or None."""
    digits = _SEPARATORS.sub("", text).lower()
    return digits if _WHOLE.match(digits) else None


def parse_start(text: str) -> str | None:
    """As `parse_mac`, also for the first six to eleven digits of a MAC (a prefix as registries print it)."""
    digits = _SEPARATORS.sub("", text).lower()
    return digits if _START.match(digits) else None


def spell(digits: str) -> str:
    """Two digits and a colon: ``44:19:b6:00:00:01``."""
    return ":".join(digits[i : i + 2] for i in range(0, len(digits), 2))


def is_registered(digits: str) -> bool:
    """Whether the address can lie in a registry block.

    Group addresses name no device; locally administered ones (randomised phones, virtual machines) were chosen, not
    assigned (IEEE 802-2014 section 8.2); all zero is a placeholder.
    """
    return not int(digits[1], 16) & 0b11 and bool(digits.strip("0"))


def blocks(digits: str) -> tuple[str, ...]:
    """The registry blocks that an address could lie in, smallest first; neighbours in a bigger one prove nothing."""
    return tuple(digits[:size] for size in BLOCK_DIGITS if size <= len(digits))


def from_eui64(address: str) -> str | None:
    """The MAC inside an IPv6 address that was built from one (RFC 4291 appendix A), or None."""
    try:
        low = int(ipaddress.IPv6Address(address.partition("%")[0])) & (1 << 64) - 1
    except ValueError:
        return None
    digits = f"{low:016x}"
    if digits[6:10] != "fffe":
        return None
    return f"{int(digits[:2], 16) ^ 0b10:02x}{digits[2:6]}{digits[10:]}"


def from_uuid(uuid: str) -> str | None:
    """The node of a version 1 UUID (RFC 9562 section 5.1), or None.

    Other versions hold random or hashed digits there: a vendor that puts its MAC into those looks like chance, and
    chance hits one of the larger makers' blocks about once in six thousand.
    """
    digits = uuid.replace("-", "").lower()
    return digits[20:] if re.fullmatch(r"[0-9a-f]{12}1[0-9a-f]{19}", digits) else None
