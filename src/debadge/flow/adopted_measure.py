"""One public measure as the file of an own direction writes it; with ``strict``, what the public text leaves open is settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from debadge.flow.carried import Carried
from debadge.model.regime import Affiliates, EntityTest, LegalException, Measure
from debadge.model.words import Reading

SOURCE = "direction"
COUNTRY = "by-country"  # ends the id of a measure split off, since one measure names parties or countries and not both


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A measure of the direction, the public one it follows, and the questions of the text that it settles."""

    id: str
    carried: Carried
    settled: tuple[str, ...]  # relabels, affiliates, components, acts, products, purposes, countries
    value: dict[str, Any]


def written(
    one: Carried, *, place: str, roles: tuple[str, ...], says: dict[str, str], strict: bool
) -> Iterator[Written]:
    """The measure of the file, and with ``strict`` perhaps a second one for makers under some law.

    Args:
        one: The public measure and its days.
        place: Where the organisation is.
        roles: Its roles there.
        says: What the measure says, in both languages.
        strict: Settle what the text leaves open.
    """
    binds = {"jurisdiction": place, "roles": list(roles)}
    settled = open_questions(one.public) if strict else ()
    for test, id_ in _tests(one.public, settled):
        mine = tuple(name for name in settled if name != "countries" or test.countries)
        value = _value(one, id_, binds, says, _entity(one.public, test, mine), mine)
        yield Written(id=id_, carried=one, settled=mine, value=value)


def open_questions(one: Measure) -> tuple[str, ...]:
    """What the text of a measure leaves open and an organisation can settle for itself."""
    test = one.entity
    about_somebody = bool(test.named or test.countries or test.countries_argued)
    asked = {
        "relabels": about_somebody and not test.of_supplier and test.relabels is Reading.SILENT,
        "affiliates": about_somebody and test.affiliates.kind == "silent",
        "components": bool(test.named or test.countries) and not test.of_supplier and test.components is Reading.SILENT,
        "acts": bool(one.acts_argued),
        "products": bool(one.products_argued),
        "purposes": bool(one.purposes_argued),
        "countries": bool(test.countries_argued),
    }
    return tuple(name for name, is_open in asked.items() if is_open)


def _tests(one: Measure, settled: tuple[str, ...]) -> Iterator[tuple[EntityTest, str]]:
    """The entity test; with the law of some countries settled, one for those named and one for those countries."""
    test = one.entity
    if "countries" not in settled:
        yield test, one.id
        return
    if test.named or test.designated_by:
        yield replace(test, countries_argued=()), one.id
    by_law = replace(test, named={}, designated_by=None, countries=test.countries_argued, countries_argued=())
    yield by_law, f"{one.id}-{COUNTRY}" if test.named or test.designated_by else one.id


def _value(
    one: Carried,
    id_: str,
    binds: dict[str, Any],
    says: dict[str, str],
    entity: dict[str, Any],
    settled: tuple[str, ...],
) -> dict[str, Any]:
    public = one.public
    told = {
        "id": id_,
        "effect": public.effect.value,
        "condition": list(public.condition),
        "says": says,
        "binds": binds,
        **_argued("acts", public.acts, public.acts_argued, settled),
        "personal_data": public.personal_data,
        "entity": entity,
        **_argued("products", public.products, public.products_argued, settled),
        "subject_to": public.subject_to,
        **_argued("purposes", public.purposes, public.purposes_argued, settled),
        "sites": list(public.sites),
        "core_network": public.core_network,
        "acquired_after": _day(public.acquired_after),
        "acquired_until": _day(public.acquired_until),
        "funding": list(public.funding),
        "authorised_before": _day(public.authorised_before),
        "certificates": list(public.certificates),
        "in_force": {"from": _day(one.start), **({"until": _day(one.until)} if one.until else {})},
        "exceptions": [_exception(way) for way in public.exceptions],
        "source": SOURCE,
    }
    return {key: part for key, part in told.items() if part or key == "acts"}


def _argued(
    name: str, plain: tuple[str, ...], argued: tuple[str, ...], settled: tuple[str, ...]
) -> dict[str, list[str]]:
    """Plain words and argued ones; settled, the argued are plain, except where no word is asked: there all are plain already."""
    if name not in settled:
        return {name: list(plain), f"{name}_argued": list(argued)}
    return {name: [*plain, *argued] if plain or name == "acts" else []}


def _entity(public: Measure, test: EntityTest, settled: tuple[str, ...]) -> dict[str, Any]:
    reach = test.affiliates
    told = {
        "named_of": f"{public.regime}/{public.id}" if test.named else None,
        "products_also": list(public.products_argued) if "products" in settled and _listed(test, "products") else [],
        "purposes_also": list(public.purposes_argued) if "purposes" in settled and _listed(test, "purposes") else [],
        "designated_by": dict(test.designated_by) if test.designated_by else None,
        "countries": list(test.countries),
        "countries_argued": list(test.countries_argued),
        "made_in": list(test.made_in),
        "made_outside": list(test.made_outside),
        "anyone": test.anyone,
        "others_named": test.others_named,
        "of": "supplier" if test.of_supplier else None,
        "affiliates": "any" if "affiliates" in settled else _affiliates(reach),
        "affiliates_only": reach.only,
        "foreign_to": reach.foreign_to,
        "relabels": _reading(test.relabels, "relabels", settled),
        "components": _reading(test.components, "components", settled),
        "parts": list(test.parts),
    }
    return {key: part for key, part in told.items() if part}


def _listed(test: EntityTest, name: str) -> bool:
    """Whether some party is named for words of its own."""
    return any(getattr(listing, name) for listing in test.named.values())


def _reading(reading: Reading, name: str, settled: tuple[str, ...]) -> str:
    return Reading.INCLUDED.value if name in settled else reading.value


def _affiliates(reach: Affiliates) -> str | dict[str, Any]:
    if reach.kind != "share":
        return reach.kind
    share = int(reach.share) if reach.share is not None and reach.share == int(reach.share) else reach.share
    return {"over" if reach.strictly_over else "at_least": share, **({"either_way": True} if reach.either_way else {})}


def _exception(way: LegalException) -> dict[str, Any]:
    days = {key: day.isoformat() for key, day in (("from", way.start), ("until", way.until)) if day}
    return {
        "id": way.id,
        "name": dict(way.name),
        "kind": way.kind,
        "if": dict(way.when),
        **days,
        "says": dict(way.says),
        "source": SOURCE,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
