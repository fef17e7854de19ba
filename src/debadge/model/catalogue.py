"""What a model number says of the thing that carries it: its form, its picture, its lens, how it is connected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from debadge.model.signal import Cited, Example

SAYINGS = ("device_class", "technology", "form", "series", "megapixels", "lens", "zoom", "channels", "ports")
"""What a grammar may say. technology: ip or analogue; lens: millimetres; zoom: times; channels: cameras that a recorder takes."""
COUNTS = frozenset({"channels", "ports", "zoom"})  # written without leading zeros
FORMS = ("box", "bullet", "covert", "cube", "dome", "fisheye", "ptz", "thermal", "turret")
TECHNOLOGIES = ("analogue", "ip")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelGrammar:
    """How one maker writes one kind of model number. It names no maker and decides nothing: it helps to find a replacement."""

    id: str
    maker: str
    pattern: str  # Python `re`, searched in the bytes of the number
    says: Mapping[str, str]  # whatever the number is
    means: Mapping[str, Mapping[str, str]]  # capture -> its text -> word; a text that is not listed says nothing
    why: str
    cited: Cited
    examples: tuple[Example, ...]
    counter_examples: tuple[str, ...]
