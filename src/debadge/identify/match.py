r"""`match`: which signals fire on one value of one channel, and what they capture. Pure, cached per distinct value.

Rules search bytes, so that ``.`` and ``\w`` mean the same in every engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debadge.identify.channels import READS_AS, group_of
from debadge.identify.fired import Hit
from debadge.identify.names import Names
from debadge.identify.prefixes import look_up
from debadge.identify.readings import Readings
from debadge.identify.rules import MAX_DECODED, Rules, text_of
from debadge.model.signal import Prefixes, Signal

MAX_CACHED = 200_000  # values; about 100 MB at the most


class Matcher:
    """All that is known of texts, ready to be asked."""

    def __init__(self, signals: Iterable[Signal], prefixes: Prefixes, names: Names) -> None:
        self.names = names
        self.rules = self._rules = Rules(signals, names)
        self._readings = Readings(self._rules, names)
        self._prefixes = prefixes
        self._cache: dict[tuple[str, bytes], tuple[Hit, ...]] = {}
        self._texts: dict[tuple[str, str], tuple[Hit, ...]] = {}

    def match(self, field: str, value: bytes) -> tuple[Hit, ...]:
        """The hits on one value, in the order of the rules; none for a field that is no channel."""
        key = (field, value)
        hits = self._cache.get(key)
        if hits is None:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            hits = self._cache[key] = tuple(dict.fromkeys(self._match(field, value))) if group_of(field) else ()
        return hits

    def match_text(self, field: str, value: str) -> tuple[Hit, ...]:
        """As `match`, for a value that is text already."""
        hits = self._texts.get((field, value))
        if hits is None:
            if len(self._texts) >= MAX_CACHED:
                self._texts.clear()
            hits = self._texts[field, value] = self.match(field, value.encode("utf-8", "replace"))
        return hits

    def search(self, channel: str, value: bytes) -> Iterator[Hit]:
        """The hits of one channel's rules alone, without reading names or cells."""
        return self._rules.search(channel, value)

    def _match(self, field: str, value: bytes) -> Iterator[Hit]:
        channel, text = READS_AS.get(field, field), text_of(value)
        match channel:
            case "mac_oui":
                if signal := look_up(self._prefixes, text):
                    yield Hit(signal, signal)
            case "brand_string" | "model_string":
                yield from self._readings.cell(channel, text)
            case "description":
                yield from self._readings.prose(text)
            case _:
                yield from self._rules.search(channel, value)
                yield from self._readings.own(channel, text[:MAX_DECODED])
