"""From a thing, its maker and its owner to what a rule may ask: one situation for each act that fits.

A record about the very item beats the site, the site beats the organisation, that beats what a profile supposes. Two
records that disagree make the value unknown and are both kept (DESIGN.md section 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from debadge.judge.complete import complete
from debadge.judge.law import Law
from debadge.model.asset import Asset
from debadge.model.days import Window
from debadge.model.identification import Identification
from debadge.model.observation import Observation
from debadge.model.organisation import Organisation, Site
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Basis, Grade
from debadge.text.folding import fold
from debadge.text.status import Statuses, Use


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary's lists that situating reads."""

    acts_of_kind: Mapping[str, tuple[str, ...]]
    device_products: Mapping[str, tuple[str, ...]]
    statuses: Statuses
    spelled: Mapping[str, Mapping[str, str]]  # fact -> folded text as people write it -> word of the vocabulary
    place: Callable[[str], str]  # code of a place; ValueError for what is none

    def value(self, fact: str, text: str) -> Any:
        """The typed value of a record's circumstance, as people write it in either language; None if it is none, or doubted."""
        if "?" in text:
            return None
        match fact:
            case "acquired" | "installed" | "authorised":
                return _or_none(Window.parse, text)
            case "made_in" | "ship_from":
                return _or_none(self.place, text)
            case "controller":
                return self.spelled[fact].get(fold(text))
            case "purpose" | "site_class" | "funding":
                word = self.spelled[fact].get(fold(text))
                return (word,) if word else None
            case "routes_traffic" | "on_core_network" | "controlled_us_content" | "personal_data" | "certificate":
                return _FLAGS.get(fold(text))
            case "claims":
                return tuple(sorted({part.strip().lower() for part in text.split(",") if part.strip()})) or None
            case _:
                return text


Records = Sequence[tuple[str, Observation]]
"""(record id, observation), sorted by id."""


def situate(
    asset: Asset,
    records: Records,
    found: Identification,
    organisation: Organisation | None,
    site: Site | None,
    law: Law,
    words: Words,
    day: date,
) -> tuple[Situation, ...]:
    """One situation per act that fits the subject: a device is used and retained, a purchase line is bought."""
    facts = {
        **_supposed(organisation),
        **_declared(organisation, site),
        **_identified(found, words),
        **_recorded(records, words),
    }
    acts = _acts(asset, records, words)
    # what follows from the facts is the same for all acts of one kind of subject: all are about the thing, or all about the party
    whole = complete(Situation(subject=asset.id, facts={**facts, "act": acts[0]} if acts else facts), law, day)
    return tuple(Situation(subject=asset.id, facts={**whole.facts, "act": act}) for act in acts)


def site_of(records: Records, addresses: Sequence[str], organisation: Organisation | None) -> Site | None:
    """The site that a record names, else the one whose network holds an address."""
    if organisation is None or not organisation.sites:
        return None
    for _, seen in records:
        if seen.field == "site" and (site := organisation.site(seen.value)):
            return site
    return next((site for ip in addresses if (site := organisation.site_of_address(ip))), None)


def _acts(asset: Asset, records: Records, words: Words) -> tuple[Fact, ...]:
    """What is done with the thing: bought, and used and kept once it is there.

    Kept alone where a record says that it is stored; whether it is used is open where a status means nothing to us.
    """
    acts = words.acts_of_kind.get(asset.kind, ())
    if asset.kind == "purchase_line":
        fields = {o.field for _, o in records}
        acts = (
            *acts,
            *(("renew_contract",) if "renews" in fields else ()),
            *(("use", "retain") if "acquired" in fields else ()),
        )
    use = _use(words.statuses.use(o.value) for _, o in records if o.field == "status")
    open_ = use is Use.UNKNOWN
    return tuple(_act(act, is_open=open_ and act == "use") for act in acts if not (use is Use.NO and act == "use"))


def _use(told: Iterable[Use]) -> Use:
    """What several records say together; two that disagree, and one that nobody understands, leave it open."""
    uses = frozenset(told)
    if {Use.YES, Use.NO} <= uses:
        return Use.UNKNOWN
    return next((use for use in (Use.NO, Use.YES, Use.UNKNOWN) if use in uses), Use.YES)


@cache
def _act(act: str, *, is_open: bool) -> Fact:
    if is_open:
        return Fact(value=act, basis=Basis.INFERRED, grade=Grade.POSSIBLE)
    return Fact(value=act, basis=Basis.DERIVED)


def _supposed(organisation: Organisation | None) -> dict[str, Fact]:
    """What a shipped profile supposes: shown, and deciding nothing."""
    if organisation is None:
        return {}
    return {
        name: Fact(value=tuple(value) if isinstance(value, list) else value, basis=Basis.ASSUMED, rests_on=("profile",))
        for name, value in organisation.assumes.items()
    }


