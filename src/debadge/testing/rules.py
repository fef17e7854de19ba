"""Invented regimes and makers of an invented country, ZZ, for tests of reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from debadge.judge.law import Law
from debadge.model.days import Window
from debadge.model.party import Maker, Party, Tie
from debadge.model.regime import Affiliates, EntityTest, InForce, LegalException, Listing, Measure, Proceeding, Regime
from debadge.model.source import Source
from debadge.model.words import Force, Outcome, Reading

READ = date(2026, 11, 1)
START = date(2025, 6, 27)


def source(
    title: str = "ZZ Gazette, no. 12", *, grade: str = "primary", url: str | None = "https://example.org/zz/12"
) -> Source:
    """A citation."""
    return Source(
        key="s",
        title=title,
        url=url,
        published=date(2025, 6, 20),
        read=READ,
        grade=grade,
        quote="nor use what the company makes",
    )


def measure(id_: str = "use", regime: str = "zz-use-ban", **changed: Any) -> Measure:
    """A ban on buying and using what Examplecam makes; every part of it can be changed."""
    whole: dict[str, Any] = {
        "effect": Outcome.PROHIBITED,
        "condition": (),
        "says": _both("Departments neither buy nor use it.", "Les ministères ne l'achètent ni ne l'utilisent."),
        "roles": ("federal_department",),
        "roles_argued": (),
        "jurisdiction": "ZZ",
        "areas": ("ZZ",),
        "follows_item": False,
        "market": None,
        "acts": ("procure", "use"),
        "acts_argued": (),
        "personal_data": False,
        "entity": entity(),
        "products": (),
        "products_argued": (),
        "purposes_argued": (),
        "subject_to": None,
        "purposes": (),
        "sites": (),
        "core_network": False,
        "acquired_after": None,
        "acquired_until": None,
        "funding": (),
        "authorised_before": None,
        "certificates": (),
        "in_force": InForce(announced=None, start=Window(START, START), until=None),
        "exceptions": (),
        "source": source(),
    }
    return Measure(id=id_, regime=regime, **{**whole, **changed})


def entity(
    *,
    relabels: Reading = Reading.SILENT,
    components: Reading = Reading.SILENT,
    affiliates: str = "silent",
    countries: tuple[str, ...] = (),
) -> EntityTest:
    """A test that names Examplecam."""
    named = {
        "examplecam": Listing(
            party="examplecam", start=None, until=None, products=None, purposes=None, verified=True, source=None
        )
    }
    return EntityTest(
        named={} if countries else named,
        affiliates=Affiliates(kind=affiliates),
        relabels=relabels,
        components=components,
        countries=countries,
    )


def regime(id_: str = "zz-use-ban", *measures: Measure, **changed: Any) -> Regime:
    """A policy statement of ZZ; every part of it can be changed."""
    whole: dict[str, Any] = {
        "jurisdiction": "ZZ",
        "title": _both("Exampleland announcement on Examplecam", "Annonce de l'Exemplie sur Examplecam"),
        "summary": _both("No purchase, no use.", "Ni achat ni utilisation."),
        "issuer": "zz-ministry",
        "force": Force.POLICY_STATEMENT,
        "published_reasons": False,
        "statements": (),
        "proceedings": (),
        "sources": {"s": source()},
        "recheck_days": 90,
        "recheck_at": {"en": "the ministry's list page", "fr": "la page des listes du ministère"},
    }
    return Regime(id=id_, measures=measures or (measure(regime=id_),), **{**whole, **changed})


def regimes() -> tuple[Regime, ...]:
    """Five that differ in what a report has to show: policy, contested order, condition, foreign law, own direction."""
    way = LegalException(
        id="stand-alone",
        name=_both("stand-alone unit", "appareil isolé"),
        when={"claims": "stand_alone"},
        kind="exception",
        says=_both("Not on any network.", "Sur aucun réseau."),
        source=source(),
    )
    review = measure(
        "keep",
        "zz-review",
        effect=Outcome.CONDITIONAL,
        condition=("assessment", "hardening"),
        acts=("use", "retain"),
        acquired_until=date(2024, 12, 31),
        exceptions=(way,),
    )
    abroad = measure("contractors", "yy-contractors", jurisdiction="YY", roles=("federal_contractor",))
    own = measure("use", "own-direction", entity=entity(relabels=Reading.INCLUDED, affiliates="any"))
    return (
        regime(
            proceedings=(_proceeding(),),
            statements=(("examplecam", _both("We contest it.", "Nous la contestons."), source()),),
        ),
        regime(
            "zz-review",
            review,
            force=Force.BINDING_ORDER,
            title=_both("Review of existing installations", "Examen des installations"),
        ),
        regime("yy-contractors", abroad, jurisdiction="YY", force=Force.BINDING_LAW),
        regime(
            "own-direction",
            own,
            force=Force.OWN_DIRECTION,
            own=True,
            title=_both("Harbour Office directive 7", "Directive 7 du Bureau du port"),
        ),
    )


def law(*judged: Regime) -> Law:
    """Examplecam, the seller Nightjar that it owns, the chip maker Smallchip, and Northlens, whom nobody names."""
    tie = Tie(
        owner="examplecam",
        owned="nightjar_inc",
        relation="subsidiary",
        share=80.0,
        start=None,
        until=None,
        verified=True,
        share_verified=True,
        source=source(),
    )
    parties = {
        "examplecam": _party("examplecam"),
        "nightjar_inc": _party("nightjar_inc", tie),
        "northlens": _party("northlens"),
    }
    return Law(
        regimes={r.id: r for r in judged},
        parties=parties,
        makers=makers(),
        badges={},
        parts={"soc": "essential", "lens": "argued"},
        part_products={"soc": "semiconductors"},
        counterparty_acts=frozenset({"export_to", "invest_in", "bid"}),
    )


def makers() -> Mapping[str, Maker]:
    """Two makers."""
    return {
        "examplecam": Maker(
            id="examplecam", name="Examplecam", entity="examplecam", brands=("examplecam",), source=source()
        ),
        "northlens": Maker(
            id="northlens", name="Northlens", entity="northlens", brands=("northlens",), source=source()
        ),
    }


def _party(id_: str, *ties: Tie) -> Party:
    return Party(id=id_, name=id_.title(), country="YY", native_names={}, aliases=(), ties=ties)


def _proceeding() -> Proceeding:
    return Proceeding(
        forum="ZZ Federal Court, T-1-25",
        start=Window(date(2025, 7, 7), date(2025, 7, 7)),
        until=None,
        status="open",
        says=_both("The company asks the court to set it aside.", "L'entreprise demande à la cour de l'annuler."),
        source=source(),
    )


def _both(english: str, french: str) -> Mapping[str, str]:
    return {"en": english, "fr": french}
