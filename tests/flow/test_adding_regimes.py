"""Adding a rule, public or own, changes no answer of another; only rules that ask for countries read a company's country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debadge.flow.adopt import Terms, adopt
from debadge.flow.judge import judge_facts
from debadge.flow.world import World
from debadge.judge.complete import complete
from debadge.judge.judge import judge
from debadge.judge.law import Law
from debadge.knowledge.vocabulary import read_situation
from debadge.model.ids import canonical
from debadge.model.organisation import Organisation
from debadge.model.regime import Measure, Regime

WORLD = World.load()
LAW, WORDS = WORLD.law, WORLD.vocabulary
PUBLIC = tuple(LAW.regimes.values())
DAYS = st.dates(date(2018, 1, 1), date(2029, 12, 31))
PLACES = sorted({measure.jurisdiction for regime in PUBLIC for measure in regime.measures} | {"CA-ON", "FR", "US-CA"})
PARTIES = sorted({party for regime in PUBLIC for m in regime.measures for party in m.entity.named} | {"ezviz", "lorex"})
MAKERS = [*PARTIES, "axis", "bosch", "nobody-we-know"]
GRADES = st.sampled_from(
    [{}, {"basis": "observed", "grade": "probable"}, {"basis": "inferred", "grade": "possible"}, {"basis": "assumed"}]
)


def own(regime: str, place: str, *roles: str, strict: bool) -> Regime:
    who = Organisation(names={"en": "Maple", "fr": "Érable"}, profile=None, jurisdiction=place, roles=roles)
    day = date(2026, 12, 1)
    return adopt(WORLD, regime, who, Terms(start=day, cite="x", published=day, strict=strict)).regime


ADOPTED = (
    own("ca-gov-hikvision-use-ban-2025", "CA", "any_person", strict=False),
    own("us-889a1b", "CA", "any_person", strict=True),
    own("uk-wms-2022", "GB", "federal_department", "retailer", strict=True),
    own("us-bis-entity-list", "US", "exporter", strict=False),
    own("nl-2022", "US-TX", "state_agency", strict=True),
)


def words(name: str, most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(WORDS.ordered[name]), min_size=1, max_size=most, unique=True)


def graded(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(lambda value, how: {"value": value, **how} if how else value, values, GRADES)


SITUATIONS = st.fixed_dictionaries(
    {},
    optional={
        "jurisdiction": st.sampled_from(PLACES),
        "actor": graded(words("roles")),
        "act": st.sampled_from(WORDS.ordered["acts"]),
        "maker": graded(st.sampled_from(MAKERS)),
        "entity": st.sampled_from(PARTIES),
        "brand": st.sampled_from([*sorted(LAW.badges)[:40], "hikvision", "lts"]),
        "supplier": st.sampled_from(PARTIES),
        "maker_country": st.sampled_from(["CN", "CA", "US"]),
        "made_in": st.sampled_from(["CN", "US", "DE"]),
        "component": st.builds(
            lambda maker, part: [{"maker": maker, "part": part}],
            st.sampled_from(PARTIES),
            st.sampled_from(sorted(WORDS.parts)),
        ),
        "product": graded(words("products")),
        "purpose": words("purposes"),
        "site_class": words("site_classes"),
        "funding": words("fundings"),
        "controller": st.sampled_from(WORDS.ordered["controllers"]),
        "acquired": DAYS.map(date.isoformat),
        "authorised": DAYS.map(date.isoformat),
        "certificate": st.booleans(),
        "on_core_network": st.booleans(),
        "personal_data": st.booleans(),
        "ship_from": st.sampled_from(["US", "CN"]),
    },
)


def answers(facts: dict[str, Any], regimes: Sequence[Regime], day: date, law: Law) -> dict[tuple[str, str], str]:
    """What each measure says, reasons and citations too, to the byte."""
    situation = complete(read_situation(facts, WORDS, "facts"), law, day)
    found = judge(situation, regimes, as_of=day, law=law)
    return {(one.regime, one.measure): canonical(one.plain()) for one in found}


@settings(max_examples=150, deadline=None)
@given(
    SITUATIONS,
    DAYS,
    st.sets(st.sampled_from([one.id for one in PUBLIC])),
    st.sets(st.sampled_from(range(len(ADOPTED)))),
)
def test_adding_a_rule_removes_and_changes_no_answer_of_the_others(
    facts: dict[str, Any], day: date, some: set[str], directions: set[int]
) -> None:
    fewer = tuple(one for one in PUBLIC if one.id in some)
    less = replace(LAW, regimes={one.id: one for one in fewer})
    before = answers(facts, fewer, day, less)
    after = answers(facts, (*PUBLIC, *(ADOPTED[n] for n in sorted(directions))), day, LAW)
    assert before.items() <= after.items()


@settings(max_examples=50, deadline=None)
@given(SITUATIONS, DAYS)
def test_own_direction_makes_no_public_answer_milder(facts: dict[str, Any], day: date) -> None:
    alone = judge_facts(facts, WORLD, "facts", as_of=day).plain()
    beside = judge_facts(facts, WORLD, "facts", as_of=day, own=ADOPTED).plain()
    own_ids = {one.id for one in ADOPTED}
    assert [f for f in beside["findings"] if f["regime"] not in own_ids] == alone["findings"]
    assert {name: part for name, part in beside.items() if name not in {"findings", "own_directions"}} == {
        name: part for name, part in alone.items() if name not in {"findings", "own_directions"}
    }


def reads_countries(one: Measure) -> bool:
    """Whether its entity test asks for the country of a maker, seller or owner."""
    return bool(one.entity.countries or one.entity.countries_argued or one.entity.affiliates.foreign_to)


BY_COUNTRY = {(one.id, m.id) for one in (*PUBLIC, *ADOPTED) for m in one.measures if reads_countries(m)}


def elsewhere(company: str, country: str | None) -> Law:
    return replace(LAW, parties={**LAW.parties, company: replace(LAW.parties[company], country=country)})


@settings(max_examples=150, deadline=None)
@given(SITUATIONS, DAYS, st.sampled_from(sorted(LAW.parties)), st.sampled_from(["CA", "CN", "US", "DE", "RU", None]))
def test_country_of_a_company_changes_only_answers_of_rules_that_read_it(
    facts: dict[str, Any], day: date, company: str, country: str | None
) -> None:
    told = {**facts, "entity": company} if "entity" in facts else {**facts, "maker": company}
    regimes = (*PUBLIC, *ADOPTED)
    here, there = (answers(told, regimes, day, law) for law in (LAW, elsewhere(company, country)))
    assert {key for key in here if here[key] != there[key]} <= BY_COUNTRY


@pytest.mark.parametrize(
    ("regime", "facts"),
    [
        ("uk-wms-2022", {"act": "install", "maker": "hikvision"}),
        ("lt-procurement-2022", {"act": "procure", "supplier": "hikvision"}),
        ("us-bis-affiliates-rule", {"act": "export_to", "entity": "hikvision_canada"}),
    ],
)
def test_rules_that_read_a_country_do_change(regime: str, facts: dict[str, Any]) -> None:
    company = str(next(facts[name] for name in ("entity", "supplier", "maker") if name in facts))
    country = "US" if regime == "us-bis-affiliates-rule" else "CA"
    told = {"jurisdiction": "GB", "actor": ["federal_department"], "product": ["video_surveillance"], **facts}
    day = date(2025, 10, 1)
    here, there = (answers(told, (LAW.regimes[regime],), day, law) for law in (LAW, elsewhere(company, country)))
    assert here != there


def test_file_that_ships_as_an_example_is_no_public_rule() -> None:
    names = {path.stem for path in (Path(__file__).parents[2] / "examples").rglob("*.yaml")}
    assert names & set(LAW.regimes) == set()
