"""Makers that are in question only because a firm with all kinds of goods had cameras of theirs: "Honeywell N95 respirator"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from debadge.model.identification import Identification
from debadge.model.party import Badge
from debadge.model.signal import Signal
from debadge.model.words import Grade

_NO_CAMERAS = frozenset({"alarm", "access_control"})  # such a firm makes these itself


class Hints:
    """Knows which badges are of such firms."""

    def __init__(self, badges: Mapping[str, Badge], signals: Mapping[str, Signal]) -> None:
        """Take the badges by id, and the signals."""
        self._firms = {badge.name: badge for badge in badges.values() if badge.all_goods}
        self._signals = signals

    def weighed(self, found: Identification, *, is_shown: bool) -> Identification:
        """Without those makers, unless a camera or recorder is shown, or a number of the line that they supplied.

        Args:
            found: What a purchase line names.
            is_shown: Whether its text speaks of equipment of the kind.
        """
        firm = self._firms.get(found.brand or "")
        if firm is None or (is_shown and found.device_class not in _NO_CAMERAS) or self._is_of_line(found):
            return found
        makers = {edge.maker for edge in firm.edges}
        left = tuple(one for one in found.candidates if one.maker not in makers)
        if found.maker not in makers:
            return replace(found, candidates=left)
        return replace(found, maker=None, grade=Grade.UNKNOWN, basis=None, candidates=left)

    def _is_of_line(self, found: Identification) -> bool:
        told = (self._signals.get(one.signal.partition("@")[0]) for one in found.because)
        return any(signal is not None and signal.strength == "line" and "maker" in signal.says for signal in told)
