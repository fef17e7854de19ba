"""How urgent a case is, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from debadge.model.signal import Cited


class Term(NamedTuple):
    """Points for what comes within so many days."""

    within: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points for what is known of a case."""

    outcome: Mapping[str, int]
    grade: Mapping[str, int]
    site_class: Mapping[str, int]
    device_class: Mapping[str, int]
    reach: Mapping[str, int]  # public | private
    due: tuple[Term, ...]  # the shortest first
    renewal: tuple[Term, ...]
    returned: int
    levels: tuple[tuple[str, int], ...]  # name and least points, the highest first
    source: Cited


class Reason(NamedTuple):
    """One thing that makes a case more urgent: the id of a sentence, what goes into it, and its points."""

    says: str
    given: Mapping[str, str]
    points: int


class Priority(NamedTuple):
    """How urgent a case is."""

    level: str
    reasons: tuple[Reason, ...]  # what weighs most first

    @property
    def points(self) -> int:
        """All of them together."""
        return sum(one.points for one in self.reasons)
