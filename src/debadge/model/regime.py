"""A legal scheme and its measures, as written in knowledge/regimes; dates are inclusive days of the issuer's calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from debadge.model.days import Window
from debadge.model.words import Force, Outcome, Reading

Text = Mapping[str, str]
"""One sentence in each language: {"en": …, "fr": …}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so, and since when it could be known."""

    key: str
    title: str
    url: str | None
    published: date | None  # None: not found; such a source is left out under --known-by and counted
    read: date
    grade: str  # primary | secondary | third_party | general_knowledge
    quote: str | None = None  # at most 25 words of the clause
    lang: str = "en"  # of title and quote

    def plain(self) -> dict[str, Any]:
        """The JSON form of a citation."""
        return {
            "title": self.title,
            "url": self.url,
            "published": self.published.isoformat() if self.published else None,
            "read": self.read.isoformat(),
            "grade": self.grade,
            **({"quote": self.quote} if self.quote else {}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A named party of a measure, and for which days, products and purposes it is named."""

    party: str
    start: Window | None  # None: since the measure began
    until: date | None  # last day; None: still named
    products: tuple[str, ...] | None  # None: those of the measure
    purposes: tuple[str, ...] | None
    verified: bool
    source: Source | None
    until_source: Source | None = None  # who says that it ended, where another says so than named it


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliates:
    """How far a measure follows ownership from a named party."""

    kind: str  # any | control | share | silent | excluded
    share: float | None = None  # percent, for kind "share"
    strictly_over: bool = False  # "more than 10" against "50 or more"
    only: bool = False  # reaches the affiliates and not the named parties themselves
    foreign_to: str | None = None  # affiliates of this country are not reached


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityTest:
    """Who must be behind the item."""

    named: Mapping[str, Listing]
    affiliates: Affiliates
    relabels: Reading
    components: Reading  # whether a part by a named party brings the whole in
    countries: tuple[str, ...]  # makers under the law of these countries, instead of names


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """Days on which a measure does not apply."""

    start: date
    until: date | None
    resumption_verified: bool  # whether it is known that the measure came back the day after
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The days of a measure."""

    announced: date | None  # for a measure without a known first day
    start: Window | None  # None: announced, first day not known
    until: date | None
    suspensions: tuple[Suspension, ...] = ()
    until_source: Source | None = None  # who says that it ends, where another says so than made it


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalException:
    """A way out that the text itself offers."""

    id: str
    when: Mapping[str, Any]  # fact name -> value; all must hold
    kind: str  # exception | licence | waiver
    says: Text
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One row of tests and its effect."""

    id: str
    regime: str
    effect: Outcome
    condition: tuple[str, ...]  # of a conditional effect: licence, hardening, assessment …
    says: Text
    roles: tuple[str, ...]  # empty: binds nobody
    jurisdiction: str
    follows_item: bool  # binds wherever the person sits
    market: str | None  # of a measure that follows the item: where the act has to happen
    acts: tuple[str, ...]
    entity: EntityTest
    products: tuple[str, ...]  # empty: any
    products_argued: tuple[str, ...]  # whether these are such products is argued: unknown, not no
    subject_to: str | None  # "ear": the item must be subject to the US export rules
    purposes: tuple[str, ...]  # empty: none asked
    purposes_argued: tuple[str, ...]  # whether these are such purposes is not settled: unknown, not no
    sites: tuple[str, ...]  # empty: none asked
    core_network: bool  # only for what is connected to a core departmental network; asked under `site`
    acquired_after: date | None  # the last day that is still before the cut-off
    acquired_until: date | None  # the last day that is still inside
    funding: tuple[str, ...]
    authorised_before: date | None
    in_force: InForce
    exceptions: tuple[LegalException, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """A case about the regime before a court or tribunal, or another authority's doubt."""

    forum: str
    start: Window
    until: date | None  # None: no end is known
    status: str  # open | decided
    says: Text
    source: Source
    until_source: Source | None = None  # who says that it ended, where another says so than reported it


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """A legal scheme."""

    id: str
    jurisdiction: str
    title: Text
    summary: Text
    issuer: str
    force: Force
    published_reasons: bool
    statements: tuple[tuple[str, Text, Source], ...]  # (party, what it says, where)
    proceedings: tuple[Proceeding, ...]
    sources: Mapping[str, Source]
    measures: tuple[Measure, ...]
    recheck_days: int
    recheck_at: Text
    reasons_source: Source | None = None  # who published the reasons, where they came later than the measures
    own: bool = False  # an organisation's own direction, loaded from beside its org.yaml
