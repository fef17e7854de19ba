"""Everything that one run of `check` found; what a run folder keeps and what reports show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from debadge.model.asset import Asset
from debadge.model.coverage import Coverage
from debadge.model.duty import Deadline
from debadge.model.finding import FindingGroup
from debadge.model.identification import Identification
from debadge.model.negative import Negative
from debadge.model.observation import Kept, Reject
from debadge.model.organisation import Organisation, Site
from debadge.model.party import Maker
from debadge.model.regime import Regime
from debadge.model.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assessment:
    """One run, from evidence to findings. A function of inputs and pack: no clock, no host name. Equal to itself alone."""

    arguments: Mapping[str, Any]  # as_of, known_by, lang … as given or defaulted
    as_of: date
    known_by: date | None
    pack: str
    organisation: Organisation | None
    observations: Mapping[str, Kept]  # record id -> observation, its file and its text, sorted by id
    assets: tuple[Asset, ...]  # sorted by id
    identifications: Mapping[str, Identification]  # asset id -> who made it
    situations: Mapping[str, tuple[Situation, ...]]  # asset id -> one per act
    sites: Mapping[str, Site | None]  # asset id -> where it is
    groups: tuple[FindingGroup, ...]  # in the order of the regimes
    regimes: Mapping[str, Regime]  # those judged
    makers: Mapping[str, Maker]
    parties: Mapping[str, str] = field(default_factory=dict)  # legal person -> the name people know it by
    deadlines: tuple[Deadline, ...] = ()
    not_found: tuple[Negative, ...] = ()  # rules that were looked for at the organisation's place, without result
    coverage: Coverage
    rejects: tuple[Reject, ...]
