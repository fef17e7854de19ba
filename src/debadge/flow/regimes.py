"""`debadge regimes`, `debadge makers`, `debadge formats`: look things up."""

from __future__ import annotations

from typing import Any

from debadge.flow.world import World
from debadge.knowledge.vocabulary import unknown_word
from debadge.model.errors import InputError
from debadge.model.party import Badge, Maker
from debadge.model.regime import Clause, InForce, LegalException, Measure, Regime


def regime(world: World, name: str) -> Regime:
    """One regime by its id.

    Raises:
        InputError: No such regime; names the nearest.
    """
    if name not in world.law.regimes:
        raise InputError(unknown_word("regime", name, sorted(world.law.regimes)))
    return world.law.regimes[name]


def plain_regime(one: Regime) -> dict[str, Any]:
    """The JSON form of a regime: what it says, whom it binds, since when, and who says so."""
    return {
        "id": one.id,
        "jurisdiction": one.jurisdiction,
        "title": dict(one.title),
        "summary": dict(one.summary),
        "issuer": one.issuer,
        "force": one.force.value,
        "stated_reasons": {"published": one.published_reasons},
        "measures": [plain_measure(measure) for measure in one.measures],
        "statements": [{"by": by, "says": dict(says), "source": source.plain()} for by, says, source in one.statements],
        "proceedings": [
            {
                "forum": c.forum,
                "from": c.start.plain(),
                "until": c.until.isoformat() if c.until else None,
                "status": c.status,
                "says": dict(c.says),
                "source": c.source.plain(),
            }
            for c in one.proceedings
        ],
        "sources": {key: source.plain() for key, source in one.sources.items()},
        "verified": one.verified,
        "clauses": [_plain_clause(clause) for clause in one.clauses],
        "duties": [{"of": list(duty.of), "roles": list(duty.roles), **duty.plain()} for duty in one.duties],
        "history": [
            {"day": e.day.plain(), "kind": e.kind, "says": dict(e.says), "source": e.source.plain()}
            for e in one.history
        ],
        "follows": list(one.follows),
        "recheck": {"every_days": one.recheck_days, "look_at": one.recheck_at},
    }


def _plain_clause(one: Clause) -> dict[str, Any]:
    return {
        "at": one.at,
        "says": dict(one.says),
        "encoded": list(one.encoded),
        "not_encoded": dict(one.not_encoded) if one.not_encoded else None,
        "source": one.source.plain(),
    }


def plain_measure(one: Measure) -> dict[str, Any]:
    """The JSON form of a measure."""
    return {
        "id": one.id,
        "effect": one.effect.value,
        "condition": list(one.condition),
        "says": dict(one.says),
        "binds": {
            "jurisdiction": one.jurisdiction,
            "roles": list(one.roles),
            "roles_argued": list(one.roles_argued),
            "roles_outside": list(one.roles_outside),
            "roles_shared": list(one.roles_shared),
            "outside": list(one.areas_outside),
            "follows_item": one.follows_item,
            "market": one.market,
        },
        "acts": list(one.acts),
        "acts_argued": list(one.acts_argued),
        "personal_data": one.personal_data,
        "entity": _plain_entity(one),
        "products": list(one.products),
        "products_argued": list(one.products_argued),
        "products_apart": list(one.products_apart),
        "subject_to": one.subject_to,
        "purposes": list(one.purposes),
        "purposes_argued": list(one.purposes_argued),
        "sites": list(one.sites),
        "core_network": one.core_network,
        "acquired_after": _day(one.acquired_after),
        "acquired_until": _day(one.acquired_until),
        "funding": list(one.funding),
        "authorised_before": _day(one.authorised_before),
        "certificates": list(one.certificates),
        "in_force": _plain_days(one.in_force),
        "exceptions": [_plain_exception(way) for way in one.exceptions],
        "source": one.source.plain(),
    }


def _plain_exception(one: LegalException) -> dict[str, Any]:
    told = {"id": one.id, "name": dict(one.name), "kind": one.kind, "if": dict(one.when), "says": dict(one.says)}
    return {**told, "from": _day(one.start), "until": _day(one.until)}


def _plain_days(days: InForce) -> dict[str, Any]:
    return {
        "from": days.start.plain() if days.start else None,
        "announced": _day(days.announced),
        "until": _day(days.until),
        "withdrawn": _day(days.withdrawn),
        "suspended": [
            {
                "from": _day(s.start),
                "until": _day(s.until),
                "resumption_verified": s.resumption_verified,
                "source": s.source.plain(),
            }
            for s in days.suspensions
        ],
    }


def _plain_entity(one: Measure) -> dict[str, Any]:
    test = one.entity
    named = {
        party: {
            "from": x.start.plain() if x.start else None,
            "until": _day(x.until),
            "verified": x.verified,
            "products": list(x.products or ()),
            "purposes": list(x.purposes or ()),
        }
        for party, x in test.named.items()
    }
    reach = test.affiliates
    share = {"over" if reach.strictly_over else "at_least": reach.share, "either_way": reach.either_way}
    far = reach.kind if reach.kind != "share" else share
    return {
        "named": named,
        "of": "supplier" if test.of_supplier else "item",
        "anyone": test.anyone,
        "countries": list(test.countries),
        "countries_argued": list(test.countries_argued),
        "made_in": list(test.made_in),
        "made_outside": list(test.made_outside),
        "designated_by": dict(test.designated_by) if test.designated_by else None,
        "others_named": test.others_named,
        "affiliates": far,
        "affiliates_only": reach.only,
        "foreign_to": reach.foreign_to,
        "relabels": test.relabels.value,
        "components": test.components.value,
        "parts": list(test.parts),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def maker(world: World, name: str) -> tuple[Maker | None, Badge | None]:
    """A maker, or a badge that others supply, by id, name or alias.

    Raises:
        InputError: Neither; names the nearest.
    """
    law, wanted = world.law, name.strip().lower()
    made = law.makers.get(wanted) or law.makers.get(law.brand_makers.get(wanted, ""))
    badge = law.badges.get(wanted)
    if made is None and badge is None:
        raise InputError(unknown_word("maker or brand", wanted, sorted({*law.makers, *law.badges})))
    return made, badge
