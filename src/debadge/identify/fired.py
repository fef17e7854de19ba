"""What has fired: a signal as fusion counts it, and as it was seen on one observation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from debadge.identify.channels import group_of
from debadge.model.observation import Observation
from debadge.model.signal import Signal

MENTION = "mention"  # the group of a name in free text


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal that fired on a value, and what it captured."""

    fired: str  # the signal's id; "@mention" behind it for a name in free text
    signal: str
    captures: tuple[tuple[str, str], ...] = ()


class Seen(NamedTuple):
    """One hit on one observation."""

    id: str  # of the observation
    observation: Observation
    hit: Hit
    signal: Signal
    fired: str  # as fusion counts it


@dataclass(frozen=True, slots=True)
class Fired:
    """One fired signal and the group it counts in."""

    signal: Signal
    group: str

    @classmethod
    def of(cls, name: str, signals: Mapping[str, Signal]) -> Fired:
        """From a fired name: a signal's id, perhaps with ``@group`` behind it.

        Raises:
            KeyError: No such signal.
        """
        id_, _, tag = name.partition("@")
        signal = signals[id_]
        return cls(signal, tag or group_of(signal.field) or "")
