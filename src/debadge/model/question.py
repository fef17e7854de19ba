"""What is asked of people so that undetermined findings get an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from debadge.model.signal import Cited

WHO = ("label", "facilities", "landlord", "supplier", "contracting", "legal")
HOLDS = ("unit", "model", "site", "organisation", "measure")
TEXT = "text"  # stands for the fact, where the text of the measure leaves it open


class Answering(NamedTuple):
    """Who can answer, and for how many things one answer holds."""

    who: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerers:
    """Fact -> who can answer."""

    of: Mapping[str, Answering]  # `TEXT` as well
    landlord: frozenset[str]  # whoever the landlord stands for where the place is theirs
    source: Cited


class Question(NamedTuple):
    """One thing asked of somebody; its id is made of what it asks, so that it is the same in every run."""

    id: str  # "controller:site:depot"
    fact: str
    who: str
    holds: str
    about: str  # id of the unit, site or measure; maker, badge and model
    subjects: tuple[str, ...]  # assets whose findings ask it, sorted
