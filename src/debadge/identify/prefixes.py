"""Looking a MAC address up among the registered blocks: the smallest block that holds it decides."""

from __future__ import annotations

from debadge.model.signal import Prefixes
from debadge.text import macs


def look_up(prefixes: Prefixes, text: str) -> str | None:
    """The signal for an address or the start of one; None if no known holder, or if nobody was assigned it."""
    block = _block(prefixes, text)
    return prefixes.blocks[block] if block else None


def holder(prefixes: Prefixes, text: str) -> str | None:
    """The organisation that registered the block."""
    block = _block(prefixes, text)
    return prefixes.holders[block] if block else None


def _block(prefixes: Prefixes, text: str) -> str | None:
    digits = macs.parse_start(text)
    if digits is None or not macs.is_registered(digits):
        return None
    return next((block for block in macs.blocks(digits) if block in prefixes.blocks), None)