def _declared(organisation: Organisation | None, site: Site | None) -> dict[str, Fact]:
    if organisation is None:
        return {}
    told: dict[str, Any] = {"jurisdiction": organisation.jurisdiction, "actor": organisation.roles or None}
    if site is not None:
        told |= {
            "site_class": site.site_class,
            "controller": site.controller,
            "purpose": site.purpose,
            "contract": site.contract,
        }
    return {
        name: Fact(value=value, basis=Basis.DECLARED, rests_on=("org",))
        for name, value in told.items()
        if value is not None
    }


def _identified(found: Identification, words: Words) -> dict[str, Fact]:
    behind = _behind(found)
    facts = {"maker": _maker(found, behind.get("maker", ()))}
    badges = _badges(found)
    if len(badges) > 1:
        facts["brand"] = Fact(
            value=None,
            basis=Basis.RECORDED,
            grade=Grade.UNKNOWN,
            rests_on=tuple(sorted({id_ for ids in badges.values() for id_ in ids})),
            others=tuple(sorted(badges)),
        )
    if found.entity and len(badges) < 2:
        facts["entity"] = Fact(
            value=found.entity,
            basis=found.basis or Basis.OBSERVED,
            grade=found.entity_grade,
            rests_on=behind.get("entity") or behind.get("brand", ()),
        )
    if found.brand and len(badges) < 2:
        facts["brand"] = Fact(value=found.brand.lower(), basis=Basis.RECORDED, rests_on=behind.get("brand", ()))
    if found.device_class and found.device_class in words.device_products:
        facts["product"] = Fact(
            value=words.device_products[found.device_class],
            basis=Basis.DERIVED,
            rests_on=behind.get("device_class", ()),
        )
    if found.chipset:
        parts = tuple(Component(maker=chip, part="soc") for chip in found.chipset)
        facts["component"] = Fact(value=parts, basis=Basis.OBSERVED, rests_on=behind.get("chipset", ()))
    return facts


def _badges(found: Identification) -> dict[str, set[str]]:
    """Which badges the records write in their column for it, and which record each."""
    told: dict[str, set[str]] = {}
    for evidence in found.because:
        if evidence.field == "brand_string" and evidence.signal.startswith("badge:") and evidence.observation:
            told.setdefault(dict(evidence.says)["brand"], set()).add(evidence.observation)
    return told


def _maker(found: Identification, behind: tuple[str, ...]) -> Fact:
    others = tuple(c.maker for c in found.candidates if c.maker != found.maker)
    open_ = found.conflict or found.grade.rank <= Grade.POSSIBLE.rank  # a lead, or two: the others stay in question
    return Fact(
        value=found.maker,
        basis=found.basis or Basis.OBSERVED,
        grade=found.grade if found.maker else Grade.UNKNOWN,
        rests_on=behind,
        others=others if open_ else (),
    )


def _behind(found: Identification) -> dict[str, tuple[str, ...]]:
    """The records behind each answer, sorted; evidence against the maker is not among them."""
    told: dict[str, set[str]] = {}
    for evidence in found.because:
        if evidence.observation:
            for name, _ in evidence.says:
                told.setdefault(name, set()).add(evidence.observation)
    return {name: tuple(sorted(ids)) for name, ids in told.items()}


CIRCUMSTANCES = frozenset(
    [
        "acquired",
        "installed",
        "authorised",
        "purpose",
        "site_class",
        "controller",
        "funding",
        "contract",
        "supplier",
        "certificate",
        "personal_data",
        "made_in",
        "ship_from",
        "controlled_us_content",
        "routes_traffic",
        "on_core_network",
        "claims",
    ]
)
"""What a record may state of the very item, beside who made it."""
_FLAGS = {
    "true": True,
    "yes": True,
    "oui": True,
    "vrai": True,
    "false": False,
    "no": False,
    "non": False,
    "faux": False,
}


def _recorded(records: Records, words: Words) -> dict[str, Fact]:
    """Circumstances that records about the very item state."""
    by_field: dict[str, list[tuple[str, Any]]] = {}
    unread: dict[str, list[str]] = {}
    for id_, seen in records:
        if seen.field not in CIRCUMSTANCES or not seen.value.strip():
            continue
        if (value := words.value(seen.field, seen.value)) is not None:
            by_field.setdefault(seen.field, []).append((id_, value))
        else:
            unread.setdefault(seen.field, []).append(id_)
    return {name: _unread(ids) for name, ids in unread.items()} | {
        name: _agreed(found) for name, found in by_field.items()
    }


def _unread(ids: Iterable[str]) -> Fact:
    """A record about the very item says something that no rule understands: what its site would say does not stand in for it."""
    return Fact(value=None, basis=Basis.RECORDED, grade=Grade.UNKNOWN, rests_on=tuple(sorted(ids)))


def _agreed(found: Iterable[tuple[str, Any]]) -> Fact:
    told = list(found)
    values = tuple(sorted({value for _, value in told}, key=str))
    ids = tuple(sorted({id_ for id_, _ in told}))
    if len(values) == 1:
        return Fact(value=values[0], basis=Basis.RECORDED, rests_on=ids)
    return Fact(value=None, basis=Basis.RECORDED, grade=Grade.UNKNOWN, rests_on=ids, others=values)


def _or_none(read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except ValueError:
        return None
