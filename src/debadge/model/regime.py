"""A legal scheme and its measures, as written in knowledge/regimes; dates are inclusive days of the issuer's calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from debadge.model.days import Window
from debadge.model.duty import Duty
from debadge.model.source import Source, Text
from debadge.model.words import Force, Outcome, Reading


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
    either_way: bool = False  # also who owns a named party, and who has an owner in common with one


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityTest:
    """Who must be behind the item, or behind the seller."""

    named: Mapping[str, Listing]
    affiliates: Affiliates
    relabels: Reading
    components: Reading  # whether a part by a named party brings the whole in
    countries: tuple[str, ...]  # makers under the law of these countries, instead of names
    countries_argued: tuple[
        str, ...
    ] = ()  # whether makers under these laws are reached is not settled: unknown, not no
    made_in: tuple[str, ...] = ()  # goods produced in these countries, whoever made them, instead of names
    made_outside: tuple[str, ...] = ()  # goods produced anywhere but in these countries
    designated_by: Text | None = (
        None  # a list by which an authority names parties, and which was not read: unknown, not no
    )
    of_supplier: bool = False  # asks who sells, not who made
    anyone: bool = False  # whoever made it
    taken_from: str | None = None  # "regime/measure" whose list this is
    others_named: bool = False  # the list names parties that are not carried here: a stranger is unknown, not no
    parts: tuple[str, ...] = ()  # the parts that bring a whole in; empty: every one


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
    withdrawn: date | None = None  # posted and taken back: until then nobody can tell, afterwards it is no more
    until_source: Source | None = None  # who says that it ends, where another says so than made it


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalException:
    """A way out that the text itself offers."""

    id: str
    name: Text  # a few words
    when: Mapping[str, Any]  # fact name -> value; all must hold
    kind: str  # exception | licence | waiver
    says: Text
    source: Source
    start: date | None = None  # None: as long as the measure
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One row of tests and its effect."""

    id: str
    regime: str
    effect: Outcome
    condition: tuple[str, ...]  # of a conditional effect: licence, hardening, assessment …
    says: Text
    roles: tuple[str, ...]  # empty: binds nobody
    roles_argued: tuple[str, ...]  # whether these are bound is not settled, or hangs on more: unknown, not no
    jurisdiction: str
    areas: tuple[str, ...]  # the jurisdiction, and what lies in it under another code: the member states of a union
    follows_item: bool  # binds wherever the person sits
    market: str | None  # of a measure that follows the item: where the act has to happen
    acts: tuple[str, ...]
    acts_argued: tuple[str, ...]  # whether the text reaches these is not settled: unknown, not no
    personal_data: bool  # only for what gives access to data of persons; asked under `act`
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
    certificates: tuple[str, ...]  # reaches a model that has none of these kinds; empty: not asked
    in_force: InForce
    exceptions: tuple[LegalException, ...]
    source: Source
    roles_outside: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # not bound, with the wider roles they imply
    roles_shared: tuple[str, ...] = ()  # that parts of the jurisdiction have as well: there it is unknown whose one is
    areas_outside: tuple[str, ...] = ()  # parts of the jurisdiction with a government of their own
    products_apart: tuple[str, ...] = ()  # kinds of what is argued that the measure is surely not about
    authorisation: bool = False  # whether the day of an authorisation shows one of the certificates
    beside: tuple[str, ...] = ()  # measures of the regime with another effect that may reach the same situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph of the text in our words, beside the parts of the file that carry it out, or why none does."""

    at: str  # where it stands: a section, a sentence of a release
    says: Text
    encoded: tuple[str, ...]  # ids of measures, exceptions ("measure/exception") and duties
    not_encoded: Text | None  # the reason, where `encoded` is empty
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to the regime: an edition, a notice posted and withdrawn, an amendment."""

    day: Window
    kind: str  # a word of the vocabulary's `event_kinds`
    says: Text
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
    verified: bool = True  # whether anybody saw that the regime exists; if not, its force is unknown
    clauses: tuple[Clause, ...] = ()
    duties: tuple[Duty, ...] = ()
    history: tuple[Event, ...] = ()
    follows: tuple[str, ...] = ()  # regimes whose words, list or scheme it takes over
